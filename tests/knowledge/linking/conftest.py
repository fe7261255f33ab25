"""One linker of the small catalogue for all tests of linking, and sentences as the finders see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.linking import Linker
from knowledge.linking.dutch import dutch
from knowledge.linking.sentence import Sentence
from knowledge.linking.words import words_of
from tests.knowledge.linking.small import small

Reader = Callable[[str], Sentence]


@pytest.fixture(scope="session")
def linker() -> Linker:
    return Linker(small())


@pytest.fixture(scope="session")
def read() -> Reader:
    """Makes a sentence of a text, without putting right its spelling."""

    def reader(text: str) -> Sentence:
        words = words_of(text)
        return Sentence(text, words, dutch().doc([word.norm for word in words]))

    return reader
