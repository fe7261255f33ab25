"""The locks: who gets one sees what is true now, and what is not there is named."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.errors import UnknownThing
from knowledge.seat.locking import (
    locked_learner,
    locked_offering,
    present_learner,
    seats_taken,
    waiting_list,
)
from knowledge.tables import Enrolment, Learner, Offering
from knowledge.vocabulary import EnrolmentState
from tests.knowledge.seat.seats import add_learners, ask


def test_a_locked_offering_is_read_again_though_it_was_seen_before(academy: Engine) -> None:
    with writing(academy) as session:
        seen = session.get(Offering, "cobots")
        session.connection().exec_driver_sql("UPDATE offering SET maximum = 7")
        assert seen is not None
        assert seen.maximum == 2
        assert locked_offering(session, "cobots").maximum == 7


def test_what_is_not_there_cannot_be_locked(academy: Engine) -> None:
    with writing(academy) as session:
        with pytest.raises(UnknownThing, match="There is no offering with id 'nergens'"):
            locked_offering(session, "nergens")
        with pytest.raises(UnknownThing, match="There is no learner with id 'niemand'"):
            present_learner(session, "niemand")
        assert locked_learner(session, "niemand") is None


def test_a_learner_that_is_there_is_given(academy: Engine, now: datetime) -> None:
    ann = Learner(id="ann", created_at=now, consent_at=now)
    with writing(academy) as session:
        assert present_learner(session, "ann") == ann
        assert locked_learner(session, "ann") == ann


def test_a_seat_is_taken_by_who_is_enrolled_awaited_or_offered_one(academy: Engine, now: datetime) -> None:
    states = list(EnrolmentState)
    add_learners(academy, now, *states)
    with writing(academy) as session:
        session.add_all(
            Enrolment(learner_id=state.value, offering_id="cobots", state=state, asked_at=now) for state in states
        )
    with writing(academy) as session:
        assert seats_taken(session, "cobots") == 3
        assert [one.learner_id for one in waiting_list(session, "cobots")] == ["waiting"]


def test_the_waiting_list_goes_by_when_people_asked(academy: Engine, now: datetime) -> None:
    ask(academy, now, "eva", "dia", "cas", "bob", "ann")
    with writing(academy) as session:
        assert [one.learner_id for one in waiting_list(session, "cobots")] == ["cas", "bob", "ann"]
        assert waiting_list(session, "nergens") == []
