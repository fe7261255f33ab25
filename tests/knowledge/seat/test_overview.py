"""How offerings stand, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.errors import UnknownThing
from knowledge.seat.leaving import leave
from knowledge.seat.overview import Standing, Wanted, is_named, standings
from knowledge.seat.whole import Person, whole_offering
from knowledge.vocabulary import EnrolmentState, OfferingState
from tests.knowledge.seat.seats import add_offering, ask, change_offering


def cobots(now: datetime) -> Standing:
    """The offering of the fixture, with nobody on it."""
    starts_at = now + timedelta(days=14)
    return Standing(
        id="cobots",
        module="module-cobots",
        name="module-cobots",
        academy="zwolle",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        place="Leerplein",
        town=None,
        online=False,
        bring="",
        state=OfferingState.OPEN,
        decide_at=None,
        minimum=1,
        maximum=2,
        taken=0,
        waiting=0,
        needed=0,
        marked=0,
    )


def test_who_said_yes_counts_for_the_minimum_and_an_offered_seat_is_taken(academy: Engine, now: datetime) -> None:
    decide_at = now + timedelta(days=7)
    change_offering(academy, "cobots", minimum=2, decide_at=decide_at)
    before = replace(cobots(now), minimum=2, decide_at=decide_at, needed=2)
    assert standings(academy, Wanted(), now) == []
    assert standings(academy, Wanted(empty=True), now) == [before]
    ask(academy, now, "ann", "bob", "cas", "dia")
    leave(academy, "ann", "cobots", now + timedelta(hours=1))
    found = standings(academy, Wanted(undecided=True, weeks=2), now)
    assert found == [replace(before, taken=2, waiting=1, needed=1)]
    change_offering(academy, "cobots", state=OfferingState.CONFIRMED)
    assert standings(academy, Wanted(undecided=True), now) == []
    assert [one.needed for one in standings(academy, Wanted(), now)] == [0]


def test_they_come_by_start_then_id_and_own_pace_last(academy: Engine, now: datetime) -> None:
    for id, days in (("b-own", None), ("later", 20), ("also", 14), ("begun", -1)):
        add_offering(academy, now, id, days=days)
    assert [one.id for one in standings(academy, Wanted(empty=True), now)] == ["also", "cobots", "later", "b-own"]
    assert [one.id for one in standings(academy, Wanted(empty=True, past=True), now)] == ["begun"]
    mine = Wanted(empty=True, module="module-also", academy="zwolle")
    assert [one.id for one in standings(academy, mine, now)] == ["also"]


def test_who_has_a_seat_comes_before_who_waits_and_who_left_is_gone(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia", "eva")
    left = now + timedelta(hours=1)
    leave(academy, "ann", "cobots", left)
    whole = whole_offering(academy, "cobots")
    found = [(one.number, one.state.value, one.since, one.place_in_line) for one in whole.people]
    assert found == [
        (2, "enrolled", now + timedelta(minutes=1), None),
        (3, "offered", left, None),
        (4, "waiting", now + timedelta(minutes=3), 1),
        (5, "waiting", now + timedelta(minutes=4), 2),
    ]
    assert whole.people[0] == Person(
        2, None, EnrolmentState.ENROLLED, now + timedelta(minutes=1), None, None, None, None, None
    )
    assert whole.people[1].held_until is not None
    assert (whole.taken, whole.waiting, whole.changes) == (2, 2, [])


def test_what_does_not_exist_is_named(academy: Engine) -> None:
    with pytest.raises(UnknownThing, match="There is no offering with id 'weg'"):
        whole_offering(academy, "weg")
    assert [is_named(academy, "modules", id) for id in ("module-cobots", "vliegen")] == [True, False]
    assert [is_named(academy, "academies", id) for id in ("zwolle", "west")] == [True, False]
    assert is_named(academy, "places", "zwolle") is False
