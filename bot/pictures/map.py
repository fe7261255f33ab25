"""The metro map as a picture: the whole of it to zoom in on, and an overview that a phone shows at once."""

from __future__ import annotations

from bot.pictures.raster import rasterise

SIDE = 4000
"""Pixels of the longest side: letters of 13 px of the map come out at about 27."""


def map_picture(svg: str) -> bytes:
    """The drawing of a map (``knowledge.drawing.svg.picture``) as PNG, in its light dress. Raises ValueError."""
    return rasterise(svg, SIDE)
