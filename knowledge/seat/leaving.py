"""Leaving: a seat that comes free goes to the first in line, to one person, in the same transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, select
from sqlmodel import Session, col

from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.locking import locked_offering, move, seats_taken, waiting_list
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import LIVE, EnrolmentState, OfferingState


def leave(engine: Engine, learner_id: str, offering_id: str, now: datetime, *, who: str = "learner") -> Enrolment:
    """Gives up a seat or a place on the waiting list; leaving twice is the same as once.

    Raises:
        UnknownThing: for an offering that does not exist.
        Refusal: ``utter_not_enrolled`` or ``utter_offering_over``.
    """
    with writing(engine) as session:
        offering = locked_offering(session, offering_id)
        enrolment = session.scalar(
            select(Enrolment).where(col(Enrolment.learner_id) == learner_id, col(Enrolment.offering_id) == offering_id)
        )
        if enrolment is None:
            raise Refusal("utter_not_enrolled", offering=offering_id)
        if enrolment.state not in LIVE:
            return enrolment
        leave_in(session, enrolment, offering, now, who)
        return enrolment


def leave_in(session: Session, enrolment: Enrolment, offering: Offering, now: datetime, who: str) -> None:
    """Gives up a live enrolment on a locked offering, in a transaction that goes on. Raises Refusal."""
    if offering.starts_at is not None and offering.starts_at <= now:
        raise Refusal("utter_offering_over", offering=offering.id, module=offering.module_id)
    move(session, enrolment, EnrolmentState.CANCELLED, now, who=who, why="left")
    fill_free_seats(session, offering, now)


def fill_free_seats(session: Session, offering: Offering, now: datetime) -> list[Enrolment]:
    """Gives every free seat of a locked offering to who waits, in order; returns who moved."""
    if offering.state not in (OfferingState.OPEN, OfferingState.CONFIRMED):
        return []
    if offering.starts_at is not None and offering.starts_at <= now:
        return []
    free = max(0, offering.maximum - seats_taken(session, offering.id))
    moved = waiting_list(session, offering.id)[:free]
    for enrolment in moved:
        move(session, enrolment, EnrolmentState.ENROLLED, now, who="navigator", why="a seat came free")
    return moved
