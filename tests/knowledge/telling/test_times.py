"""When a reminder of a dated station is due, and which one goes now."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.clock import from_local, to_local
from knowledge.telling.quiet import may_go
from knowledge.telling.times import LOOK_AHEAD, due_now, reminder_due, useful_until
from knowledge.telling.wishes import ReminderWishes, Shift
from knowledge.vocabulary import REMINDERS, NoticeKind

CALM = settings(deadline=None, derandomize=True)
WEEK, DAY, HOURS = REMINDERS
ANY = ReminderWishes()
NO_WEEKEND = ReminderWishes(weekend=False)
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
WISHES = st.builds(
    ReminderWishes,
    weekend=st.booleans(),
    shift=st.sampled_from(Shift),
    quiet_from=st.none() | st.times(),
    quiet_until=st.none() | st.times(),
)


def at(text: str) -> datetime:
    """The moment of a time on the wall, such as ``2026-12-31 20:30``."""
    said = datetime.fromisoformat(text)
    return from_local(said.date(), said.time())


def walls(starts: str, wishes: ReminderWishes) -> list[str | None]:
    """When each reminder is due, on the wall."""
    moments = [reminder_due(kind, at(starts), wishes) for kind in REMINDERS]
    return [f"{to_local(one):%m-%d %H:%M}" if one else None for one in moments]


@pytest.mark.parametrize(
    ("starts", "wishes", "due"),
    [
        # an afternoon on a working day: nothing has to move
        ("2026-12-08 13:00", ANY, ["12-01 13:00", "12-07 13:00", "12-08 11:00"]),
        # at nine: two hours before it is still quiet, so the evening before
        ("2026-12-08 09:00", ANY, ["12-01 09:00", "12-07 09:00", "12-07 20:30"]),
        # at six, for who works by day, early or at night
        ("2026-12-08 06:00", ANY, ["11-30 20:30", "12-06 20:30", "12-07 20:30"]),
        ("2026-12-08 06:00", ReminderWishes(shift=Shift.EARLY), ["12-01 06:00", "12-07 06:00", "12-07 19:30"]),
        ("2026-12-08 06:00", ReminderWishes(shift=Shift.NIGHT), ["12-01 06:00", "12-07 06:00", "12-08 04:00"]),
        # in the afternoon, for who sleeps until three
        ("2026-12-08 13:00", ReminderWishes(shift=Shift.NIGHT), ["12-01 06:30", "12-07 06:30", "12-08 06:30"]),
        # on Monday at eight, without messages in the weekend: on Friday evening
        ("2026-12-07 08:00", NO_WEEKEND, ["11-30 08:00", "12-04 20:30", "12-04 20:30"]),
        # on Saturday itself, likewise
        ("2026-12-12 13:00", NO_WEEKEND, ["12-04 20:30", "12-11 13:00", "12-11 20:30"]),
        # the day after Christmas and a Sunday
        ("2026-12-28 08:00", ANY, ["12-21 08:00", "12-27 08:00", "12-27 20:30"]),
        ("2026-12-28 08:00", NO_WEEKEND, ["12-21 08:00", "12-24 20:30", "12-24 20:30"]),
        # a week before is New Year's Day
        ("2027-01-08 13:00", ANY, ["12-31 20:30", "01-07 13:00", "01-08 11:00"]),
        # on a holiday itself: that day counts, the others don't
        ("2026-05-14 13:00", ANY, ["05-07 13:00", "05-13 13:00", "05-14 11:00"]),
        # over a change of the clock the time on the wall stays the same
        ("2026-03-30 10:00", ANY, ["03-23 10:00", "03-29 10:00", "03-30 08:00"]),
        ("2026-10-26 10:00", ANY, ["10-19 10:00", "10-25 10:00", "10-26 08:00"]),
        # the day before is 29 February
        ("2028-03-01 10:00", ANY, ["02-23 10:00", "02-29 10:00", "03-01 08:00"]),
        # who wants one gets one
        ("2026-12-08 13:00", ReminderWishes(week=False, hours=False), [None, "12-07 13:00", None]),
    ],
)
def test_a_reminder_is_due_at_its_moment_or_before_the_quiet(
    starts: str, wishes: ReminderWishes, due: list[str | None]
) -> None:
    assert walls(starts, wishes) == due


def test_a_reminder_is_of_use_until_there_is_no_time_left_to_act_on_it() -> None:
    starts_at = at("2026-12-08 13:00")
    assert [starts_at - useful_until(kind, starts_at) for kind in REMINDERS] == [
        timedelta(hours=36),
        timedelta(hours=3),
        timedelta(minutes=15),
    ]


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        ("2026-12-01 12:59", None),
        ("2026-12-01 13:00", WEEK),
        ("2026-12-01 22:00", None),
        ("2026-12-06 20:59", WEEK),
        ("2026-12-07 08:00", None),
        ("2026-12-07 13:00", DAY),
        ("2026-12-08 09:59", DAY),
        ("2026-12-08 10:00", None),
        ("2026-12-08 11:00", HOURS),
        ("2026-12-08 12:44", HOURS),
        ("2026-12-08 12:45", None),
        ("2026-12-08 14:00", None),
    ],
)
def test_at_each_moment_the_nearest_reminder_goes(now: str, kind: NoticeKind | None) -> None:
    assert due_now(at("2026-12-08 13:00"), LONG_AGO, ANY, at(now)) == kind


@pytest.mark.parametrize(
    ("seated", "now", "kind"),
    [
        ("2026-12-01 12:59", "2026-12-01 13:00", WEEK),
        ("2026-12-01 13:00", "2026-12-01 13:00", None),
        ("2026-12-03 10:00", "2026-12-03 10:05", None),
        ("2026-12-03 10:00", "2026-12-07 13:00", DAY),
        ("2026-12-07 14:00", "2026-12-07 14:05", None),
        ("2026-12-08 11:30", "2026-12-08 11:35", None),
    ],
)
def test_nobody_is_reminded_of_what_they_have_just_chosen(seated: str, now: str, kind: NoticeKind | None) -> None:
    assert due_now(at("2026-12-08 13:00"), at(seated), ANY, at(now)) == kind


@pytest.mark.parametrize(
    ("starts", "wishes", "told"),
    [
        ("2026-12-08 13:00", ANY, [("12-01 13:00", WEEK), ("12-07 13:00", DAY), ("12-08 11:00", HOURS)]),
        ("2026-12-08 06:00", ANY, [("11-30 20:30", WEEK), ("12-06 20:30", DAY), ("12-07 20:30", HOURS)]),
        # on the Friday evening both fall together: one message, and none in the weekend or on Monday
        ("2026-12-07 08:00", NO_WEEKEND, [("11-30 08:00", WEEK), ("12-04 20:30", HOURS)]),
        ("2026-12-07 08:00", ReminderWishes(weekend=False, hours=False, week=False), [("12-04 20:30", DAY)]),
        (
            "2026-12-08 06:00",
            ReminderWishes(shift=Shift.NIGHT),
            [("12-01 06:00", WEEK), ("12-07 06:00", DAY), ("12-08 04:00", HOURS)],
        ),
        ("2026-12-08 13:00", ReminderWishes(week=False, day=False, hours=False), []),
    ],
)
def test_who_looks_every_five_minutes_sends_each_reminder_once(
    starts: str, wishes: ReminderWishes, told: list[tuple[str, NoticeKind]]
) -> None:
    starts_at, sent = at(starts), {}
    now = starts_at - timedelta(days=9)
    while now < starts_at:
        kind = due_now(starts_at, LONG_AGO, wishes, now)
        if kind and kind not in sent:
            sent[kind] = f"{to_local(now):%m-%d %H:%M}"
        now += timedelta(minutes=5)
    assert [(when, kind) for kind, when in sent.items()] == told


def test_after_a_night_down_nothing_goes_in_the_quiet_and_the_nearest_goes_after_it() -> None:
    starts_at = at("2026-12-08 09:00")
    assert due_now(starts_at, LONG_AGO, ANY, at("2026-12-08 03:00")) is None
    assert due_now(starts_at, LONG_AGO, ANY, at("2026-12-08 08:00")) is HOURS


def test_moments_without_a_zone_are_read_as_utc() -> None:
    starts_at = at("2026-12-08 13:00")
    bare = starts_at.replace(tzinfo=None)
    assert reminder_due(DAY, bare, ANY) == reminder_due(DAY, starts_at, ANY)
    assert due_now(bare, LONG_AGO.replace(tzinfo=None), ANY, starts_at - timedelta(hours=2)) is HOURS


def test_what_is_no_reminder_has_no_moment() -> None:
    with pytest.raises(KeyError):
        reminder_due(NoticeKind.GO, at("2026-12-08 13:00"), ANY)


@CALM
@given(MOMENTS, WISHES, st.sampled_from(REMINDERS))
def test_a_reminder_is_due_when_it_may_go_and_never_after_its_moment(
    starts_at: datetime, wishes: ReminderWishes, kind: NoticeKind
) -> None:
    due = reminder_due(kind, starts_at, wishes)
    assert due is not None
    assert may_go(due, wishes, to_local(starts_at).date())
    assert starts_at - LOOK_AHEAD < due <= starts_at - timedelta(hours=2)


@CALM
@given(MOMENTS, WISHES, st.timedeltas(timedelta(0), LOOK_AHEAD))
def test_what_goes_now_is_wanted_may_go_and_is_of_use(
    starts_at: datetime, wishes: ReminderWishes, before: timedelta
) -> None:
    now = starts_at - before
    kind = due_now(starts_at, LONG_AGO, wishes, now)
    if kind is not None:
        due = reminder_due(kind, starts_at, wishes)
        assert due is not None
        assert due <= now < useful_until(kind, starts_at)
        assert may_go(now, wishes, to_local(starts_at).date())


@CALM
@given(MOMENTS)
def test_who_has_no_quiet_hours_gets_the_last_reminder_two_hours_before(starts_at: datetime) -> None:
    wishes = ReminderWishes(quiet_from=time(9), quiet_until=time(9))
    ideal = starts_at - timedelta(hours=2)
    due = reminder_due(HOURS, starts_at, wishes)
    assert (due == ideal) is may_go(ideal, wishes, to_local(starts_at).date())
