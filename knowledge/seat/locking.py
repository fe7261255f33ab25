"""The locks that every decision about seats is made under, and what is counted inside them.

On SQLite ``writing`` already holds the one write lock. On PostgreSQL rows are locked, always in this
order, so that nobody waits in a circle: conversations, then the learner, then offerings, by id, then the
row of the catalogue's version.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from knowledge.errors import UnknownThing
from knowledge.tables import Enrolment, EnrolmentChange, Learner, Offering
from knowledge.vocabulary import LIVE, SEAT_HOLDING, EnrolmentState

IN_LINE = (col(Enrolment.priority).desc(), col(Enrolment.asked_at), col(Enrolment.id))
"""The order of a waiting list."""


def locked_offering(session: Session, offering_id: str) -> Offering:
    """The offering as it is now, locked until the transaction ends. Raises UnknownThing."""
    row = session.get(Offering, offering_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise UnknownThing("offering", offering_id)
    return row


def present_learner(session: Session, learner_id: str) -> Learner:
    """The learner, who cannot be erased until the transaction ends. Raises UnknownThing."""
    row = session.get(Learner, learner_id, with_for_update={"read": True})
    if row is None:
        raise UnknownThing("learner", learner_id)
    return row


def locked_learner(session: Session, learner_id: str) -> Learner | None:
    """The learner, who can take no seat until the transaction ends; None when they are gone.

    Others can still write to them (a notice refers to its learner): who holds the offering that we wait for may be
    offering them a seat.
    """
    return session.get(Learner, learner_id, with_for_update={"key_share": True})


def seats_taken(session: Session, offering_id: str) -> int:
    """How many hold a seat; only certain while the offering is locked."""
    count = session.scalar(
        select(func.count()).where(col(Enrolment.offering_id) == offering_id, col(Enrolment.state).in_(SEAT_HOLDING))
    )
    return count or 0


def waiting_list(session: Session, offering_id: str) -> list[Enrolment]:
    """Who waits, first in line first."""
    return list(
        session.scalars(
            select(Enrolment)
            .where(
                col(Enrolment.offering_id) == offering_id,
                col(Enrolment.state) == EnrolmentState.WAITING,
            )
            .order_by(*IN_LINE)
        )
    )


def live_on(session: Session, offering_id: str) -> list[Enrolment]:
    """Everybody who counts on an offering, with a seat or in line, in the order of asking."""
    return list(
        session.scalars(
            select(Enrolment)
            .where(col(Enrolment.offering_id) == offering_id, col(Enrolment.state).in_(LIVE))
            .order_by(*IN_LINE)
        )
    )


def enrolment_of(session: Session, learner_id: str, offering_id: str) -> Enrolment | None:
    """The one enrolment of a learner on an offering, in whatever state."""
    return session.scalar(
        select(Enrolment).where(col(Enrolment.learner_id) == learner_id, col(Enrolment.offering_id) == offering_id)
    )


def move(session: Session, enrolment: Enrolment, state: EnrolmentState, now: datetime, *, who: str, why: str) -> None:
    """Changes the state of an enrolment and adds the row that says so; calendars learn of it by a higher SEQUENCE."""
    before = enrolment.state if enrolment.id is not None else None
    if EnrolmentState.ENROLLED in (before, state) and before != state:
        enrolment.sequence += 1
    if state == EnrolmentState.ENROLLED:
        enrolment.seated_at, enrolment.coming_at = now, None
    if state != EnrolmentState.OFFERED:
        enrolment.held_until = None
    enrolment.state = state
    session.add(enrolment)
    session.flush()
    assert enrolment.id is not None  # noqa: S101  # the flush gave it one
    session.add(EnrolmentChange(enrolment_id=enrolment.id, at=now, before=before, after=state, who=who, why=why))
