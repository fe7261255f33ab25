"""A first yes, a decision and the messages that are due, by many processes at once; each with its twin."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.clock import utc_now
from knowledge.seat.leaving import leave
from knowledge.telling.outbox import waiting
from knowledge.vocabulary import NoticeKind
from tests.knowledge.seat.no_locks import Look
from tests.knowledge.seat.racing import Deed, Told, broken, race
from tests.knowledge.seat.seats import (
    add_learners,
    add_offering,
    ask,
    change_offering,
    crowd,
    decisions,
    notices,
    seats,
)

HOUR = timedelta(hours=1)


def one_seat_soon(engine: Engine, now: datetime, count: int) -> list[str]:
    """One seat came free three hours before the start; that many wait for it."""
    start = utc_now() + 3 * HOUR
    add_offering(engine, now, maximum=1, starts_at=start, ends_at=start + HOUR)
    add_learners(engine, now, "ann")
    people = crowd(engine, now, count)
    ask(engine, utc_now(), "ann")
    ask(engine, now, *people)
    leave(engine, "ann", "cobots", utc_now())
    return people


def test_of_twenty_who_say_yes_at_once_one_gets_the_seat(databases: Engine, now: datetime) -> None:
    people = one_seat_soon(databases, now, 20)
    told = race(databases, [Deed("claim", id) for id in people])
    assert broken(databases, told) == set()
    assert Counter(one.answer for one in told) == {"enrolled": 1, "utter_offer_taken": 19}
    assert Counter(seats(databases)["cobots"].values()) == {"cancelled": 1, "enrolled": 1, "waiting": 19}
    (winner,) = [one.deed.learner for one in told if one.answer == "enrolled"]
    assert [row.learner_id for row in notices(databases, NoticeKind.SEAT_TAKEN)] == ["ann", winner]
    assert sorted(row.learner_id for row in notices(databases, NoticeKind.FIRST_COME)) == people


def test_without_the_locks_all_twelve_who_say_yes_get_it(databases: Engine, now: datetime) -> None:
    people = one_seat_soon(databases, now, 12)
    told = race(databases, [Deed("claim", id) for id in people], look="before moving")
    expected = {"postgresql": {"no offering is overbooked"}, "sqlite": {"OperationalError"}}
    assert broken(databases, told) == expected[databases.dialect.name]


def settle_at_once(engine: Engine, now: datetime, count: int, look: Look | None = None) -> list[Told]:
    """That many clocks find that a go is due, for three people."""
    add_offering(engine, utc_now())
    add_learners(engine, now, "ann", "bob", "cas")
    ask(engine, now, "ann", "bob", "cas")
    change_offering(engine, "cobots", decide_at=utc_now())
    return race(engine, [Deed("settle", "ann")] * count, look=look)


def test_two_clocks_that_decide_at_once_decide_once_and_tell_once(databases: Engine, now: datetime) -> None:
    told = settle_at_once(databases, now, 2)
    assert broken(databases, told) == set()
    assert decisions(databases) == [("open", "confirmed", "navigator", "2 of at least 1")]
    assert [row.learner_id for row in notices(databases, NoticeKind.GO)] == ["ann", "bob", "cas"]


def test_without_the_locks_two_clocks_decide_twice(databases: Engine, now: datetime) -> None:
    told = settle_at_once(databases, now, 2, "before deciding")
    expected = {"postgresql": {"go or no-go is decided once"}, "sqlite": {"OperationalError"}}
    assert broken(databases, told) == expected[databases.dialect.name]


def take_at_once(engine: Engine, now: datetime, look: Look | None = None) -> list[Told]:
    """Two postmen of ten messages each look for what is due: twenty invitations."""
    add_offering(engine, utc_now(), maximum=20)
    people = crowd(engine, now, 20)
    ask(engine, utc_now() - HOUR, *people)
    return race(engine, [Deed("take messages", people[0]), Deed("take messages", people[1])], look=look)


def test_two_postmen_at_once_take_different_messages(databases: Engine, now: datetime) -> None:
    told = take_at_once(databases, now)
    assert broken(databases, told) == set()
    taken = [one.answer for one in told if isinstance(one.answer, list)]
    assert [len(ids) for ids in taken] == [10, 10]
    assert sorted(taken[0] + taken[1]) == [row.id for row in notices(databases)]
    assert waiting(databases, utc_now()) == 20


def test_without_the_lock_two_postmen_take_the_same_messages(databases: Engine, now: datetime) -> None:
    told = take_at_once(databases, now, "before claiming")
    if databases.dialect.name == "sqlite":
        assert broken(databases, told) == {"OperationalError"}
    else:
        first, second = (one.answer for one in told)
        assert first == second
        assert isinstance(first, list)
        assert len(first) == 10


@pytest.mark.parametrize("clocks", [6])
def test_many_clocks_pass_an_offer_on_once(databases: Engine, now: datetime, clocks: int) -> None:
    add_offering(databases, utc_now(), maximum=1)
    add_learners(databases, now, "ann", "bob", "cas", "dia")
    ask(databases, now, "ann", "bob", "cas", "dia")
    leave(databases, "ann", "cobots", utc_now() - 72 * HOUR)
    told = race(databases, [Deed("settle", "ann")] * clocks)
    assert broken(databases, told) == set()
    assert seats(databases)["cobots"] == {"ann": "cancelled", "bob": "cancelled", "cas": "offered", "dia": "waiting"}
    assert [row.learner_id for row in notices(databases, NoticeKind.OFFER)] == ["bob", "cas"]
