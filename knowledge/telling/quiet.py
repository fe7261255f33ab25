"""When a message may go out: never in quiet hours, on a public holiday or in a weekend that somebody wants free.

Moments are UTC; hours and days are those on the wall in the Netherlands. The time in which a message may go
is a row of stretches; what opens and closes them is midnight, an end of the quiet hours, or the clock that
is put forward or back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import holidays

from knowledge.clock import AMSTERDAM, as_utc, to_local
from knowledge.telling.wishes import ReminderWishes, quiet_hours, within

SATURDAY = 5
LOOK = 10
"""Days that are looked through for a better moment; in the longest row of free days there are five."""

FARTHEST = timedelta(days=LOOK + 2)
"""No better moment lies further away than this."""

MARGIN = timedelta(minutes=30)
"""How long before the quiet a message goes at the latest, so that it is out and read before."""

CLOCK_CHANGES_AT = time(1, tzinfo=UTC)
"""Summer time begins and ends at this moment of a Sunday, in the whole European Union (directive 2000/84/EC)."""

A_TICK = timedelta(microseconds=1)


def may_go(moment: datetime, wishes: ReminderWishes, station_day: date | None) -> bool:
    """Whether a message may go out at a moment.

    ``station_day``: the day of the station that it is about; on that day it may go though it is a holiday.
    """
    local = to_local(moment)
    day = local.date()
    if is_holiday(day) and day != station_day:
        return False
    if not wishes.weekend and day.weekday() >= SATURDAY:
        return False
    return not within(local.time(), quiet_hours(wishes))


def next_allowed(moment: datetime, wishes: ReminderWishes, station_day: date | None) -> datetime:
    """The first moment from ``moment`` on at which a message may go; itself when there is none within reach."""
    moment = as_utc(moment)
    if may_go(moment, wishes, station_day):
        return moment
    return next(_turns(moment, wishes, station_day, forward=True), moment)


def last_allowed(moment: datetime, wishes: ReminderWishes, station_day: date | None) -> datetime:
    """The moment itself when a message may go then, else the last good one before it.

    That is half an hour before the quiet begins, or when it opened if it was open for less than that. Itself,
    too, when there is no good moment within reach.
    """
    moment = as_utc(moment)
    if may_go(moment, wishes, station_day):
        return moment
    turns = _turns(moment, wishes, station_day, forward=False)
    closes = next(turns, None)
    if closes is None:
        return moment
    opens = next(turns, closes - MARGIN)
    return max(closes - MARGIN, opens)


def is_holiday(day: date) -> bool:
    """Whether a day is a public holiday in the Netherlands; the same days on which nothing is planned."""
    return day in _holidays(day.year)


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))


def _turns(moment: datetime, wishes: ReminderWishes, station_day: date | None, *, forward: bool) -> Iterator[datetime]:
    """The moments at which it opens or closes, the nearest first: after ``moment``, or up to it."""
    today = to_local(moment).date()
    for days in range(LOOK + 1):
        day = today + timedelta(days=days if forward else -days)
        for edge in sorted(_edges(day, wishes), reverse=not forward):
            beyond = edge > moment if forward else edge <= moment
            if beyond and may_go(edge, wishes, station_day) != may_go(edge - A_TICK, wishes, station_day):
                yield edge


def _edges(day: date, wishes: ReminderWishes) -> set[datetime]:
    """Where it can turn on a day; a wall-clock time that comes twice stands for both its moments."""
    walls = [wall.replace(fold=fold) for wall in (time(0), *quiet_hours(wishes)) for fold in (0, 1)]
    # In UTC before they come together: to Python the two moments of a doubled hour are equal in their own zone.
    return {as_utc(datetime.combine(day, wall, AMSTERDAM)) for wall in walls} | {
        datetime.combine(day, CLOCK_CHANGES_AT)
    }
