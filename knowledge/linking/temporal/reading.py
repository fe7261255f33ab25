"""Reads a Dutch text for numbers and times: one pass a step, from words to what they mean together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from knowledge.clock import to_local
from knowledge.linking.temporal import (
    between,
    bounds,
    clock,
    counted,
    dates,
    durations,
    figures,
    holidays,
    months,
    ordinals,
    parts,
    relative,
    repetitions,
    rows,
    seasons,
    spans,
    units,
    weekdays,
    weeks,
    years,
)
from knowledge.linking.temporal.line import Line
from knowledge.linking.temporal.rules import Rule, rewritten
from knowledge.linking.temporal.shapes import Expression
from knowledge.linking.words import Word, words_of

Steps = Sequence[Sequence[Rule]]

NUMBERS: Steps = (rows.GROUPS,)
"""What numbers are made of."""

DURATIONS: Steps = (figures.HALVES, durations.COUNTED, durations.SUMS, durations.SUMS)
"""Amounts of units of time; up to three of them together."""

TIMES: Steps = (
    ordinals.TYPED,
    (*dates.NAMED, *between.DAYS_OF_A_MONTH, *holidays.HOLIDAYS, *seasons.SEASONS_AND_HOLIDAYS),
    figures.HALVES,
    (*clock.CLOCK, *relative.WORDS),
    (*clock.PARTED, *spans.BETWEEN),
    *DURATIONS[1:],
    (*repetitions.REPEATED, *weekdays.WEEKDAYS, *dates.OF_THE_MONTH, *units.POINTED, *weeks.WEEKS, *months.QUARTERS,
     *months.MONTHS, *years.YEARS),
    (*relative.AWAY_FROM, *repetitions.DATES),
    (*weekdays.BARE, *weeks.INSIDE, *counted.COUNTED),
    parts.PARTS,
    between.BETWEEN,
    (*units.CURRENT, *spans.OPEN, *spans.PART_OF_THE_DAY),
    bounds.OPEN,
)  # fmt: skip
"""From days of the calendar up to periods between them."""

AMOUNTS: Steps = (figures.SIGNED, figures.GLUED, figures.HALVES, figures.PARTED)
PLACES: Steps = (ordinals.TYPED, ordinals.ORDINALS)
LEFT: Steps = (figures.PLAIN,)


def read(text: str, now: datetime) -> list[Expression]:
    """The temporal expressions, numbers and ordinals of a text, in order, none inside another.

    Days are seen from ``now`` in the Netherlands. Never fails, whatever the text.
    """
    return list(line_of(text, words_of(text), to_local(now).date()).expressions())


def read_words(text: str, words: Sequence[Word], today: date) -> list[Expression]:
    """The same of words that were made ready before (misspelled ones put right)."""
    return list(line_of(text, words, today).expressions())


def read_durations(text: str, now: datetime) -> list[Expression]:
    """Only its lengths of time, as if nothing in it were a time of the clock: "voor 3 uur" is three hours."""
    words = words_of(text)
    return list(durations_of(text, words, to_local(now).date()).expressions())


def durations_of(text: str, words: Sequence[Word], today: date) -> Line:
    """The same as signs, for who reads on from there."""
    line = rows.with_rows(Line.of(text, words), words)
    return _through(line, (*NUMBERS, *DURATIONS), today)


def read_numbers(text: str, now: datetime) -> list[Expression]:
    """Only its numbers and ordinals, as if nothing in it were a time."""
    words = words_of(text)
    line = rows.with_rows(Line.of(text, words), words)
    return list(_through(line, (*NUMBERS, *AMOUNTS, *PLACES, *LEFT), to_local(now).date()).expressions())


def line_of(text: str, words: Sequence[Word], today: date) -> Line:
    """The same as signs, for who reads on from there."""
    line = rows.with_rows(Line.of(text, words), words)
    return _through(line, (*NUMBERS, *TIMES, *AMOUNTS, *PLACES, *LEFT), today)


def _through(line: Line, steps: Steps, today: date) -> Line:
    for rules in steps:
        line = rewritten(line, rules, today)
    return line
