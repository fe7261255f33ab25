"""Moving a seat: the new one is there before the old one goes, and a full one changes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.errors import Refusal, UnknownThing
from knowledge.seat.changing import withdraw
from knowledge.seat.leaving import leave
from knowledge.seat.moving import move_seat
from tests.knowledge.seat.seats import add_offering, ask, change_offering, changes, seats, told


@pytest.fixture
def later(academy: Engine, now: datetime) -> Engine:
    """The same with a second offering, "later", of one seat."""
    add_offering(academy, now, "later", days=28, maximum=1)
    return academy


def move(engine: Engine, now: datetime, who: str = "ann", old: str = "cobots", new: str = "later") -> str:
    """Moves somebody a day after all asked; gives the state on the new offering."""
    return move_seat(engine, who, old, new, now + timedelta(days=1)).state.value


def refused(engine: Engine, now: datetime, **how: str) -> str:
    with pytest.raises(Refusal) as found:
        move(engine, now, **how)
    return found.value.response


def test_the_old_seat_goes_and_the_new_one_is_there(later: Engine, now: datetime) -> None:
    ask(later, now, "ann")
    assert move(later, now) == "enrolled"
    assert seats(later) == {"cobots": {"ann": "cancelled"}, "later": {"ann": "enrolled"}}
    assert changes(later)[1:] == [("ann", None, "enrolled", "learner"), ("ann", "enrolled", "cancelled", "learner")]
    assert audit(later, now) == []


def test_the_seat_that_comes_free_is_offered_to_who_waits(later: Engine, now: datetime) -> None:
    assert ask(later, now, "ann", "bob", "cas") == ["enrolled", "enrolled", "waiting"]
    move(later, now)
    assert seats(later)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "cas": "offered"}
    assert told(later) == [("ann", "seat_left"), ("cas", "offer")]


def test_who_is_offered_a_seat_moves_only_to_where_there_is_one(later: Engine, now: datetime) -> None:
    ask(later, now, "ann", "bob", "cas", "dia")
    leave(later, "ann", "cobots", now)
    assert move(later, now, "cas") == "enrolled"
    assert seats(later)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "cas": "cancelled", "dia": "offered"}
    assert refused(later, now, who="dia") == "utter_move_full"
    assert seats(later)["cobots"]["dia"] == "offered"


def test_a_seat_that_is_offered_there_is_taken_by_moving_to_it(later: Engine, now: datetime) -> None:
    ask(later, now, "bob", "ann", offering="later")
    ask(later, now, "ann")
    leave(later, "bob", "later", now)
    assert seats(later)["later"] == {"bob": "cancelled", "ann": "offered"}
    assert move(later, now) == "enrolled"
    assert seats(later) == {
        "later": {"bob": "cancelled", "ann": "enrolled"},
        "cobots": {"ann": "cancelled"},
    }


def test_who_moves_to_what_was_withdrawn_keeps_what_they_have(later: Engine, now: datetime) -> None:
    ask(later, now, "ann")
    withdraw(later, "later", now, who="els", why="brand")
    assert refused(later, now) == "utter_offering_cancelled"
    assert seats(later) == {"cobots": {"ann": "enrolled"}}


def test_a_full_one_is_refused_and_nothing_changes(later: Engine, now: datetime) -> None:
    ask(later, now, "ann", "bob")
    ask(later, now, "cas", offering="later")
    before = (seats(later), changes(later))
    assert refused(later, now) == "utter_move_full"
    assert (seats(later), changes(later)) == before


def test_who_only_waits_may_wait_elsewhere(later: Engine, now: datetime) -> None:
    ask(later, now, "ann", "bob", "cas")
    ask(later, now, "dia", offering="later")
    assert move(later, now, "cas") == "waiting"
    assert seats(later)["later"] == {"dia": "enrolled", "cas": "waiting"}


def test_moving_twice_is_the_same_as_once(later: Engine, now: datetime) -> None:
    ask(later, now, "ann")
    move(later, now)
    before = changes(later)
    assert move(later, now) == "enrolled"
    assert changes(later) == before


def test_moving_to_where_one_is_changes_nothing(later: Engine, now: datetime) -> None:
    ask(later, now, "ann")
    before = changes(later)
    assert move(later, now, new="cobots") == "enrolled"
    assert changes(later) == before


@pytest.mark.parametrize("which", ["cobots", "later"])
def test_what_has_begun_can_neither_be_left_nor_taken(later: Engine, now: datetime, which: str) -> None:
    ask(later, now, "ann")
    change_offering(later, which, starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=5))
    before = (seats(later), changes(later))
    assert refused(later, now) == "utter_offering_over"
    assert (seats(later), changes(later)) == before


def test_who_has_no_seat_moves_none(later: Engine, now: datetime) -> None:
    assert refused(later, now) == "utter_not_enrolled"
    ask(later, now, "ann")
    leave(later, "ann", "cobots", now)
    assert refused(later, now) == "utter_not_enrolled"
    with pytest.raises(UnknownThing):
        move(later, now, new="nowhere")
