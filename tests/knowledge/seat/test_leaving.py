"""A seat that comes free goes to the first in line, to one person, in the same transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.database import writing
from knowledge.errors import Refusal, UnknownThing
from knowledge.seat.leaving import fill_free_seats, leave
from knowledge.seat.locking import locked_offering
from knowledge.vocabulary import EnrolmentState, OfferingState
from tests.knowledge.seat.seats import ask, change_offering, changes, seats


def test_a_freed_seat_goes_to_the_first_in_line_and_to_nobody_else(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    left = leave(academy, "ann", "cobots", now, who="hr")
    assert (left.learner_id, left.state) == ("ann", EnrolmentState.CANCELLED)
    assert seats(academy) == {"cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "enrolled", "dia": "waiting"}}
    assert changes(academy)[4:] == [
        ("ann", "enrolled", "cancelled", "hr"),
        ("cas", "waiting", "enrolled", "navigator"),
    ]


def test_leaving_twice_is_the_same_as_once(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    first = leave(academy, "ann", "cobots", now)
    before = (seats(academy), changes(academy))
    assert leave(academy, "ann", "cobots", now + timedelta(hours=1)) == first
    assert (seats(academy), changes(academy)) == before


def test_leaving_the_waiting_list_moves_who_stood_behind(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    leave(academy, "cas", "cobots", now)
    assert seats(academy) == {"cobots": {"ann": "enrolled", "bob": "enrolled", "cas": "cancelled", "dia": "waiting"}}


def test_a_seat_that_nobody_waits_for_stays_free(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob")
    leave(academy, "ann", "cobots", now)
    assert ask(academy, now, "cas") == ["enrolled"]


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


def test_a_freed_seat_of_a_cancelled_offering_goes_to_nobody(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    change_offering(academy, "cobots", state=OfferingState.CANCELLED)
    leave(academy, "ann", "cobots", now)
    assert seats(academy) == {"cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "waiting"}}
    assert audit(academy, now) == []


def test_who_waits_for_an_offering_that_left_the_content_still_gets_its_seats(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    change_offering(academy, "cobots", in_content=False)
    leave(academy, "ann", "cobots", now)
    assert seats(academy) == {"cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "enrolled"}}


def test_more_seats_go_to_who_waits_in_order(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia", "eva")
    change_offering(academy, "cobots", maximum=4)
    with writing(academy) as session:
        moved = fill_free_seats(session, locked_offering(session, "cobots"), now)
    assert [one.learner_id for one in moved] == ["cas", "dia"]
    assert list(seats(academy)["cobots"].values()) == ["enrolled"] * 4 + ["waiting"]


def test_fewer_seats_than_people_free_none_when_one_leaves(academy: Engine, now: datetime) -> None:
    change_offering(academy, "cobots", maximum=3)
    ask(academy, now, "ann", "bob", "cas", "dia", "eva")
    change_offering(academy, "cobots", maximum=1)
    leave(academy, "ann", "cobots", now)
    assert seats(academy) == {
        "cobots": {"ann": "cancelled", "bob": "enrolled", "cas": "enrolled", "dia": "waiting", "eva": "waiting"}
    }
