"""Periods with one bound: "voor 1 maart", "na de bouwvak", "vanaf februari", "uiterlijk vrijdag", "2018 of later"."""

from __future__ import annotations

import re

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import ONE_DAY, Day, Kind, Period

END = r"<date>|<period>|nu|(?:op )?heden"
AT = rf"(?:de |het )?(?P<at>{END})"
MEANT_FOR = re.compile(
    r"(?:^| )(?:in|aan|op|\w*schrijv\w+|\w*meld\w+|opgeven|boek\w*|reserv\w+|plek\w*|plaats\w*|"
    r"stoel|datums?|data|die|een|eentje"
    r"|interesse|afspraak|les|cursus|training|sessie|workshop|module|kies|ga|graag|liever|liefst|bedankt)$"
)
"""Before "voor" as in "een plek voor 8 december": that is the day itself, not before it."""


def bounds_of(hit: Hit, name: str) -> Period:
    """The day or the period at one end."""
    if hit[name] == "<period>":
        return hit.value(name, Period)
    if hit[name] != "<date>":
        return Period.of(hit.today, hit.today + ONE_DAY)
    day = hit.value(name, Day)
    return Period.of(day.date, day.date + ONE_DAY, yearly=day.yearly is not None)


def at_its_edge(period: Period) -> Period:
    """ "Eind maart" as one end of a longer period is the moment that March ends."""
    return period if period.edge is None else Period.of(period.edge, period.edge, yearly=period.yearly)


def _from_on(hit: Hit) -> Made | None:
    there = bounds_of(hit, "at")
    return Made(Kind.PERIOD, Period(there.start, None, there.start, None))


def _after(hit: Hit) -> Made | None:
    there = bounds_of(hit, "at")
    if there.last is None or there.end is None:
        return None
    start = there.start if hit["at"] == "<date>" else there.end
    return Made(Kind.PERIOD, Period(start, None, there.last + ONE_DAY, None))


def _before(hit: Hit) -> Made | None:
    there = bounds_of(hit, "at")
    there = at_its_edge(there) if there.edge == there.end else there
    if there.start is None or (hit["for"] and (there.pointed or MEANT_FOR.search(hit.before))):
        return None
    if hit["through"]:
        return Made(Kind.PERIOD, Period(None, there.start, None, there.last))
    return Made(Kind.PERIOD, Period(None, there.start, None, there.start - ONE_DAY))


OPEN = (
    Rule(
        bounded(
            r"(?:vanaf|van af aan|sinds|met start op|te beginnen op|te beginnen met|aanvangend op|"
            r"aanvangend|gestart op|begonnen op|vroegst|op zijn vroegst|met ingang van|ingaand op|"
            r"ingaande|startend op|startend|beginnend op|beginnend|zo vroeg als|niet eerder dan|"
            rf"niet voor|> =) {AT}"
        ),
        _from_on,
        "<",
    ),
    Rule(bounded(rf"(?:in|op) of na {AT}"), _from_on, " of na "),
    Rule(bounded(rf"(?:in|op) of voor {AT}"), _before, " of voor "),
    Rule(bounded(rf"(?:in |op )?{AT} (?:of|en) (?:later|hoger|daarna|erna)(?! dan)"), _from_on, "<"),
    Rule(bounded(rf"(?:pas )?(?:na|later dan|na afloop van|volgend op|op volgend op) {AT}"), _after, "<"),
    Rule(
        bounded(
            r"(?:(?P<through>tot en met|t / m|uiterlijk|niet later dan|niet na|op zijn laatst|tot "
            r"uiterlijk|< =)|tot aan|tot op|tot|eerder dan|vroeger dan|voorafgaand aan|"
            rf"voorafgaande aan|tegen) {AT}"
        ),
        _before,
        "<",
    ),
    Rule(bounded(rf"(?P<for>voor) {AT}"), _before, "<"),
    Rule(bounded(rf"{AT} (?:of|en) (?:eerder|vroeger|daarvoor|lager)(?! dan)"), _before, "<"),
)
"""From a day or period on, or up to it."""
