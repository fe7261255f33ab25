"""The lines of a map as paths, with corners rounded a little."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from knowledge.drawing.colours import ENOUGH, PAPER, contrast, told_from
from knowledge.drawing.markup import element, number, text
from knowledge.drawing.network import Network, Track
from knowledge.drawing.shape import Drawing, Point
from knowledge.drawing.sizes import SIZES

ROUND = 11.0
"""How far before a corner the curve begins."""


def lines(network: Network, drawing: Drawing) -> Iterator[str]:
    """Each line over the ones before it, with an open edge so that a crossing can be followed."""
    tracks: Mapping[str, tuple[int, Track]] = {track.id: (n, track) for n, track in enumerate(network.tracks)}
    for route in drawing.routes:
        n, track = tracks[route.line]
        path = " ".join(_path(piece) for piece in route.pieces)
        layers = [("casing", PAPER, SIZES.line + 4)]
        if contrast(track.colour, PAPER) < ENOUGH:
            layers.append(("edge", told_from(PAPER, track.colour), SIZES.line + 2))
        layers.append((f"line-{n}", track.colour, SIZES.line))
        yield element(
            "g",
            element("title", text(f"Lijn {track.name}")),
            *(element("path", d=path, class_=name, stroke=colour, stroke_width=wide) for name, colour, wide in layers),
            data_line=track.id,
            fill="none",
            stroke_linejoin="round",
            stroke_linecap="round",
        )


def _path(points: tuple[Point, ...]) -> str:
    """The corners, rounded a little."""
    first, last = points[0], points[-1]
    said = [f"M{_at(first)}"]
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        a, b = _towards(corner, before), _towards(corner, after)
        said.append(
            f"L{number(a[0])} {number(a[1])}Q{number(corner[0])} {number(corner[1])} {number(b[0])} {number(b[1])}"
        )
    said.append(f"L{number(last[0])} {number(last[1])}")
    return "".join(said)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _towards(corner: Point, point: Point) -> Point:
    dx, dy = point[0] - corner[0], point[1] - corner[1]
    far = max((dx * dx + dy * dy) ** 0.5, 1e-9)
    part = min(ROUND / far, 0.5)
    return corner[0] + dx * part, corner[1] + dy * part
