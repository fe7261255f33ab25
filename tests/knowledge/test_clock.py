"""Time: stored in UTC, thought in the Netherlands."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from knowledge.clock import as_utc, from_local, say_day, say_period, to_local, utc_now

SUMMER_BEGINS, SUMMER_ENDS = date(2027, 3, 28), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2026, 11, 24), time(10, 0), datetime(2026, 11, 24, 9, 0, tzinfo=UTC)),
        (date(2026, 7, 1), time(10, 0), datetime(2026, 7, 1, 8, 0, tzinfo=UTC)),
        (date(2026, 7, 1), time(0, 30), datetime(2026, 6, 30, 22, 30, tzinfo=UTC)),
        (SUMMER_BEGINS, time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (SUMMER_BEGINS, time(3, 0), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        (SUMMER_ENDS, time(1, 30), datetime(2026, 10, 24, 23, 30, tzinfo=UTC)),
        (SUMMER_ENDS, time(3, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_wall_clock_time_and_moment_are_each_others_reverse(day: date, at: time, moment: datetime) -> None:
    assert from_local(day, at) == moment
    assert from_local(day, at).tzinfo is UTC
    local = to_local(moment)
    assert (local.date(), local.time()) == (day, at)


def test_of_an_hour_that_comes_twice_it_is_the_first() -> None:
    assert from_local(SUMMER_ENDS, time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert to_local(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)).time() == time(2, 30)


def test_an_hour_that_is_passed_over_is_an_hour_later() -> None:
    moment = from_local(SUMMER_BEGINS, time(2, 30))
    assert moment == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert to_local(moment).time() == time(3, 30)


def test_a_moment_in_another_zone_is_the_same_moment_in_utc() -> None:
    there = datetime(2026, 11, 24, 4, 0, tzinfo=timezone(timedelta(hours=-5)))
    assert as_utc(there) == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert as_utc(there).tzinfo is UTC


def test_a_moment_without_a_zone_is_taken_to_be_utc(now: datetime) -> None:
    assert as_utc(now.replace(tzinfo=None)) == now
    assert to_local(now.replace(tzinfo=None)) == to_local(now)


def test_the_present_moment_is_in_utc() -> None:
    assert utc_now().tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 12, 8, 12, 0, tzinfo=UTC), "dinsdag 8 december"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "vrijdag 1 januari"),
        (datetime(2027, 3, 1, 9, 0, tzinfo=UTC), "maandag 1 maart"),
        (datetime(2027, 5, 30, 22, 0, tzinfo=UTC), "maandag 31 mei"),
        (datetime(2026, 8, 2, 9, 0, tzinfo=UTC), "zondag 2 augustus"),
    ],
)
def test_a_day_is_said_in_dutch_as_it_is_in_the_netherlands(moment: datetime, said: str) -> None:
    assert say_day(moment) == said


def test_a_period_is_said_by_the_clock_on_the_wall() -> None:
    winter, summer = datetime(2026, 12, 8, 12, 0, tzinfo=UTC), datetime(2026, 7, 6, 6, 30, tzinfo=UTC)
    assert say_period(winter, winter + timedelta(hours=4)) == "dinsdag 8 december, 13:00–17:00"
    assert say_period(summer, summer + timedelta(hours=3.5)) == "maandag 6 juli, 08:30–12:00"
