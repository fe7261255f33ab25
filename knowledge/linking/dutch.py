"""Dutch for the linker: lemmas, and which words exist. Read once for each process.

A trained Dutch model is in no package registry; lemmas come from the lookup table of
``spacy-lookups-data``. That table leaves out words that are their own lemma or ambiguous, so which words
exist is taken from its index and exceptions too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from threading import RLock
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.lang.nl import Dutch as Language
from spacy.lang.nl import DutchDefaults
from spacy.lang.nl.stop_words import STOP_WORDS
from spacy.lookups import load_lookups
from spacy.tokens import Doc

from knowledge.linking.adverbs import adverbs
from knowledge.linking.words import fold


class _Words(Language):  # type: ignore[no-untyped-call]  # spaCy leaves its hook untyped
    """spaCy's Dutch without the exceptions of its tokenizer, which take long to load: ``words`` splits texts."""

    class Defaults(DutchDefaults):
        tokenizer_exceptions: dict[str, Any] = {}  # noqa: RUF012  # declared so by spaCy


class Dutch:
    """Lemmas and the list of existing words; used by one thread at a time, within ``working`` or ``lasting``.

    The words are kept as a sorted array of their hashes (8 bytes a word): only "is this a word" is asked.
    """

    def __init__(self) -> None:
        self.nlp = cast(Any, _Words())
        self._lemmatize: Any = self.nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
        self._lemmatize.initialize()
        self._lemmas: Any = self._lemmatize.lookups.get_table("lemma_lookup")
        more = load_lookups("nl", ["lemma_index", "lemma_exc"])
        self._irregular = _one_lemma(more.get_table("lemma_exc")["verb"])
        self._words = _hashes(_all_words(self._lemmas, more))
        self._lock = RLock()

    @contextmanager
    def lasting(self) -> Iterator[None]:
        """Strings that are met in between stay, so names can be built; waits for a text that is being read."""
        with self._lock:
            yield

    @contextmanager
    def working(self) -> Iterator[None]:
        """Strings that are met in between are forgotten afterwards."""
        with self._lock, self.nlp.memory_zone():
            yield

    def doc(self, norms: Sequence[str]) -> Any:
        """A Doc of these words with their lemmas."""
        doc = self._lemmatize(self.plain_doc(norms))
        for token in doc:
            if token.lemma_ == token.text and token.text in self._irregular:
                token.lemma_ = self._irregular[token.text]
        return doc

    def plain_doc(self, norms: Sequence[str]) -> Any:
        """A Doc of these words without lemmas."""
        return Doc(self.nlp.vocab, words=list(norms))

    def lemma(self, norm: str) -> str:
        """The lemma of one word; the word itself when none is known."""
        return str(self._lemmas.get(norm) or self._irregular.get(norm, norm))

    def knows(self, norm: str) -> bool:
        """Whether this is an ordinary Dutch word, in any form (so: no typing error)."""
        value = hash(norm)
        at = int(np.searchsorted(self._words, value))
        return (at < len(self._words) and int(self._words[at]) == value) or norm in self._lemmas


@lru_cache(maxsize=1)
def dutch() -> Dutch:
    """The one Dutch of this process."""
    return Dutch()


def _one_lemma(exceptions: dict[str, list[str]]) -> dict[str, str]:
    return {form: lemmas[0] for form, lemmas in exceptions.items() if len(lemmas) == 1}


def _all_words(table: Any, more: Any) -> Iterator[str]:
    yield from table.values()  # its keys are stored as hashes, so they are asked for in `knows`
    for forms in more.get_table("lemma_index").values():
        yield from forms
    for exceptions in more.get_table("lemma_exc").values():
        yield from exceptions
    yield from STOP_WORDS
    yield from adverbs()


def _hashes(words: Iterator[str]) -> npt.NDArray[np.int64]:
    seen = {hash(word.lower() if word.isascii() else fold(word)) for word in words}
    return np.sort(np.fromiter(seen, dtype=np.int64, count=len(seen)))
