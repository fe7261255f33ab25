"""Finds the names of the catalogue and of ESCO word for word and by lemma, with spaCy's PhraseMatcher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from spacy.matcher import PhraseMatcher

from knowledge.linking.dutch import Dutch
from knowledge.linking.forms import bases
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence
from knowledge.linking.terms import ESCO_LABEL, Term

EXACT_ONLY = ("place", "academy", "map")
"""Kinds whose names have no inflected forms."""


class Names:
    """All names of one version of the catalogue, ready to be found."""

    def __init__(self, terms: Iterable[Term], dutch: Dutch) -> None:
        self._dutch = dutch
        self._exact = PhraseMatcher(dutch.nlp.vocab, attr="LOWER")
        self._lemma = PhraseMatcher(dutch.nlp.vocab, attr="LEMMA")
        self._lemmas: set[str] = set()
        self._terms: dict[int, Term] = {}
        for term in terms:
            self._add(term)

    def _add(self, term: Term) -> None:
        key = f"{term.kind}:{term.value}:{term.rank}"
        self._terms.setdefault(self._dutch.nlp.vocab.strings.add(key), term)
        doc = self._dutch.doc(term.norms)
        self._exact.add(key, [doc])
        if term.kind in EXACT_ONLY:
            return
        self._lemma.add(key, [doc])
        self._lemmas.update(token.lemma_ for token in doc)
        if term.norms[-1].endswith("s") and not self._dutch.knows(term.norms[-1]):
            self._add_singular(key, term)

    def _add_singular(self, key: str, term: Term) -> None:
        doc = self._dutch.doc([*term.norms[:-1], term.norms[-1][:-1]])
        self._lemma.add(key, [doc])
        self._lemmas.update(token.lemma_ for token in doc)

    def lemmatize(self, doc: Any) -> None:
        """Gives words that no table knows ("cobotjes") the base form that one of the names has."""
        for token in doc:
            if token.lemma_ not in self._lemmas and not self._dutch.knows(token.text):
                for base in bases(token.text):
                    if base in self._lemmas:
                        token.lemma_ = base
                        break

    def find(self, sentence: Sentence) -> list[Found]:
        """Every name in the sentence, also those that overlap; a looser match gives way on the same words."""
        taken: dict[tuple[int, int], list[Found]] = defaultdict(list)
        for matcher in (self._exact, self._lemma):
            here: dict[tuple[int, int], list[Term]] = defaultdict(list)
            for key, first, last in matcher(sentence.doc):
                here[first, last].append(self._terms[key])
            for (first, last), hits in here.items():
                if (first, last) not in taken:
                    taken[first, last] = _one_a_kind(hits, first, last)
        return [found for group in taken.values() for found in group]


def _one_a_kind(hits: list[Term], first: int, last: int) -> list[Found]:
    """A trade that ESCO calls so is not a role that it only calls so as well."""
    chosen: dict[str, Term] = {}
    for term in sorted(hits, key=lambda term: term.rank):
        chosen.setdefault(term.kind, term)
    if len(chosen) > 1 and "occupation" in chosen:
        other = "role" if set(chosen) == {"role", "occupation"} and _is_label(chosen) else "occupation"
        chosen.pop(other)
    return [Found(kind, term.value, first, last) for kind, term in chosen.items()]


def _is_label(chosen: dict[str, Term]) -> bool:
    return chosen["occupation"].rank == ESCO_LABEL and chosen["role"].rank > ESCO_LABEL
