"""A freed seat is held for the first in line: for how long, from when, and what happens when it is not taken."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.clock import to_local
from knowledge.database import writing
from knowledge.seat.changing import set_capacity
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.giving import give_out, hold_until
from knowledge.seat.leaving import leave
from knowledge.seat.locking import locked_offering
from knowledge.seat.settling import settle_due
from knowledge.tables import Learner, Offering
from knowledge.telling.wishes import ReminderWishes, Shift
from knowledge.vocabulary import NoticeKind
from tests.knowledge.seat.seats import (
    add_offering,
    ask,
    change_offering,
    changes,
    notices,
    refusal,
    seat,
    seats,
    told,
    why,
)

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def offered(academy: Engine, now: datetime) -> Engine:
    """ann left, cas is offered her seat until two days from now, dia waits."""
    ask(academy, now, "ann", "bob", "cas", "dia")
    leave(academy, "ann", "cobots", now)
    return academy


@pytest.mark.parametrize(
    ("left", "held"),
    [
        (None, 48 * HOUR),
        (30 * 24 * HOUR, 48 * HOUR),
        (192 * HOUR, 48 * HOUR),
        (191 * HOUR, 47.75 * HOUR),
        (48 * HOUR, 12 * HOUR),
        (10 * HOUR, 2.5 * HOUR),
        (4 * HOUR, HOUR),
        (3 * HOUR, HOUR),
        (HOUR, HOUR),
        (HOUR / 2, HOUR / 2),
    ],
)
def test_a_seat_is_held_for_a_quarter_of_what_is_left_between_an_hour_and_two_days(
    now: datetime, left: timedelta | None, held: timedelta
) -> None:
    row = Offering(id="a", module_id="m", academy_id="z", rule="", minimum=1, maximum=2, cost=0)
    row.starts_at = None if left is None else now + left
    assert hold_until(row, now) == now + held


def test_an_offer_is_told_with_until_when_it_is_held(offered: Engine, now: datetime) -> None:
    until = now + 48 * HOUR
    assert seat(offered, "cas").held_until == until
    (offer,) = notices(offered, NoticeKind.OFFER)
    assert (offer.learner_id, offer.due_at, offer.useful_until, offer.urgent) == ("cas", now, until, False)


def test_nothing_lapses_before_its_time(offered: Engine, now: datetime) -> None:
    assert settle_due(offered, now + 48 * HOUR - SECOND) == 0
    assert seats(offered)["cobots"]["cas"] == "offered"
    assert claim(offered, "cas", "cobots", now + 48 * HOUR - SECOND).state == "enrolled"


def test_an_offer_that_lapses_goes_to_the_next_and_both_are_told(offered: Engine, now: datetime) -> None:
    assert settle_due(offered, now + 48 * HOUR) == 1
    assert seats(offered) == {"cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "cancelled", "dia": "offered"}}
    assert why(offered, "cas") == ["asked for a seat", "a seat came free", "the offer ran out"]
    assert seat(offered, "cas").held_until is None
    assert seat(offered, "dia").held_until == now + 96 * HOUR
    assert told(offered, NoticeKind.SEAT_LEFT) == [("cas", "offer"), ("cas", "lapsed"), ("dia", "offer")]
    assert audit(offered, now + 48 * HOUR) == []


def test_an_offer_that_lapsed_a_second_ago_is_refused_though_no_clock_ticked(offered: Engine, now: datetime) -> None:
    late = now + 48 * HOUR + SECOND
    assert refusal(lambda: claim(offered, "cas", "cobots", late)) == "utter_offer_lapsed"
    settle_due(offered, late)
    assert refusal(lambda: claim(offered, "cas", "cobots", late)) == "utter_offer_lapsed"
    assert claim(offered, "dia", "cobots", late).state == "enrolled"


def test_yes_twice_is_one_seat(offered: Engine, now: datetime) -> None:
    first = claim(offered, "cas", "cobots", now + HOUR, who="website")
    before = changes(offered)
    assert before[-1] == ("cas", "offered", "enrolled", "website")
    assert claim(offered, "cas", "cobots", now + 2 * HOUR) == first
    assert changes(offered) == before
    assert (first.held_until, first.seated_at, first.sequence) == (None, now + HOUR, 1)
    assert [row.learner_id for row in notices(offered, NoticeKind.SEAT_TAKEN)] == ["ann", "bob", "cas"]


def test_asking_for_an_offered_seat_is_saying_yes(offered: Engine, now: datetime) -> None:
    (taken,) = enrol(offered, "cas", ["cobots"], now + HOUR)
    assert taken.state == "enrolled"
    assert why(offered, "cas")[-1] == "said yes to an offered seat"


def test_declining_passes_it_on(offered: Engine, now: datetime) -> None:
    leave(offered, "cas", "cobots", now + HOUR)
    assert seats(offered)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "cas": "cancelled", "dia": "offered"}
    assert why(offered, "cas")[-1] == "declined the offered seat"
    assert refusal(lambda: claim(offered, "cas", "cobots", now + HOUR)) == "utter_not_enrolled"
    assert told(offered) == [("ann", "seat_left"), ("cas", "offer"), ("dia", "offer")]


def test_who_waits_cannot_take_a_seat_that_is_held_for_another(offered: Engine, now: datetime) -> None:
    assert refusal(lambda: claim(offered, "dia", "cobots", now)) == "utter_offer_taken"
    assert refusal(lambda: claim(offered, "eva", "cobots", now)) == "utter_not_enrolled"


def test_more_seats_are_offered_to_who_waits_in_order(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia", "eva")
    change_offering(academy, "cobots", maximum=4)
    with writing(academy) as session:
        given = give_out(session, locked_offering(session, "cobots"), now)
    assert [one.learner_id for one in given] == ["cas", "dia"]
    assert list(seats(academy)["cobots"].values()) == ["enrolled", "enrolled", "offered", "offered", "waiting"]


def test_at_your_own_pace_seats_are_offered_too(academy: Engine, now: datetime) -> None:
    add_offering(academy, now, "eigen", days=None, maximum=1)
    ask(academy, now, "ann", "bob", offering="eigen")
    leave(academy, "ann", "eigen", now)
    assert seat(academy, "bob", "eigen").held_until == now + 48 * HOUR
    settle_due(academy, now + 48 * HOUR)
    assert seats(academy)["eigen"] == {"ann": "cancelled", "bob": "cancelled"}
    assert ask(academy, now + 48 * HOUR, "bob", offering="eigen") == ["enrolled"]


@pytest.mark.parametrize(("shift", "from_when"), [(Shift.DAY, "25 08:00"), (Shift.NIGHT, "24 23:00")])
def test_an_offer_in_quiet_hours_counts_from_when_they_may_be_told(
    academy: Engine, now: datetime, shift: Shift, from_when: str
) -> None:
    night = now + 13 * HOUR
    ask(academy, now, "ann", "bob", "cas")
    with writing(academy) as session:
        session.get_one(Learner, "cas").wishes = ReminderWishes(shift=shift).model_dump(mode="json")
    leave(academy, "ann", "cobots", night)
    (offer,) = notices(academy, NoticeKind.OFFER)
    assert f"{to_local(offer.due_at):%d %H:%M}" == from_when
    assert (seat(academy, "cas").held_until, offer.urgent) == (offer.due_at + 48 * HOUR, False)


def test_who_sleeps_until_it_begins_is_told_at_once(academy: Engine, now: datetime) -> None:
    """Asleep until half past three, of what begins at five they would hear too late."""
    change_offering(academy, "cobots", starts_at=now + 7 * HOUR, ends_at=now + 9 * HOUR)
    ask(academy, now - HOUR, "ann", "bob", "cas")
    with writing(academy) as session:
        session.get_one(Learner, "cas").wishes = {"shift": "night", "quiet_until": "15:30:00"}
    leave(academy, "ann", "cobots", now)
    (offer,) = notices(academy, NoticeKind.OFFER)
    assert (offer.due_at, offer.urgent, offer.useful_until) == (now, True, now + 1.75 * HOUR)


def test_a_higher_maximum_is_offered_by_who_sets_it(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia", "eva")
    set_capacity(academy, "cobots", now, who="els", why="grotere zaal", maximum=4)
    assert list(seats(academy)["cobots"].values()) == ["enrolled", "enrolled", "offered", "offered", "waiting"]
    assert told(academy) == [("cas", "offer"), ("dia", "offer")]
