"""Reminders are found by asking what is true now: each once, in time, for who has a seat."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from knowledge.clock import AMSTERDAM, to_local
from knowledge.people import forget
from knowledge.seat.changing import move_offering, withdraw
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.telling.reminders import due_reminders, reach, write_due
from knowledge.telling.times import DAYS_BEFORE, HOURS_BEFORE, USEFUL_UNTIL, due_now
from knowledge.telling.wishes import ReminderWishes, Shift
from knowledge.vocabulary import REMINDERS, NoticeState
from tests.knowledge.seat.seats import add_learners, notices, told
from tests.knowledge.telling.at import at, deliver, station, wall, wish

HALF_HOUR, MINUTE = timedelta(minutes=30), timedelta(minutes=1)
HOURS = (
    *("04:00", "06:00", "06:30", "08:00", "09:00", "09:30", "10:30", "11:00"),
    *("12:30", "13:00", "14:00", "20:00", "20:30", "23:00"),
)
HOURS = [
    "04:00",
    "06:00",
    "06:30",
    "08:00",
    "09:00",
    "09:30",
    "10:30",
    "11:00",
    "12:30",
    "13:00",
    "14:00",
    "20:00",
    "20:30",
    "23:00",
]
"""When the clock ticks: on every moment at which something is due in these tests, and shortly before it."""


def tick(engine: Engine, start: str, end: str) -> list[tuple[str, str, str]]:
    """What the clock writes and sends between two moments, on the wall: when, who, what."""
    got = []
    for days in range((at(end) - at(start)).days + 2):
        for hour in HOURS:
            moment = f"{to_local(at(start)) + timedelta(days=days):%Y-%m-%d} {hour}"
            if start <= moment <= end and write_due(engine, at(moment)):
                got += [(moment, who, what) for who, what in deliver(engine, at(moment)) if "reminder" in what]
    return got


def test_a_week_a_day_and_two_hours_before_once_each(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    assert tick(databases, "2026-11-30 08:00", "2026-12-08 14:00") == [
        ("2026-12-01 13:00", "ann", "reminder_week"),
        ("2026-12-07 13:00", "ann", "reminder_day"),
        ("2026-12-08 11:00", "ann", "reminder_hours"),
    ]


def test_a_reminder_says_its_time_and_until_when_it_is_of_use(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    assert write_due(databases, at("2026-12-07 13:05")) == 1
    row = notices(databases)[-1]
    assert (row.kind, row.learner_id, row.urgent, row.facts) == ("reminder_day", "ann", False, {})
    assert (row.starts_at, row.due_at) == (at("2026-12-08 13:00"), at("2026-12-07 13:05"))
    assert (row.useful_until, row.created_at) == (at("2026-12-08 10:00"), at("2026-12-07 13:05"))


def test_a_second_look_adds_nothing(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann", "bob", "cas")
    moment = at("2026-12-07 13:05")
    rows = due_reminders(databases, moment)
    assert [write_due(databases, moment) for _ in range(3)] == [3, 0, 0]
    assert len(rows) == 3
    deliver(databases, moment)
    assert write_due(databases, moment + HALF_HOUR) == 0


def test_after_a_night_without_power_only_what_is_nearest_goes(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    assert tick(databases, "2026-12-08 09:00", "2026-12-08 14:00") == [
        ("2026-12-08 09:00", "ann", "reminder_day"),
        ("2026-12-08 11:00", "ann", "reminder_hours"),
    ]


@pytest.mark.parametrize(
    ("start", "wishes", "got"),
    [
        # at six in the morning: the evening before
        ("2026-12-08 06:00", {}, ["2026-11-30 20:30 week", "2026-12-06 20:30 day", "2026-12-07 20:30 hours"]),
        # who works at night sleeps from seven to three, and is up at four in the morning
        ("2026-12-08 06:00", {"shift": "night"},
         ["2026-12-01 06:00 week", "2026-12-07 06:00 day", "2026-12-08 04:00 hours"]),
        ("2026-12-08 13:00", {"shift": "night"},
         ["2026-12-01 06:30 week", "2026-12-07 06:30 day", "2026-12-08 06:30 hours"]),
        # the 29th of February
        ("2028-02-29 13:00", {}, ["2028-02-22 13:00 week", "2028-02-28 13:00 day", "2028-02-29 11:00 hours"]),
        ("2028-03-07 13:00", {}, ["2028-02-29 13:00 week", "2028-03-06 13:00 day", "2028-03-07 11:00 hours"]),
        # over New Year, on which nothing goes
        ("2027-01-02 13:00", {}, ["2026-12-24 20:30 week", "2026-12-31 20:30 day", "2027-01-02 11:00 hours"]),
        # the clock goes forward on the 28th of March and back on the 25th of October
        ("2027-03-28 13:00", {}, ["2027-03-21 13:00 week", "2027-03-27 13:00 day", "2027-03-28 11:00 hours"]),
        ("2026-10-25 13:00", {}, ["2026-10-18 13:00 week", "2026-10-24 13:00 day", "2026-10-25 11:00 hours"]),
        ("2026-10-26 09:30", {}, ["2026-10-19 09:30 week", "2026-10-25 09:30 day", "2026-10-25 20:30 hours"]),
        # in a weekend that somebody wants free
        ("2026-12-07 13:00", {"weekend": False},
         ["2026-11-30 13:00 week", "2026-12-04 20:30 day", "2026-12-07 11:00 hours"]),
        # only what is wanted
        ("2026-12-08 13:00", {"week": False, "hours": False}, ["2026-12-07 13:00 day"]),
        ("2026-12-08 13:00", {"week": False, "day": False, "hours": False}, []),
    ],
)  # fmt: skip
def test_each_goes_at_its_own_moment(databases: Engine, start: str, wishes: dict[str, object], got: list[str]) -> None:
    begins = at(start)
    station(databases, start, "ann", seated=wall(begins - timedelta(days=40)))
    wish(databases, "ann", **wishes)
    found = tick(databases, wall(begins - timedelta(days=10)), start)
    assert [f"{when} {what.removeprefix('reminder_')}" for when, _, what in found] == got


def test_what_is_moved_after_its_reminder_went_is_reminded_of_anew(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    assert len(tick(databases, "2026-12-01 08:00", "2026-12-01 14:00")) == 1
    start = at("2026-12-10 13:00")
    times = {"starts_at": start, "ends_at": start + timedelta(hours=2)}
    move_offering(databases, "cobots", at("2026-12-01 15:00"), who="els", why="ziek", **times)
    assert tick(databases, "2026-12-01 15:00", "2026-12-10 14:00") == [
        ("2026-12-03 13:00", "ann", "reminder_week"),
        ("2026-12-09 13:00", "ann", "reminder_day"),
        ("2026-12-10 11:00", "ann", "reminder_hours"),
    ]


def test_a_reminder_of_the_old_time_is_dropped_and_is_there_again_when_it_moves_back(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    write_due(databases, at("2026-12-07 13:00"))
    for start, minute in (("2026-12-09 13:00", 1), ("2026-12-08 13:00", 3)):
        times = {"starts_at": at(start), "ends_at": at(start) + timedelta(hours=2)}
        moment = at("2026-12-07 13:00") + minute * MINUTE
        move_offering(databases, "cobots", moment, who="els", why="ziek", **times)
        deliver(databases, moment)
    (row,) = [
        row for row in notices(databases) if row.kind == "reminder_day" and row.starts_at == at("2026-12-08 13:00")
    ]
    assert (row.state, row.why) == (NoticeState.SENT, "")


def test_nobody_is_reminded_who_left_waits_was_forgotten_or_lost_the_seat(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", *(f"p{n:02}" for n in range(20)), id="vol")
    add_learners(databases, at("2026-01-05 12:00"), "wacht")
    enrol(databases, "wacht", ["vol"], at("2026-01-06 12:00"))
    station(databases, "2026-12-08 13:00", "weg", id="af")
    leave(databases, "p00", "vol", at("2026-12-01 12:00"))
    forget(databases, "talk-p01", at("2026-12-01 12:00"))
    withdraw(databases, "af", at("2026-12-01 12:00"), who="els", why="brand")
    write_due(databases, at("2026-12-07 13:00"))
    assert sorted(who for who, what in told(databases) if what == "reminder_day") == [f"p{n:02}" for n in range(2, 20)]


def test_nobody_is_reminded_of_what_they_chose_after_its_moment(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann", seated="2026-12-07 14:00")
    assert tick(databases, "2026-12-07 14:00", "2026-12-08 14:00") == [("2026-12-08 11:00", "ann", "reminder_hours")]


@given(
    moment=st.datetimes(timezones=st.just(AMSTERDAM), min_value=at("2026-01-01 00:00").replace(tzinfo=None),
                        max_value=at("2034-01-01 00:00").replace(tzinfo=None)),
    minutes=st.integers(0, 60 * 24 * 14),
    wishes=st.builds(
        ReminderWishes,
        weekend=st.booleans(),
        shift=st.sampled_from(Shift),
        quiet_from=st.none() | st.times(),
        quiet_until=st.none() | st.times(),
    ),
)  # fmt: skip
def test_no_reminder_is_due_that_the_look_at_the_database_leaves_out(
    moment: object, minutes: int, wishes: ReminderWishes
) -> None:
    now = at(f"{moment:%Y-%m-%d %H:%M}")
    start = now + minutes * MINUTE
    kind = due_now(start, now - timedelta(days=365), wishes, now)
    if kind is not None:
        assert now + USEFUL_UNTIL[kind] < start <= now + DAYS_BEFORE.get(kind, HOURS_BEFORE) + reach(now)
    assert kind is None or kind in REMINDERS


@pytest.mark.parametrize(
    ("day", "days"),
    [("2026-11-24", 1), ("2026-11-27", 3), ("2026-12-24", 4), ("2027-03-25", 5), ("2027-03-27", 3), ("2026-12-31", 4)],
)
def test_the_look_reaches_over_the_free_days_to_come(day: str, days: int) -> None:
    assert reach(at(f"{day} 12:00")) == timedelta(days=days, hours=2)
