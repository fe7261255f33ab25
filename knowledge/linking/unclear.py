"""Finds names in what no exact match took: compounds, typing errors, words written apart or together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.lang.nl.stop_words import STOP_WORDS

from knowledge.linking.compounds import SHORTEST_NAME, Compounds
from knowledge.linking.dutch import Dutch
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence
from knowledge.linking.terms import Term
from knowledge.linking.typos import SHORTEST, Typos
from knowledge.linking.words import Word

TRIES = 60
"""Words looked at in one text; a longer text is no question to somebody who advises."""
SHORTEST_OF_TWO = 3
NO_CHANCE = 14
"""Letters from which two ordinary words are not like a name by chance ("voorspelend onderhout")."""

LONG = 8
"""Letters from which an existing word may still be a slip of the pen in a name of two words."""


class Unclear:
    """What to try on words that are not names as they stand."""

    def __init__(self, terms: Sequence[Term], dutch: Dutch) -> None:
        self._dutch = dutch
        self._typos = Typos(terms)
        self._compounds = Compounds(_singles(terms, dutch), dutch)

    def joined(self, sentence: Sentence) -> list[Found]:
        """Names that were written apart ("team leider", "robot-lassen"), of any two words side by side."""
        words = sentence.words
        return [
            found
            for at in range(len(words) - 1)
            if all(word.norm.isalnum() and word.norm not in STOP_WORDS for word in words[at : at + 2])
            for found in _found(self._typos.same(words[at].norm + words[at + 1].norm), at, at + 2)
        ]

    def find(self, sentence: Sentence, taken: set[int]) -> list[Found]:
        """The names in words that are not taken; pairs of words before single ones."""
        found: list[Found] = []
        left = [at for at, word in enumerate(sentence.words) if at not in taken and _is_word(word)][:TRIES]
        free = set(left)
        for at in left:
            if {at, at + 1} <= free:
                pair = self._pair(sentence.words[at], sentence.words[at + 1])
                found += _found(pair, at, at + 2)
                free -= {at, at + 1} if pair else set()
        for at in sorted(free):
            found += _found(self._single(sentence.words[at].norm), at, at + 1)
        return sorted(found, key=lambda one: one.first)

    def _pair(self, one: Word, other: Word) -> dict[str, str]:
        if min(len(one.norm), len(other.norm)) < SHORTEST_OF_TWO or one.end + 2 < other.start:
            return {}
        sure = {word.norm for word in (one, other) if self._dutch.knows(word.norm)}
        if len(sure) == 2 and len(one.norm + other.norm) < NO_CHANCE:
            return {}
        return self._typos.near_pair(one.norm, other.norm, {norm for norm in sure if len(norm) < LONG})

    def _single(self, norm: str) -> dict[str, str]:
        same = self._typos.same(norm)
        if same:
            return same
        if len(norm) < SHORTEST or not norm.replace("'", "").isalpha():
            return {}
        return self._compounds.find(norm) or ({} if self._dutch.knows(norm) else self._near(norm))

    def _near(self, norm: str) -> dict[str, str]:
        """By letters, and as it may be said: a "verspannert" is a verspaner."""
        return self._typos.near(norm) or (self._typos.near(norm[:-1]) if norm.endswith("ert") else {})


def _is_word(word: Word) -> bool:
    return word.norm not in STOP_WORDS and word.norm[0] != "[" and any(c.isalpha() for c in word.norm)


def _found(values: dict[str, str], first: int, last: int) -> Iterator[Found]:
    for kind, value in values.items():
        yield Found(kind, value, first, last)


def _singles(terms: Iterable[Term], dutch: Dutch) -> dict[str, dict[str, str]]:
    """The names of one word of some length, by themselves and by their lemma."""
    found: dict[str, dict[str, str]] = {}
    for term in terms:
        if len(term.norms) == 1 and len(term.norms[0]) >= SHORTEST_NAME:
            word = term.norms[0]
            singular = word[:-1] if word.endswith("s") and not dutch.knows(word) else word
            for form in {word, dutch.lemma(word), singular}:
                found.setdefault(form, {}).setdefault(term.kind, term.value)
    return found
