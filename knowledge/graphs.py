"""What is asked of a graph that grows: whether one place can be reached from another."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Place = TypeVar("Place", bound=Hashable)


def reaches(after: Mapping[Place, set[Place]], start: Place, goal: Place) -> bool:
    """Whether ``goal`` is ``start`` or comes after it; ``after`` gives the places right behind each place."""
    todo, seen = [start], {start}
    while todo:
        place = todo.pop()
        if place == goal:
            return True
        new = after.get(place, set()) - seen
        seen |= new
        todo.extend(new)
    return False
