"""What a rule of the advice is: one thing that speaks for or against a line, and how much.

A rule gives a value between -1 and 1 for every line at once; its weight makes that points. The same
points rank the lines and pick the reasons, so a reason can never be other than what ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile

Values = Callable[[AdviceIndex, Profile], Floats | None]
Say = Callable[[AdviceIndex, Profile, int], str]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        name: its name; for a wish, that of the profile's field that holds the wish.
        weight: points for a value of 1.
        values: (L,) values from -1 to 1, or None when the profile says nothing about it.
        reason: the sentence when it speaks for a line, for the line's number.
        against: the sentence when it speaks against.
        fields: the fields of the profile that it looks at; forgetting them drops the wish.
        also_reads: further fields of the profile that its values depend on.
        wish: what it is called when it is dropped; None when it is about content and never dropped.
        fits: the least value at which a line meets the wish.
    """

    name: str
    weight: float
    values: Values
    reason: Say
    against: Say
    fields: tuple[str, ...]
    wish: str | None = None
    fits: float = 0.0
    also_reads: tuple[str, ...] = ()

    def reads(self, fields: Collection[str]) -> bool:
        """Whether its values can change with one of these fields."""
        return any(field in fields for field in (*self.fields, *self.also_reads))


def scale(share: Floats) -> Floats:
    """Shares from 0 to 1 as values from -1 to 1."""
    return share * 2 - 1


def percentage(share: float) -> str:
    """A share in words that need no arithmetic."""
    if share > 0.99:
        return "alle stations"
    if share > 0.6:
        return "de meeste stations"
    if share > 0.4:
        return "de helft van de stations"
    return "een paar stations" if share > 0.01 else "geen van de stations"


def lower_first(text: str) -> str:
    """A sentence as a clause: its first letter small, unless its first word is written in capitals (IT, CNC)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
