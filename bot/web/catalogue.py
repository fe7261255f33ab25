"""The catalogue, read only: lines, modules and what is planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import Engine, select
from sqlmodel import col

from bot.web.dressing import line_detail, line_in_list, module_detail, offering_in_list
from bot.web.problems import REFUSALS
from bot.web.shapes import LineDetail, LineInList, ModuleDetail, OfferingInList
from knowledge.catalogue.snapshot import Catalogue, CatalogueView, Session
from knowledge.database import reading
from knowledge.errors import UnknownThing
from knowledge.seat.looking import seats_left, still_needed
from knowledge.tables import Offering

Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
After = Annotated[str | None, Query(description="The id of the last one seen, for the next page.")]


def catalogue_routes(engine: Engine, view: CatalogueView, clock: Callable[[], datetime]) -> APIRouter:
    """The routes over the newest catalogue of a database."""
    routes = APIRouter(prefix="/api", tags=["catalogue"])

    @routes.get("/lines")
    def lines() -> list[LineInList]:
        """Every metro line, in the order of the catalogue."""
        catalogue = view.now()
        return [line_in_list(catalogue, line) for line in catalogue.lines.values()]

    @routes.get("/lines/{id}", responses=REFUSALS)
    def line(id: str) -> LineDetail:
        """One metro line with its stations."""
        catalogue = view.now()
        return line_detail(catalogue, catalogue.line(id))

    @routes.get("/modules/{id}", responses=REFUSALS)
    def module(id: str) -> ModuleDetail:
        """One nanomodule."""
        catalogue = view.now()
        return module_detail(catalogue, catalogue.module(id))

    @routes.get("/offerings", responses=REFUSALS)
    def offerings(
        module: str | None = None,
        line: str | None = None,
        academy: str | None = None,
        limit: Limit = 50,
        after: After = None,
    ) -> list[OfferingInList]:
        """What is still to come and can be enrolled on, earliest first, own pace last."""
        catalogue = view.now()
        found = _coming(catalogue, clock(), module, line, academy)
        page = [session.id for session in _page(found, limit, after)]
        return _offerings(engine, catalogue, page, clock())

    return routes


def _coming(
    catalogue: Catalogue, now: datetime, module: str | None, line: str | None, academy: str | None
) -> list[Session]:
    """The sessions still to come that fit all that was asked. Raises UnknownThing."""
    if academy is not None and academy not in catalogue.academies:
        raise UnknownThing("academy", academy)
    wanted = set(catalogue.modules) if module is None else {catalogue.module(module).id}
    if line is not None:
        wanted &= {station.module for station in catalogue.line(line).stations}
    return [
        session
        for session in catalogue.sessions
        if session.module in wanted
        and (academy is None or session.academy == academy)
        and (session.starts_at is None or session.starts_at > now)
    ]


def _page(sessions: Sequence[Session], limit: int, after: str | None) -> Sequence[Session]:
    """The next ones behind ``after``. Raises UnknownThing when it is not among them."""
    if after is None:
        return sessions[:limit]
    places = [place for place, session in enumerate(sessions) if session.id == after]
    if not places:
        raise UnknownThing("offering in this list", after)
    return sessions[places[0] + 1 :][:limit]


def _offerings(engine: Engine, catalogue: Catalogue, ids: Sequence[str], now: datetime) -> list[OfferingInList]:
    """The offerings with these ids, in this order, with the seats as they are now."""
    with reading(engine) as session:
        rows = {row.id: row for row in session.scalars(select(Offering).where(col(Offering.id).in_(ids)))}
    left, needed = seats_left(engine, ids, now), still_needed(engine, ids, now)
    return [offering_in_list(catalogue, rows[id], left.get(id, 0), needed[id]) for id in ids if id in rows]
