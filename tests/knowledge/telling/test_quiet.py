"""When a message may go out: quiet hours, holidays, weekends, and the clock that is put forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.clock import from_local, to_local
from knowledge.telling.quiet import FARTHEST, is_holiday, last_allowed, may_go, next_allowed
from knowledge.telling.wishes import ReminderWishes, Shift

CALM = settings(deadline=None, derandomize=True)
ANY = ReminderWishes()
NO_WEEKEND = ReminderWishes(weekend=False)
NIGHT = ReminderWishes(shift=Shift.NIGHT)
NEVER_QUIET = ReminderWishes(quiet_from=time(0), quiet_until=time(0))
LUNCH = ReminderWishes(quiet_from=time(12), quiet_until=time(14))
A_MINUTE = ReminderWishes(quiet_from=time(8), quiet_until=time(7, 59), weekend=False)
"""Whom only one minute of a working day suits."""

SMALL_HOURS = ReminderWishes(quiet_from=time(3), quiet_until=time(2, 30))
"""Whom only the half hour suits that is passed over in March and comes twice in October."""

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
WISHES = st.builds(
    ReminderWishes,
    weekend=st.booleans(),
    shift=st.sampled_from(Shift),
    quiet_from=st.none() | st.times(),
    quiet_until=st.none() | st.times(),
)
A_STATION_DAY = st.none() | st.integers(-1, 8)


def at(text: str) -> datetime:
    """The moment of a time on the wall, such as ``2026-12-31 20:30``."""
    said = datetime.fromisoformat(text)
    return from_local(said.date(), said.time())


def wall(moment: datetime) -> str:
    """The reverse."""
    assert moment.tzinfo is UTC
    return f"{to_local(moment):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("when", "wishes", "goes"),
    [
        ("2026-11-24 08:00", ANY, True),
        ("2026-11-24 07:59", ANY, False),
        ("2026-11-24 20:59", ANY, True),
        ("2026-11-24 21:00", ANY, False),
        ("2026-11-24 03:00", ANY, False),
        ("2026-11-24 03:00", NIGHT, True),
        ("2026-11-24 07:00", NIGHT, False),
        ("2026-11-24 14:59", NIGHT, False),
        ("2026-11-24 15:00", NIGHT, True),
        ("2026-11-24 13:00", LUNCH, False),
        ("2026-11-24 03:00", LUNCH, True),
        ("2026-11-24 00:00", NEVER_QUIET, True),
        ("2026-11-28 10:00", ANY, True),
        ("2026-11-28 10:00", NO_WEEKEND, False),
        ("2026-11-29 23:59", ReminderWishes(weekend=False, shift=Shift.NIGHT), False),
        ("2026-11-30 00:00", ReminderWishes(weekend=False, shift=Shift.NIGHT), True),
        ("2027-01-01 10:00", ANY, False),
        ("2026-12-25 10:00", ANY, False),
        ("2026-04-27 10:00", ANY, False),
        ("2028-02-29 10:00", ANY, True),
    ],
)
def test_a_message_goes_only_when_nothing_forbids_it(when: str, wishes: ReminderWishes, goes: bool) -> None:
    assert may_go(at(when), wishes, None) is goes


def test_on_the_holiday_of_the_station_itself_it_may_go() -> None:
    ascension = date(2026, 5, 14)
    assert is_holiday(ascension)
    assert may_go(at("2026-05-14 10:00"), ANY, ascension)
    assert not may_go(at("2026-05-14 10:00"), ANY, date(2026, 5, 15))
    assert not may_go(at("2026-05-14 21:30"), ANY, ascension)


def test_in_a_weekend_that_is_free_it_may_not_go_even_for_a_station_on_that_day() -> None:
    assert not may_go(at("2026-11-28 10:00"), NO_WEEKEND, date(2026, 11, 28))


@pytest.mark.parametrize(
    ("when", "wishes", "last"),
    [
        ("2026-11-24 10:00", ANY, "2026-11-24 10:00"),
        ("2026-11-24 20:45", ANY, "2026-11-24 20:45"),
        ("2026-11-24 22:00", ANY, "2026-11-24 20:30"),
        ("2026-11-24 06:00", ANY, "2026-11-23 20:30"),
        ("2026-11-24 06:00", ReminderWishes(shift=Shift.EARLY), "2026-11-24 06:00"),
        ("2026-11-24 10:00", NIGHT, "2026-11-24 06:30"),
        ("2026-11-24 13:00", LUNCH, "2026-11-24 11:30"),
        ("2026-11-30 07:00", NO_WEEKEND, "2026-11-27 20:30"),
        ("2027-01-01 10:00", ANY, "2026-12-31 20:30"),
        ("2027-01-01 10:00", NEVER_QUIET, "2026-12-31 23:30"),
        ("2026-12-26 12:00", ANY, "2026-12-24 20:30"),
        ("2026-12-28 07:00", NO_WEEKEND, "2026-12-24 20:30"),
        ("2026-12-28 07:00", ANY, "2026-12-27 20:30"),
        ("2027-03-29 12:00", NO_WEEKEND, "2027-03-25 20:30"),
        ("2028-03-01 06:00", ANY, "2028-02-29 20:30"),
        ("2026-03-29 02:30", ANY, "2026-03-28 20:30"),
        ("2026-10-25 02:30", ANY, "2026-10-24 20:30"),
        ("2026-11-24 12:00", A_MINUTE, "2026-11-24 07:59"),
        ("2026-11-30 07:00", A_MINUTE, "2026-11-27 07:59"),
    ],
)
def test_what_may_not_go_goes_half_an_hour_before_the_quiet(when: str, wishes: ReminderWishes, last: str) -> None:
    assert wall(last_allowed(at(when), wishes, None)) == last


@pytest.mark.parametrize(
    ("when", "wishes", "first"),
    [
        ("2026-11-24 10:00", ANY, "2026-11-24 10:00"),
        ("2026-11-24 22:00", ANY, "2026-11-25 08:00"),
        ("2026-11-24 06:00", ANY, "2026-11-24 08:00"),
        ("2026-11-24 07:00", NIGHT, "2026-11-24 15:00"),
        ("2026-11-24 12:00", LUNCH, "2026-11-24 14:00"),
        ("2026-11-27 21:00", NO_WEEKEND, "2026-11-30 08:00"),
        ("2026-12-31 21:00", ANY, "2027-01-02 08:00"),
        ("2026-12-31 21:00", NO_WEEKEND, "2027-01-04 08:00"),
        ("2027-01-01 10:00", NEVER_QUIET, "2027-01-02 00:00"),
        ("2026-12-24 22:00", NO_WEEKEND, "2026-12-28 08:00"),
        ("2028-02-28 22:00", ANY, "2028-02-29 08:00"),
        ("2026-03-28 23:00", ANY, "2026-03-29 08:00"),
        ("2026-10-24 23:00", ANY, "2026-10-25 08:00"),
    ],
)
def test_what_must_wait_waits_no_longer_than_the_quiet(when: str, wishes: ReminderWishes, first: str) -> None:
    assert wall(next_allowed(at(when), wishes, None)) == first


def test_quiet_that_ends_in_the_hour_that_is_passed_over_ends_when_the_clock_is_put_forward() -> None:
    wishes = ReminderWishes(quiet_from=time(21), quiet_until=time(2, 30))
    assert next_allowed(at("2026-03-29 01:00"), wishes, None) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_quiet_that_ends_in_the_hour_that_comes_twice_ends_twice() -> None:
    wishes = ReminderWishes(quiet_from=time(21), quiet_until=time(2, 30))
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert next_allowed(first - timedelta(minutes=5), wishes, None) == first
    assert next_allowed(second - timedelta(minutes=5), wishes, None) == second
    assert last_allowed(second - timedelta(minutes=5), wishes, None) == first


def test_who_can_only_be_told_in_an_hour_that_is_passed_over_is_told_a_day_before() -> None:
    assert last_allowed(at("2026-03-29 10:00"), SMALL_HOURS, None) == at("2026-03-28 02:30")


@CALM
@given(MOMENTS, WISHES, A_STATION_DAY)
@example(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), SMALL_HOURS, None)
@example(datetime(2026, 10, 25, 1, 10, tzinfo=UTC), SMALL_HOURS, None)
@example(datetime(2038, 4, 27, 12, 0, tzinfo=UTC), A_MINUTE, None)
def test_a_better_moment_is_always_found_on_the_right_side(
    moment: datetime, wishes: ReminderWishes, days: int | None
) -> None:
    station = None if days is None else to_local(moment).date() + timedelta(days=days)
    before, after = last_allowed(moment, wishes, station), next_allowed(moment, wishes, station)
    assert moment - FARTHEST < before <= moment <= after < moment + FARTHEST
    assert may_go(before, wishes, station)
    assert may_go(after, wishes, station)
    assert (before == moment == after) is may_go(moment, wishes, station)


@CALM
@given(MOMENTS, WISHES, st.floats(0, 1))
def test_nothing_between_a_moment_and_the_next_good_one_was_good(
    moment: datetime, wishes: ReminderWishes, part: float
) -> None:
    first = next_allowed(moment, wishes, None)
    between = moment + (first - moment) * part
    assert between >= first or not may_go(between, wishes, None)


@CALM
@given(MOMENTS, WISHES, st.floats(0, 1))
def test_from_half_an_hour_after_the_last_good_moment_all_is_quiet(
    moment: datetime, wishes: ReminderWishes, part: float
) -> None:
    last = last_allowed(moment, wishes, None) + timedelta(minutes=30)
    between = last + (moment - last) * part
    assert between >= moment or not may_go(between, wishes, None)


def test_no_row_of_free_days_is_as_long_as_the_look() -> None:
    free, longest = 0, 0
    for n in range(100 * 365):
        day = date(2026, 1, 1) + timedelta(days=n)
        free = free + 1 if day.weekday() > 4 or is_holiday(day) else 0
        longest = max(longest, free)
    assert timedelta(days=longest) < FARTHEST / 2
