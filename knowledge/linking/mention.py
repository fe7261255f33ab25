"""What somebody named, and where in their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Value = str | int | float | dict[str, str]


@dataclass(frozen=True)
class Mention:
    """One thing that a text names.

    Attributes:
        kind: what sort of thing, e.g. ``role``, ``daypart`` or ``hours_per_week``.
        value: an id, a word of the vocabulary or a number; always fit for JSON.
        text: the words as they were written.
        start, end: where they stand, in characters, so that ``text == whole[start:end]``.
        negated: somebody ruled it out ("geen online").
    """

    kind: str
    value: Value
    text: str
    start: int
    end: int
    negated: bool = False

    def as_json(self) -> dict[str, Any]:
        """``{"kind", "value", "text"}``, with ``"negated": True`` only when it is so."""
        said: dict[str, Any] = {"kind": self.kind, "value": self.value, "text": self.text}
        return {**said, "negated": True} if self.negated else said


@dataclass(frozen=True)
class Found:
    """A mention in the making: words ``first`` up to but not including ``last`` of a sentence."""

    kind: str
    value: Value
    first: int
    last: int
    negated: bool = False

    @property
    def size(self) -> int:
        return self.last - self.first
