"""What a learner brings to a station: an own case or a learning question, for themselves or for the trainer too.

It stands with the enrolment. The trainer gets it only as it was when the learner agreed: other words ask for another
yes. It moves nobody in a line and takes no seat, so it leaves no row among the changes of seats.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.locking import enrolment_of, locked_offering
from knowledge.seat.settling import settle
from knowledge.tables import Enrolment
from knowledge.vocabulary import LIVE


class Brought(StrEnum):
    """Which of the two it is; each is the name of its column."""

    OWN_CASE = "own_case"
    LEARNING_QUESTION = "learning_question"


def bring(engine: Engine, learner_id: str, offering_id: str, what: Brought, words: str, now: datetime) -> Enrolment:
    """Keeps a case or a question in the learner's words, in the place of an earlier one; nobody else gets it yet.

    The same words again change nothing, also not who gets them. References (``[naam-1]``) are kept as they are.

    Raises:
        UnknownThing: for an offering that does not exist.
        Refusal: ``utter_not_enrolled`` for who has no seat or place in line.
    """

    def change(enrolment: Enrolment) -> None:
        if getattr(enrolment, what) != words:
            setattr(enrolment, what, words)
            enrolment.shared_at = None

    return _change(engine, learner_id, offering_id, now, change)


def share(engine: Engine, learner_id: str, offering_id: str, agrees: bool, now: datetime) -> Enrolment:
    """Notes whether the trainer gets what was brought; yes twice keeps the first moment, with nothing there is no yes.

    Raises:
        UnknownThing: for an offering that does not exist.
        Refusal: ``utter_not_enrolled`` for who has no seat or place in line.
    """

    def change(enrolment: Enrolment) -> None:
        there = enrolment.own_case or enrolment.learning_question
        enrolment.shared_at = (enrolment.shared_at or now) if agrees and there else None

    return _change(engine, learner_id, offering_id, now, change)


def take_back(engine: Engine, learner_id: str, offering_id: str, now: datetime) -> Enrolment:
    """Erases what was brought, case and question; the trainer gets nothing any more.

    Raises:
        UnknownThing: for an offering that does not exist.
        Refusal: ``utter_not_enrolled`` for who has no seat or place in line.
    """

    def change(enrolment: Enrolment) -> None:
        enrolment.own_case = enrolment.learning_question = enrolment.shared_at = None

    return _change(engine, learner_id, offering_id, now, change)


def _change(
    engine: Engine, learner_id: str, offering_id: str, now: datetime, change: Callable[[Enrolment], None]
) -> Enrolment:
    with writing(engine) as session:
        settle(session, locked_offering(session, offering_id), now)
        enrolment = enrolment_of(session, learner_id, offering_id)
        if enrolment is None or enrolment.state not in LIVE:
            raise Refusal("utter_not_enrolled", offering=offering_id)
        change(enrolment)
        session.add(enrolment)
        return enrolment
