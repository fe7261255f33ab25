"""Finds calendar days: "14 december", "morgen", "volgende week dinsdag", "over twee weken", "12-12"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from knowledge.clock import DAYS, MONTHS, to_local
from knowledge.linking.ahead import coming, day_of, in_week_of, months_on, next_day_of, next_day_of_month
from knowledge.linking.mention import Found
from knowledge.linking.overlap import longest
from knowledge.linking.sentence import Sentence, bounded

SHORT_MONTHS = {"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
                "okt": 10, "nov": 11, "dec": 12}  # fmt: skip
MONTH_OF = {month: at for at, month in enumerate(MONTHS, start=1)} | SHORT_MONTHS
DAY = "|".join(DAYS)
MONTH = "|".join(MONTH_OF)
NEXT = "komende|aankomende|aanstaande|eerstvolgende"

CALENDAR = (
    bounded(r"(?P<year>20\d\d) - (?P<month>\d{1,2}) - (?P<day>\d{1,2})"),
    bounded(
        rf"(?:(?:{DAY}) )?(?P<day>\d{{1,2}})(?: (?:e|ste|de))?(?: van)? (?P<month>{MONTH})(?: \.)?"
        r"(?: (?P<year>20\d\d))?"
    ),
    bounded(rf"(?P<day>\d{{1,2}})(?: e)?(?= (?:en|of|,) \d{{1,2}}(?: e)? (?P<month>{MONTH})(?!\S))"),
    bounded(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:20)?\d\d)"),
    bounded(r"(?P<day>\d{1,2}) [-–/] (?P<month>\d{1,2})(?: [-–/] (?P<year>(?:20)?\d\d))?"),
)
OF_THE_MONTH = bounded(
    r"op de (?P<day>\d{1,2}) (?:e|ste|de)|(?:de )?(?P<late>1[3-9]|2\d|3[01]) (?:e|ste|de)",
)
RELATIVE = bounded(
    r"(?P<word>vandaag|vanavond|vanmiddag|vanochtend|vanmorgen|overmorgen|morgen(?:avond|middag|ochtend|vroeg)?)"
)
OVER = bounded(
    r"over (?:een )?(?:(?P<count>\d+) )?(?P<unit>dagen|dag|weken|week|weekjes|maanden|maand)"
    rf"(?:(?: op)? (?P<weekday>{DAY}))?"
)
WEEKDAY = bounded(
    rf"(?P<which>deze|volgende|{NEXT}) week(?: op| de)? (?P<of_week>{DAY})"
    rf"|volgende (?P<next_week>{DAY})|(?P<next_week2>{DAY}) (?:volgende|over een) week"
    rf"|(?:{NEXT}|a \. s \.) (?P<coming>{DAY})|(?P<coming2>{DAY}) a \. s(?: \.)?|deze (?P<this>{DAY})"
)
NO_DATES = {(1, 2), (1, 3), (1, 4), (3, 4), (2, 3), (24, 7)}
"""Fractions and "24/7", when written with a stroke."""

A_GREETING = re.compile(r"(?:.* )?(?:goede|goeie|goeden|de|een|'s|s|elke|iedere|in|per|hele|dag)")
FURTHEST = 400
"""Days, weeks or months ahead that are still a date somebody means."""


def find_dates(sentence: Sentence, now: datetime) -> list[Found]:
    """Every calendar day as an ISO date; one without a year is the next, seen from ``now`` in the Netherlands."""
    today = to_local(now).date()
    readers: list[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]]] = [
        *((pattern, _calendar) for pattern in CALENDAR),
        (OF_THE_MONTH, lambda match, day: next_day_of_month(int(match["day"] or match["late"]), day)),
        (RELATIVE, _relative),
        (OVER, _over),
        (WEEKDAY, _weekday),
    ]
    found = [
        Found("date", day.isoformat(), first, last)
        for pattern, reader in readers
        for match, first, last in sentence.scan(pattern)
        if not (match.group() == "morgen" and A_GREETING.fullmatch(sentence.before(first)))
        and (day := reader(match, today))
    ]
    return longest(found)


def _calendar(match: re.Match[str], today: date) -> date | None:
    said, year = match["month"], match.groupdict().get("year")
    day, month = int(match["day"]), MONTH_OF.get(said) or int(said)
    if year:
        return day_of(int(year) % 100 + 2000, month, day)
    return None if "/" in match.group() and (day, month) in NO_DATES else next_day_of(month, day, today)


def _relative(match: re.Match[str], today: date) -> date:
    word = match["word"]
    return today + timedelta(days=2 if word == "overmorgen" else 1 if word.startswith("morgen") else 0)


def _over(match: re.Match[str], today: date) -> date | None:
    many, unit = int(match["count"] or 1), match["unit"]
    if many > FURTHEST:
        return None
    if unit.startswith("maand"):
        return months_on(today, many)
    day = today + timedelta(days=many * (1 if unit.startswith("dag") else 7))
    return in_week_of(day, match["weekday"]) if match["weekday"] else day


def _weekday(match: re.Match[str], today: date) -> date:
    """ "Volgende dinsdag" is the one of next week; "komende dinsdag" the first to come."""
    next_week = match["next_week"] or match["next_week2"]
    if match["of_week"]:
        return in_week_of(today, match["of_week"]) + timedelta(weeks=0 if match["which"] == "deze" else 1)
    if next_week:
        return in_week_of(today, next_week) + timedelta(weeks=1)
    if match["this"]:
        return coming(match["this"], today, today_counts=True)
    return coming(match["coming"] or match["coming2"], today, today_counts=False)
