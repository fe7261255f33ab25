"""Calendar days as seen from today."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from knowledge.clock import DAYS


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None when it doesn't exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_day_of(month: int, day: int, today: date) -> date | None:
    """The first such day from today on; None for 30 February."""
    this = day_of(today.year, month, day)
    return this if this and this >= today else day_of(today.year + 1, month, day)


def next_day_of_month(day: int, today: date) -> date | None:
    """That day in the first month, this one included, that has it still to come."""
    for ahead in range(4):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        found = day_of(year, month + 1, day)
        if found and found >= today:
            return found
    return None


def months_on(today: date, many: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(today.year * 12 + today.month - 1 + many, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def in_week_of(day: date, weekday: str) -> date:
    """That day of the week (Monday to Sunday) in which ``day`` lies."""
    return day + timedelta(days=DAYS.index(weekday) - day.weekday())


def coming(weekday: str, today: date, today_counts: bool) -> date:
    """The first such day of the week to come."""
    ahead = (DAYS.index(weekday) - today.weekday()) % 7
    return today + timedelta(days=ahead if ahead or today_counts else 7)
