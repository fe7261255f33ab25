"""Periods between two days or periods: "tussen 4 en 22 maart", "van maart tot mei", "3-5 juli", "ma t/m vr"."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.bounds import END, at_its_edge, bounds_of
from knowledge.linking.temporal.days import day_of
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import ONE_DAY, Day, Kind, Period
from knowledge.linking.temporal.vocabulary import MONTH, YEAR, month_of, year_of

AND = r"tot en met|t / m|t - m|tm|tot aan|tot op|tot|en|-|–|~|naar"
D = r"(?:3[01]|[12]\d|0?[1-9])"
A_MONTH = 31
A = rf"(?:de |het |op )?(?P<start>{END})"
B = rf"(?:de |het |op )?(?P<end>{END})"


def _between(hit: Hit) -> Made | None:
    start, end = at_its_edge(bounds_of(hit, "start")), at_its_edge(bounds_of(hit, "end"))
    if start.start is None or end.start is None or end.last is None or (hit["and"] == "en" and hit["from"] != "tussen"):
        return None
    begin, stop = _in_one_year(start, end, hit)
    if begin > stop and _weekdays(hit):
        stop += timedelta(weeks=1)
    if begin > stop:
        return None
    last = end.last + (stop - end.start)
    if hit["end"] == "<date>" or hit["and"] in ("tot en met", "t / m", "t - m", "tm", "en", "-", "–", "~"):
        last = max(last, stop)
    else:
        last = stop - ONE_DAY
    yearly = start.yearly and end.yearly
    return Made(Kind.PERIOD, Period(begin, stop, begin, last, yearly=yearly, pointed=True, weekdays=_weekdays(hit)))


def _weekdays(hit: Hit) -> tuple[int, int] | None:
    if hit["start"] != "<date>" or hit["end"] != "<date>":
        return None
    start, end = hit.value("start", Day).weekday, hit.value("end", Day).weekday
    return None if start is None or end is None else (start, end)


def _in_one_year(start: Period, end: Period, hit: Hit) -> tuple[date, date]:
    """An end without a year takes that of the other; of two the first span that is not over yet."""
    one, other = start.start or hit.today, end.start or hit.today
    if start.yearly and not end.yearly:
        one = _same_day(one, other.year)
        return (one if one <= other else _same_day(one, other.year - 1)), other
    if end.yearly and not start.yearly:
        other = _same_day(other, one.year)
        return one, other if other >= one else _same_day(other, one.year + 1)
    if start.yearly and end.yearly:
        one = _same_day(one, other.year)
        return (one if one <= other else _same_day(one, other.year - 1)), other
    return one, other if other >= one or hit["end"] != "<date>" else _a_week_on(one, other, hit)


def _a_week_on(one: date, other: date, hit: Hit) -> date:
    """ "Van volgende maandag tot vrijdag": the first Friday after it."""
    weekday = hit.value("end", Day).weekday
    return other if weekday is None else one + timedelta(days=(weekday - one.weekday()) % 7)


def _same_day(day: date, year: int) -> date:
    return day_of(year, day.month, day.day) or date(year, 3, 1)


def _short_start(hit: Hit) -> Made | None:
    """ "Tussen 3 en 12 september": the first day is of the same month as the last."""
    end = hit.value("end", Day)
    if hit["and"] == "en" and hit["from"] != "tussen":
        return None
    day = int(hit["day"].removesuffix("e"))
    start = day_of(end.date.year, end.date.month, day)
    if start is None or start > end.date:
        return None
    return Made(Kind.PERIOD, Period(start, end.date, start, end.date, yearly=end.yearly is not None))


def _days_of_a_period(hit: Hit) -> Made | None:
    """ "Van 4 tot 22 volgende maand"."""
    inside = hit.value("in", Period)
    if inside.start is None or inside.last is None or (hit["and"] == "en" and hit["from"] != "tussen"):
        return None
    first, last = (int(hit[name].removesuffix("e")) for name in ("first", "last"))
    start = day_of(inside.start.year, inside.start.month, first)
    end = day_of(inside.start.year, inside.start.month, last)
    if start is None or end is None or start >= end or (inside.last - inside.start).days > A_MONTH:
        return None
    return Made(Kind.PERIOD, Period(start, end, start, end, yearly=inside.yearly))


def _days_of_month(hit: Hit) -> Made | None:
    """ "November 19-20"."""
    month, year = month_of(hit["month"]), year_of(hit["year"])
    for at in (year,) if year else (hit.today.year, hit.today.year + 1):
        start, end = day_of(at, month, int(hit["first"])), day_of(at, month, int(hit["last"]))
        if start and end and start < end and (year or end >= hit.today):
            return Made(Kind.PERIOD, Period(start, end, start, end))
    return None


DAYS_OF_A_MONTH = (
    Rule(
        bounded(
            rf"(?P<month>{MONTH}) (?P<first>\d\d?) (?:-|–|tot|en|tot en met|t / m) (?P<last>\d\d?)"
            rf"(?:(?: ,)? (?P<year>{YEAR}))?(?! (?:uur|u))"
        ),
        _days_of_month,
    ),
)
"""A month and two days of it."""


BETWEEN = (
    Rule(
        bounded(
            rf"(?:(?P<from>van|tussen|vanaf) )?(?:de )?(?P<first>{D}e?) (?P<and>{AND}) (?:de )"
            rf"?(?P<last>{D}e?)(?: van)? (?P<in><period>)"
        ),
        _days_of_a_period,
        "<period>",
    ),
    Rule(
        bounded(
            rf"(?P<in><period>) (?:(?P<from>van|tussen|vanaf) )(?:de )?(?P<first>{D}e?) "
            rf"(?P<and>{AND}) (?:de )?(?P<last>{D}e?)"
        ),
        _days_of_a_period,
        "<period>",
    ),
    Rule(bounded(rf"(?:(?P<from>van|tussen|vanaf|in|op) )?{A} (?P<and>{AND}) {B}"), _between, "<"),
    Rule(
        bounded(rf"(?:(?P<from>van|tussen|vanaf) )?(?:de )?(?P<day>{D}e?) (?P<and>{AND}) (?:de )?(?P<end><date>)"),
        _short_start,
        "<date>",
    ),
)
"""From one day or period to another."""
