"""Shortly before the start there is no time to hold a seat: all who wait are told, and the first yes gets it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.clock import to_local
from knowledge.people import forget
from knowledge.seat.changing import move_offering, set_capacity
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.giving import is_first_come
from knowledge.seat.leaving import leave
from knowledge.seat.looking import full_offerings, seats_left
from knowledge.seat.settling import settle_due
from knowledge.vocabulary import NoticeKind
from tests.knowledge.seat.seats import ask, changes, notices, refusal, seat, seats, told, why

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def soon(academy: Engine, now: datetime) -> datetime:
    """Five hours before the start; ann and bob have a seat, cas and dia wait."""
    ask(academy, now, "ann", "bob", "cas", "dia")
    return now + timedelta(days=14) - 5 * HOUR + 4 * HOUR


def first_come(engine: Engine) -> list[str]:
    """Who was told that the first yes gets it."""
    return [row.learner_id for row in notices(engine, NoticeKind.FIRST_COME)]


@pytest.mark.parametrize(
    ("left", "at", "near"),
    [
        (6 * HOUR, 0, True),
        (6 * HOUR + timedelta(microseconds=1), 0, False),
        (timedelta(0), 0, True),
        (None, 0, False),
        (9 * HOUR, -3, False),
        (12 * HOUR, -9, True),  # one o'clock at night; two in the afternoon is six hours from eight
        (13 * HOUR, -9, True),
        (13 * HOUR + MINUTE, -9, False),
        (timedelta(days=7, seconds=1), 0, False),
    ],
)
def test_near_is_six_hours_from_when_people_may_be_told(
    now: datetime, left: timedelta | None, at: int, near: bool
) -> None:
    moment = now + at * HOUR
    assert is_first_come(None if left is None else moment + left, moment) is near


def test_all_who_wait_are_told_and_the_first_yes_gets_it(academy: Engine, soon: datetime) -> None:
    leave(academy, "ann", "cobots", soon)
    assert seats(academy)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "cas": "waiting", "dia": "waiting"}
    assert told(academy) == [("ann", "seat_left"), ("cas", "first_come"), ("dia", "first_come")]
    assert (full_offerings(academy, soon), seats_left(academy, ["cobots"], soon)) == (set(), {"cobots": 1})
    assert claim(academy, "dia", "cobots", soon + MINUTE).state == "enrolled"
    assert why(academy, "dia")[-1] == "first to say yes"
    assert refusal(lambda: claim(academy, "cas", "cobots", soon + MINUTE)) == "utter_offer_taken"
    assert (full_offerings(academy, soon), seats_left(academy, ["cobots"], soon)) == ({"cobots"}, {"cobots": 0})
    assert audit(academy, soon) == []


def test_asking_for_it_is_saying_yes_for_who_waits_and_for_a_stranger(academy: Engine, soon: datetime) -> None:
    leave(academy, "ann", "cobots", soon)
    leave(academy, "bob", "cobots", soon)
    assert [enrol(academy, id, ["cobots"], soon)[0].state for id in ("eva", "dia", "cas")] == [
        "enrolled",
        "enrolled",
        "waiting",
    ]
    assert [why(academy, id)[-1] for id in ("eva", "dia")] == ["first to say yes"] * 2
    assert audit(academy, soon) == []


def test_everybody_in_line_is_told_once_for_each_seat_that_comes_free(academy: Engine, soon: datetime) -> None:
    leave(academy, "ann", "cobots", soon)
    for _ in range(3):
        ask(academy, soon, "bob")
    assert first_come(academy) == ["cas", "dia"]
    leave(academy, "bob", "cobots", soon + MINUTE)
    assert first_come(academy) == ["cas", "dia", "cas", "dia"]


def test_who_is_forgotten_frees_a_seat_of_which_all_are_told(academy: Engine, soon: datetime) -> None:
    leave(academy, "ann", "cobots", soon)
    enrol(academy, "eva", ["cobots"], soon + MINUTE)
    assert first_come(academy) == ["cas", "dia"]
    forget(academy, "talk-eva", soon + 2 * MINUTE)
    assert first_come(academy) == ["cas", "dia", "cas", "dia"]


def test_who_is_forgotten_after_leaving_frees_nothing_twice(academy: Engine, soon: datetime) -> None:
    leave(academy, "ann", "cobots", soon)
    forget(academy, "talk-ann", soon + MINUTE)
    ask(academy, soon + MINUTE, "bob")
    assert first_come(academy) == ["cas", "dia"]
    leave(academy, "bob", "cobots", soon + 2 * MINUTE)
    assert first_come(academy) == ["cas", "dia", "cas", "dia"]


def test_more_seats_are_told_of_too(academy: Engine, soon: datetime) -> None:
    set_capacity(academy, "cobots", soon, who="els", why="grotere zaal", maximum=3)
    assert first_come(academy) == ["cas", "dia"]
    set_capacity(academy, "cobots", soon + MINUTE, who="els", why="nog een minder", minimum=2)
    assert first_come(academy) == ["cas", "dia"]


def test_an_offer_that_lapses_near_the_start_goes_to_the_first_yes(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia", "eva")
    start = now + timedelta(days=14)
    leave(academy, "ann", "cobots", start - 19 * HOUR)
    until = []
    for learner in ("cas", "dia"):
        held = seat(academy, learner).held_until
        assert held is not None
        until.append(f"{to_local(held):%d %H:%M}")
        settle_due(academy, held)
    assert until == ["07 19:45", "07 23:18"]
    (told_in_the_morning,) = notices(academy, NoticeKind.FIRST_COME)
    assert told_in_the_morning.learner_id == "eva"
    assert f"{to_local(told_in_the_morning.due_at):%d %H:%M}" == "08 08:00"


def test_what_is_moved_far_away_is_offered_in_order_again(academy: Engine, soon: datetime) -> None:
    leave(academy, "ann", "cobots", soon)
    later = soon + timedelta(days=14)
    move_offering(academy, "cobots", soon, who="els", why="trainer ziek", starts_at=later, ends_at=later + 4 * HOUR)
    assert seat(academy, "cas").held_until == soon + 48 * HOUR
    assert audit(academy, soon) == []


def test_a_seat_that_nobody_takes_stays_free_until_the_line_closes(academy: Engine, soon: datetime) -> None:
    leave(academy, "ann", "cobots", soon)
    begun = soon + HOUR
    assert refusal(lambda: claim(academy, "cas", "cobots", begun)) == "utter_offering_over"
    settle_due(academy, begun)
    assert changes(academy)[-2:] == [
        ("cas", "waiting", "cancelled", "navigator"),
        ("dia", "waiting", "cancelled", "navigator"),
    ]
