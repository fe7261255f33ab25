"""Rules such as "every second Tuesday" give dates: the same ones whenever they are planned."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from knowledge.catalogue.content import OfferingRule
from knowledge.catalogue.planning import Planned, coincide, plan
from knowledge.clock import to_local


def rule(every: str = "1 week", on: str = "tuesday", at: str = "13:00-17:00", **more: Any) -> OfferingRule:
    when = {"every": every, "on": on, "at": at, "offset": more.pop("offset", 0)}
    written = {"module": "las", "academy": "oost", "place": "Hal", "town": "zwolle", "when": when}
    return OfferingRule(**(written | {"minimum": 4, "maximum": 8, "cost": 125} | more))


def days(rule: OfferingRule, now: datetime, weeks: int = 26) -> list[date]:
    """The dates in the Netherlands on which the planned offerings begin."""
    return [to_local(one.starts_at).date() for one in plan(rule, now, weeks) if one.starts_at]


def moments(rule: OfferingRule, now: datetime, weeks: int) -> list[tuple[str, str, str]]:
    """Beginning, end and moment of decision of each, in UTC."""
    every = [(one.starts_at, one.ends_at, one.decide_at) for one in plan(rule, now, weeks)]
    return [tuple(f"{moment:%d-%m %H:%M}" for moment in one) for one in every]  # type: ignore[misc]


def test_a_planned_offering_says_what_when_and_by_when(now: datetime) -> None:
    las = rule(decide_days=5)
    assert list(plan(las, now, 1)) == [
        Planned(
            "las.oost.20261124-1300-2960",
            las,
            datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
            datetime(2026, 11, 24, 16, 0, tzinfo=UTC),
            datetime(2026, 11, 19, 12, 0, tzinfo=UTC),
        ),
        Planned(
            "las.oost.20261201-1300-2960",
            las,
            datetime(2026, 12, 1, 12, 0, tzinfo=UTC),
            datetime(2026, 12, 1, 16, 0, tzinfo=UTC),
            datetime(2026, 11, 26, 12, 0, tzinfo=UTC),
        ),
    ]


def test_e_learning_at_ones_own_pace_is_one_offering_without_a_date(now: datetime) -> None:
    own = rule(when=None, place="", town=None, self_paced=True)
    assert list(plan(own, now, 26)) == [Planned("las.oost.zelf", own, None, None, None)]


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (0, [date(2026, 12, 8), date(2026, 12, 29), date(2027, 1, 19)]),
        (1, [date(2026, 11, 24), date(2026, 12, 15), date(2027, 1, 5), date(2027, 1, 26)]),
        (2, [date(2026, 12, 1), date(2026, 12, 22), date(2027, 1, 12)]),
    ],
)
def test_every_three_weeks_falls_three_weeks_apart_in_the_week_of_its_offset(
    now: datetime, offset: int, expected: list[date]
) -> None:
    assert days(rule("3 weeks", offset=offset), now, weeks=9) == expected


@pytest.mark.parametrize("weeks", range(1, 13))
def test_the_offsets_of_a_rule_together_are_every_week_once(now: datetime, weeks: int) -> None:
    each = [days(rule(f"{weeks} weeks", offset=offset), now, 52) for offset in range(weeks)]
    assert sorted(day for some in each for day in some) == days(rule("1 week"), now, 52)


@pytest.mark.parametrize("day", ["tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
def test_the_same_offset_is_the_same_week_from_monday_to_sunday(now: datetime, day: str) -> None:
    monday = days(rule("4 weeks", "monday", offset=1), now, 16)
    other = days(rule("4 weeks", day, offset=1), now, 16)
    in_both = {it.isocalendar().week for it in monday} & {it.isocalendar().week for it in other}
    assert len(in_both) >= 3


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("second tuesday", [date(2026, 12, 8), date(2027, 1, 12), date(2027, 2, 9)]),
        ("first saturday", [date(2026, 12, 5), date(2027, 1, 2), date(2027, 2, 6)]),
        ("fourth sunday", [date(2026, 12, 27), date(2027, 1, 24)]),
        ("last monday", [date(2026, 11, 30), date(2026, 12, 28), date(2027, 1, 25)]),
        ("last wednesday", [date(2026, 11, 25), date(2026, 12, 30), date(2027, 1, 27)]),
    ],
)
def test_once_a_month_falls_on_the_day_that_is_named(now: datetime, on: str, expected: list[date]) -> None:
    assert days(rule("month", on), now, weeks=12) == expected


@pytest.mark.parametrize(
    ("on", "passed_over"),
    [
        ("monday", {date(2027, 3, 29): "Easter Monday", date(2027, 5, 17): "Whit Monday"}),
        ("tuesday", {date(2027, 4, 27): "King's Day"}),
        ("thursday", {date(2027, 5, 6): "Ascension Day"}),
        (
            "friday",
            {
                date(2026, 12, 25): "Christmas",
                date(2027, 1, 1): "New Year",
                date(2027, 3, 26): "Good Friday",
            },
        ),
        ("saturday", {date(2026, 12, 26): "Boxing Day"}),
        ("sunday", {date(2027, 3, 28): "Easter", date(2027, 5, 16): "Whitsun"}),
    ],
)
def test_dutch_public_holidays_are_passed_over(now: datetime, on: str, passed_over: dict[date, str]) -> None:
    planned = days(rule("1 week", on, at="18:00-22:00"), now, 26)
    first, last = planned[0], planned[-1]
    every_week = {first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)}
    assert every_week - set(planned) == set(passed_over)


def test_kings_day_is_kept_on_saturday_when_it_falls_on_a_sunday() -> None:
    spring = datetime(2025, 4, 14, 9, 0, tzinfo=UTC)
    saturdays = days(rule("1 week", "saturday"), spring, 2)
    sundays = days(rule("1 week", "sunday"), spring, 2)
    assert (saturdays, sundays) == ([date(2025, 4, 19)], [date(2025, 4, 27)])


def test_a_monthly_day_that_is_a_holiday_is_passed_over_and_not_moved(now: datetime) -> None:
    assert days(rule("month", "first friday"), now, 12) == [date(2026, 12, 4), date(2027, 2, 5)]


def test_when_summer_time_begins_the_clock_on_the_wall_stays_the_same() -> None:
    assert moments(rule(), datetime(2027, 3, 22, 9, 0, tzinfo=UTC), 2) == [
        ("23-03 12:00", "23-03 16:00", "16-03 12:00"),
        ("30-03 11:00", "30-03 15:00", "23-03 12:00"),
    ]


def test_when_summer_time_ends_the_clock_on_the_wall_stays_the_same() -> None:
    sunday = rule("1 week", "sunday", "10:00-14:00")
    assert moments(sunday, datetime(2026, 10, 16, 9, 0, tzinfo=UTC), 2) == [
        ("18-10 08:00", "18-10 12:00", "11-10 08:00"),
        ("25-10 09:00", "25-10 13:00", "18-10 08:00"),
    ]


@pytest.mark.parametrize("every", [("1 week", "monday"), ("5 weeks", "tuesday"), ("month", "last friday")])
@pytest.mark.parametrize("later", [timedelta(hours=7), timedelta(days=1), timedelta(days=40, hours=3)])
def test_planned_on_another_day_it_is_the_same_offerings(
    now: datetime, every: tuple[str, str], later: timedelta
) -> None:
    first = [one for one in plan(rule(*every), now, 30) if one.starts_at and one.starts_at > now + later]
    second = list(plan(rule(*every), now + later, 52))
    assert first == second[: len(first)]
    assert len(first) >= 4


def test_what_begins_at_this_moment_is_too_late(now: datetime) -> None:
    assert days(rule(at="10:00-14:00"), now, 1) == [date(2026, 12, 1)]
    assert days(rule(at="10:01-14:01"), now, 1) == [date(2026, 11, 24), date(2026, 12, 1)]


def test_minimum_cost_and_hall_leave_the_id_as_it_is(now: datetime) -> None:
    ids = [one.id for one in plan(rule(), now, 8)]
    other = rule(place="Een andere hal", minimum=1, maximum=99, cost=0, decide_days=1)
    assert [one.id for one in plan(other, now, 8)] == ids


@pytest.mark.parametrize(
    "other",
    [
        rule(academy="west"),
        rule(module="snijden"),
        rule(town="haarlem"),
        rule(place="", town=None, online=True),
        rule(at="13:30-17:30"),
    ],
)
def test_another_module_academy_town_or_hour_is_another_offering(now: datetime, other: OfferingRule) -> None:
    assert {one.id for one in plan(rule(), now, 8)}.isdisjoint(one.id for one in plan(other, now, 8))


RULES = [
    *(rule(f"{n} weeks", offset=offset) for n in range(1, 7) for offset in range(n)),
    *(rule("month", f"{nth} tuesday") for nth in ("first", "second", "third", "fourth", "last")),
    rule("2 weeks", "monday"),
    rule(at="13:30-17:30"),
    rule(town="haarlem"),
    rule(place="", town=None, online=True),
    rule(when=None, place="", town=None, self_paced=True),
]


def test_two_rules_coincide_exactly_when_they_give_an_id_in_common(now: datetime) -> None:
    ids = [{one.id for one in plan(one_rule, now, 104)} for one_rule in RULES]
    pairs = [(one, other) for one in range(len(RULES)) for other in range(len(RULES))]
    assert [coincide(RULES[one], RULES[other]) for one, other in pairs] == [
        bool(ids[one] & ids[other]) for one, other in pairs
    ]
