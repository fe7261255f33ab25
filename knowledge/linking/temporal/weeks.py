"""Weeks by number, weeks and days in a month: "week 10", "de 3e week van maart", "de eerste vrijdag van mei"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import (
    day_of,
    next_day_of_month,
    week_in,
    weekday_in_month,
)
from knowledge.linking.temporal.months import month
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Day, Kind, Period
from knowledge.linking.temporal.units import made, unit_around
from knowledge.linking.temporal.vocabulary import (
    DAY,
    DAY_OF,
    YEAR,
    year_of,
)


def _week(hit: Hit) -> Made | None:
    week = int(hit["week"])
    try:
        start = date.fromisocalendar(year_of(hit["year"]) or hit.today.isocalendar().year, week, 1)
    except ValueError:
        return None
    return made(Period.of(start, start + timedelta(weeks=1), yearly=not hit["year"]))


def _week_in(hit: Hit) -> Made | None:
    """The third (or last) week of a month or a year; of one without a year the week that is still to come."""
    inside = hit.value("in", Period)
    place = -1 if hit["place"] == "laatste" else int(hit["place"].removesuffix("e"))
    if inside.start is None or inside.end is None:
        return None
    start = week_in(inside.start, inside.end, place)
    if inside.yearly and start + timedelta(weeks=1) <= hit.today:
        there = month(inside.start.month, inside.start.year + 1, hit.today)
        start = week_in(there.start or start, there.end or start, place)
    return made(Period.of(start, start + timedelta(weeks=1)))


def _week_of(hit: Hit) -> Made | None:
    return made(replace(unit_around(hit.value("day", Day).date, hit["unit"]), pointed=True))


def _week_of_the(hit: Hit) -> Made | None:
    """ "De week van de 16e"."""
    day = next_day_of_month(int(hit["day"].removesuffix("e")), hit.today)
    return made(replace(unit_around(day, "week"), pointed=True) if day else None)


def _day_in(hit: Hit) -> Made | None:
    """ "De 15e dag van volgende maand"."""
    inside = hit.value("in", Period)
    day = inside.start and day_of(inside.start.year, inside.start.month, int(hit["day"].removesuffix("e")))
    return Made(Kind.DATE, Day(day)) if day else None


def _weekday_in(hit: Hit) -> Made | None:
    """ "De eerste vrijdag van volgende maand"."""
    inside = hit.value("in", Period) if hit["in"] else unit_around(hit.today, "maand")
    place = -1 if hit["place"] == "laatste" else int(hit["place"].removesuffix("e"))
    if inside.start is None or not place:
        return None
    day = weekday_in_month(inside.start.year, inside.start.month, DAY_OF[hit["day"]], place)
    if inside.yearly and day < hit.today:
        day = weekday_in_month(inside.start.year + 1, inside.start.month, DAY_OF[hit["day"]], place)
    return Made(Kind.DATE, Day(day))


def _day_of_this_month(hit: Hit) -> Made | None:
    day = day_of(hit.today.year, hit.today.month, int(hit["day"].removesuffix("e")))
    return Made(Kind.DATE, Day(day)) if day else None


WEEKS = (
    Rule(bounded(r"(?:de )?(?P<day>\d+e) (?:dag )?van (?:de|deze) maand"), _day_of_this_month, "maand"),
    Rule(
        bounded(r"(?:de )?(?:week|weekend) (?:van|beginnend op) (?:de )?(?P<day>\d\d?e?)(?= [.,;!?]|$)"),
        _week_of_the,
        "week",
    ),
    Rule(
        bounded(
            rf"week(?:nummer| nummer| nr| nr \.)? (?P<week>\d\d?)(?: (?:van )?(?P<year>{YEAR}))?(?! "
            r"<duration>)(?! (?:uur|u|-))"
        ),
        _week,
        "week",
    ),
)
"""Weeks of the year, and days of this month."""


INSIDE = (
    Rule(bounded(r"(?:de |het )?(?P<place>\de|laatste|1) week (?:van|in) (?P<in><period>)"), _week_in, "week"),
    Rule(bounded(r"(?:op )?(?:de )?(?P<day>\d+e) (?:dag )?van (?:de )?(?P<in><period>)"), _day_in, "van"),
    Rule(
        bounded(rf"(?:de )?(?P<place>\de|laatste) (?P<day>{DAY}) (?:van|in) (?:(?P<in><period>)|(?:de|deze) maand)"),
        _weekday_in,
        "dag",
    ),
    Rule(
        bounded(
            r"(?:de |het )?(?P<unit>week|weekend) (?:van|beginnend op|startend op|aanvangend op|"
            r"beginnend|startend|aanvangend|met|rond)(?: de)? (?P<day><date>)"
        ),
        _week_of,
        "week",
    ),
)
"""Weeks and days inside a period, and weeks at a day."""
