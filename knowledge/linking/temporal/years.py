"""Years, by their figures or as a school year, a decade or a century: "in 2027", "2014-2018", "dit schooljaar"."""

from __future__ import annotations

from datetime import MAXYEAR, date

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import ONE_DAY, Period
from knowledge.linking.temporal.units import WHICH, made
from knowledge.linking.temporal.vocabulary import (
    YEAR,
    year_of,
)
from knowledge.linking.temporal.weekdays import weeks_away
from knowledge.linking.words import listed

YEAR_AFTER = listed(
    """in van sinds vanaf tot voor na en tussen dan met op eind begin half einde midden start = of medio halverwege mid
    tegen sedert rond omstreeks tijdens gedurende uit per"""
)
"""Before a figure that is a year."""

PREPOSITION = "|".join(rf"(?<=\b{word} )" if word.isalpha() else f"(?<={word} )" for word in sorted(YEAR_AFTER))
NO_YEAR = r"(?! (?:euro|kg|kilo|km|mm|uur|stuks|man|mensen|medewerkers|watt|toeren|<|%))"
SCHOOL_YEAR_BEGINS = 8
OTHER_YEAR = r"(?:(?:school|studie)jaar|fisca(?:al|le) jaar|boekjaar)"


def _year(hit: Hit) -> Made | None:
    year = year_of(hit["year"])
    return made(Period.of(date(year, 1, 1), date(year + 1, 1, 1))) if year else None


def _years(hit: Hit) -> Made | None:
    """ "2014-2018", "van 2014 tot en met 2018"."""
    start, end = date(int(hit["first"]), 1, 1), date(int(hit["last"]), 1, 1)
    if start >= end:
        return None
    last = end - ONE_DAY if hit["and"] == "tot" else end.replace(month=12, day=31)
    return made(Period(start, end, start, last, pointed=True))


def _school_year(hit: Hit) -> Made | None:
    year = year_of(hit["year"])
    if year is None:
        of_schools = "school" in hit.text or "studie" in hit.text
        began = hit.today.year - (of_schools and hit.today.month < SCHOOL_YEAR_BEGINS)
        year = began + (weeks_away(hit["which"]) if hit["which"] else 0)
    of_schools = "school" in hit.text or "studie" in hit.text
    start = date(year, SCHOOL_YEAR_BEGINS if of_schools else 1, 1)
    code = "SY" if of_schools else "FY"
    return made(Period.of(start, start.replace(year=year + 1), name=f"{code}{year}"))


def _year_by_code(hit: Hit) -> Made | None:
    """ "FY18", "SY 2026"."""
    year = int(hit["year"]) if len(hit["year"]) == 4 else 2000 + int(hit["year"])
    start = date(year, SCHOOL_YEAR_BEGINS if hit.text.startswith("s") else 1, 1)
    return made(Period.of(start, start.replace(year=year + 1), name=f"{hit.text[:2].upper()}{year}"))


def _year_by_sign(hit: Hit) -> Made | None:
    """ ">= 2019", "< 2019"."""
    this = date(int(hit["year"][-4:]), 1, 1)
    bound = this if (hit["sign"] == ">") == bool(hit["same"]) else this.replace(year=this.year + 1)
    if hit["sign"] == ">":
        return made(Period(bound, None, bound, None))
    return made(Period(None, bound, None, bound - ONE_DAY))


def _decade(hit: Hit) -> Made | None:
    decade = int(hit["decade"])
    start = decade if decade > 1000 else decade + (1900 if decade >= 30 else 2000)
    return made(Period.of(date(start, 1, 1), date(start + 10, 1, 1)))


def _century(hit: Hit) -> Made | None:
    place = int(hit["place"].removesuffix("e"))
    if not 1 < place < MAXYEAR // 100:
        return None
    return made(Period.of(date((place - 1) * 100, 1, 1), date(place * 100, 1, 1)))


YEARS = (
    Rule(bounded(r"(?:de )?jaren (?:' )?(?P<decade>[1-9]0|19\d0|20\d0)(?: ')?"), _decade, "jaren"),
    Rule(
        bounded(rf"(?:het )?{OTHER_YEAR} (?P<year>{YEAR})|(?:(?:het|dit) )?(?P<which>{WHICH}) {OTHER_YEAR}"),
        _school_year,
        "jaar",
    ),
    Rule(
        bounded(
            rf"(?:het )?(?:kalender)?jaar (?:van )?(?P<year>{YEAR})|(?P<year3>(?:19|20)\d\d)(?= "
            rf"(?:tot|tot en met|t - m|~) )|(?:{PREPOSITION})(?P<year2>{YEAR}){NO_YEAR}"
        ),
        _year,
    ),
    Rule(bounded(r"(?:fy|sy)(?: -| ')? (?P<year>(?:19|20)?\d\d)"), _year_by_code, "y "),
    Rule(bounded(rf"(?P<sign>[<>])(?P<same> =)? (?P<year>{YEAR})"), _year_by_sign),
    Rule(bounded(r"(?P<place>\d+e) eeuw"), _century, "eeuw"),
    Rule(
        bounded(
            r"(?:(?:van|tussen|in|vanaf) )?(?P<first>(?:19|20)\d\d) (?P<and>-|–|~|tot en met|t / m|"
            r"tot|(?<=tussen \d{4} )en) "
            r"(?P<last>(?:19|20)\d\d)(?! -)"
        ),
        _years,
    ),
)
"""Years where only a year can stand."""
