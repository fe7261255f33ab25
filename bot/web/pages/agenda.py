"""``/agenda``: what is planned, month by month, with the choices of a visitor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bot.web.pages.choosing import Choice, Field, fits_date, fits_module, read_choice
from bot.web.pages.dates import Date, coming, dates
from bot.web.pages.rendering import Head
from bot.web.pages.site import Site
from knowledge.catalogue.content import Line, Module
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.clock import MONTHS, say_day, to_local

PER_PAGE = 25
OWN_PACE = "zelf"
"""The "month" of what has no date."""

_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
_PAGE = re.compile(r"[1-9]\d{0,3}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """What an address asks of the calendar; ``month`` is ``2026-12``, ``zelf``, or empty for the first there is."""

    choice: Choice
    fields: Sequence[Field]
    line: Line | None
    station: Module | None
    month: str
    page: int

    @property
    def about(self) -> list[tuple[str, str]]:
        """The line or station it is about, as it stands in an address."""
        found = (("lijn", self.line), ("station", self.station))
        return [(name, thing.id) for name, thing in found if thing is not None]

    def address(self, **other: str) -> str:
        """The same question, of another month or page."""
        parts = (self.choice.query, urlencode([*self.about, *other.items()]))
        query = "&".join(part for part in parts if part)
        return f"/agenda?{query}" if query else "/agenda"


def agenda_routes(site: Site) -> APIRouter:
    """The page."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/agenda")
    def agenda(request: Request) -> HTMLResponse:
        catalogue, now = site.view.now(), site.clock()
        asked = read(request.query_params, catalogue)
        found = list(planned(catalogue, asked, now))
        months = list(dict.fromkeys(month_of(one) for one in found))
        month = asked.month if asked.month in months or not months else months[0]
        in_month = [one for one in found if month_of(one) == month]
        pages = max(1, -(-len(in_month) // PER_PAGE))
        page = min(asked.page, pages)
        shown = dates(site.engine, catalogue, in_month[(page - 1) * PER_PAGE : page * PER_PAGE], now)
        return site.page(
            "agenda.html",
            _head(asked, month),
            catalogue,
            asked=asked,
            month=month,
            month_name=name_of(month),
            months=[(one, name_of(one), asked.address(maand=one)) for one in months],
            days=by_day(shown),
            count=len(in_month),
            total=len(found),
            page=page,
            pages=pages,
            before=asked.address(maand=month, pagina=str(page - 1)) if page > 1 else None,
            after=asked.address(maand=month, pagina=str(page + 1)) if page < pages else None,
            kept=asked.about,
            everything=replace(asked, choice=Choice()).address(),
        )

    return routes


def read(params: Mapping[str, str], catalogue: Catalogue) -> Asked:
    """What an address asks, as far as there is such a thing."""
    choice, fields = read_choice(params, catalogue)
    month, page = params.get("maand", ""), params.get("pagina", "")
    return Asked(
        choice=choice,
        fields=fields,
        line=catalogue.lines.get(params.get("lijn", "")),
        station=catalogue.modules.get(params.get("station", "")),
        month=month if _MONTH.fullmatch(month) or month == OWN_PACE else "",
        page=int(page) if _PAGE.fullmatch(page) else 1,
    )


def planned(catalogue: Catalogue, asked: Asked, now: datetime) -> Sequence[Session]:
    """The dates to come that fit, earliest first, own pace last."""
    wanted = {id for id in catalogue.modules if fits_module(catalogue, id, asked.choice)}
    if asked.line:
        wanted &= {one.module for one in asked.line.stations}
    if asked.station:
        wanted &= {asked.station.id}
    if asked.choice.doelgroep:
        lines = [one for one in catalogue.lines.values() if one.target_group == asked.choice.doelgroep]
        wanted &= {one.module for line in lines for one in line.stations}
    sessions = coming(catalogue.sessions, now)
    return [one for one in sessions if one.module in wanted and fits_date(catalogue, one, asked.choice)]


def month_of(session: Session) -> str:
    """``2026-12``, or ``zelf`` at one's own pace."""
    return f"{to_local(session.starts_at):%Y-%m}" if session.starts_at else OWN_PACE


def name_of(month: str) -> str:
    """``december 2026``."""
    found = _MONTH.fullmatch(month)
    return f"{MONTHS[int(found[2]) - 1]} {found[1]}" if found else "in je eigen tempo"


def by_day(shown: Sequence[Date]) -> list[tuple[str, date | None, list[Date]]]:
    """Dates by the day that they are on: its name, the day, and the dates."""
    grouped = groupby(shown, key=lambda one: to_local(one.card.starts_at).date() if one.card.starts_at else None)
    found = [(day, list(of_day)) for day, of_day in grouped]
    return [(_name(of_day[0]), day, of_day) for day, of_day in found]


def _name(one: Date) -> str:
    return say_day(one.card.starts_at) if one.card.starts_at else "Begin wanneer je wilt"


def _head(asked: Asked, month: str) -> Head:
    about = asked.station or asked.line
    return Head(
        title=f"Agenda: {about.name}" if about else "Agenda",
        description="Wat er gepland staat bij de academies: dagen, tijden, plaatsen, kosten en vrije plekken.",
        path="/agenda",
        section="agenda",
        indexed=not asked.choice.any and not about and not asked.month and asked.page == 1,
        crumbs=[("Home", "/")],
    )
