"""Who was there: marked by the academy after the start, or said by the learner when nobody marked it yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine, select
from sqlmodel import Session, col

from knowledge.database import writing
from knowledge.errors import NavigatorError, Refusal
from knowledge.seat.enrolling import last_why
from knowledge.seat.giving import give_out
from knowledge.seat.locking import enrolment_of, locked_offering, move
from knowledge.seat.settling import settle
from knowledge.tables import Enrolment
from knowledge.vocabulary import EnrolmentState

HAD_A_SEAT = (EnrolmentState.ENROLLED, EnrolmentState.ATTENDED, EnrolmentState.MISSED)
MARKED, SAID = "marked by the academy", "said so"


def mark(engine: Engine, offering_id: str, present: Mapping[int, bool], now: datetime, *, who: str) -> list[Enrolment]:
    """Marks enrolments as present or absent; marking anew corrects a mistake. All of them or none.

    Args:
        present: by the number of the enrolment.

    Raises:
        UnknownThing: for an offering that does not exist.
        NavigatorError: before its start, or for somebody who had no seat on it.
    """
    with writing(engine) as session:
        offering = locked_offering(session, offering_id)
        settle(session, offering, now)
        if offering.starts_at is not None and offering.starts_at > now:
            raise NavigatorError(f"{offering_id} has not begun yet, so nobody can be present or absent.")
        rows = session.scalars(
            select(Enrolment)
            .where(col(Enrolment.offering_id) == offering_id, col(Enrolment.state).in_(HAD_A_SEAT))
            .order_by(col(Enrolment.id))
        ).all()
        strangers = sorted(set(present) - {row.id for row in rows})
        if strangers:
            raise NavigatorError(
                f"Enrolment {', '.join(map(str, strangers))} had no seat on {offering_id}; nobody was marked. "
                "`navigator offering show` lists who had."
            )
        marked = [row for row in rows if row.id in present]
        for row in marked:
            _mark(session, row, present[row.id or 0], now, who=who, why=MARKED)
        give_out(session, offering, now)
        return marked


def say_present(
    engine: Engine, learner_id: str, offering_id: str, present: bool, now: datetime, *, feedback: str | None = None
) -> Enrolment:
    """What the learner says; what the academy marked stays as it is, what they said themselves can be said anew.

    Args:
        feedback: what they thought of it, kept whoever marked them.

    Raises:
        UnknownThing: for an offering that does not exist.
        Refusal: ``utter_not_begun`` before its start, ``utter_not_enrolled`` for who had no seat.
    """
    with writing(engine) as session:
        offering = locked_offering(session, offering_id)
        settle(session, offering, now)
        enrolment = enrolment_of(session, learner_id, offering_id)
        if enrolment is None or enrolment.state not in HAD_A_SEAT:
            raise Refusal("utter_not_enrolled", offering=offering_id, module=offering.module_id)
        if offering.starts_at is not None and offering.starts_at > now:
            raise Refusal("utter_not_begun", offering=offering_id, module=offering.module_id)
        if feedback is not None:
            enrolment.feedback = feedback
            session.add(enrolment)
        if enrolment.state == EnrolmentState.ENROLLED or last_why(session, enrolment) == SAID:
            _mark(session, enrolment, present, now, who="learner", why=SAID)
            give_out(session, offering, now)
        return enrolment


def _mark(session: Session, enrolment: Enrolment, present: bool, now: datetime, *, who: str, why: str) -> None:
    state = EnrolmentState.ATTENDED if present else EnrolmentState.MISSED
    if enrolment.state != state:
        move(session, enrolment, state, now, who=who, why=why)
