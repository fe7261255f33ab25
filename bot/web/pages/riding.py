"""``/lijn/{id}`` and ``/station/{module}``: one line, and one station of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from bot.web.pages.dates import coming, dates, first_dates
from bot.web.pages.json_ld import course, stations_of
from bot.web.pages.rendering import Head, hours, several
from bot.web.pages.site import Site
from bot.web.pages.stops import Stop, maps_of, ride
from knowledge.catalogue.content import FollowUp, Line, Module
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import DUTCH, Level

MOST_DATES = 8
"""On the page of a station; the rest stands in the calendar."""


@dataclass(frozen=True)
class Learnt:
    """A skill at a level, and what that level means."""

    name: str
    level: Level
    means: str


@dataclass(frozen=True)
class Here:
    """Where a station lies on a line: the stop itself, and the ones before and after it."""

    line: Line
    stop: Stop
    count: int
    before: Stop | None
    after: Stop | None


def riding_routes(site: Site) -> APIRouter:
    """The pages of lines and stations."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/lijn/{id}")
    def line(id: str) -> HTMLResponse:
        catalogue, now = site.view.now(), site.clock()
        found = catalogue.line(id)
        firsts = first_dates(site.engine, catalogue, [one.module for one in found.stations], now)
        shown = ride(catalogue, found, firsts=firsts)
        return site.page(
            "line.html",
            _line_head(catalogue, found, site.url),
            catalogue,
            ride=shown,
            phases=[(phase, list(stops)) for phase, stops in groupby(shown.stops, key=lambda one: one.station.phase)],
            recognition=catalogue.recognitions.get(found.recognition or ""),
            transition=catalogue.transitions.get(found.transition or ""),
            academies=[catalogue.academies[id] for id in found.academies if id in catalogue.academies],
            follow_ups=list(_follow_ups(catalogue, found)),
            maps=maps_of(catalogue, id),
        )

    @routes.get("/station/{module}")
    def station(module: str) -> HTMLResponse:
        catalogue, now = site.view.now(), site.clock()
        found = catalogue.module(module)
        planned = list(coming(catalogue.sessions_of.get(module, []), now))
        shown = dates(site.engine, catalogue, planned[:MOST_DATES], now)
        head = _station_head(catalogue, found, len(planned), course(catalogue, found, shown, site.url))
        return site.page(
            "station.html",
            head,
            catalogue,
            module=found,
            here=list(_places(catalogue, found)),
            dates=shown,
            more=len(planned) - len(shown),
            teaches=_learnt(catalogue, found.teaches),
            expects=_learnt(catalogue, found.expects),
            recognition=catalogue.recognitions.get(found.recognition or ""),
            owner=catalogue.academies.get(found.owner) or catalogue.partners.get(found.owner),
            partners=[catalogue.partners[id] for id in found.partners if id in catalogue.partners],
        )

    return routes


def _line_head(catalogue: Catalogue, line: Line, url: str) -> Head:
    stations = several(len(line.stations), "station", "stations")
    return Head(
        title=f"Metrolijn {line.name}",
        description=f"{line.goal} {stations}, samen {hours(catalogue.line_hours(line))}.",
        path=f"/lijn/{line.id}",
        section="kaart",
        data=[stations_of(catalogue, line, url)],
        crumbs=[("Home", "/"), *_map_crumb(catalogue, line.id)],
    )


def _station_head(catalogue: Catalogue, module: Module, planned: int, data: dict[str, object]) -> Head:
    on = [catalogue.lines[id] for id in catalogue.lines_of[module.id]]
    said = f"{DUTCH[module.type].capitalize()} van {hours(module.hours)}, {several(planned, 'keer', 'keer')} gepland."
    lines = [*_map_crumb(catalogue, on[0].id), (on[0].name, f"/lijn/{on[0].id}")] if on else [("Kaarten", "/kaart")]
    return Head(
        title=module.name,
        description=f"{module.summary} {said}",
        path=f"/station/{module.id}",
        section="kaart",
        data=[data],
        crumbs=[("Home", "/"), *lines],
    )


def _map_crumb(catalogue: Catalogue, line: str) -> list[tuple[str, str]]:
    found = maps_of(catalogue, line)
    return [(found[0][1], f"/kaart/{found[0][0]}")] if found else [("Kaarten", "/kaart")]


def _places(catalogue: Catalogue, module: Module) -> Iterator[Here]:
    for id in dict.fromkeys(catalogue.lines_of[module.id]):
        line = catalogue.line(id)
        stops = ride(catalogue, line).stops
        at = next(n for n, one in enumerate(stops) if one.module.id == module.id)
        yield Here(
            line=line,
            stop=stops[at],
            count=len(stops),
            before=stops[at - 1] if at else None,
            after=stops[at + 1] if at + 1 < len(stops) else None,
        )


def _learnt(catalogue: Catalogue, skills: dict[str, Level]) -> list[Learnt]:
    found = [(catalogue.skills[id], level) for id, level in skills.items() if id in catalogue.skills]
    return [Learnt(skill.name, level, getattr(skill.levels, level.value)) for skill, level in found]


def _follow_ups(catalogue: Catalogue, line: Line) -> Iterator[tuple[FollowUp, str]]:
    """What opens after a line, each with who gives it."""
    for id in line.follow_ups:
        if id in catalogue.follow_ups:
            one = catalogue.follow_ups[id]
            found = catalogue.partners.get(one.provider or "") or catalogue.academies.get(one.provider or "")
            yield one, found.name if found else ""
