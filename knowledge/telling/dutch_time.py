"""The time of the Netherlands as a component of a calendar (VTIMEZONE).

The rule is that of the European Union since 1996: forward on the last Sunday of March, back on that of October,
both at 01:00 UTC. It stands here as a rule, so that it holds for every year; an onset is in the time before it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from knowledge.clock import AMSTERDAM

WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)


def dutch_time() -> Timezone:
    """A new component for ``TZID=Europe/Amsterdam``."""
    zone = Timezone()
    zone.add("tzid", AMSTERDAM.key)
    zone.add_component(_part(TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), WINTER, SUMMER))  # noqa: DTZ001
    zone.add_component(_part(TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), SUMMER, WINTER))  # noqa: DTZ001
    return zone


def _part(
    part: TimezoneDaylight | TimezoneStandard, name: str, onset: datetime, before: timedelta, after: timedelta
) -> TimezoneDaylight | TimezoneStandard:
    part.add("dtstart", onset)
    part.add("tzname", name)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("rrule", vRecur(freq="yearly", bymonth=onset.month, byday="-1su"))
    return part
