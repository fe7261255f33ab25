from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.database import reading, writing
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.tables import Conversation, Learner
from tests.knowledge.seat.seats import add_offering
from tests.torture import truth
from tests.torture.line import Talked, Told

LATER = timedelta(minutes=5)


@pytest.fixture
def talked(engine: Engine, now: datetime) -> Talked:
    """Somebody with a talk and an address, and an offering with a seat."""
    add_offering(engine, now)
    with writing(engine) as session:
        session.add(Learner(id="ann", created_at=now, consent_at=now, email="prater-1@bedrijf.example"))
        session.flush()
        session.add(Conversation(id="gesprek", learner_id="ann", created_at=now, seen_at=now))
    return Talked(1, "prater-1", conversation="gesprek")


def untrue(engine: Engine, talked: Talked) -> list[str]:
    with reading(engine) as session:
        return truth.untrue(session, [talked])


def test_what_was_told_when_it_was_so_is_true_also_when_it_changed_since(
    engine: Engine, talked: Talked, now: datetime
) -> None:
    enrol(engine, "ann", ["cobots"], now)
    leave(engine, "ann", "cobots", now + LATER)
    talked.told = [
        Told("cobots", "enrolled", now, now + timedelta(seconds=1)),
        Told("cobots", "cancelled", now + LATER, now + LATER + timedelta(seconds=1)),
    ]
    assert untrue(engine, talked) == []


def test_a_seat_that_was_told_and_never_taken_is_found(engine: Engine, talked: Talked, now: datetime) -> None:
    talked.told = [Told("cobots", "enrolled", now, now)]
    assert untrue(engine, talked) == ["prater-1, cobots: told enrolled at 09:00:00, had nothing"]


@pytest.mark.parametrize(("state", "after"), [("waiting", 1), ("enrolled", -60), ("enrolled", 900)])
def test_what_was_told_before_or_after_it_was_so_or_never_was_is_found(
    engine: Engine, talked: Talked, now: datetime, state: str, after: float
) -> None:
    enrol(engine, "ann", ["cobots"], now)
    leave(engine, "ann", "cobots", now + LATER)
    at = now + timedelta(seconds=after)
    talked.told = [Told("cobots", state, at, at)]
    assert len(untrue(engine, talked)) == 1


def test_somebody_who_counts_on_two_offerings_is_found(engine: Engine, talked: Talked, now: datetime) -> None:
    add_offering(engine, now, "lassen")
    enrol(engine, "ann", ["cobots"], now)
    with reading(engine) as session:
        assert truth.enrolled_twice(session) == []
    enrol(engine, "ann", ["lassen"], now)
    with reading(engine) as session:
        assert truth.enrolled_twice(session) == ["prater-1@bedrijf.example: 2 enrolments"]


def test_a_second_learner_of_one_talk_is_found(engine: Engine, talked: Talked, now: datetime) -> None:
    talked.told = [Told("cobots", "enrolled", now, now)]
    with reading(engine) as session:
        assert truth.learners(session, [talked]) == (1, [])
    with writing(engine) as session:
        session.add(Learner(id="ann-2", created_at=now, email="prater-1@bedrijf.example"))
    with reading(engine) as session:
        count, faults = truth.learners(session, [talked])
    assert count == 1
    assert faults == [
        "prater-1: the talk is with ann, the address with ['ann', 'ann-2']",
        "learner ann-2 has no talk",
    ]
