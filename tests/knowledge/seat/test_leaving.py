"""A seat that comes free is offered to the first in line, to one person, in the same transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.errors import Refusal, UnknownThing
from knowledge.seat.changing import withdraw
from knowledge.seat.leaving import give_reason, is_late, leave
from knowledge.tables import Offering
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.knowledge.seat.seats import add_offering, ask, change_offering, changes, notices, seat, seats, told, why


def test_a_freed_seat_is_offered_to_the_first_in_line_and_to_nobody_else(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    left = leave(academy, "ann", "cobots", now, who="hr")
    assert (left.learner_id, left.state) == ("ann", EnrolmentState.CANCELLED)
    assert seats(academy) == {"cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "offered", "dia": "waiting"}}
    assert changes(academy)[4:] == [
        ("ann", "enrolled", "cancelled", "hr"),
        ("cas", "waiting", "offered", "navigator"),
    ]
    assert told(academy) == [("ann", "seat_left"), ("cas", "offer")]


def test_leaving_twice_is_the_same_as_once(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    first = leave(academy, "ann", "cobots", now)
    before = (seats(academy), changes(academy), told(academy))
    assert leave(academy, "ann", "cobots", now + timedelta(hours=1)) == first
    assert (seats(academy), changes(academy), told(academy)) == before


def test_leaving_the_waiting_list_moves_who_stood_behind(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    leave(academy, "cas", "cobots", now)
    assert seats(academy) == {"cobots": {"ann": "enrolled", "bob": "enrolled", "cas": "cancelled", "dia": "waiting"}}
    assert told(academy) == []


def test_a_seat_that_nobody_waits_for_stays_free(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob")
    leave(academy, "ann", "cobots", now)
    assert ask(academy, now, "cas") == ["enrolled"]


def test_who_leaves_a_seat_with_a_date_is_told_so_that_their_calendar_comes_free(
    academy: Engine, now: datetime
) -> None:
    add_offering(academy, now, "eigen", days=None)
    ask(academy, now, "ann")
    ask(academy, now, "ann", offering="eigen")
    leave(academy, "ann", "cobots", now)
    leave(academy, "ann", "eigen", now)
    (left,) = notices(academy, NoticeKind.SEAT_LEFT)
    assert (left.enrolment_id, left.sequence, left.urgent, left.due_at) == (seat(academy, "ann").id, 2, True, now)


def test_who_never_enrolled_cannot_leave(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    with pytest.raises(Refusal) as caught:
        leave(academy, "bob", "cobots", now)
    assert (caught.value.response, caught.value.values) == ("utter_not_enrolled", {"offering": "cobots"})


def test_an_unknown_offering_cannot_be_left(academy: Engine, now: datetime) -> None:
    with pytest.raises(UnknownThing, match="There is no offering with id 'nergens'"):
        leave(academy, "ann", "nergens", now)


def test_what_has_begun_cannot_be_left(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    with pytest.raises(Refusal) as caught:
        leave(academy, "ann", "cobots", now + timedelta(days=14))
    assert (caught.value.response, caught.value.values) == (
        "utter_offering_over",
        {"offering": "cobots", "module": "module-cobots"},
    )
    assert seats(academy) == {"cobots": {"ann": "enrolled"}}


def test_what_was_left_before_is_left_too_when_it_has_begun(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    first = leave(academy, "ann", "cobots", now)
    assert leave(academy, "ann", "cobots", now + timedelta(days=14)) == first


def test_a_withdrawn_offering_was_left_already_and_gives_no_seat_to_anybody(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    withdraw(academy, "cobots", now, who="els", why="de trainer is ziek")
    assert leave(academy, "ann", "cobots", now).state == EnrolmentState.CANCELLED
    assert seats(academy) == {"cobots": dict.fromkeys(("ann", "bob", "cas"), "cancelled")}
    assert why(academy, "ann") == ["asked for a seat", "withdrawn"]
    assert audit(academy, now) == []


def test_who_waits_for_an_offering_that_left_the_content_is_still_offered_its_seats(
    academy: Engine, now: datetime
) -> None:
    ask(academy, now, "ann", "bob", "cas")
    change_offering(academy, "cobots", in_content=False)
    leave(academy, "ann", "cobots", now)
    assert seats(academy) == {"cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "offered"}}


def test_fewer_seats_than_people_free_none_when_one_leaves(academy: Engine, now: datetime) -> None:
    change_offering(academy, "cobots", maximum=3)
    ask(academy, now, "ann", "bob", "cas", "dia", "eva")
    change_offering(academy, "cobots", maximum=1)
    leave(academy, "ann", "cobots", now)
    assert seats(academy) == {
        "cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "enrolled", "dia": "waiting", "eva": "waiting"}
    }


def test_a_reason_is_kept_of_who_left_and_goes_when_they_come_back(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob")
    leave(academy, "ann", "cobots", now)
    for learner in ("ann", "bob", "cas"):
        give_reason(academy, learner, "cobots", "ik ben ziek", now)
    assert [seat(academy, learner).leave_reason for learner in ("ann", "bob")] == ["ik ben ziek", None]
    ask(academy, now, "ann")
    assert seat(academy, "ann").leave_reason is None


@pytest.mark.parametrize(
    ("left", "late"),
    [
        (timedelta(hours=48), False),
        (timedelta(hours=48) - timedelta(microseconds=1), True),
        (timedelta(0), True),
        (None, False),
    ],
)
def test_late_is_within_two_days_of_the_start(now: datetime, left: timedelta | None, late: bool) -> None:
    row = Offering(id="a", module_id="m", academy_id="z", rule="", minimum=1, maximum=2, cost=0)
    row.starts_at = None if left is None else now + left
    assert is_late(row, now) is late
