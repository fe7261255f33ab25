"""After a station everybody who was there is asked how it was, once; e-learning that lies still gets a word."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.seat.attending import mark
from knowledge.seat.changing import withdraw
from knowledge.seat.leaving import leave
from knowledge.tables import Enrolment
from knowledge.telling.reminders import write_due
from knowledge.vocabulary import NoticeKind
from tests.knowledge.seat.seats import add_learners, add_offering, ask, notices, seat
from tests.knowledge.telling.at import at, deliver, station, wish

DAY = timedelta(days=1)


def asked(engine: Engine, kind: NoticeKind = NoticeKind.AFTERWARDS) -> list[tuple[str, datetime, datetime | None]]:
    """Who is asked, from when and until when."""
    return sorted((row.learner_id, row.due_at, row.useful_until) for row in notices(engine, kind))


def test_an_hour_after_it_ended_who_was_there_is_asked_once(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann", "bob", "cas", "dia")
    leave(databases, "dia", "cobots", at("2026-12-01 12:00"))
    present = {seat(databases, who).id or 0: who == "bob" for who in ("bob", "cas")}
    mark(databases, "cobots", present, at("2026-12-08 15:00"), who="els")
    assert write_due(databases, at("2026-12-08 15:59")) == 0
    until = at("2026-12-11 15:00")
    assert [write_due(databases, at(f"2026-12-08 {hour}:00")) for hour in (16, 16, 17)] == [2, 0, 0]
    assert asked(databases) == [("ann", at("2026-12-08 16:00"), until), ("bob", at("2026-12-08 16:00"), until)]
    assert sorted(deliver(databases, at("2026-12-08 16:00"))) == [("ann", "afterwards"), ("bob", "afterwards")]
    assert write_due(databases, at("2026-12-09 16:00")) == 0


def test_after_an_evening_it_is_asked_in_the_morning(databases: Engine) -> None:
    station(databases, "2026-12-08 19:00", "ann")
    write_due(databases, at("2026-12-08 22:00"))
    assert asked(databases) == [("ann", at("2026-12-09 08:00"), at("2026-12-11 21:00"))]


def test_after_three_days_it_is_asked_no_more(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    assert write_due(databases, at("2026-12-11 15:00")) == 0
    assert write_due(databases, at("2026-12-11 14:59")) == 1


@pytest.fixture
def taken(databases: Engine, now: datetime) -> Engine:
    """ann has an e-learning at her own pace."""
    add_offering(databases, now, "eigen", days=None)
    add_learners(databases, now, "ann")
    ask(databases, now, "ann", offering="eigen")
    deliver(databases, now)
    return databases


def test_a_nudge_comes_every_two_weeks_and_no_sooner(taken: Engine, now: datetime) -> None:
    days = [day for day in range(50) if write_due(taken, now + day * DAY)]
    assert days == [14, 28, 42]
    assert [row.key for row in notices(taken, NoticeKind.NUDGE)] == [f"nudge:1:{n}" for n in (1, 2, 3)]
    first = notices(taken, NoticeKind.NUDGE)[0]
    assert (first.starts_at, first.useful_until, first.urgent) == (None, now + 28 * DAY, False)


def test_a_nudge_is_looked_for_twice_and_written_once(taken: Engine, now: datetime) -> None:
    assert [write_due(taken, now + 14 * DAY) for _ in range(2)] == [1, 0]


def test_who_said_that_they_go_on_is_left_alone_for_two_weeks(taken: Engine, now: datetime) -> None:
    with writing(taken) as session:
        session.get_one(Enrolment, 1).coming_at = now + 10 * DAY
    assert [day for day in range(30) if write_due(taken, now + day * DAY)] == [24]


@pytest.mark.parametrize("wishes", [{"nudges": False}, {"nudges": False, "shift": "night"}])
def test_who_wants_no_nudge_gets_none(taken: Engine, now: datetime, wishes: dict[str, object]) -> None:
    wish(taken, "ann", **wishes)
    assert [write_due(taken, now + day * DAY) for day in (14, 28)] == [0, 0]
    wish(taken, "ann", nudges=True)
    assert write_due(taken, now + 28 * DAY) == 1


def test_who_left_was_done_or_lost_it_gets_no_nudge(taken: Engine, now: datetime) -> None:
    add_offering(taken, now, "klaar", days=None)
    add_offering(taken, now, "weg", days=None)
    for offering in ("klaar", "weg"):
        ask(taken, now, "ann", offering=offering)
    leave(taken, "ann", "eigen", now)
    mark(taken, "klaar", {seat(taken, "ann", "klaar").id or 0: True}, now, who="els")
    withdraw(taken, "weg", now, who="els", why="brand")
    assert write_due(taken, now + 14 * DAY) == 0


def test_a_nudge_waits_for_the_morning(taken: Engine, now: datetime) -> None:
    write_due(taken, now + 14 * DAY + timedelta(hours=13))
    (row,) = notices(taken, NoticeKind.NUDGE)
    assert row.due_at == at("2026-12-09 08:00")
