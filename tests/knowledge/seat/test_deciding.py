"""Go or no-go: on its date, once, by how many have said yes, and everybody is told."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.errors import NavigatorError, UnknownThing
from knowledge.seat.changing import decide_now
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.leaving import leave
from knowledge.seat.settling import settle_due
from knowledge.vocabulary import NoticeKind, OfferingState
from tests.knowledge.seat.seats import (
    ask,
    change_offering,
    decisions,
    notices,
    offering,
    refusal,
    seat,
    seats,
    told,
    why,
)

DAY = timedelta(days=1)


@pytest.fixture
def decided(academy: Engine, now: datetime) -> datetime:
    """In a week it is decided, with a minimum of two; gives that moment."""
    change_offering(academy, "cobots", decide_at=now + 7 * DAY, minimum=2)
    return now + 7 * DAY


def everybody_in_their_state(engine: Engine, decided: datetime) -> None:
    """bob has a seat, cas is offered one, dia waits."""
    ask(engine, decided - DAY, "ann", "bob", "cas", "dia")
    leave(engine, "ann", "cobots", decided - DAY)


def test_it_goes_on_with_the_minimum(academy: Engine, decided: datetime) -> None:
    ask(academy, decided - DAY, "ann", "bob", "cas")
    assert settle_due(academy, decided - timedelta(microseconds=1)) == 0
    assert settle_due(academy, decided) == 1
    assert offering(academy).state == OfferingState.CONFIRMED
    assert decisions(academy) == [("open", "confirmed", "navigator", "2 of at least 2")]
    assert seats(academy) == {"cobots": {"ann": "enrolled", "bob": "enrolled", "cas": "waiting"}}
    assert told(academy) == [("ann", "go"), ("bob", "go"), ("cas", "go")]
    assert audit(academy, decided) == []


def test_it_does_not_go_on_under_the_minimum(academy: Engine, decided: datetime) -> None:
    ask(academy, decided - DAY, "ann")
    settle_due(academy, decided)
    assert decisions(academy) == [("open", "cancelled", "navigator", "1 of at least 2")]
    assert seats(academy) == {"cobots": {"ann": "cancelled"}}
    assert why(academy, "ann") == ["asked for a seat", "no-go"]
    (bad,) = notices(academy, NoticeKind.NO_GO)
    assert (bad.facts, bad.sequence, bad.starts_at) == (
        {"was": "enrolled"},
        2,
        offering(academy).starts_at,
    )
    assert audit(academy, decided) == []


def test_nobody_at_all_is_a_no_go(academy: Engine, decided: datetime) -> None:
    settle_due(academy, decided)
    assert decisions(academy) == [("open", "cancelled", "navigator", "0 of at least 2")]


def test_an_offered_seat_is_no_yes_and_everybody_hears_what_they_lost(academy: Engine, decided: datetime) -> None:
    everybody_in_their_state(academy, decided)
    settle_due(academy, decided)
    assert seats(academy) == {"cobots": dict.fromkeys(("ann", "bob", "cas", "dia"), "cancelled")}
    assert {row.learner_id: row.facts["was"] for row in notices(academy, NoticeKind.NO_GO)} == {
        "bob": "enrolled",
        "cas": "offered",
        "dia": "waiting",
    }
    assert seat(academy, "cas").held_until is None


def test_a_yes_on_the_date_itself_is_too_late(academy: Engine, decided: datetime) -> None:
    """What was due is decided before anything else, whether or not the clock ticked."""
    everybody_in_their_state(academy, decided)
    assert refusal(lambda: claim(academy, "cas", "cobots", decided)) == "utter_offering_cancelled"
    assert refusal(lambda: enrol(academy, "eva", ["cobots"], decided)) == "utter_offering_cancelled"
    claim(academy, "cas", "cobots", decided - timedelta(seconds=1))
    settle_due(academy, decided)
    assert offering(academy).state == OfferingState.CONFIRMED


def test_it_is_decided_once(academy: Engine, decided: datetime) -> None:
    everybody_in_their_state(academy, decided)
    settle_due(academy, decided)
    before = (decisions(academy), told(academy), seats(academy))
    for hours in range(3):
        settle_due(academy, decided + timedelta(hours=hours))
        leave(academy, "bob", "cobots", decided + timedelta(hours=hours))
    assert (decisions(academy), told(academy), seats(academy)) == before


def test_after_a_go_people_come_and_leave_and_it_stays_a_go(academy: Engine, decided: datetime) -> None:
    ask(academy, decided - DAY, "ann", "bob")
    settle_due(academy, decided)
    leave(academy, "ann", "cobots", decided + DAY)
    settle_due(academy, decided + DAY)
    assert ask(academy, decided + DAY, "cas") == ["enrolled"]
    assert offering(academy).state == OfferingState.CONFIRMED
    assert audit(academy, decided + DAY) == []


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_coordinator_decides_earlier_with_a_reason(academy: Engine, decided: datetime, goes_on: bool) -> None:
    ask(academy, decided - DAY, "ann")
    early = decided - DAY / 2
    for _ in range(2):
        decide_now(academy, "cobots", goes_on, early, who="els", why="het bedrijf betaalt")
    settle_due(academy, decided)
    kind, state = ("go", "confirmed") if goes_on else ("no_go", "cancelled")
    assert decisions(academy) == [("open", state, "els", "het bedrijf betaalt")]
    assert told(academy) == [("ann", kind)]
    assert seats(academy) == {"cobots": {"ann": "enrolled" if goes_on else "cancelled"}}
    assert audit(academy, decided) == []


def test_what_was_decided_is_not_decided_otherwise(academy: Engine, now: datetime) -> None:
    decide_now(academy, "cobots", True, now, who="els", why="vol genoeg")
    with pytest.raises(NavigatorError, match="cobots was decided already: it is confirmed"):
        decide_now(academy, "cobots", False, now, who="els", why="toch niet")
    change_offering(academy, "cobots", state=OfferingState.CANCELLED)
    with pytest.raises(NavigatorError, match="cobots is cancelled, so nothing can be changed about it any more"):
        decide_now(academy, "cobots", True, now, who="els", why="toch wel")
    assert decisions(academy) == [("open", "confirmed", "els", "vol genoeg")]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_nothing_is_decided(academy: Engine, now: datetime, reason: str) -> None:
    with pytest.raises(NavigatorError, match="Give a reason; it is kept, and people may read it"):
        decide_now(academy, "cobots", False, now, who="els", why=reason)
    assert decisions(academy) == []


def test_what_has_begun_or_does_not_exist_cannot_be_decided(academy: Engine, now: datetime) -> None:
    with pytest.raises(NavigatorError, match="cobots has begun, so nothing can be changed about it any more"):
        decide_now(academy, "cobots", True, now + 14 * DAY, who="els", why="vol genoeg")
    with pytest.raises(UnknownThing, match="There is no offering with id 'nergens'"):
        decide_now(academy, "nergens", True, now, who="els", why="vol genoeg")


def test_who_would_hear_it_too_late_in_the_morning_is_told_at_once(academy: Engine, now: datetime) -> None:
    night = now + timedelta(hours=13)
    change_offering(academy, "cobots", starts_at=night + timedelta(hours=10, minutes=30), decide_at=night, minimum=2)
    ask(academy, now, "ann")
    settle_due(academy, night)
    (bad,) = notices(academy, NoticeKind.NO_GO)
    assert (bad.urgent, bad.due_at) == (True, night)
