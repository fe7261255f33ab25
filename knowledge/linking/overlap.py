"""Which of several overlapping finds counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge.linking.mention import Found

TOGETHER = frozenset({"place", "academy"})
"""A town inside the name of an academy ("Academie Zwolle") is said as well."""


def longest(found: Iterable[Found]) -> list[Found]:
    """The longest finds; of equally long ones on the same words each kind stays."""
    kept: list[Found] = []
    at_word: dict[int, list[Found]] = defaultdict(list)
    for one in sorted(found, key=lambda f: (-f.size, f.first)):
        words = range(one.first, one.last)
        if not any(_gives_way(one, other) for at in words for other in at_word[at]):
            kept.append(one)
            for at in words:
                at_word[at].append(one)
    return kept


def _gives_way(one: Found, other: Found) -> bool:
    if {one.kind, other.kind} == TOGETHER:
        return False
    return (one.first, one.last) != (other.first, other.last)


def free_of(found: Iterable[Found], others: Iterable[Found]) -> list[Found]:
    """Those finds that touch none of the others."""
    taken = {at for other in others for at in range(other.first, other.last)}
    return [one for one in found if not any(at in taken for at in range(one.first, one.last))]


def covered(found: Iterable[Found]) -> set[int]:
    """The words that belong to any of these finds."""
    return {at for one in found for at in range(one.first, one.last)}
