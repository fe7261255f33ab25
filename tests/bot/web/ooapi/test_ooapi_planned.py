"""Which offerings are told of, on both databases."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.web.ooapi.planned import Wanted, planned, rows_of, seats_on
from bot.web.ooapi.v5 import V5
from bot.web.ooapi.v6 import V6
from bot.web.ooapi.words import Seats
from knowledge.catalogue.snapshot import read_catalogue
from knowledge.vocabulary import OfferingState
from tests.knowledge.seat.seats import add_offering, ask, crowd


@pytest.fixture
def engine(databases: Engine, now: datetime) -> Engine:
    """One offering of each kind; all of one module, at one academy but for the last."""
    states = {
        "open": (14, OfferingState.OPEN),
        "go": (3, OfferingState.CONFIRMED),
        "off": (5, OfferingState.CANCELLED),
        "past": (-2, OfferingState.HELD),
        "idea": (9, OfferingState.CONCEPT),
        "own": (None, OfferingState.OPEN),
    }
    for id, (days, state) in states.items():
        add_offering(databases, now, id, days=days, state=state, module_id="lassen")
    add_offering(databases, now, "gone", in_content=False, module_id="lassen")
    add_offering(databases, now, "other", academy_id="venlo", module_id="solderen")
    return databases


def found(engine: Engine, wanted: Wanted) -> list[str]:
    return [one.id for one in planned(engine, read_catalogue(engine, 1), wanted)]


def test_each_version_tells_of_the_states_it_has_words_for(engine: Engine, now: datetime) -> None:
    assert found(engine, Wanted(V5.states, now)) == ["go", "open", "other", "own"]
    assert found(engine, Wanted(V6.states, now)) == ["go", "open", "other", "own", "off"]


def test_what_was_held_is_found_by_who_looks_back(engine: Engine, now: datetime) -> None:
    before = now - timedelta(days=7)
    assert found(engine, Wanted(V5.states, before)) == ["go", "open", "other", "own", "past"]
    assert found(engine, Wanted(V5.states, before, end=now)) == ["own", "past"]
    assert found(engine, Wanted([OfferingState.HELD], before)) == ["past"]
    assert found(engine, Wanted([], before)) == []


def test_a_module_or_an_academy_has_its_own(engine: Engine, now: datetime) -> None:
    assert found(engine, Wanted(V6.states, now, academy="venlo")) == ["other"]
    assert found(engine, Wanted(V6.states, now, academy="zwolle")) == ["go", "open", "own", "off"]
    assert found(engine, Wanted(V6.states, now, module="solderen")) == ["other"]
    assert found(engine, Wanted(V6.states, now, module="lassen", academy="venlo")) == []


def test_rows_come_in_the_order_that_is_asked_without_what_is_not_told(engine: Engine) -> None:
    ids = ["own", "off", "gone", "nothing", "go", "idea"]
    assert [row.id for row in rows_of(engine, ids, V5.states)] == ["own", "go"]
    assert [row.id for row in rows_of(engine, ids, V6.states)] == ["own", "off", "go"]


def test_seats_are_counted_with_who_waits(engine: Engine, now: datetime) -> None:
    ask(engine, now, *crowd(engine, now, 5), offering="open")
    later = now + timedelta(hours=1)
    assert seats_on(engine, ["open", "own"], later) == {"open": Seats(0, 0, 3), "own": Seats(2, 0, 0)}
