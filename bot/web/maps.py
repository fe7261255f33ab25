"""``GET /api/maps/{id}.svg`` and ``.png``: the metro map as a picture."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Header, HTTPException, Query, Response
from sqlalchemy import Engine

from bot.pictures.apart import PictureError, Studio
from bot.pictures.map import SIDE
from bot.web.problems import REFUSALS, Problem
from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from knowledge.drawing.dressing import style
from knowledge.drawing.store import drawing_in
from knowledge.drawing.svg import picture

SVG, PNG = "image/svg+xml", "image/png"
ALWAYS, ASK = "public, max-age=31536000, immutable", "no-cache"
"""How long a picture may be kept: for ever under the address of its version, else only after asking."""

_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {SVG: {"schema": {"type": "string"}}}, "description": "The picture."},
    304: {"description": "The picture is still the one with the given ETag."},
    **REFUSALS,
}
_AS_PNG: dict[int | str, dict[str, Any]] = {
    200: {"content": {PNG: {"schema": {"type": "string", "format": "binary"}}}, "description": "The picture."},
    503: {"model": Problem, "description": "It could not be drawn just now."},
    **REFUSALS,
}
Version = Annotated[int | None, Query(description="The version of the catalogue, as `Content-Location` gives it.")]
Held = Annotated[str | None, Header(alias="If-None-Match", description="The ETag of the picture that is at hand.")]


class Svg(Response):
    media_type = SVG


class Png(Response):
    media_type = PNG


@dataclass(frozen=True)
class _Picture:
    svg: str
    etag: str
    style: str
    """The hash of its style sheet, for the content security policy."""


def map_routes(engine: Engine, view: CatalogueView) -> APIRouter:
    """The route over the newest catalogue of a database."""
    routes = APIRouter(prefix="/api", tags=["catalogue"])
    pictures, studio = _Pictures(engine), Studio()

    @routes.get("/maps/{id}.svg", response_class=Svg, responses=_ANSWERS)
    def map_picture(id: str, version: Version = None, held: Held = None) -> Response:
        """The metro map, drawn: lines, stations, transfers, phases and types, with a key. Made to be printed on A3."""
        catalogue = view.now()
        found = pictures.of(catalogue, id)
        headers = {
            "etag": found.etag,
            "cache-control": ALWAYS if version == catalogue.version else ASK,
            "content-location": f"/api/maps/{id}.svg?version={catalogue.version}",
            "content-security-policy": f"default-src 'none'; style-src '{found.style}'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'",
        }
        if held is not None and found.etag in (one.strip().removeprefix("W/") for one in held.split(",")):
            return Response(status_code=304, headers=headers)
        return Svg(found.svg, headers=headers)

    @routes.get("/maps/{id}.png", response_class=Png, responses=_AS_PNG)
    async def map_png(id: str) -> Response:
        """The same as a PNG of 4000 pixels, to keep or to send on; in its light dress."""
        found = await to_thread.run_sync(lambda: pictures.of(view.now(), id))
        try:
            png = await studio.png(found.svg, SIDE)
        except PictureError as error:
            raise HTTPException(503, str(error)) from None
        return Png(png, headers={"cache-control": ASK})

    return routes


class _Pictures:
    """The pictures of one version of the catalogue, each drawn when it is first asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._version = -1
        self._held: dict[str, _Picture] = {}

    def of(self, catalogue: Catalogue, map_id: str) -> _Picture:
        """The picture of a map. Raises UnknownThing."""
        with self._lock:
            if self._version != catalogue.version:
                self._version, self._held = catalogue.version, {}
            if map_id not in self._held:
                self._held[map_id] = _draw(self._engine, catalogue, map_id)
            return self._held[map_id]


def _draw(engine: Engine, catalogue: Catalogue, map_id: str) -> _Picture:
    network, drawing = drawing_in(engine, catalogue, map_id)
    svg = picture(network, drawing)
    digest = b64encode(sha256(style(network).encode()).digest()).decode()
    return _Picture(svg, f'"{sha256(svg.encode()).hexdigest()[:20]}"', f"sha256-{digest}")
