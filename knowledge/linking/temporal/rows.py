"""Numbers of several words: "tweeduizend zestien", "drie miljoen", "40 000"; and ordinals, as the sign ``12e``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.linking.numbers import SCALES, cardinal, ordinal
from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.line import Item, Line
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.words import Word

HUNDRED = 100
LARGE = frozenset(SCALES.values()) | {1000}
DIGITS = re.compile(r"\d{1,15}(?:\.\d+)?")
FRACTION_BELOW = 100


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a number; ``spoken`` when it is written in letters, ``ends`` when it is an ordinal."""

    value: float
    spoken: bool
    ends: bool = False


def with_rows(line: Line, words: Sequence[Word]) -> Line:
    """The line with a number of several words as one sign in digits, and each ordinal as digits with ``e``."""
    parts = [_part(item, words) for item in line.items]
    items: list[Item] = []
    at = 0
    while at < len(parts):
        last, sign = _row(line.items, parts, at) if parts[at] else (at + 1, line.items[at].sign)
        one, other = line.items[at], line.items[last - 1]
        items.append(Item(sign, one.first, other.last, one.start, other.end))
        at = last
    return Line(items)


def _part(item: Item, words: Sequence[Word]) -> _Part | None:
    if item.first == item.last:
        return None
    norm = words[item.first].norm
    if not norm.isalpha():
        return _Part(float(item.sign), spoken=False) if DIGITS.fullmatch(item.sign) else None
    if (value := cardinal(norm)) is not None:
        return _Part(value, spoken=True)
    place = ordinal(norm)
    if place is None and norm.endswith("n"):
        place = ordinal(norm.removesuffix("n"))
    return None if place is None else _Part(place, spoken=True, ends=True)


def _row(items: Sequence[Item], parts: Sequence[_Part | None], at: int) -> tuple[int, str]:
    """Where the number that begins here ends, and its sign."""
    total, current, last = 0.0, 0.0, at
    ends = False
    while last < len(parts) and not ends:
        here = last + 1 if last > at and items[last].sign == "en" and current >= 100 else last
        part = parts[here] if here < len(parts) else None
        if part is None or (last > at and not _fits(current, total, part)) or _is_a_top(parts, here, at):
            break
        if part.value in LARGE and (current or total) and part.spoken:
            total, current = total + current * part.value, 0.0
        elif part.value == HUNDRED and current % HUNDRED:
            current += (current % HUNDRED) * (HUNDRED - 1)
        else:
            current += part.value
        last, ends = here + 1, part.ends
    if last == at + 1 and not ends:
        return last, items[at].sign
    if ends and items[at].sign == "een":
        return at + 1, "een"
    return (last, f"{total + current:.15g}" + "e" * ends) if last > at else (at + 1, items[at].sign)


def _fits(current: float, total: float, part: _Part) -> bool:
    """Whether a word goes on with the number: a scale, or what fits in the zeros so far."""
    if not part.spoken:
        return False
    if part.value in LARGE:
        return current > 0
    if part.value == HUNDRED and 0 < current % HUNDRED < 10:
        return True
    if not current:
        return total > part.value
    return current >= 100 and any(current % zeros == 0 and part.value < zeros for zeros in (1000, 100))


def _is_a_top(parts: Sequence[_Part | None], here: int, at: int) -> bool:
    """Whether this word is the upper part of a fraction: "drie" in "honderd drie vijfde"."""
    part, below = parts[here], parts[here + 1] if here + 1 < len(parts) else None
    if here == at or not part or not below or not below.ends:
        return False
    return part.value < below.value < FRACTION_BELOW and not _fits(part.value, 0, below)


def _grouped(hit: Hit) -> Made:
    return Made(None, sign=hit.text.replace(" ", ""))


GROUPS = (Rule(bounded(r"\d{1,3}(?: \d{3})+(?:\.\d+)?(?! \d)"), _grouped),)
"""Figures in groups of three with spaces."""
