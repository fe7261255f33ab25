"""Finds how many hours a week somebody has: "anderhalf uur in de week", "een dagdeel per maand", "2u/week"."""

from __future__ import annotations

import re

from knowledge.linking.hours_said import (
    AT_WORK,
    HOURS_OF,
    NO_LEARNING,
    NOT_BEFORE,
    ON_THE_CLOCK,
    PER_BEFORE,
    PERIODS,
    QUANTITY,
    UNITS,
    WEEKS_OF,
    YOU,
)
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence
from knowledge.linking.temporal.durations import amount_of

MOST = 40.0


def find_hours(sentence: Sentence) -> list[Found]:
    """Every amount of time to learn with, in hours a week rounded to two decimals, at most 40."""
    found = []
    for match, first, last in sentence.scan(QUANTITY):
        before, after = sentence.before(first), sentence.after(last)
        value = _a_week(match, before)
        if value and 0.005 <= value <= MOST and not _is_other(match, before, after):
            found.append(Found("hours_per_week", round(value, 2), first, last))
    return found


def _a_week(match: re.Match[str], before: str) -> float | None:
    unit = next(unit for unit in UNITS if match[unit])
    amount = _amount(match)
    if amount is None:
        return None
    hours = amount * (amount_of(match["each"]) or HOURS_OF[unit]) * (amount_of(match["times"]) or 1)
    earlier = PER_BEFORE.search(before)
    per = match["per"] or match["often"] or (earlier and earlier["per"])
    if per and (match["count"] or match["part"] or match["about"] or match["least"] or per not in PERIODS):
        return hours / _weeks(per)
    return hours if _says_enough(unit, match) else None


def _says_enough(unit: str, match: re.Match[str]) -> bool:
    """Whether an amount without "per week" is one: "twee uur" and "een halve dag" are, "een avond" is not."""
    counted = bool(match["count"] or match["part"] or match["about"])
    part = match["part"] or match["count"] or ""
    return counted and (unit in ("uur", "dagdeel") or (unit == "dag" and part.startswith("halv")))


def _amount(match: re.Match[str]) -> float | None:
    """How many of the unit; of a range the lower."""
    if match["about"] or match["later"]:
        return amount_of(match["about"] or match["later"])
    least, count, part = match["least"], match["count"], (match["part"] or "").strip()
    if least and not count:
        return None
    value = amount_of(least or count or "een")
    if value is None:
        return None
    if part.startswith("en ") or (part == "half" and value > 1 and match["uur"]):
        return value + 0.5
    return value * 0.5 if part in ("half", "halve") else value


def _weeks(per: str) -> float:
    words = per.split()
    many = next((float(word) for word in words if word.isdigit()), 2.0 if words[:2] == ["om", "de"] else 1.0)
    for period, forms in PERIODS.items():
        if re.fullmatch(forms, words[-1]) or words[-1].startswith(period):
            return max(many, 1.0) * WEEKS_OF[period]
    return 1.0


def _is_other(match: re.Match[str], before: str, after: str) -> bool:
    """An hour of the clock, a working week, a journey, the length of something."""
    if AT_WORK.search(before) or NOT_BEFORE.match(after):
        return True
    if match["per"] or match["often"]:
        return False
    said = match.group()
    if ON_THE_CLOCK.fullmatch(said) or YOU.search(said):
        return True
    between = bool(match["least"]) and (before.endswith("van") or re.match("tussen (?!de )", said) is not None)
    return between or NO_LEARNING.search(before) is not None
