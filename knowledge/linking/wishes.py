"""Finds when, where, how, at what level and in which language somebody wants to learn.

The phrases stand in ``data/wishes.yml``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from spacy.matcher import PhraseMatcher

from knowledge.linking.dutch import Dutch, dutch
from knowledge.linking.mention import Found
from knowledge.linking.phrases import Phrase, phrases
from knowledge.linking.sentence import Sentence
from knowledge.linking.words import listed

NOTHING = "nothing"
ANSWER_ENDS = frozenset(".,;:!?()") | {"en", "of", "maar", "dan"}
ANSWER_FILLS = listed("ja nee nou dan graag liefst gewoon liever het eigenlijk denk ik maar ook toch doe wel")


class Wishes:
    """The phrases of all kinds in one matcher; the same for every catalogue."""

    def __init__(self, language: Dutch) -> None:
        self._matcher: Any = PhraseMatcher(language.nlp.vocab, attr="LOWER")
        self._phrases: dict[int, Phrase] = {}
        for at, phrase in enumerate(phrases()):
            name = f"phrase:{at}"
            self._phrases[language.nlp.vocab.strings.add(name)] = phrase
            self._matcher.add(name, [language.plain_doc(phrase.norms)])

    def find(self, sentence: Sentence) -> list[Found]:
        """Every phrase, also those that overlap; one that says nothing has the kind ``nothing``."""
        found: list[Found] = []
        for key, first, last in self._matcher(sentence.doc):
            phrase = self._phrases[key]
            if phrase.answer and not _is_an_answer(sentence, first, last):
                continue
            found += [Found(phrase.kind, value, first, last, phrase.ruled_out) for value in phrase.values]
            if not phrase.values:
                found.append(Found(NOTHING, "", first, last))
        return found


def _is_an_answer(sentence: Sentence, first: int, last: int) -> bool:
    """Nothing else stands beside it between two signs but words that say nothing."""
    words = sentence.words
    while first and words[first - 1].norm in ANSWER_FILLS - ANSWER_ENDS:
        first -= 1
    while last < len(words) and words[last].norm in ANSWER_FILLS:
        last += 1
    begins = not first or words[first - 1].norm in ANSWER_ENDS
    return begins and (last == len(words) or words[last].norm in ANSWER_ENDS)


@lru_cache(maxsize=1)
def wishes() -> Wishes:
    """The one matcher of this process."""
    return Wishes(dutch())
