"""Looks whether the promises about seats hold in the database. Only reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select
from sqlmodel import Session, col

from knowledge.database import reading
from knowledge.tables import Enrolment, EnrolmentChange, Offering
from knowledge.vocabulary import SEAT_HOLDING, EnrolmentState, OfferingState


@dataclass(frozen=True)
class Finding:
    """A promise that doesn't hold, and where."""

    promise: str
    where: str


def audit(engine: Engine, now: datetime) -> list[Finding]:
    """Every broken promise; an empty list is good news."""
    with reading(engine) as session:
        return [
            *_overbooked(session),
            *_idle_seats(session, now),
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


def _idle_seats(session: Session, now: datetime) -> list[Finding]:
    """Somebody waits while a seat is free, on an offering where seats are still given out."""
    start, open_states = col(Offering.starts_at), (OfferingState.OPEN, OfferingState.CONFIRMED)
    holding = func.count(col(Enrolment.id)).filter(col(Enrolment.state).in_(SEAT_HOLDING))
    waiting = func.count(col(Enrolment.id)).filter(col(Enrolment.state) == EnrolmentState.WAITING)
    rows = session.execute(
        select(col(Offering.id), waiting, col(Offering.maximum) - holding)
        .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
        .where(col(Offering.state).in_(open_states), start.is_(None) | (start > now))
        .group_by(col(Offering.id), col(Offering.maximum))
        .having((waiting > 0) & (holding < col(Offering.maximum)))
        .order_by(col(Offering.id))
    )
    return [Finding("the waiting list moves", f"{id}: {w} wait for {f} free seats") for id, w, f in rows]


def _passed(session: Session) -> list[Finding]:
    """Somebody waits while who asked later has a seat."""
    asked = col(Enrolment.asked_at)
    last = func.max(asked).filter(col(Enrolment.state).in_(SEAT_HOLDING))
    first = func.min(asked).filter(col(Enrolment.state) == EnrolmentState.WAITING)
    rows = session.execute(
        select(col(Enrolment.offering_id), first, last)
        .group_by(col(Enrolment.offering_id))
        .having(first < last)
        .order_by(col(Enrolment.offering_id))
    )
    return [
        Finding(
            "nobody who waits is passed",
            f"{id}: waits since {waits.isoformat()}, a seat went to who asked at {got.isoformat()}",
        )
        for id, waits, got in rows
    ]


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
        .order_by(col(Enrolment.id))
    )
    return [
        Finding("every change has its row", f"enrolment {id}: {state}, last row says {after}")
        for id, state, after in rows
        if state != after
    ]
