"""Finds a level in years of experience: "al twintig jaar", "5 jaar ervaring"."""

from __future__ import annotations

import re

from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded
from knowledge.vocabulary import Level

PROFESSIONAL_AFTER, EXPERT_AFTER = 2, 10
"""Years in the trade after which somebody is taken to be one; a question can always correct it."""

_WORKING = r"(?:ben|werk|zit|sta|doe|las|draai|frees|sleutel|rij|loop|heb)"
_STILL = r"(?:(?:ik|nu|hier|al|dit|inmiddels|ondertussen|er|dat|zo'n|ruim|bijna|ongeveer|mee|het) )*"
_TRADE = (
    r"(?:als|bij|bezig|mee bezig|ervaring|in (?:de|het) (?:metaal|techniek|industrie|bouw|fabriek|productie|vak)"
    r"|\w+(?:er|eur|or|ist|ier|us|lead|man|kracht|chef|kundige|ster|monteuse))"
)
YEARS = bounded(
    r"al (?:ruim |meer dan |zeker |bijna |ongeveer |zo'n |een )?(?P<since>\d+)(?:\.\d+)? jaar(?: lang)?(?: ervaring)?"
    r"|(?:ruim |meer dan |ongeveer |zo'n )?(?P<years>\d+)(?:\.\d+)? jaar (?:lang )?"
    r"(?:werkervaring|ervaring|in het vak|in de metaal|op de teller|achter de rug|op de werkvloer|aan de bank)"
    r"|(?P<long>(?:al )?(?:van|sinds) 19\d\d (?:in het vak|bezig|mee bezig|lasser|in de metaal|aan de bank)"
    r"|al sinds 19\d\d)"
    rf"|{_WORKING} {_STILL}(?P<trade>\d+)(?:\.\d+)? jaar(?: lang)?(?= {_TRADE}(?: |$))"
    r"|(?:een )?jaar(?:tje)? of (?P<about>\d+) (?:ervaring|bezig|in het vak|in de metaal|mee bezig|als)"
    r"|(?P<months>\d+) (?:maanden|maand|weken) (?:ervaring|bezig|in dienst|mee bezig|aan het werk)"
)


def find_years(sentence: Sentence) -> list[Found]:
    """The level that a number of years stands for."""
    return [Found("level", _level(_many(match)).value, first, last) for match, first, last in sentence.scan(YEARS)]


def _many(match: re.Match[str]) -> int:
    if match["long"]:
        return EXPERT_AFTER
    return int(match["since"] or match["years"] or match["trade"] or match["about"] or 0)


def _level(years: int) -> Level:
    if years >= EXPERT_AFTER:
        return Level.EXPERT
    return Level.PROFESSIONAL if years >= PROFESSIONAL_AFTER else Level.BEGINNER
