"""Feasts as days: "kerst", "2e paasdag 2027", "volgende koningsdag", "vaderdag volgend jaar"."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.feasts import FEASTS, DayOfYear
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Day, Kind
from knowledge.linking.temporal.vocabulary import COMING, JUST_PAST, NEXT, PAST, THIS, YEAR, year_of
from knowledge.linking.temporal.weekdays import weeks_away

NAMES = [(re.compile(names), of) for names, of in FEASTS.items()]
WHICH = rf"{COMING}|{NEXT}|{PAST}|{JUST_PAST}|{THIS}"
FEAST = bounded(
    rf"(?:(?P<which>{WHICH}) )?(?P<feast>{'|'.join(FEASTS)})"
    rf"(?: (?:van |in )?(?:(?P<year>{YEAR})|(?P<which_year>{WHICH}) jaar))?"
)


def _feast(hit: Hit) -> Made | None:
    of = next(of for names, of in NAMES if names.fullmatch(hit["feast"]))
    today, year = hit.today, year_of(hit["year"])
    if hit["which_year"]:
        year = today.year + weeks_away(hit["which_year"])
    if year is None:
        year = _year(of, hit, hit["which"])
    return Made(Kind.DATE, Day(of(year), name=hit["feast"])) if MINYEAR < year < MAXYEAR else None


def _year(of: DayOfYear, hit: Hit, which: str) -> int:
    """The year of the next one, or of the last one when what is past is asked for."""
    year = hit.today.year
    if which and weeks_away(which) < 0:
        return year if of(year) < hit.today else year - 1
    return year if of(year) >= hit.today else year + 1


HOLIDAYS = (Rule(FEAST, _feast),)
