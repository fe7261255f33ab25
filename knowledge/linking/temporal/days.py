"""Calendar arithmetic: days, weeks and months as seen from one day."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from knowledge.linking.temporal.shapes import ONE_DAY, Duration

MONTHS_IN = {"M": 1, "Y": 12}
DAYS_IN = {"D": 1, "BD": 1, "W": 7, "WE": 7}
A_LEAP_AGE = 9
"""Years within which every day of a year comes again, also 29 February."""


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None when it doesn't exist."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def next_day_of(month: int, day: int, today: date) -> date | None:
    """The first such day from today on; None for 30 February."""
    days = (day_of(today.year + ahead, month, day) for ahead in range(A_LEAP_AGE))
    return next((found for found in days if found and found >= today), None)


def next_day_of_month(day: int, today: date, weekday: int | None = None) -> date | None:
    """That day in the first month, this one included, that has it still to come, on that weekday if one is asked."""
    for ahead in range(4 if weekday is None else 400):
        first = first_of_month(today, ahead)
        found = day_of(first.year, first.month, day)
        if found and found >= today and weekday in (None, found.weekday()):
            return found
    return None


def monday(day: date, weeks: int = 0) -> date:
    """The Monday of the week in which a day lies, or so many weeks on."""
    return day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)


def coming(weekday: int, today: date, *, today_counts: bool) -> date:
    """The first such day of the week to come."""
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead if ahead or today_counts else 7)


def just_past(weekday: int, today: date) -> date:
    """The last such day of the week before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def first_of_month(day: date, months: int = 0) -> date:
    """The first day of the month in which a day lies, or so many months on. Raises ValueError outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def months_on(day: date, many: int) -> date:
    """The same day so many months later, or the last of that month."""
    first = first_of_month(day, many)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def moved(day: date, by: Duration, sign: int = 1) -> date | None:
    """A day so much later, or earlier with ``sign`` -1; None outside the calendar. Hours don't count."""
    months = sum(amount * MONTHS_IN[unit] for amount, unit in by.parts if unit in MONTHS_IN)
    days = sum(amount * DAYS_IN[unit] for amount, unit in by.parts if unit in DAYS_IN)
    try:
        there = months_on(day, sign * int(months)) if MINYEAR < day.year + sign * months / 12 < MAXYEAR else None
        return there + timedelta(days=sign * int(days)) if there else None
    except (ValueError, OverflowError):
        return None


def weekday_in_month(year: int, month: int, weekday: int, place: int) -> date:
    """The first (1), second … or last (-1) such day of the week of a month."""
    if place > 0:
        return coming(weekday, date(year, month, 1), today_counts=True) + timedelta(weeks=place - 1)
    return just_past(weekday, first_of_month(date(year, month, 1), 1)) + timedelta(weeks=place + 1)


def week_in(start: date, end: date, place: int) -> date:
    """The Monday of a week of a month or year; a week belongs to where its Thursday lies. -1 is the last."""
    thursday = 3
    if place > 0:
        return monday(coming(thursday, start, today_counts=True), place - 1)
    return monday(just_past(thursday, end), place + 1)


def last_of(day: date) -> date:
    """The day before."""
    return day - ONE_DAY
