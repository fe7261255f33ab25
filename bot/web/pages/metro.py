"""``/kaart`` and ``/kaart/{map}``: the metro map as a page, and ``/api/maps/{id}.json``: the same for the designer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from threading import Lock
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from sqlalchemy import Engine

from bot.web.pages.choosing import Choice, fitting, read_choice
from bot.web.pages.dates import first_dates
from bot.web.pages.json_ld import item_list
from bot.web.pages.map_svg import within_page
from bot.web.pages.rendering import PRIVATE, Head
from bot.web.pages.site import Site
from bot.web.pages.stops import Ride, ride
from bot.web.pages.visiting import Visitors
from bot.web.problems import REFUSALS
from knowledge.catalogue.content import Line, MetroMap
from knowledge.catalogue.metromap import export_map
from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from knowledge.drawing.network import Network
from knowledge.drawing.own import Own
from knowledge.drawing.own_of import own_of
from knowledge.drawing.shape import Drawing
from knowledge.drawing.store import drawing_in
from knowledge.drawing.svg import picture
from knowledge.errors import UnknownThing

LONGEST_PATH = 40
"""Stations of a path in an address; more are left out."""

_JSON: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {"schema": {"type": "object"}}}, "description": "The file."},
    **REFUSALS,
}


def metro_routes(site: Site, visitors: Visitors) -> APIRouter:
    """The pages of the maps."""
    routes = APIRouter(include_in_schema=False)
    drawings = Drawings(site.engine)

    @routes.get("/kaart")
    def maps() -> HTMLResponse:
        catalogue = site.view.now()
        found = [(one, [catalogue.line(id) for id in one.lines]) for one in catalogue.maps.values()]
        head = Head(
            title="De metrokaarten",
            description="Alle metrolijnen van de academies op de kaart: kies een kaart en zie welke lijnen er lopen.",
            path="/kaart",
            section="kaart",
            data=[item_list("Metrokaarten", [(one.name, f"/kaart/{one.id}") for one, _ in found], site.url)],
        )
        return site.page("maps.html", head, catalogue, maps=found, version=catalogue.version)

    @routes.get("/kaart/{id}")
    def one_map(id: str, request: Request) -> HTMLResponse:
        catalogue, now = site.view.now(), site.clock()
        if id not in catalogue.maps:
            raise UnknownThing("map", id)
        who = visitors.who(request)
        path = path_in(request.query_params, catalogue)
        own = own_of(site.engine, who.learner_id, catalogue, now, path) if who else Own(path=path)
        shown = _Shown(site, drawings, catalogue, catalogue.maps[id], own, now)
        return shown.page(request.query_params, personal=who is not None)

    return routes


def designer_routes(view: CatalogueView) -> APIRouter:
    """The route of the designer's file."""
    routes = APIRouter(prefix="/api", tags=["catalogue"])

    @routes.get("/maps/{id}.json", responses=_JSON)
    def designer(id: str) -> Response:
        """The metro map as a file that the Metro Map Designer opens."""
        body = export_map(view.now(), id)
        headers = {"content-disposition": f'attachment; filename="{id}.json"', "cache-control": "no-cache"}
        return Response(body, media_type="application/json", headers=headers)

    return routes


class Drawings:
    """The drawings of one version of the catalogue, each read when it is first asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._version = -1
        self._held: dict[str, tuple[Network, Drawing]] = {}
        self._plain: dict[str, Markup] = {}

    def of(self, catalogue: Catalogue, map_id: str) -> tuple[Network, Drawing]:
        """The network of a map and its drawing. Raises UnknownThing."""
        with self._lock:
            if self._version != catalogue.version:
                self._version, self._held, self._plain = catalogue.version, {}, {}
            if map_id not in self._held:
                self._held[map_id] = drawing_in(self._engine, catalogue, map_id)
            return self._held[map_id]

    def svg(self, catalogue: Catalogue, map_id: str, own: Own, choice: set[str] | None) -> Markup:
        """A map for within a page; the one without marks and choices is kept. Raises UnknownThing."""
        network, drawing = self.of(catalogue, map_id)
        plain = own == Own() and choice is None
        if plain and (kept := self._plain.get(map_id)):
            return kept
        drawn = within_page(picture(network, drawing, own, lambda one: f"/station/{one}"), network, choice)
        if plain:
            self._plain[map_id] = drawn
        return drawn


class _Shown:
    """One map for one visitor, at one moment."""

    def __init__(
        self, site: Site, drawings: Drawings, catalogue: Catalogue, map_: MetroMap, own: Own, now: datetime
    ) -> None:
        self._site, self._drawings, self._catalogue = site, drawings, catalogue
        self._map, self._own, self._now = map_, own, now
        self._lines: list[Line] = [catalogue.line(id) for id in map_.lines]
        self._modules = list(dict.fromkeys(stop.module for line in self._lines for stop in line.stations))

    def page(self, asked: Mapping[str, str], *, personal: bool) -> HTMLResponse:
        choice, fields = read_choice(asked, self._catalogue)
        fits = fitting(self._catalogue, self._lines, choice, self._now) if choice.any else None
        return self._site.page(
            "map.html",
            self._head(choice),
            self._catalogue,
            headers=PRIVATE if personal else None,
            map=self._map,
            svg=self._drawings.svg(self._catalogue, self._map.id, self._own, fits),
            rides=self._rides(fits),
            fields=fields,
            choice=choice,
            station_count=len(self._modules),
            fit_count=len(self._modules) if fits is None else len(fits),
            personal=personal,
            path=[self._catalogue.module(id).name for id in self._own.path if id in self._modules],
        )

    def _head(self, choice: Choice) -> Head:
        names = ", ".join(line.name for line in self._lines)
        listed = [(line.name, f"/lijn/{line.id}") for line in self._lines]
        return Head(
            title=f"Metrokaart {self._map.name}",
            description=f"{len(self._lines)} lijnen, {len(self._modules)} stations in {self._map.region}: {names}.",
            path=f"/kaart/{self._map.id}",
            section="kaart",
            indexed=not choice.any,
            data=[item_list(f"Metrokaart {self._map.name}", listed, self._site.url)],
            crumbs=[("Home", "/"), ("Kaarten", "/kaart")],
        )

    def _rides(self, fits: set[str] | None) -> list[Ride]:
        firsts = first_dates(self._site.engine, self._catalogue, self._modules, self._now)
        return [ride(self._catalogue, line, firsts=firsts, fitting=fits, own=self._own) for line in self._lines]


def path_in(asked: Mapping[str, str], catalogue: Catalogue) -> tuple[str, ...]:
    """The stations of a path in an address (``?pad=a,b,c``), as far as there are such; it says nothing of who asks."""
    ids = [id.strip() for id in asked.get("pad", "").split(",")]
    return tuple(id for id in dict.fromkeys(ids) if id in catalogue.modules)[:LONGEST_PATH]
