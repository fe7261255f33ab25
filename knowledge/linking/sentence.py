"""A text made ready for the finders: its words, its spaCy Doc and one plain string for patterns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from knowledge.linking.mention import Found, Mention
from knowledge.linking.words import Word

NEAR = 100
"""Characters around a word that tell what it means."""


@dataclass(frozen=True)
class Sentence:
    """``words`` and ``doc`` run side by side; ``plain`` is all plain words with one space between."""

    text: str
    words: list[Word]
    doc: Any

    @cached_property
    def plain(self) -> str:
        return " ".join(word.plain for word in self.words)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in ``plain``."""
        at, found = 0, []
        for word in self.words:
            found.append(at)
            at += len(word.plain) + 1
        return found

    def scan(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int, int]]:
        """Each match of a pattern in ``plain`` with its first word and the word after its last."""
        for match in pattern.finditer(self.plain):
            yield match, *self.span(match.start(), match.end())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The words (first, after the last) of a stretch of ``plain``."""
        return bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)

    def before(self, at: int) -> str:
        """What stands in ``plain`` close before word ``at``."""
        end = self.starts[at] if at < len(self.words) else len(self.plain)
        return self.plain[max(0, end - NEAR) : end].rstrip()

    def after(self, at: int) -> str:
        """What stands in ``plain`` from word ``at`` on, close by."""
        return self.plain[self.starts[at] : self.starts[at] + NEAR] if at < len(self.words) else ""

    def mention(self, found: Found) -> Mention:
        """The mention with the words as they were written."""
        start, end = self.words[found.first].start, self.words[found.last - 1].end
        return Mention(found.kind, found.value, self.text[start:end], start, end, found.negated)


def bounded(pattern: str) -> re.Pattern[str]:
    """A pattern that begins and ends at whole words of ``plain``."""
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")
