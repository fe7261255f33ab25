"""Enrolling: a lock, a look, a rule.

Asking twice is one enrolment. A cancelled one revives, at the end of the line. With a seat free and
nobody waiting you are enrolled; else you are on the waiting list. Several at once is all or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select
from sqlmodel import Session, col

from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.locking import locked_offering, move, present_learner, seats_taken, waiting_list
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import LIVE, EnrolmentState, OfferingState


def enrol(
    engine: Engine,
    learner_id: str,
    offering_ids: Sequence[str],
    now: datetime,
    *,
    line_id: str | None = None,
    who: str = "learner",
) -> list[Enrolment]:
    """Enrols a learner on these offerings, in the order given.

    Returns the enrolments, each ``enrolled`` or ``waiting``; one that was live already is returned as it was.

    Raises:
        UnknownThing: for a learner or an offering that does not exist.
        Refusal: ``utter_offering_over`` or ``utter_offering_gone``; nothing is changed then.
    """
    with writing(engine) as session:
        present_learner(session, learner_id)
        locked = {id: locked_offering(session, id) for id in sorted(set(offering_ids))}
        return [enrol_in(session, learner_id, locked[id], now, line_id, who) for id in dict.fromkeys(offering_ids)]


def enrol_in(
    session: Session, learner_id: str, offering: Offering, now: datetime, line_id: str | None, who: str
) -> Enrolment:
    """The same for one offering that is locked already, in a transaction that goes on."""
    enrolment = session.scalar(
        select(Enrolment).where(col(Enrolment.learner_id) == learner_id, col(Enrolment.offering_id) == offering.id)
    )
    if enrolment is not None and enrolment.state in LIVE:
        return enrolment
    _refuse_what_cannot_be(offering, now)
    if enrolment is None:
        enrolment = Enrolment(
            learner_id=learner_id, offering_id=offering.id, state=EnrolmentState.WAITING, asked_at=now
        )
    asked_at = _after_everybody(session, offering.id, now)
    enrolment.asked_at, enrolment.line_id, enrolment.held_until = asked_at, line_id, None
    free = seats_taken(session, offering.id) < offering.maximum and not waiting_list(session, offering.id)
    state = EnrolmentState.ENROLLED if free else EnrolmentState.WAITING
    move(session, enrolment, state, now, who=who, why="asked for a seat")
    return enrolment


def _after_everybody(session: Session, offering_id: str, now: datetime) -> datetime:
    """Now, or just after who asked last: who gets the lock later, or has a slower clock, passes nobody."""
    last = session.scalar(
        select(func.max(col(Enrolment.asked_at))).where(
            col(Enrolment.offering_id) == offering_id, col(Enrolment.state).in_(LIVE)
        )
    )
    return max(now, last + timedelta(microseconds=1)) if last else now


def _refuse_what_cannot_be(offering: Offering, now: datetime) -> None:
    if offering.starts_at is not None and offering.starts_at <= now:
        raise Refusal("utter_offering_over", offering=offering.id, module=offering.module_id)
    if offering.state not in (OfferingState.OPEN, OfferingState.CONFIRMED) or not offering.in_content:
        raise Refusal("utter_offering_gone", offering=offering.id, module=offering.module_id)
