"""The rule of Dutch time in a calendar says the same as the time zone that we reckon with."""

from __future__ import annotations

from datetime import datetime, timedelta

from knowledge.clock import AMSTERDAM
from knowledge.telling.dutch_time import dutch_time


def test_every_half_hour_of_six_years_has_the_offset_of_the_netherlands() -> None:
    zone = dutch_time().to_tz(lookup_tzid=False)
    first = datetime(2026, 1, 1)  # noqa: DTZ001
    walls = [first + timedelta(minutes=30 * n) for n in range(6 * 365 * 48)]
    wrong = [
        wall
        for wall in walls
        if wall.replace(tzinfo=zone).utcoffset() != wall.replace(tzinfo=AMSTERDAM).utcoffset()
        and not (wall.month == 3 and wall.hour == 2)  # the hour that no clock shows
    ]
    assert wrong == []


def test_a_change_of_the_clock_begins_in_the_time_before_it() -> None:
    parts = {part["tzname"]: part for part in dutch_time().subcomponents}
    assert {name: f"{part['dtstart'].dt:%m-%d %H:%M}" for name, part in parts.items()} == {
        "CEST": "03-31 02:00",
        "CET": "10-27 03:00",
    }
    assert [part["rrule"].to_ical().decode() for part in parts.values()] == [
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    ]
