"""Weeks, months, years and weekends that are pointed at: "volgende maand", "dit weekend", "de rest van het jaar"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import (
    first_of_month,
    monday,
)
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Kind, Period
from knowledge.linking.temporal.vocabulary import (
    COMING,
    JUST_PAST,
    NEXT,
    PAST,
    THIS,
)
from knowledge.linking.temporal.weekdays import weeks_away

WHICH = rf"over - volgende|overvolgende|{COMING}|{NEXT}|{PAST}|{JUST_PAST}|{THIS}"
WHOLE = (
    r"weken|week|weekje|maanden|maand|jaren|jaar|kwartaal|semester|weekend|weekeinde|werkweek|"
    r"decennium|eeuw|kalenderjaar"
)
SATURDAY, QUARTER, HALF, MONTHS_A_YEAR = 5, 3, 6, 12
LONG = {"decennium": 10, "eeuw": 100}


def made(period: Period | None) -> Made | None:
    return Made(Kind.PERIOD, period) if period else None


def unit_around(day: date, word: str, away: int = 0) -> Period:
    """The week, month, quarter, half year, year or weekend in which a day lies, or so many on."""
    if word.startswith("week") and "end" not in word and "einde" not in word:
        return Period.of(monday(day, away), monday(day, away + 1))
    if word == "werkweek":
        return Period.of(monday(day, away), monday(day, away) + timedelta(days=5))
    if word.startswith("weeke"):
        start = monday(day, away) + timedelta(days=SATURDAY)
        return Period.of(start, start + timedelta(days=2))
    if word in LONG:
        years = LONG[word]
        start = date(day.year // years * years + away * years, 1, 1)
        return Period.of(start, start.replace(year=start.year + years))
    size = {"maand": 1, "kwartaal": QUARTER, "semester": HALF}.get(word, MONTHS_A_YEAR)
    start = day.replace(month=(day.month - 1) // size * size + 1, day=1)
    return Period.of(first_of_month(start, away * size), first_of_month(start, (away + 1) * size))


def _pointed_at(hit: Hit) -> Made | None:
    if hit["which"] == "laatste" and hit.after.startswith(("van ", "in ")):
        return None
    word = hit["unit"].replace("weken", "week").replace("maanden", "maand").replace("jaren", "jaar")
    if hit["unit"] != word and weeks_away(hit["which"]) == 1:
        return None
    comes = word.startswith("weeke") and hit["which"] in COMING.split("|")  # "komend weekend" is that of this week
    return made(replace(unit_around(hit.today, word, 0 if comes else weeks_away(hit["which"])), pointed=True))


def _after_next(hit: Hit) -> Made | None:
    return made(unit_around(hit.today, hit["unit"], 2))


def _this(hit: Hit) -> Made | None:
    return made(replace(unit_around(hit.today, hit["unit"]), pointed=True))


def _rest(hit: Hit) -> Made | None:
    around = unit_around(hit.today, hit["unit"])
    return made(Period.of(hit.today, around.end) if around.end else None)


def _so_far(hit: Hit) -> Made | None:
    around = unit_around(hit.today, hit["unit"])
    return made(Period.of(around.start, hit.today) if around.start else None)


POINTED = (
    Rule(bounded(rf"(?:de |het )?(?P<which>{WHICH}) (?P<unit>{WHOLE})"), _pointed_at),
    Rule(
        bounded(r"(?:de|het) (?P<unit>week|maand|jaar|weekend|kwartaal) na (?:de |het )?volgende?(?: (?P=unit))?"),
        _after_next,
        "volgend",
    ),
    Rule(bounded(r"(?:de rest van|resterende?) (?:de|het|deze|dit) (?P<unit>week|maand|jaar|kwartaal)"), _rest, "rest"),
    Rule(
        bounded(r"(?:de |het )?(?P<unit>week|maand|jaar|kwartaal) tot (?:nu toe|nu|(?:op )?<date>)"), _so_far, " tot "
    ),
    Rule(
        bounded(
            r"(?P<which>dit|deze|huidige|huidig) (?P<unit>week|maand|jaar|kwartaal) tot (?:nu toe|nu|(?:op )?<date>)"
        ),
        _so_far,
        " tot ",
    ),
)
"""A unit as it lies to today."""


CURRENT = (
    Rule(bounded(r"(?<!per )(?<!een )(?:de|het|'t) (?P<unit>week|maand|jaar|weekend|weekeinde)(?= [.,;:!?]|$)"), _this),
    Rule(bounded(r"(?P<unit>weekend)"), _this, "weekend"),
)
"""The present one."""
