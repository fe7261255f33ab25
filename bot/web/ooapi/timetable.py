"""Finds the offerings that are asked for, and has them told in one version of the standard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from bot.web.ooapi.asked import Asked, midnight
from bot.web.ooapi.desk import Desk, has
from bot.web.ooapi.dialect import Expand
from bot.web.ooapi.ids import Kind, uuid_of
from bot.web.ooapi.organisations import THE_ROOT
from bot.web.ooapi.paging import in_order, page
from bot.web.ooapi.planned import Wanted, planned, rows_of, seats_on
from bot.web.ooapi.words import Around, Facts
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.clock import to_local
from knowledge.errors import UnknownThing
from knowledge.vocabulary import OfferingState


class Dated(Protocol):
    """The part of what is asked that is about dates."""

    @property
    def begin(self) -> datetime | None: ...

    @property
    def end(self) -> datetime | None: ...


@dataclass(frozen=True)
class Filters:
    """What an offering must be; ``modes`` empty: of any mode of delivery."""

    asked: Asked
    dated: Dated
    modes: Collection[str] = ()
    states: Collection[OfferingState] = ()


@dataclass(frozen=True)
class Timetable:
    """The offerings behind a desk."""

    desk: Desk

    def of_course(self, id: UUID, filters: Filters) -> Facts:
        around = self.desk.around()
        return self._page(around, filters, module=self.desk.module(around, id).id)

    def of_organisation(self, id: UUID, filters: Filters) -> Facts:
        """What an academy plans; the root has what all of them plan."""
        around = self.desk.around()
        owner = self.desk.owner(around, id)
        return self._page(around, filters, academy=None if owner == THE_ROOT else owner.id)

    def one(self, id: UUID, expand: Expand) -> Facts:
        """Raises UnknownThing."""
        desk, around = self.desk, self.desk.around()
        ours = desk.ids.find(around.catalogue, Kind.OFFERING, id)
        rows = rows_of(desk.engine, [ours], desk.dialect.states)
        if not rows:
            raise UnknownThing("offering", str(id))
        return desk.dialect.offering(around, rows[0], seats_on(desk.engine, [ours], around.now)[ours], expand)

    def _page(self, around: Around, filters: Filters, module: str | None = None, academy: str | None = None) -> Facts:
        today = midnight(to_local(around.now).date())
        begin, end = filters.dated.begin or today, filters.dated.end
        wanted = Wanted(filters.states, begin, end, module, academy)
        every = planned(self.desk.engine, around.catalogue, wanted) if filters.asked.fits else []
        fitting = _fitting(self.desk, around.catalogue, filters, every)
        found = in_order(fitting, filters.asked.order or [("start", False)], _keys(around, today))
        return page(found, filters.asked, lambda some: self._told(around, some))

    def _told(self, around: Around, some: Sequence[Session]) -> list[Facts]:
        desk, ids = self.desk, [one.id for one in some]
        if not ids:
            return []
        seats = seats_on(desk.engine, ids, around.now)
        rows = rows_of(desk.engine, ids, desk.dialect.states)
        return [desk.dialect.offering(around, row, seats[row.id], ()) for row in rows]


def _fitting(desk: Desk, catalogue: Catalogue, filters: Filters, every: list[Session]) -> list[Session]:
    """Those with the words and the mode of delivery that are asked for."""
    words, modes = filters.asked.q, filters.modes
    if words:
        having = {one.id for one in catalogue.modules.values() if has(words, one.name, one.summary)}
        every = [one for one in every if one.module in having or has(words, one.id)]
    return [one for one in every if desk.dialect.is_given(modes, one.online)] if modes else every


def _keys(around: Around, today: datetime) -> dict[str, Callable[[Session], object]]:
    """What can be sorted by; at one's own pace one can begin from today for as long as dates are planned."""
    names = {id: module.name.casefold() for id, module in around.catalogue.modules.items()}
    last = today + timedelta(weeks=around.weeks)
    return {
        "name": lambda one: names.get(one.module, one.module),
        "id": lambda one: uuid_of(Kind.OFFERING, one.id),
        "start": lambda one: one.starts_at or today,
        "end": lambda one: one.ends_at or last,
    }
