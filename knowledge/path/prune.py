"""Leaves out what can never be chosen because what it expects cannot come before it. Exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import inf

from knowledge.path.columns import Item, Need


def without_impossible(items: Mapping[str, Item]) -> dict[str, Item]:
    """The items that are left when, again and again, every column goes that starts before what it expects.

    What an item expects comes at the earliest with the earliest end of another item that brings it. Columns
    of the items are taken out in place.
    """
    left = dict(items)
    while True:
        before = _count(left)
        earliest = _earliest_ends(left)
        for item in left.values():
            ready = max((_ready(item, need, earliest[need]) for need in item.lacks.items()), default=-inf)
            item.columns = [column for column in item.columns if column.starts >= ready and ready < inf]
        left = {key: item for key, item in left.items() if item.columns}
        if _count(left) == before:
            return left


def _count(items: Mapping[str, Item]) -> int:
    return sum(len(item.columns) for item in items.values())


def _earliest_ends(items: Mapping[str, Item]) -> dict[Need, list[tuple[float, str]]]:
    """For each need the two items that bring it first, with when; two, as none can serve itself."""
    needs = {need for item in items.values() for need in item.lacks.items()}
    wanted = defaultdict(list)
    for skill, rank in sorted(needs):
        wanted[skill].append(rank)
    found: dict[Need, list[tuple[float, str]]] = {need: [] for need in needs}
    for item in items.values():
        end = min(column.ends for column in item.columns)
        for skill in item.teaches:
            for rank in wanted.get(skill, ()):
                if item.brings(skill, rank):
                    found[skill, rank].append((end, item.key))
    return {need: sorted(ends)[:2] for need, ends in found.items()}


def _ready(item: Item, need: Need, earliest: list[tuple[float, str]]) -> float:
    """When a need of this item can be there at the earliest; infinity when never."""
    return next((end for end, key in earliest if key != item.key), inf)
