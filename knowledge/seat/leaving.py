"""Leaving: a seat that comes free goes to who waits, in the same transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.giving import give_out
from knowledge.seat.locking import enrolment_of, locked_offering, move
from knowledge.seat.settling import settle
from knowledge.tables import Enrolment, Offering
from knowledge.telling.notices import tell
from knowledge.vocabulary import LIVE, EnrolmentState, NoticeKind

LATE = timedelta(hours=48)
"""Who leaves a seat later than this before the start is asked why; the seat comes free all the same."""

LEFT, DECLINED = "left", "declined the offered seat"


def leave(engine: Engine, learner_id: str, offering_id: str, now: datetime, *, who: str = "learner") -> Enrolment:
    """Gives up a seat, an offered seat or a place on the waiting list; leaving twice is the same as once.

    Raises:
        UnknownThing: for an offering that does not exist.
        Refusal: ``utter_not_enrolled`` or ``utter_offering_over``.
    """
    with writing(engine) as session:
        offering = locked_offering(session, offering_id)
        settle(session, offering, now)
        enrolment = enrolment_of(session, learner_id, offering_id)
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
    had_seat = enrolment.state == EnrolmentState.ENROLLED
    why = DECLINED if enrolment.state == EnrolmentState.OFFERED else LEFT
    move(session, enrolment, EnrolmentState.CANCELLED, now, who=who, why=why)
    if had_seat and offering.starts_at is not None:
        tell(
            session,
            enrolment,
            offering,
            NoticeKind.SEAT_LEFT,
            now,
            about=str(enrolment.sequence),
            useful_until=offering.starts_at,
            urgent=True,
        )
    give_out(session, offering, now)


def is_late(offering: Offering, now: datetime) -> bool:
    """Whether it is past the moment until which a seat is given up without a word."""
    return offering.starts_at is not None and now > offering.starts_at - LATE


def give_reason(engine: Engine, learner_id: str, offering_id: str, reason: str, now: datetime) -> None:
    """Keeps why somebody left late; nothing happens to who didn't leave."""
    with writing(engine) as session:
        locked_offering(session, offering_id)
        enrolment = enrolment_of(session, learner_id, offering_id)
        if enrolment is not None and enrolment.state == EnrolmentState.CANCELLED:
            enrolment.leave_reason = reason
            session.add(enrolment)
