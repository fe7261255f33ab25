"""Seasons and the holidays of schools and factories: "deze zomer", "na de bouwvak", "in de kerstvakantie".

A season is that of the weather bureau: three whole months. The school holidays run from the first day that any of the
three regions is free to the last (Overzicht schoolvakanties, rijksoverheid.nl); their rules give the published days of
2025 to 2027. The holiday of the building trade is spread over regions and years: it is taken as the five weeks in the
middle of the summer holiday in which all its three-week turns lie.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import coming, first_of_month
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Kind, Period
from knowledge.linking.temporal.vocabulary import COMING, JUST_PAST, NEXT, PAST, THIS, YEAR, year_of
from knowledge.linking.temporal.weekdays import weeks_away

SATURDAY = 5
Days = Callable[[int], tuple[date, date]]
"""First day and the day after the last, in a year."""


def _months(month: int) -> Days:
    return lambda year: (date(year, month, 1), first_of_month(date(year, month, 1), 3))


def _from_saturday(month: int, day: int, days: int, skip: int = 0) -> Days:
    """So many days from the first Saturday on or after a date, or from ``skip`` days later."""

    def in_year(year: int) -> tuple[date, date]:
        start = coming(SATURDAY, date(year, month, day), today_counts=True) + timedelta(days=skip)
        return start, start + timedelta(days=days)

    return in_year


SEASONS: dict[str, tuple[str, Days]] = {
    "lente|voorjaar": ("SP", _months(3)),
    "zomer": ("SU", _months(6)),
    "herfst|najaar": ("FA", _months(9)),
    "winter": ("WI", _months(12)),
}
FREE: dict[str, Days] = {
    "herfstvakantie": _from_saturday(10, 10, 16),
    "kerstvakantie|kerstperiode": _from_saturday(12, 19, 16),
    "voorjaarsvakantie|krokusvakantie|carnavalsvakantie": _from_saturday(2, 13, 16),
    "meivakantie": _from_saturday(4, 21, 9),
    "zomervakantie|grote vakantie|schoolvakantie|zomerreces": _from_saturday(7, 4, 58),
    "bouwvak|bouwvakantie|bouwvakvakantie": _from_saturday(7, 4, 35, skip=16),
}
KNOWN: dict[str, tuple[str, Days]] = SEASONS | {names: ("", days) for names, days in FREE.items()}
WHICH = rf"{COMING}|{NEXT}|{PAST}|{JUST_PAST}|{THIS}"
SEASON = bounded(
    rf"(?:(?:de|het) )?(?:(?P<which>{WHICH}) )?(?P<season>{'|'.join(KNOWN)})(?: (?:van )"
    rf"?(?:(?P<year>{YEAR})|(?P<which_year>{WHICH}) jaar))?"
)


def _season(hit: Hit) -> Made:
    code, days = next(known for names, known in KNOWN.items() if hit["season"] in names.split("|"))
    year, today = year_of(hit["year"]), hit.today
    if hit["which_year"]:
        year = today.year + weeks_away(hit["which_year"])
    said = year is not None or bool(hit["which"])
    found = year if year is not None else _year(days, today, hit["which"])
    start, end = days(found)
    return Made(Kind.PERIOD, Period.of(start, end, name=f"{found}-{code}" if code and said else code))


def _year(days: Days, today: date, which: str) -> int:
    """The one that we are in or that comes first; "volgende" passes over the one we are in, "vorige" goes back."""
    year = next(year for year in range(today.year - 1, today.year + 2) if days(year)[1] > today)
    if which in THIS.split("|"):
        return min(year, today.year)
    now = days(year)[0] <= today
    away = weeks_away(which) if which else 0
    return year - 1 if away < 0 else year + 1 if away > 0 and now else year


SEASONS_AND_HOLIDAYS = (Rule(SEASON, _season),)
