"""Which offerings there are to be told of: those that can be enrolled on from memory, the others from the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, select, true
from sqlmodel import col

from bot.web.ooapi.words import Seats
from knowledge.catalogue.snapshot import Catalogue, Session, session_of
from knowledge.database import reading
from knowledge.seat.looking import count_in, seats_left, still_needed
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import GIVEN_OUT, EnrolmentState, OfferingState


@dataclass(frozen=True, slots=True)
class Wanted:
    """Offerings of a module, an academy or all, that begin at ``begin`` or later and end by ``end``.

    What has no date is always wanted.
    """

    states: Collection[OfferingState]
    begin: datetime
    end: datetime | None = None
    module: str | None = None
    academy: str | None = None


def planned(engine: Engine, catalogue: Catalogue, wanted: Wanted) -> list[Session]:
    """All that is wanted; what is in memory first, in its order there.

    Of ``GIVEN_OUT`` all is wanted or nothing.
    """
    found = {}
    if set(wanted.states) & set(GIVEN_OUT):
        found = {one.id: one for one in _in_memory(catalogue, wanted) if _is_wanted(one, wanted)}
    if others := set(wanted.states) - set(GIVEN_OUT):
        found |= {one.id: one for one in _in_database(engine, wanted, others)}
    return list(found.values())


def rows_of(engine: Engine, ids: Sequence[str], states: Collection[OfferingState]) -> list[Offering]:
    """The rows of these offerings, in this order; what is gone meanwhile, or in another state, is left out."""
    with reading(engine) as session:
        told = select(Offering).where(
            col(Offering.id).in_(ids), col(Offering.in_content), col(Offering.state).in_(states)
        )
        rows = {row.id: row for row in session.scalars(told)}
    return [rows[id] for id in ids if id in rows]


def seats_on(engine: Engine, ids: Collection[str], now: datetime) -> dict[str, Seats]:
    """How it stands with the seats of these offerings."""
    left, needed = seats_left(engine, ids, now), still_needed(engine, ids, now)
    with reading(engine) as session:
        rows = session.execute(
            select(col(Enrolment.offering_id), count_in((EnrolmentState.WAITING,)))
            .where(col(Enrolment.offering_id).in_(list(ids)))
            .group_by(col(Enrolment.offering_id))
        ).all()
    waiting = {id: count for id, count in rows}  # noqa: C416  # rows are no pairs to mypy
    return {id: Seats(left.get(id, 0), needed[id], waiting.get(id, 0)) for id in ids}


def _in_memory(catalogue: Catalogue, wanted: Wanted) -> Iterable[Session]:
    return catalogue.sessions if wanted.module is None else catalogue.sessions_of.get(wanted.module, ())


def _is_wanted(one: Session, wanted: Wanted) -> bool:
    if wanted.academy is not None and one.academy != wanted.academy:
        return False
    if one.starts_at is None or one.ends_at is None:
        return True
    return one.starts_at >= wanted.begin and (wanted.end is None or one.ends_at <= wanted.end)


def _in_database(engine: Engine, wanted: Wanted, states: Collection[OfferingState]) -> list[Session]:
    start, end = col(Offering.starts_at), col(Offering.ends_at)
    dated = (start >= wanted.begin) & (true() if wanted.end is None else end <= wanted.end)
    with reading(engine) as session:
        rows = session.scalars(
            select(Offering)
            .where(
                col(Offering.in_content),
                col(Offering.state).in_(states),
                start.is_(None) | dated,
                true() if wanted.module is None else col(Offering.module_id) == wanted.module,
                true() if wanted.academy is None else col(Offering.academy_id) == wanted.academy,
            )
            .order_by(start, col(Offering.id))
        )
        return [session_of(row) for row in rows]
