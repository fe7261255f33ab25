"""Turns a rule such as "every second Tuesday, 13:00–17:00" into dates.

Weeks are counted from a fixed Monday, so that a rule gives the same dates whenever it is read. Dutch
public holidays are passed over. Dates are wall-clock time in the Netherlands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from math import gcd

import holidays

from knowledge.catalogue.content import OfferingRule, When
from knowledge.clock import from_local, to_local

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3}


@dataclass(frozen=True)
class Planned:
    """One offering that a rule gives; moments are UTC, None at one's own pace."""

    id: str
    rule: OfferingRule
    starts_at: datetime | None
    ends_at: datetime | None
    decide_at: datetime | None


def plan(rule: OfferingRule, now: datetime, weeks: int) -> Iterator[Planned]:
    """The offerings of a rule that begin after ``now`` and within ``weeks`` weeks.

    The id says module, academy, moment and town; so it stays the same when the minimum, the cost or the
    hall changes. Two rules that would give the same id are refused by the check (``coincide``). Go or no-go
    is decided at the hour at which it begins, some days before.
    """
    base = f"{rule.module}.{rule.academy}"
    if rule.when is None:
        yield Planned(f"{base}.zelf", rule, None, None, None)
        return
    today = to_local(now).date()
    where = sha256(f"{rule.town}{rule.online}".encode()).hexdigest()[:4]
    for day in _days(rule.when, today, weeks):
        starts_at = from_local(day, rule.when.starts)
        if starts_at <= now:
            continue
        decide_on = day - timedelta(days=rule.decide_days)
        yield Planned(
            id=f"{base}.{day:%Y%m%d}-{rule.when.starts:%H%M}-{where}",
            rule=rule,
            starts_at=starts_at,
            ends_at=from_local(day, rule.when.ends),
            decide_at=from_local(decide_on, rule.when.starts),
        )


def coincide(one: OfferingRule, other: OfferingRule) -> bool:
    """Whether two rules of the same module and academy ever plan the same town at the same moment."""
    if one.when is None or other.when is None:
        return one.when is other.when
    *first, first_day = one.when.on.split()
    *second, second_day = other.when.on.split()
    if (one.town, one.online, one.when.starts, first_day) != (
        other.town,
        other.online,
        other.when.starts,
        second_day,
    ):
        return False
    if first and second:
        return first == second or {*first, *second} == {"fourth", "last"}
    if first or second:
        return True
    return (one.when.offset - other.when.offset) % gcd(one.when.weeks, other.when.weeks) == 0


def _days(when: When, first: date, weeks: int) -> Iterator[date]:
    free = holidays.country_holidays("NL", years=range(first.year, first.year + 4))
    last = first + timedelta(weeks=weeks)
    every_day = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return (day for day in every_day if _falls_on(when, day) and day not in free)


def _falls_on(when: When, day: date) -> bool:
    *nth, weekday = when.on.split()
    if WEEKDAYS[day.weekday()] != weekday:
        return False
    if not nth:
        return (day.toordinal() - 1) // 7 % when.weeks == when.offset  # day 1 was a Monday
    if nth[0] == "last":
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 == NTH[nth[0]]
