"""Days of the calendar: "14 december", "de 27e van december", "dinsdag 8 dec.", "01/aug/2019", "20-11", "de 31e"."""

from __future__ import annotations

from datetime import date

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import day_of, next_day_of, next_day_of_month
from knowledge.linking.temporal.rules import NOTHING, Hit, Made, Rule
from knowledge.linking.temporal.shapes import Day, Kind
from knowledge.linking.temporal.vocabulary import (
    DAY,
    DAY_OF,
    MONTH,
    OF_THE_DAY,
    SHORT_DAY,
    UNIT,
    YEAR,
    month_of,
    year_of,
)

WEEKDAY = rf"(?:(?:{DAY}|{SHORT_DAY})(?: ,| \.)? (?:de )?)?"
IN_BRACKETS = rf"(?: \( (?:{DAY}|{SHORT_DAY})(?: \.)? \))?"
FRACTIONS = {(1, 2), (1, 3), (1, 4), (3, 4), (2, 3), (24, 7)}
"""And "24/7", when written with a stroke."""

MONTHS_A_YEAR = 12
NO_DATE = bounded(
    rf"(?:{OF_THE_DAY}|uur|u|h|keer|x|man|mensen|medewerkers|collega's|personen|euro|procent|%|{UNIT}|{MONTH})(?: .*)?"
)
"""What stands after an amount "from - to"."""


def made(year: int | None, month: int, day: int, today: date, part: str = "") -> Made:
    """A day of the calendar; one without a year is the next from today; one that doesn't exist means nothing."""
    found = day_of(year, month, day) if year else next_day_of(month, day, today)
    if found is None:
        return NOTHING
    return Made(Kind.DATE, Day(found, yearly=None if year else (month, day), part=part))


def _named(hit: Hit) -> Made:
    day = int(hit["day"].removesuffix(" ste").removesuffix(" de").removesuffix("e"))
    return made(year_of(hit["year"]), month_of(hit["month"]), day, hit.today)


def _figures(hit: Hit) -> Made | None:
    day, month, year = int(hit["day"]), int(hit["month"]), hit["year"]
    if year and month > MONTHS_A_YEAR >= day:
        day, month = month, day
    if not year and "/" in hit.text and (day, month) in FRACTIONS:
        return None
    if not year and (
        not day_of(2000, month, day)
        or NO_DATE.match(hit.after)
        or (hit.before.endswith("tussen") and not hit.after.startswith("en "))
    ):
        return None
    this_year = hit.today.year if hit["this"] else None
    return made(year_of(year) or this_year, month, day, hit.today)


def _dotted(hit: Hit) -> Made | None:
    """ "14.12.2026"; without a year ("5.12") only after "op", "deze" or a day of the week."""
    parts = hit["figures"].split(".")
    day, month = int(parts[0]), int(parts[1])
    if not day_of(2000, month, day):
        return None
    return made(year_of(parts[2]) if len(parts) > 2 else None, month, day, hit.today)


def _iso(hit: Hit) -> Made:
    return made(int(hit["year"]), int(hit["month"]), int(hit["day"]), hit.today)


def _of_the_month(hit: Hit) -> Made | None:
    weekday = DAY_OF.get(hit["weekday"])
    found = next_day_of_month(int(hit["day"].removesuffix("e")), hit.today, weekday)
    return Made(Kind.DATE, Day(found)) if found else None


D = r"(?:3[01]|[12]\d|0?[1-9])"
NAMED = (
    Rule(
        bounded(
            rf"{WEEKDAY}(?:de )?(?P<day>{D}e?|{D} (?:ste|de))(?: \.)?(?: dag)?(?: van| -| /| in)"
            rf"?(?: de maand)? (?P<month>{MONTH})"
            rf"(?:(?: -| ,| van| in| /)? (?P<year>{YEAR}))?{IN_BRACKETS}"
        ),
        _named,
    ),
    Rule(bounded(rf"{WEEKDAY}(?P<month>{MONTH}) (?:de )?(?P<day>{D}e)(?:(?: ,| -)? (?P<year>{YEAR}))?"), _named),
    Rule(bounded(rf"{WEEKDAY}(?P<month>{MONTH})(?: -)? (?P<day>{D})(?: ,| -)? (?P<year>{YEAR})"), _named),
    Rule(bounded(rf"(?P<month>{MONTH}) (?P<day>{D})(?! (?:[-–]|tot|en|t / m|uur|u|h|\d))(?!:)"), _named),
    Rule(
        bounded(
            rf"(?P<year>{YEAR}) (?P<day>{D}e?) (?P<month>{MONTH})|(?P<year2>{YEAR}) "
            rf"(?P<month2>{MONTH})(?: -)? (?P<day2>{D}e?)"
        ),
        _named,
    ),
    Rule(bounded(rf"(?P<day>{D}e?)(?= (?:en|of|,|en de|of de) {D}e?(?: van)? (?P<month>{MONTH})(?!\S))"), _named),
    Rule(bounded(r"(?P<year>(?:19|20)\d\d) (?P<by>[-/]) (?P<month>\d{1,2}) (?P=by) (?P<day>\d{1,2})"), _iso),
    Rule(bounded(r"(?P<year>(?:19|20)\d\d)\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})"), _iso, "."),
    Rule(
        bounded(
            rf"(?:(?P<this>deze) )?{WEEKDAY}(?P<day>\d{{1,2}}) (?P<stroke>[-–/]) (?P<month>\d{{1,2}})"
            r"(?:(?: (?P=stroke)| ,) (?P<year>(?:19|20)\d\d|' \d\d)| (?P=stroke) (?P<year2>\d\d)"
            r"(?! (?:uur|u)))?(?! [-–/] \d+\b(?! [-–/] \d))"
        ),
        _figures,
    ),
    Rule(bounded(rf"{WEEKDAY}(?P<figures>\d{{1,2}}\.\d{{1,2}}\.(?:(?:19|20)\d\d|\d\d))"), _dotted, "."),
    Rule(
        bounded(rf"(?:(?<=op )|(?<=deze )|(?<=volgende )|(?:{DAY}) )(?P<figures>\d{{1,2}}\.\d{{1,2}})(?! (?:uur|u))"),
        _dotted,
        ".",
    ),
)
"""With a month."""

OF_THE_MONTH = (
    Rule(bounded(rf"op de (?P<day>{D}e)(?! van| dag)"), _of_the_month, "op de"),
    Rule(bounded(r"(?<=op )(?:de )?(?P<day>1[3-9]|2\d|3[01])(?= [.,;!?]|$)"), _of_the_month, "op "),
    Rule(bounded(r"(?:de )?(?P<day>(?:1[3-9]|2\d|3[01])e)(?! (?:dag|eeuw|week|kwartaal|keer|van))"), _of_the_month),
    Rule(bounded(rf"(?P<weekday>{DAY}) (?:de )?(?P<day>{D}e?)(?! (?:uur|u|h|tot|-|en \d|:))"), _of_the_month, "dag"),
)
"""A day of this month or the next; a low one only after "op", for "de 3e" is more often the third of something."""
