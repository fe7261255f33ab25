"""Puts right the misspelled words of time and wishes ("dinsdach", "onlien"), before anything is looked up.

Only words that are in no list and in no name are touched, and only when one letter is wrong.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.clock import DAYS, MONTHS
from knowledge.linking.dutch import Dutch, dutch
from knowledge.linking.phrases import phrases
from knowledge.linking.words import Word

SHORTEST = 6
TIME_WORDS = (
    "kwartaal",
    "volgende",
    "weekend",
    "maanden",
    "anderhalf",
    "aanstaande",
    "komende",
    "dagdeel",
    "uurtje",
)


class Spelling:
    """The closed list of words that a misspelled one may have been meant as."""

    def __init__(self, language: Dutch) -> None:
        self._dutch = language
        said = {norm for phrase in phrases() for norm in phrase.norms if len(norm) >= SHORTEST}
        self._words = sorted(said | set(DAYS) | {month for month in MONTHS if len(month) >= SHORTEST} | set(TIME_WORDS))
        self._known = frozenset(self._words)

    def right(self, words: list[Word], names: Container[str]) -> list[Word]:
        """The same words with the misspelled ones put right; ``names`` are words that occur in names."""
        return [self._right(word, names) for word in words]

    def _right(self, word: Word, names: Container[str]) -> Word:
        norm = word.norm
        if len(norm) < SHORTEST or not norm.isalpha() or norm in self._known or norm in names:
            return word
        if self._dutch.knows(norm):
            return word
        by_ear = norm.replace("ch", "g").replace("y", "ij")
        for heard in dict.fromkeys((norm, by_ear)):
            meant = process.extractOne(heard, self._words, scorer=OSA.distance, score_cutoff=1)
            if meant and meant[0][0] == norm[0]:
                return replace(word, norm=meant[0], plain=meant[0])
        return word


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """The one list of this process."""
    return Spelling(dutch())
