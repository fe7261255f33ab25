"""Who asks to be forgotten leaves nothing behind, and their seats go to who waits."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.people import forget, give_consent, known
from knowledge.seat.changing import withdraw
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from tests.knowledge.seat.seats import add_learners, add_offering, ask, changes, seats, told
from tests.knowledge.talks import begin, every_row, everything_of_jan


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """Three offerings of two seats, and Piet, who has a talk and a seat."""
    for id in ("cobots", "meten", "lassen"):
        add_offering(databases, now, id)
    add_learners(databases, now, "piet")
    begin(databases, now, "piets", "piet", name="Piet Pietersen")
    ask(databases, now, "piet")
    return databases


def test_forgetting_leaves_the_database_as_if_they_had_never_been(academy: Engine, now: datetime) -> None:
    before = every_row(academy)
    everything_of_jan(academy, now, "meten", "lassen")
    assert {name for name, rows in every_row(academy).items() if rows != before[name]} == {
        "answered_message",
        "button",
        "conversation",
        "enrolment",
        "enrolment_change",
        "learner",
        "notice",
        "personal_datum",
        "posted_message",
    }
    assert forget(academy, "geheim-2", now) == 2
    assert every_row(academy) == before


def test_forgetting_twice_is_the_same_as_once(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "meten", "lassen")
    forget(academy, "geheim-1", now)
    before = every_row(academy)
    assert [forget(academy, talk, now) for talk in ("geheim-1", "geheim-2", "nergens")] == [0, 0, 0]
    assert every_row(academy) == before


def test_forgetting_a_stranger_erases_their_talk(academy: Engine, now: datetime) -> None:
    before = every_row(academy)
    begin(academy, now, "nieuw", name="Kim")
    assert forget(academy, "nieuw", now) == 0
    assert every_row(academy) == before


def test_freed_seats_are_offered_to_who_waits(academy: Engine, now: datetime) -> None:
    everything_of_jan(academy, now, "cobots", "lassen", "meten")
    add_learners(academy, now, "ann", "bob")
    ask(academy, now + timedelta(hours=1), "ann", "bob")
    ask(academy, now, "bob", "ann", offering="lassen")
    assert seats(academy)["cobots"]["ann"] == "waiting"
    forget(academy, "geheim-1", now)
    assert seats(academy) == {
        "cobots": {"piet": "enrolled", "ann": "offered", "bob": "waiting"},
        "lassen": {"bob": "enrolled", "ann": "offered"},
    }
    assert changes(academy)[-2:] == [
        ("ann", "waiting", "offered", "navigator"),
        ("ann", "waiting", "offered", "navigator"),
    ]
    assert told(academy) == [("ann", "offer"), ("ann", "offer")]
    assert audit(academy, now) == []


def test_an_offered_seat_of_who_is_forgotten_goes_to_the_next(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann", "bob", "cas")
    ask(academy, now, "ann", "bob", "cas")
    leave(academy, "ann", "cobots", now)
    forget(academy, "talk-bob", now)
    assert seats(academy) == {"cobots": {"piet": "enrolled", "ann": "cancelled", "cas": "offered"}}
    assert audit(academy, now) == []


def test_what_has_begun_gives_no_seats_to_who_waited(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann", "bob")
    ask(academy, now, "ann", "bob")
    later = now + timedelta(days=15)
    forget(academy, "talk-piet", later)
    assert seats(academy) == {"cobots": {"ann": "enrolled", "bob": "cancelled"}}
    assert audit(academy, later) == []


def test_what_was_withdrawn_gives_no_seats_to_anybody(academy: Engine, now: datetime) -> None:
    add_learners(academy, now, "ann", "bob")
    ask(academy, now, "ann", "bob")
    withdraw(academy, "cobots", now, who="els", why="brand")
    forget(academy, "talk-piet", now)
    assert seats(academy) == {"cobots": {"ann": "cancelled", "bob": "cancelled"}}
    assert audit(academy, now) == []


def test_who_comes_back_after_being_forgotten_is_somebody_new(academy: Engine, now: datetime) -> None:
    was = everything_of_jan(academy, now, "meten", "lassen")
    forget(academy, "geheim-1", now)
    begin(academy, now, "geheim-1")
    assert known(academy, "geheim-1").learner_id is None
    id = give_consent(academy, "geheim-1", now)
    assert id != was
    assert enrol(academy, id, ["meten"], now)[0].state.value == "enrolled"
