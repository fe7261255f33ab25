"""Promises about seats: none too many, the line moves in order, and every change has its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session, col

from knowledge.audit.finding import GRACE, Finding
from knowledge.seat.giving import FIRST_TO_SAY_YES, is_first_come
from knowledge.tables import Enrolment, EnrolmentChange, Offering
from knowledge.vocabulary import GIVEN_OUT, LIVE, SEAT_HOLDING, EnrolmentState

WAITING, OFFERED = EnrolmentState.WAITING, EnrolmentState.OFFERED


def seats(session: Session, now: datetime) -> list[Finding]:
    """Every broken promise about seats."""
    return [
        *_overbooked(session),
        *_twice(session),
        *_idle(session, now),
        *_held_too_long(session, now),
        *_passed(session),
        *_without_a_row(session),
    ]


def _overbooked(session: Session) -> list[Finding]:
    rows = session.execute(
        select(col(Offering.id), col(Offering.maximum), func.count())
        .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
        .where(col(Enrolment.state).in_(SEAT_HOLDING))
        .group_by(col(Offering.id), col(Offering.maximum))
        .having(func.count() > col(Offering.maximum))
        .order_by(col(Offering.id))
    )
    return [Finding("no offering is overbooked", f"{id}: {n} seats of {m}") for id, m, n in rows]


def _twice(session: Session) -> list[Finding]:
    """The database forbids it; a table made by hand might not."""
    rows = session.execute(
        select(col(Enrolment.offering_id), func.count())
        .where(col(Enrolment.state).in_(LIVE))
        .group_by(col(Enrolment.offering_id), col(Enrolment.learner_id))
        .having(func.count() > 1)
        .order_by(col(Enrolment.offering_id))
    )
    return [Finding("nobody is enrolled twice", f"{id}: one learner {n} times") for id, n in rows]


def _idle(session: Session, now: datetime) -> list[Finding]:
    """Somebody waits while a seat is free; but shortly before the start the first yes gets it."""
    start = col(Offering.starts_at)
    holding = func.count(col(Enrolment.id)).filter(col(Enrolment.state).in_(SEAT_HOLDING))
    waiting = func.count(col(Enrolment.id)).filter(col(Enrolment.state) == WAITING)
    rows = session.execute(
        select(col(Offering.id), start, waiting, col(Offering.maximum) - holding)
        .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
        .where(col(Offering.state).in_(GIVEN_OUT), start.is_(None) | (start > now))
        .group_by(col(Offering.id), start, col(Offering.maximum))
        .having((waiting > 0) & (holding < col(Offering.maximum)))
        .order_by(col(Offering.id))
    )
    return [
        Finding("the waiting list moves", f"{id}: {w} wait for {f} free seats")
        for id, starts_at, w, f in rows
        if not is_first_come(starts_at, now)
    ]


def _held_too_long(session: Session, now: datetime) -> list[Finding]:
    rows = session.scalars(
        select(Enrolment)
        .where(col(Enrolment.state) == OFFERED, col(Enrolment.held_until) <= now - GRACE)
        .order_by(col(Enrolment.id))
    )
    return [
        Finding("an offered seat is held no longer than was said", f"{row.offering_id}: enrolment {row.id}")
        for row in rows
    ]


def _passed(session: Session) -> list[Finding]:
    """Somebody waits while who came after them in line got a seat or an offer that should have been theirs."""
    lines: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(_last_changes()):
        lines[row.offering_id].append(row)
    return [finding for id in sorted(lines) for finding in _passed_on(id, lines[id])]


def _last_changes() -> Any:
    """Everybody on an offering with a line, with the row by which they got in line, or got a seat or an offer.

    Saying yes to an offer changes nothing about whose it is.
    """
    last = func.max(col(EnrolmentChange.id)).label("last")
    got = col(EnrolmentChange.before).is_(None) | col(EnrolmentChange.before).not_in(SEAT_HOLDING)
    changes = select(col(EnrolmentChange.enrolment_id).label("of"), last).where(got).group_by("of").subquery()
    in_line = select(col(Enrolment.offering_id)).where(col(Enrolment.state) == WAITING)
    columns = [col(getattr(Enrolment, name)) for name in ("id", "offering_id", "state", "priority", "asked_at")]
    return (
        select(*columns, changes.c.last, col(EnrolmentChange.why), col(EnrolmentChange.after))
        .join(changes, changes.c.of == col(Enrolment.id))
        .join(EnrolmentChange, col(EnrolmentChange.id) == changes.c.last)
        .where(col(Enrolment.offering_id).in_(in_line), col(Enrolment.state).in_(LIVE))
    )


def _passed_on(id: str, rows: list[Row[Any]]) -> Iterator[Finding]:
    waiting = [row for row in rows if row.state == WAITING]
    first = min(waiting, key=_place)
    for row in rows:
        unfair = row.state != WAITING and row.last > first.last and row.why != FIRST_TO_SAY_YES
        if unfair and _place(row) > _place(first):
            yield Finding(
                "nobody who waits is passed",
                f"{id}: waits since {first.asked_at.isoformat()}, "
                f"a seat went to who asked at {row.asked_at.isoformat()}",
            )


def _place(row: Row[Any]) -> tuple[int, datetime, int]:
    return -row.priority, row.asked_at, row.id


def _without_a_row(session: Session) -> list[Finding]:
    """The last change of an enrolment must say the state that it has."""
    last = (
        select(col(EnrolmentChange.enrolment_id), func.max(col(EnrolmentChange.id)).label("id"))
        .group_by(col(EnrolmentChange.enrolment_id))
        .subquery()
    )
    rows = session.execute(
        select(col(Enrolment.id), col(Enrolment.state), col(EnrolmentChange.after))
        .join(last, last.c.enrolment_id == col(Enrolment.id), isouter=True)
        .join(EnrolmentChange, col(EnrolmentChange.id) == last.c.id, isouter=True)
        .where(col(EnrolmentChange.after).is_(None) | (col(EnrolmentChange.after) != col(Enrolment.state)))
        .order_by(col(Enrolment.id))
    )
    return [
        Finding("every change has its row", f"enrolment {id}: {state}, last row says {after}")
        for id, state, after in rows
    ]
