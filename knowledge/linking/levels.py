"""Finds a level in years of experience: "al twintig jaar", "5 jaar ervaring"."""

from __future__ import annotations

from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded
from knowledge.vocabulary import Level

PROFESSIONAL_AFTER, EXPERT_AFTER = 2, 10
"""Years in the trade after which somebody is taken to be one; a question can always correct it."""

YEARS = bounded(
    r"al (?:ruim |meer dan |zeker |bijna |ongeveer |zo'n |een )?(?P<since>\d+)(?:\.\d+)? jaar(?: lang)?(?: ervaring)?"
    r"|(?:ruim |meer dan |ongeveer |zo'n )?(?P<years>\d+)(?:\.\d+)? jaar (?:lang )?"
    r"(?:werkervaring|ervaring|in het vak|in de metaal)"
    r"|(?P<months>\d+) (?:maanden|maand) (?:ervaring|bezig)"
)


def find_years(sentence: Sentence) -> list[Found]:
    """The level that a number of years stands for."""
    return [
        Found("level", _level(int(match["since"] or match["years"] or 0)).value, first, last)
        for match, first, last in sentence.scan(YEARS)
    ]


def _level(years: int) -> Level:
    if years >= EXPERT_AFTER:
        return Level.EXPERT
    return Level.PROFESSIONAL if years >= PROFESSIONAL_AFTER else Level.BEGINNER
