"""Planned modules as the pages show them: when, where, what it costs, and whether there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.cards import OfferingCard
from knowledge.catalogue.content import Line, Module
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.database import reading
from knowledge.saying import euros, say_certain
from knowledge.seat.looking import offering_card, seats_left, still_needed
from knowledge.tables import Offering


@dataclass(frozen=True)
class Date:
    """A planned module. ``module`` is None when it has left the catalogue meanwhile; ``left`` are the free seats."""

    card: OfferingCard
    module: Module | None
    lines: Sequence[Line]
    left: int
    certain: str

    @property
    def seats(self) -> str:
        return say_seats(self.left)

    @property
    def cost(self) -> str:
        paid = self.card.cost > 0 and self.card.paid_by
        return f"{euros(self.card.cost)} (betaalt: {self.card.paid_by})" if paid else euros(self.card.cost)

    @property
    def start(self) -> str:
        """Where the talk goes on with this date."""
        return f"/gesprek?start=uitvoering-{quote(self.card.id, safe='.-')}"


def say_seats(left: int) -> str:
    """``nog 5 plekken``, or that it is full."""
    if left <= 0:
        return "vol, er is een wachtlijst"
    return "nog 1 plek" if left == 1 else f"nog {left} plekken"


def coming(sessions: Sequence[Session], now: datetime) -> Iterator[Session]:
    """Those that did not begin yet, own pace too."""
    return (one for one in sessions if one.starts_at is None or one.starts_at > now)


def dates(engine: Engine, catalogue: Catalogue, sessions: Sequence[Session], now: datetime) -> list[Date]:
    """These sessions with the seats as they are now, in their order; one that is gone from the database is left out."""
    ids = [one.id for one in sessions]
    with reading(engine) as session:
        rows = {row.id: row for row in session.scalars(select(Offering).where(col(Offering.id).in_(ids)))}
    left, needed = seats_left(engine, ids, now), still_needed(engine, ids, now)
    return [_date(catalogue, rows[id], left.get(id, 0), needed.get(id, 0), now) for id in ids if id in rows]


def first_dates(engine: Engine, catalogue: Catalogue, modules: Sequence[str], now: datetime) -> dict[str, Date]:
    """The first date of each of these modules that has one."""
    firsts = [next(coming(catalogue.sessions_of.get(module, []), now), None) for module in modules]
    found = dates(engine, catalogue, [one for one in firsts if one], now)
    return {one.card.module: one for one in found}


def _date(catalogue: Catalogue, row: Offering, left: int, needed: int, now: datetime) -> Date:
    card = offering_card(catalogue, row, left=left, needed=needed)
    lines = [catalogue.lines[id] for id in catalogue.lines_of.get(row.module_id, ())]
    return Date(card, catalogue.modules.get(row.module_id), lines, left, say_certain(card, now))
