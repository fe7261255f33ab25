"""A coordinator postpones, withdraws and changes for how many it is held, with a reason; everybody is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import audit
from knowledge.catalogue.snapshot import read_catalogue
from knowledge.database import writing
from knowledge.errors import NavigatorError, UnknownThing
from knowledge.seat.changing import decide_now, move_offering, postpone, set_capacity, withdraw
from knowledge.seat.leaving import leave
from knowledge.seat.settling import settle_due
from knowledge.tables import CatalogueState
from knowledge.vocabulary import NoticeKind, NoticeState, OfferingState
from tests.knowledge.seat.seats import ask, change_offering, changes, decisions, notices, offering, seats, told

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ELS = {"who": "els", "why": "nog één aanmelding nodig"}


@pytest.fixture
def used(academy: Engine, now: datetime) -> Engine:
    """ann and bob have a seat, cas waits; to be decided in a week, with a minimum of two."""
    change_offering(academy, "cobots", decide_at=now + 7 * DAY, minimum=2)
    ask(academy, now, "ann", "bob", "cas")
    return academy


def test_postponing_tells_everybody_until_when(used: Engine, now: datetime) -> None:
    postpone(used, "cobots", now + 9 * DAY, now, **ELS)
    assert (offering(used).decide_at, offering(used).by_hand) == (now + 9 * DAY, ["decide_at"])
    assert decisions(used) == [("open", "open", "els", ELS["why"])]
    assert told(used) == [("ann", "postponed"), ("bob", "postponed"), ("cas", "postponed")]
    for row in notices(used, NoticeKind.POSTPONED):
        assert (row.facts["why"], row.facts["decide_at"], row.useful_until) == (
            ELS["why"],
            (now + 9 * DAY).isoformat(),
            now + 9 * DAY,
        )
    assert settle_due(used, now + 7 * DAY) == 0
    settle_due(used, now + 9 * DAY)
    assert offering(used).state == OfferingState.CONFIRMED
    assert audit(used, now + 9 * DAY) == []


def test_postponed_and_back_is_told_as_it_is_last(used: Engine, now: datetime) -> None:
    for minute, days in enumerate((9, 9, 10, 9)):
        postpone(used, "cobots", now + days * DAY, now + timedelta(minutes=minute), **ELS)
    rows = [row for row in notices(used, NoticeKind.POSTPONED) if row.learner_id == "ann"]
    assert [(row.facts["decide_at"], row.state) for row in rows] == [
        ((now + 9 * DAY).isoformat(), NoticeState.DROPPED),
        ((now + 10 * DAY).isoformat(), NoticeState.DROPPED),
        ((now + 9 * DAY).isoformat(), NoticeState.DUE),
    ]
    assert len(decisions(used)) == 3


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "has passed. Give a later one"), (0, "has passed"), (14.01, "comes after the start of cobots")],
)
def test_a_decision_date_must_lie_between_now_and_the_start(
    used: Engine, now: datetime, days: float, said: str
) -> None:
    with pytest.raises(NavigatorError, match=said):
        postpone(used, "cobots", now + days * DAY, now, **ELS)
    assert (decisions(used), told(used)) == ([], [])


def test_a_decision_date_on_the_start_itself_is_fine_and_one_for_what_has_no_start_is_not(
    used: Engine, now: datetime
) -> None:
    assert postpone(used, "cobots", now + 14 * DAY, now, **ELS).decide_at == now + 14 * DAY
    change_offering(used, "cobots", starts_at=None, ends_at=None)
    with pytest.raises(NavigatorError, match="comes after the start"):
        postpone(used, "cobots", now + 7 * DAY, now, **ELS)


def test_what_was_decided_is_not_postponed(used: Engine, now: datetime) -> None:
    decide_now(used, "cobots", True, now, **ELS)
    with pytest.raises(NavigatorError, match="cobots was decided already: it is confirmed"):
        postpone(used, "cobots", now + 9 * DAY, now, **ELS)


@pytest.mark.parametrize("before", [OfferingState.OPEN, OfferingState.CONFIRMED])
def test_withdrawing_takes_every_seat_and_tells_why_once(used: Engine, now: datetime, before: OfferingState) -> None:
    change_offering(used, "cobots", state=before)
    leave(used, "bob", "cobots", now)
    for _ in range(2):
        withdraw(used, "cobots", now + HOUR, who="els", why="de trainer is ziek")
    assert decisions(used) == [(before, "cancelled", "els", "de trainer is ziek")]
    assert seats(used) == {"cobots": dict.fromkeys(("ann", "bob", "cas"), "cancelled")}
    gone = notices(used, NoticeKind.WITHDRAWN)
    assert [(row.learner_id, row.facts) for row in gone] == [
        ("ann", {"was": "enrolled", "why": "de trainer is ziek"}),
        ("cas", {"was": "offered", "why": "de trainer is ziek"}),
    ]


def test_what_has_begun_is_not_withdrawn(used: Engine, now: datetime) -> None:
    with pytest.raises(NavigatorError, match="cobots has begun"):
        withdraw(used, "cobots", now + 14 * DAY, **ELS)
    change_offering(used, "cobots", state=OfferingState.HELD)
    with pytest.raises(NavigatorError, match="cobots is held"):
        withdraw(used, "cobots", now, **ELS)


def test_fewer_seats_down_to_what_is_taken(used: Engine, now: datetime) -> None:
    set_capacity(used, "cobots", now, maximum=4, minimum=3, **ELS)
    assert (offering(used).minimum, offering(used).maximum) == (3, 4)
    assert seats(used)["cobots"] == {"ann": "enrolled", "bob": "enrolled", "cas": "offered"}
    set_capacity(used, "cobots", now, maximum=3, **ELS)
    with pytest.raises(NavigatorError, match="3 seats of cobots are taken, so the maximum cannot become 2"):
        set_capacity(used, "cobots", now, maximum=2, minimum=1, **ELS)
    assert (offering(used).minimum, offering(used).maximum) == (3, 3)
    assert offering(used).by_hand == ["maximum", "minimum"]


@pytest.mark.parametrize(("minimum", "maximum"), [(3, None), (5, 4), (0, None), (-1, None), (None, 1), (None, 0)])
def test_a_minimum_is_at_least_one_and_not_above_the_maximum(
    used: Engine, now: datetime, minimum: int | None, maximum: int | None
) -> None:
    with pytest.raises(NavigatorError, match="must be at least 1 and not above the maximum"):
        set_capacity(used, "cobots", now, minimum=minimum, maximum=maximum, **ELS)
    assert decisions(used) == []


def test_setting_what_stands_there_already_changes_nothing(used: Engine, now: datetime) -> None:
    set_capacity(used, "cobots", now, maximum=2, **ELS)
    assert (decisions(used), offering(used).by_hand, told(used)) == ([], [], [])


@pytest.mark.parametrize(
    "deed",
    [
        lambda engine, what, now, **how: postpone(engine, what, now + DAY, now, **how),
        lambda engine, what, now, **how: withdraw(engine, what, now, **how),
        lambda engine, what, now, **how: set_capacity(engine, what, now, maximum=9, **how),
        lambda engine, what, now, **how: move_offering(engine, what, now, place="Zaal 2", **how),
    ],
)
def test_nothing_is_changed_without_a_reason_or_where_there_is_nothing(
    used: Engine, now: datetime, deed: Callable[..., object]
) -> None:
    before = (seats(used), changes(used))
    with pytest.raises(NavigatorError, match="Give a reason"):
        deed(used, "cobots", now, who="els", why=" ")
    with pytest.raises(UnknownThing):
        deed(used, "nergens", now, **ELS)
    assert (seats(used), changes(used), decisions(used), told(used)) == (*before, [], [])


def test_the_catalogue_in_memory_is_out_of_date_after_a_decision(used: Engine, now: datetime) -> None:
    with writing(used) as session:
        session.add(CatalogueState(version=7, digest="x", loaded_at=now))
    assert [one.id for one in read_catalogue(used, 7).sessions] == ["cobots"]
    withdraw(used, "cobots", now, **ELS)
    newer = read_catalogue(used, 8)
    assert (newer.version, newer.sessions) == (8, ())
