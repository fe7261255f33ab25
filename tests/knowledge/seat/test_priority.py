"""Who lost a seat through no doing of their own goes before others on the next dates of that module."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.database import reading
from knowledge.seat.changing import decide_now, withdraw
from knowledge.seat.enrolling import claim
from knowledge.seat.leaving import leave
from knowledge.seat.looking import seats_of
from knowledge.seat.runs import next_runs
from knowledge.vocabulary import OfferingState
from tests.knowledge.seat.seats import add_offering, ask, offering, seat, seats

SAME = {"module_id": "module-cobots", "maximum": 1}


@pytest.fixture
def later(academy: Engine, now: datetime) -> Engine:
    """A later date of the same module with one seat, which ann has; bob waits for it and eva was called off."""
    add_offering(academy, now, "later", days=28, **SAME)
    ask(academy, now, "eva")
    ask(academy, now, "ann", "bob", offering="later")
    decide_now(academy, "cobots", False, now, who="els", why="te weinig")
    return academy


def line(engine: Engine, now: datetime, offering: str = "later") -> dict[str, int | None]:
    """The place in line of each."""
    found = {id: seats_of(engine, id, now) for id in ("ann", "bob", "cas", "dia", "eva")}
    return {id: one.position for id, mine in found.items() for one in mine if one.offering.id == offering}


def test_after_a_no_go_you_go_before_others(later: Engine, now: datetime) -> None:
    assert ask(later, now, "cas", "eva", offering="later") == ["waiting", "waiting"]
    assert line(later, now) == {"ann": None, "eva": 1, "bob": 2, "cas": 3}
    assert [seat(later, id, "later").priority for id in ("bob", "cas", "eva")] == [0, 0, 1]
    leave(later, "ann", "later", now + timedelta(hours=1))
    assert seats(later)["later"]["eva"] == "offered"
    assert audit(later, now + timedelta(hours=1)) == []


def test_an_offer_that_was_made_before_is_not_taken_away(later: Engine, now: datetime) -> None:
    leave(later, "ann", "later", now)
    assert ask(later, now, "eva", offering="later") == ["waiting"]
    assert claim(later, "bob", "later", now + timedelta(hours=1)).state == "enrolled"
    assert audit(later, now + timedelta(hours=1)) == []


@pytest.mark.parametrize("state", ["waiting", "enrolled"])
def test_who_only_waited_for_what_was_withdrawn_goes_before_others_too(
    academy: Engine, now: datetime, state: str
) -> None:
    add_offering(academy, now, "later", days=28, **SAME)
    mine = "ann" if state == "enrolled" else "cas"
    ask(academy, now, "ann", "bob", "cas")
    withdraw(academy, "cobots", now, who="els", why="brand")
    ask(academy, now, "dia", "eva", mine, offering="later")
    assert line(academy, now) == {"dia": None, mine: 1, "eva": 2}


def test_who_got_a_seat_in_its_place_has_no_priority_any_more(later: Engine, now: datetime) -> None:
    for id in ("third", "fourth"):
        add_offering(later, now, id, days=35, **SAME)
    ask(later, now, "eva", offering="third")
    ask(later, now, "ann", "eva", offering="fourth")
    assert seat(later, "eva", "fourth").priority == 0


def test_on_another_module_it_counts_for_nothing(later: Engine, now: datetime) -> None:
    add_offering(later, now, "lassen", days=28, maximum=1)
    ask(later, now, "ann", "bob", "eva", offering="lassen")
    assert line(later, now, "lassen") == {"ann": None, "bob": 1, "eva": 2}


def test_who_left_themselves_has_no_priority(academy: Engine, now: datetime) -> None:
    add_offering(academy, now, "later", days=28, **SAME)
    ask(academy, now, "eva")
    leave(academy, "eva", "cobots", now)
    decide_now(academy, "cobots", False, now, who="els", why="te weinig")
    ask(academy, now, "ann", "eva", offering="later")
    assert seat(academy, "eva", "later").priority == 0


def test_the_next_runs_are_two_of_the_same_academy_and_the_soonest_of_others(academy: Engine, now: datetime) -> None:
    here = {"z1": 20, "z2": 30, "z3": 40}
    for id, days in here.items():
        add_offering(academy, now, id, days=days, **SAME)
    for id, days in {"e1": 50, "e2": 60}.items():
        add_offering(academy, now, id, days=days, academy_id="enschede", **SAME)
    for id, more in {
        "past": {"days": -1},
        "own": {"days": None},
        "gone": {"days": 5, "in_content": False},
        "off": {"days": 5, "state": OfferingState.CANCELLED},
    }.items():
        add_offering(academy, now, id, **(SAME | more))
    add_offering(academy, now, "lassen", days=6)
    with reading(academy) as session:
        assert [one.id for one in next_runs(session, offering(academy), now)] == ["z1", "z2", "z3"]
        assert [one.id for one in next_runs(session, offering(academy, "e1"), now)] == ["cobots", "z1", "e2"]
        assert next_runs(session, offering(academy, "lassen"), now) == []
