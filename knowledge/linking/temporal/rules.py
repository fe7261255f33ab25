"""Rules that put what they understand into a line, as one sign each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from knowledge.linking.temporal.line import Item, Line
from knowledge.linking.temporal.shapes import Kind, Value

SHAPE = TypeVar("SHAPE")
NEAR = 100
"""Characters around a match that tell what it means."""

BRANCHES = ("", "2", "3", "4", "5")
"""What the names of one group end with in the branches of a pattern."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a rule makes of its match. Without ``kind`` it only says that nothing else is meant by it."""

    kind: Kind | None
    value: Value | None = None
    sign: str = ""


NOTHING = Made(None, sign="<nothing>")


class Hit:
    """A match of a rule, with the values of the signs in it."""

    def __init__(self, match: re.Match[str], line: Line, today: date) -> None:
        self._match, self._line = match, line
        self._groups = match.groupdict()
        self.today = today
        self.text = match.group()

    def __getitem__(self, name: str) -> str:
        """The signs of a group, or of the same one in another branch (``name2``); "" when neither took part."""
        return next((said for branch in BRANCHES if (said := self._groups.get(f"{name}{branch}"))), "")

    def value(self, name: str, shape: type[SHAPE]) -> SHAPE:
        """What the sign of a group stands for. Raises TypeError when it is no such value."""
        group = next(f"{name}{branch}" for branch in BRANCHES if self._groups.get(f"{name}{branch}"))
        found = self._line.item_at(self._match.start(group)).value
        if not isinstance(found, shape):
            raise TypeError(f"{name} in {self.text!r} is no {shape.__name__}")
        return found

    @property
    def glued(self) -> bool:
        """Whether no space stands in the match."""
        first, last = self._line.span(*self._match.span())
        items = self._line.items[first:last]
        return all(one.end == other.start for one, other in pairwise(items))

    @property
    def before(self) -> str:
        """What stands close before the match."""
        start = self._match.start()
        return self._match.string[max(0, start - NEAR) : start].rstrip()

    @property
    def after(self) -> str:
        """What stands close after the match."""
        end = self._match.end()
        return self._match.string[end : end + NEAR].lstrip()


Reader = Callable[[Hit], Made | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where to look and what to make of it; of a match that says nothing the reader returns None.

    ``needs``: what must occur in the signs for the pattern to have a chance.
    """

    pattern: re.Pattern[str]
    reader: Reader
    needs: str = ""


def rewritten(line: Line, rules: Iterable[Rule], today: date) -> Line:
    """The line with what the rules understand as one sign each; of two that overlap the longest counts."""
    matches = [
        (*line.span(match.start(), match.end()), match, rule.reader)
        for rule in rules
        if rule.needs in line.plain
        for match in rule.pattern.finditer(line.plain)
    ]
    made: dict[int, Item] = {}
    taken: set[int] = set()
    for first, last, match, reader in sorted(matches, key=lambda one: (one[0] - one[1], one[0])):
        if taken.isdisjoint(range(first, last)) and (found := _read(reader, Hit(match, line, today))):
            made[first] = _item(line.items[first:last], found)
            taken.update(range(first, last))
    if not made:
        return line
    return Line([made.get(at, item) for at, item in enumerate(line.items) if at not in taken or at in made])


def _read(reader: Reader, hit: Hit) -> Made | None:
    """What a rule makes of its match; a day outside the calendar is no day."""
    try:
        return reader(hit)
    except (ValueError, OverflowError):
        return None


def _item(items: Sequence[Item], made: Made) -> Item:
    one, other = items[0], items[-1]
    sign = made.sign or f"<{made.kind}>"
    return Item(sign, one.first, other.last, one.start, other.end, made.kind, made.value)
