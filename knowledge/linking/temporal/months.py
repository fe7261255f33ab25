"""Months and quarters: "maart", "mei volgend jaar", "12-2026", "Q1 2027", "het derde kwartaal"."""

from __future__ import annotations

from datetime import date

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import (
    first_of_month,
)
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Period
from knowledge.linking.temporal.units import HALF, MONTHS_A_YEAR, QUARTER, WHICH, made
from knowledge.linking.temporal.vocabulary import (
    FULL_MONTH,
    MONTH,
    SHORT_MONTHS,
    YEAR,
    month_of,
    year_of,
)
from knowledge.linking.temporal.weekdays import weeks_away

SHORT = "|".join(SHORT_MONTHS)
IN_A_YEAR = rf"(?:(?: -| ,| /| van| in)? (?P<year>{YEAR})| (?:van )?(?P<which_year>{WHICH}) jaar)"
SHORT_AFTER = "|".join(
    f"(?<={word} )" for word in ("in", "tot", "sinds", "vanaf", "eind", "begin", "half", "-", "week van")
)


def month(at: int, year: int | None, today: date) -> Period:
    """A month; without a year the one that has not ended yet."""
    start = date(year or today.year, at, 1)
    if not year and first_of_month(start, 1) <= today:
        start = date(today.year + 1, at, 1)
    return Period.of(start, first_of_month(start, 1), yearly=not year)


def _month(hit: Hit) -> Made | None:
    """ "Maart", "maart 2027", "volgend jaar maart"; "deze maart" is of this year, "aanstaande maart" still to come."""
    at, year, which = month_of(hit["month"]), year_of(hit["year"]), hit["which"]
    if hit["which_year"]:
        year = hit.today.year + weeks_away(hit["which_year"])
    elif which:
        year = _year_of_month(at, which, hit.today)
    return made(month(at, year, hit.today))


def _year_of_month(at: int, which: str, today: date) -> int:
    away = weeks_away(which)
    if away > 0:
        return today.year + (at <= today.month)
    return today.year - (at >= today.month) if away < 0 else today.year


def _month_in_figures(hit: Hit) -> Made | None:
    at = int(hit["month"])
    return made(month(at, int(hit["year"]), hit.today)) if 0 < at <= MONTHS_A_YEAR else None


def _part_of_year(hit: Hit) -> Made | None:
    """Quarters and half years: "Q1 2027", "het eerste kwartaal van volgend jaar", "H2"."""
    size = HALF if hit["how"] in ("h", "halfjaar", "half jaar", "semester", "helft van het jaar") else QUARTER
    place = int(hit["place"].removesuffix("e"))
    if not 0 < place <= MONTHS_A_YEAR // size:
        return None
    year = year_of(hit["year"] or hit["year2"])
    if hit["which_year"]:
        year = hit.today.year + weeks_away(hit["which_year"])
    start = date(year or hit.today.year, (place - 1) * size + 1, 1)
    if not year and first_of_month(start, size) <= hit.today:
        start = start.replace(year=start.year + 1)
    return made(Period.of(start, first_of_month(start, size), yearly=not year))


MONTHS = (
    Rule(bounded(rf"(?:de maand )?(?:(?P<which>{WHICH}) )?(?P<month>{MONTH}){IN_A_YEAR}"), _month),
    Rule(bounded(rf"(?:de maand )?(?:(?P<which>{WHICH}) )?(?P<month>{FULL_MONTH})"), _month),
    Rule(
        bounded(rf"(?:{SHORT_AFTER})(?P<month>{SHORT})(?: \.)?|(?P<month2>{SHORT})(?= (?:-|–|tot|~) )"),
        _month,
    ),
    Rule(
        bounded(rf"(?P<year>{YEAR}) (?P<month>{MONTH})|(?P<which_year>{WHICH}) jaar (?:in )?(?P<month2>{FULL_MONTH})"),
        _month,
    ),
    Rule(bounded(r"(?<!- )(?<!/ )(?P<year>20\d\d|19\d\d) [-/] (?P<month>\d\d?)(?! [-/])"), _month_in_figures),
    Rule(bounded(r"(?<!- )(?<!/ )(?P<month>\d\d?) [-/] (?P<year>20\d\d|19\d\d)(?! [-/])"), _month_in_figures),
)
"""Months."""


QUARTERS = (
    Rule(
        bounded(rf"(?:(?P<year2>{YEAR})(?: -)? )?(?P<how>[qh]) (?P<place>[1-4])(?:(?: -| van)? (?P<year>{YEAR}))?"),
        _part_of_year,
    ),
    Rule(
        bounded(
            rf"(?:(?P<year2>{YEAR}) )?(?:het )?(?P<place>\de) (?P<how>kwartaal|halfjaar|half jaar|"
            rf"semester)(?: (?:van |in )?(?:(?P<year>{YEAR})|(?P<which_year>{WHICH}) jaar|het jaar))"
            r"?"
        ),
        _part_of_year,
    ),
)
"""Quarters and half years."""
