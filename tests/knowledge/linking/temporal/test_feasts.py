"""Feasts fall on the days that others reckon too."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from knowledge.linking.temporal.feasts import FEASTS, easter, islamic, kings_day

YEARS = range(2000, 2101)
SAME = {
    "Nieuwjaarsdag": "(?:1e )?nieuwjaarsdag|nieuwjaar|yuandan",
    "Eerste paasdag": "(?:1e )?paasdag|pasen|paaszondag",
    "Tweede paasdag": "2e paasdag|paasmaandag",
    "Hemelvaartsdag": "hemelvaartsdag|hemelvaart",
    "Eerste Pinksterdag": "(?:1e )?pinksterdag|pinksteren|pinksterzondag",
    "Tweede Pinksterdag": "2e pinksterdag|pinkstermaandag",
    "Eerste Kerstdag": "(?:1e )?kerstdag|kerst|kerstmis",
    "Tweede Kerstdag": "2e kerstdag",
}


@pytest.mark.parametrize("name", SAME)
def test_public_holidays_are_those_of_the_calendar_of_the_netherlands(name: str) -> None:
    public = holidays.country_holidays("NL", years=YEARS, language="nl")
    reckoned = [FEASTS[SAME[name]](year) for year in YEARS]
    listed = [day for day, names in sorted(public.items()) if name.lower() in names.lower().split("; ")]
    assert reckoned == listed


def test_kings_day_is_not_on_a_sunday() -> None:
    assert [kings_day(year) for year in (2025, 2026)] == [date(2025, 4, 26), date(2026, 4, 27)]


def test_easter_is_a_sunday_between_22_march_and_25_april() -> None:
    assert {easter(year).weekday() for year in range(1600, 2400)} == {6}
    assert {(easter(year).month, easter(year).day) for year in range(1600, 2400)} >= {(3, 22), (4, 25)}


def test_the_feasts_of_islam_move_through_the_year() -> None:
    assert [islamic(10, 1)(year) for year in (2021, 2022)] == [date(2021, 5, 12), date(2022, 5, 2)]
    assert all(islamic(month, 1)(year).year == year for month in (1, 9, 12) for year in YEARS)
