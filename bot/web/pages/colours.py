"""``/kleuren.css``: the colours of the lines and the dark dress of the maps, as a style sheet.

A page may hold no style of its own, so what is coloured names its line (``data-lijn``) and this sheet gives the colour.
"""

from __future__ import annotations

from hashlib import sha256
from threading import Lock

from fastapi import APIRouter, Response

from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from knowledge.drawing.colours import DARK_PAPER, PAPER, told_from
from knowledge.drawing.dressing import style
from knowledge.drawing.network import network_of

ALWAYS = "public, max-age=31536000, immutable"


class Colours:
    """The sheet of one version of the catalogue, made when it is first asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._version = -1
        self._sheet = ""
        self._digest = ""

    def sheet(self, catalogue: Catalogue) -> str:
        """The style sheet."""
        with self._lock:
            self._make(catalogue)
            return self._sheet

    def address(self, catalogue: Catalogue) -> str:
        """Its address; another one when it says something else."""
        with self._lock:
            self._make(catalogue)
            return f"/kleuren.css?v={self._digest}"

    def _make(self, catalogue: Catalogue) -> None:
        if self._version != catalogue.version:
            self._version, self._sheet = catalogue.version, sheet_of(catalogue)
            self._digest = sha256(self._sheet.encode()).hexdigest()[:12]


def sheet_of(catalogue: Catalogue) -> str:
    """A rule for each line, light and dark, and each map's dark dress, which holds within that map only."""
    lines = catalogue.lines.values()
    light = "".join(f'[data-lijn="{one.id}"]{{--line:{told_from(PAPER, one.colour)}}}' for one in lines)
    dark = "".join(f'[data-lijn="{one.id}"]{{--line:{told_from(DARK_PAPER, one.colour)}}}' for one in lines)
    maps = "".join(f'[data-kaart="{id}"]{{{style(network_of(catalogue, id))}}}' for id in catalogue.maps)
    return f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}{maps}"


def colour_routes(view: CatalogueView, colours: Colours) -> APIRouter:
    """The route over the newest catalogue of a database."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/kleuren.css")
    def sheet(v: str = "") -> Response:
        catalogue = view.now()
        kept = ALWAYS if colours.address(catalogue).endswith(f"?v={v}") else "no-cache"
        return Response(colours.sheet(catalogue), media_type="text/css", headers={"cache-control": kept})

    return routes
