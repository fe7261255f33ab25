"""A text as a row of signs, in which rules put what they understand, step by step.

At first each word is its own sign. A rule sees all signs as one string, and what it understands becomes one
sign: ``3 dagen`` becomes ``<duration>``, then ``over <duration>`` becomes ``<date>``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.linking.temporal.shapes import Expression, Kind, Value
from knowledge.linking.words import JOINERS, Word


@dataclass(frozen=True, slots=True)
class Item:
    """A sign with the words and characters it stands for; ``value`` once it is understood."""

    sign: str
    first: int
    last: int
    start: int
    end: int
    kind: Kind | None = None
    value: Value | None = None


class Line:
    """The signs of a text, in order."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.plain = " ".join(item.sign for item in items)
        self._starts: list[int] = []
        at = 0
        for item in items:
            self._starts.append(at)
            at += len(item.sign) + 1

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> Line:
        """The words of a text; also the hyphens inside them ("jan-feb"), which are no words."""
        items: list[Item] = []
        end = 0
        for at, word in enumerate(words):
            gap = text[end : word.start]
            if len(gap) == 1 and gap in JOINERS:
                items.append(Item("/" if gap == "/" else "-", at, at, end, word.start))
            items.append(Item(word.plain, at, at + 1, word.start, word.end))
            end = word.end
        return cls(items)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The items (first, after the last) of a stretch of ``plain``."""
        return bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)

    def item_at(self, at: int) -> Item:
        """The item at a place in ``plain``."""
        return self.items[bisect_right(self._starts, at) - 1]

    def expressions(self) -> Iterator[Expression]:
        """All that is understood, in order."""
        for item in self.items:
            if item.kind is not None and item.value is not None:
                yield Expression(item.kind, item.value, item.start, item.end, item.first, item.last)
