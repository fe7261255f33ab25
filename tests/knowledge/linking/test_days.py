"""Calendar days, seen from a moment on the clock of the Netherlands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.clock import to_local
from knowledge.linking.days import find_days
from knowledge.linking.temporal.reading import read_words
from tests.conftest import NOW
from tests.knowledge.linking.conftest import Reader

LATE_IN_UTC = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
"""In the Netherlands it is half past midnight on 1 January 2027."""


def days(read: Reader, text: str, now: datetime) -> list[object]:
    sentence, today = read(text), to_local(now).date()
    found = find_days(read_words(text, sentence.words, today), sentence, today)
    return [one.value for one in found if one.kind == "date"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vandaag", "2026-11-24"),
        ("24 november", "2026-11-24"),
        ("23 november", "2027-11-23"),
        ("dinsdag 8 dec. om 13 uur", "2026-12-08"),
        ("1 jan 2028", "2028-01-01"),
        ("de 3e van december", "2026-12-03"),
        ("op de 3e", "2026-12-03"),
        ("2027-01-05", "2027-01-05"),
        ("14.12.2026", "2026-12-14"),
        ("over 3 dagen", "2026-11-27"),
        ("over twee weken op vrijdag", "2026-12-11"),
        ("over drie maanden", "2027-02-24"),
        ("deze week vrijdag", "2026-11-27"),
        ("volgende vrijdag", "2026-12-04"),
        ("komende vrijdag", "2026-11-27"),
        ("zondag a.s.", "2026-11-29"),
        ("dinsdag over een week", "2026-12-01"),
    ],
)
def test_a_day_is_told_as_a_date(read: Reader, text: str, day: str) -> None:
    assert days(read, text, NOW) == [day]


def test_the_day_is_that_of_the_netherlands(read: Reader) -> None:
    assert [days(read, text, LATE_IN_UTC) for text in ("vandaag", "morgen", "31 december")] == [
        ["2027-01-01"],
        ["2027-01-02"],
        ["2027-12-31"],
    ]


def test_a_month_on_ends_where_the_month_ends(read: Reader) -> None:
    assert days(read, "over een maand", datetime(2027, 1, 31, 9, tzinfo=UTC)) == ["2027-02-28"]


@pytest.mark.parametrize("text", ["goedemorgen", "goede morgen", "in de morgen", "24/7", "1/2", "13-13", "30 februari"])
def test_what_only_looks_like_a_day_is_none(read: Reader, text: str) -> None:
    assert days(read, text, NOW) == []
