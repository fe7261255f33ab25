"""The same words at other moments: the turn of the year, the change of the clock, leap days."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from knowledge.linking.temporal.reading import read
from knowledge.linking.temporal.shapes import Day, Period

NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
"""Half past midnight on Friday 1 January 2027 in the Netherlands."""

SUMMER_TIME = datetime(2027, 3, 27, 23, 30, tzinfo=UTC)
"""Half past midnight on Sunday 28 March 2027; at two the clock goes to three."""

WINTER_TIME = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)
"""Half past midnight on Sunday 25 October 2026; the day has 25 hours."""


def days(text: str, now: datetime) -> list[date | None]:
    (one,) = read(text, now)
    if isinstance(one.value, Day):
        return [one.value.date]
    assert isinstance(one.value, Period)
    return [one.value.first, one.value.last]


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        (NEW_YEAR, "vandaag", [date(2027, 1, 1)]),
        (NEW_YEAR, "31 december", [date(2027, 12, 31)]),
        (NEW_YEAR, "deze week", [date(2026, 12, 28), date(2027, 1, 3)]),
        (NEW_YEAR, "vorige maand", [date(2026, 12, 1), date(2026, 12, 31)]),
        (NEW_YEAR, "in de kerstvakantie", [date(2026, 12, 19), date(2027, 1, 3)]),
        (NEW_YEAR, "deze winter", [date(2026, 12, 1), date(2027, 2, 28)]),
        (SUMMER_TIME, "morgen", [date(2027, 3, 29)]),
        (SUMMER_TIME, "over een week", [date(2027, 4, 4)]),
        (SUMMER_TIME, "met pasen", [date(2027, 3, 28)]),
        (WINTER_TIME, "vandaag", [date(2026, 10, 25)]),
        (WINTER_TIME, "overmorgen", [date(2026, 10, 27)]),
        (WINTER_TIME, "volgende week", [date(2026, 10, 26), date(2026, 11, 1)]),
        (datetime(2027, 1, 31, 9, tzinfo=UTC), "over een maand", [date(2027, 2, 28)]),
        (datetime(2028, 2, 29, 9, tzinfo=UTC), "over een jaar", [date(2029, 2, 28)]),
    ],
)
def test_a_day_is_that_of_the_netherlands_at_that_moment(now: datetime, text: str, expected: list[date | None]) -> None:
    assert days(text, now) == expected
