"""Saying that one comes, or that one goes on with e-learning."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.deciding import COMING
from knowledge.seat.locking import enrolment_of, locked_offering
from knowledge.seat.settling import settle
from knowledge.tables import Enrolment
from knowledge.vocabulary import EnrolmentState, OfferingState


def confirm_coming(engine: Engine, learner_id: str, offering_id: str, now: datetime) -> Enrolment:
    """Notes that a learner comes, or goes on at their own pace; who was there already changes nothing.

    Raises:
        UnknownThing: for an offering that does not exist.
        Refusal: ``utter_offering_cancelled``, ``utter_offering_over``, or ``utter_not_enrolled`` for who has no seat.
    """
    with writing(engine) as session:
        offering = locked_offering(session, offering_id)
        settle(session, offering, now)
        names = {"offering": offering_id, "module": offering.module_id}
        enrolment = enrolment_of(session, learner_id, offering_id)
        if enrolment is None:
            raise Refusal("utter_not_enrolled", **names)
        if enrolment.state == EnrolmentState.ATTENDED:
            return enrolment
        if offering.state == OfferingState.CANCELLED:
            raise Refusal("utter_offering_cancelled", **names)
        if offering.starts_at is not None and offering.starts_at <= now:
            raise Refusal("utter_offering_over", **names)
        if enrolment.state not in COMING:
            raise Refusal("utter_not_enrolled", **names)
        enrolment.coming_at = now
        session.add(enrolment)
        return enrolment
