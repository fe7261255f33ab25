"""Settling brings an offering up to now: once, whatever was missed, and only where something is due."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.database import writing
from knowledge.seat.leaving import leave
from knowledge.seat.locking import locked_offering
from knowledge.seat.settling import due_offerings, settle, settle_due
from knowledge.vocabulary import OfferingState
from tests.knowledge.seat.seats import add_offering, ask, change_offering, decisions, offering, seats, told, why
from tests.knowledge.talks import every_row

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def busy(academy: Engine, now: datetime) -> Engine:
    """ "cobots" in two weeks with an offer and a line, to be decided in a week; "eigen" with an offer; "leeg"."""
    change_offering(academy, "cobots", decide_at=now + 7 * DAY)
    ask(academy, now, "ann", "bob", "cas", "dia")
    leave(academy, "ann", "cobots", now)
    add_offering(academy, now, "eigen", days=None, maximum=1)
    ask(academy, now, "ann", "eva", offering="eigen")
    leave(academy, "ann", "eigen", now + HOUR)
    add_offering(academy, now, "leeg", days=20, decide_at=now + 10 * DAY)
    add_offering(academy, now, "vrij", days=30)
    return academy


def settled(engine: Engine, now: datetime, id: str = "cobots") -> None:
    with writing(engine) as session:
        settle(session, locked_offering(session, id), now)


@pytest.mark.parametrize("days", [0, 2, 7, 13.9, 14, 15])
def test_settling_twice_is_once(busy: Engine, now: datetime, days: float) -> None:
    settled(busy, now + days * DAY)
    before = every_row(busy)
    settled(busy, now + days * DAY)
    assert every_row(busy) == before


def test_exactly_what_is_due_is_found_and_is_not_due_any_more_when_it_was_done(busy: Engine, now: datetime) -> None:
    due = {}
    for hours in range(0, 24 * 35, 1):
        at = now + hours * HOUR
        if found := due_offerings(busy, at):
            assert settle_due(busy, at) == len(found)
            due[hours] = found
        assert due_offerings(busy, at) == []
    assert due == {
        48: ["cobots"],  # cas let the offer go by
        49: ["eigen"],
        96: ["cobots"],  # and dia
        168: ["cobots"],  # one of at least one: a go
        240: ["leeg"],  # a no-go
        340: ["cobots"],  # it ended
        724: ["vrij"],
    }
    states = {id: offering(busy, id).state.value for id in ("cobots", "eigen", "leeg", "vrij")}
    assert states == {"cobots": "held", "eigen": "open", "leeg": "cancelled", "vrij": "held"}
    assert audit(busy, now + 35 * DAY) == []


def test_a_tick_that_comes_after_all_of_it_still_does_all_of_it(busy: Engine, now: datetime) -> None:
    assert settle_due(busy, now + 35 * DAY) == 4
    assert decisions(busy) == [
        ("open", "confirmed", "navigator", "1 of at least 1"),
        ("confirmed", "held", "navigator", "it ended"),
    ]
    assert seats(busy)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "cas": "cancelled", "dia": "cancelled"}
    assert audit(busy, now + 35 * DAY) == []


def test_the_line_closes_at_the_start_and_who_stood_in_it_is_told(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    start = now + 14 * DAY
    leave(academy, "ann", "cobots", start - 9 * HOUR)
    assert due_offerings(academy, start - timedelta(microseconds=1)) == []
    settle_due(academy, start)
    assert seats(academy)["cobots"] == {"ann": "cancelled", "bob": "enrolled", "cas": "cancelled", "dia": "cancelled"}
    assert [why(academy, id)[-1] for id in ("cas", "dia")] == ["it began"] * 2
    assert told(academy)[-2:] == [("cas", "list_closed"), ("dia", "list_closed")]
    assert offering(academy).state == OfferingState.OPEN


def test_what_ended_is_held_and_its_seats_stay_as_they_are(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    end = now + 14 * DAY + 4 * HOUR
    assert settle_due(academy, end - timedelta(microseconds=1)) == 0
    settle_due(academy, end)
    assert (offering(academy).state, seats(academy)) == (OfferingState.HELD, {"cobots": {"ann": "enrolled"}})


@pytest.mark.parametrize("state", [OfferingState.CONCEPT, OfferingState.CANCELLED, OfferingState.HELD])
def test_what_is_no_longer_given_out_is_left_alone(academy: Engine, now: datetime, state: OfferingState) -> None:
    change_offering(academy, "cobots", state=state, decide_at=now)
    assert settle_due(academy, now + 20 * DAY) == 0
    settled(academy, now + 20 * DAY)
    assert offering(academy).state == state
