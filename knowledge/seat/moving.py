"""Moving a seat to another date: the old one is only given up when the new one is there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.enrolling import enrol_in
from knowledge.seat.leaving import leave_in
from knowledge.seat.locking import enrolment_of, locked_offering, present_learner
from knowledge.seat.settling import settle
from knowledge.tables import Enrolment
from knowledge.vocabulary import LIVE, SEAT_HOLDING, EnrolmentState


def move_seat(
    engine: Engine, learner_id: str, old_id: str, new_id: str, now: datetime, *, who: str = "learner"
) -> Enrolment:
    """Leaves one offering for another in one transaction; returns the enrolment on the new one.

    Who holds a seat must get one: when the new offering is full, nothing changes. Who only waits may wait there.
    Moving twice is the same as once.

    Raises:
        UnknownThing: for a learner or an offering that does not exist.
        Refusal: ``utter_move_full``, ``utter_not_enrolled``, ``utter_offering_over`` or ``utter_offering_gone``;
            nothing is changed then.
    """
    with writing(engine) as session:
        present_learner(session, learner_id)
        offerings = {id: locked_offering(session, id) for id in sorted({old_id, new_id})}
        settle(session, offerings[old_id], now)
        held = enrolment_of(session, learner_id, old_id)
        if held is None or held.state not in LIVE:
            there = enrolment_of(session, learner_id, new_id)
            if there is not None and there.state in LIVE:
                return there
            raise Refusal("utter_not_enrolled", offering=old_id)
        if old_id == new_id:
            return held
        holds = held.state in SEAT_HOLDING
        moved = enrol_in(session, learner_id, offerings[new_id], now, held.line_id, who)
        if holds and moved.state == EnrolmentState.WAITING:
            raise Refusal("utter_move_full", offering=new_id)
        leave_in(session, held, offerings[old_id], now, who)
        return moved
