"""An offering moves in time or place: everybody keeps their seat, and is told what it was and what it is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, update

from knowledge.audit import audit
from knowledge.database import writing
from knowledge.errors import NavigatorError
from knowledge.seat.changing import move_offering
from knowledge.seat.leaving import leave
from knowledge.seat.locking import locked_offering
from knowledge.seat.touching import tell_of_change
from knowledge.tables import Notice
from knowledge.vocabulary import NoticeKind, NoticeState
from tests.knowledge.seat.seats import add_offering, ask, change_offering, decisions, notices, offering, seat, seats

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
ELS = {"who": "els", "why": "de trainer kan niet"}


@pytest.fixture
def used(academy: Engine, now: datetime) -> Engine:
    """ann left, bob has a seat, cas is offered one, dia waits; it begins in two weeks."""
    ask(academy, now, "ann", "bob", "cas", "dia")
    leave(academy, "ann", "cobots", now)
    return academy


def move(engine: Engine, now: datetime, start: datetime, **more: object) -> None:
    move_offering(engine, "cobots", now, starts_at=start, ends_at=start + 4 * HOUR, **(ELS | more))


def changed(engine: Engine, learner: str = "bob") -> list[tuple[dict[str, object], NoticeState]]:
    """What somebody is told has changed, and how far that message is."""
    rows = notices(engine, NoticeKind.CHANGED)
    return [(row.facts["changed"], row.state) for row in rows if row.learner_id == learner]


def test_everybody_keeps_their_seat_and_is_told_old_and_new(used: Engine, now: datetime) -> None:
    was, start = now + 14 * DAY, now + 15 * DAY
    before = seats(used)
    sequences = [seat(used, id).sequence for id in ("bob", "cas", "dia")]
    move(used, now, start, place="Zaal 2")
    assert seats(used) == before
    what = {
        "starts_at": [was.isoformat(), start.isoformat()],
        "ends_at": [(was + 4 * HOUR).isoformat(), (start + 4 * HOUR).isoformat()],
        "place": ["Leerplein", "Zaal 2"],
    }
    told = notices(used, NoticeKind.CHANGED)
    assert sorted((row.learner_id, row.sequence, row.starts_at, row.urgent) for row in told) == [
        ("bob", 2, start, False),
        ("cas", 1, start, False),
        ("dia", 1, start, False),
    ]
    assert [row.facts for row in told] == [{"changed": what}] * 3
    assert [seat(used, id).sequence for id in ("bob", "cas", "dia")] == [one + 1 for one in sequences]
    assert decisions(used) == [("open", "open", "els", ELS["why"])]
    assert offering(used).by_hand == ["ends_at", "place", "starts_at"]
    assert audit(used, now) == []


def test_two_changes_before_anybody_was_told_are_one_message(used: Engine, now: datetime) -> None:
    was = offering(used).starts_at
    assert was is not None
    move(used, now, was + DAY)
    move_offering(used, "cobots", now + MINUTE, place="Zaal 2", **ELS)
    move(used, now + 2 * MINUTE, was + 2 * DAY)
    *older, (last, state) = changed(used)
    assert [one for _, one in older] == [NoticeState.DROPPED] * 2
    assert state == NoticeState.DUE
    assert last == {
        "starts_at": [was.isoformat(), (was + 2 * DAY).isoformat()],
        "ends_at": [(was + 4 * HOUR).isoformat(), (was + 2 * DAY + 4 * HOUR).isoformat()],
        "place": ["Leerplein", "Zaal 2"],
    }


def test_changed_and_changed_back_before_anybody_was_told_is_told_to_nobody(used: Engine, now: datetime) -> None:
    was = offering(used).starts_at
    assert was is not None
    move(used, now, was + DAY)
    move(used, now, was)
    assert [state for _, state in changed(used)] == [NoticeState.DROPPED]


def test_who_was_told_already_hears_only_what_changed_since(used: Engine, now: datetime) -> None:
    move_offering(used, "cobots", now, place="Zaal 2", **ELS)
    with writing(used) as session:
        session.execute(update(Notice).values(state=NoticeState.SENT))
    move_offering(used, "cobots", now + MINUTE, place="Leerplein", **ELS)
    assert [what for what, _ in changed(used)] == [
        {"place": ["Leerplein", "Zaal 2"]},
        {"place": ["Zaal 2", "Leerplein"]},
    ]


def test_what_nobody_need_know_is_told_to_nobody(used: Engine, now: datetime) -> None:
    with writing(used) as session:
        tell_of_change(session, locked_offering(session, "cobots"), {"cost": [75, 80]}, now)
    move_offering(used, "cobots", now, place="Leerplein", **ELS)
    assert (changed(used), decisions(used)) == ([], [])


def test_near_the_start_a_change_is_told_at_once(used: Engine, now: datetime) -> None:
    late = now + 14 * DAY - 11 * HOUR  # eleven at night
    move_offering(used, "cobots", late, place="Zaal 2", **ELS)
    (row,) = [row for row in notices(used, NoticeKind.CHANGED) if row.learner_id == "bob"]
    assert (row.urgent, row.due_at) == (True, late)


def test_an_offered_seat_is_held_no_shorter_and_who_comes_says_so_anew(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", starts_at=now + 4 * DAY, ends_at=now + 5 * DAY)
    held = seat(used, "cas").held_until
    assert held == now + 2 * DAY
    move(used, now + DAY, now + 3 * DAY)
    assert seat(used, "cas").held_until == held
    move(used, now + DAY, now + 20 * DAY)
    assert seat(used, "cas").held_until == now + 3 * DAY


def test_a_decision_date_after_the_new_start_becomes_the_start(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", decide_at=now + 7 * DAY)
    move(used, now, now + 5 * DAY)
    assert offering(used).decide_at == now + 5 * DAY
    assert offering(used).by_hand == ["decide_at", "ends_at", "starts_at"]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (-1 * HOUR, 3 * HOUR, "has passed. Give a later one"),
        (HOUR, HOUR, "The end comes before the start"),
        (20 * DAY, None, "The end comes before the start. Give both"),
        (None, -1 * HOUR, "The end comes before the start"),
    ],
)
def test_times_in_the_past_or_the_wrong_way_round_are_refused(
    used: Engine, now: datetime, start: timedelta | None, end: timedelta | None, said: str
) -> None:
    given = {"starts_at": start, "ends_at": end}
    times = {name: now + value for name, value in given.items() if value is not None}
    with pytest.raises(NavigatorError, match=said):
        move_offering(used, "cobots", now, **ELS, **times)
    assert (decisions(used), changed(used)) == ([], [])


def test_what_is_at_your_own_pace_has_no_date_to_move(used: Engine, now: datetime) -> None:
    add_offering(used, now, "eigen", days=None)
    with pytest.raises(NavigatorError, match="eigen is at one's own pace"):
        move_offering(used, "eigen", now, place="Zaal 2", **ELS)


def test_what_has_begun_is_not_moved(used: Engine, now: datetime) -> None:
    with pytest.raises(NavigatorError, match="cobots has begun"):
        move(used, now + 14 * DAY, now + 20 * DAY)
