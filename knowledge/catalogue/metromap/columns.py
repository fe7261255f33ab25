"""Puts the stations of several lines in columns, so that every line runs from left to right.

A module that two lines reach in opposite orders can't be one place on such a map; it is then drawn once for
each of those lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.graphs import reaches

Place = tuple[str, str]
"""A module and, when it is drawn apart for one line, that line; else an empty text."""


@dataclass
class Columns:
    """Where the stations stand.

    Attributes:
        column: the column of each place, counted from 0; along a line it only rises.
        places: the places of each line, in order.
    """

    places: dict[str, list[Place]] = field(default_factory=dict)
    column: dict[Place, int] = field(default_factory=dict)

    @property
    def lines_at(self) -> dict[Place, list[str]]:
        """The lines that stop at each place, in the order of the lines."""
        found: dict[Place, list[str]] = {}
        for line, places in self.places.items():
            for place in places:
                found.setdefault(place, []).append(line)
        return found


def in_columns(lines: Mapping[str, Sequence[str]]) -> Columns:
    """The columns for lines of module ids; each place as far to the left as its lines allow."""
    columns = Columns()
    after: dict[Place, set[Place]] = {}
    for line, modules in lines.items():
        columns.places[line] = []
        before: Place | None = None
        for module in modules:
            place = (module, "")
            if before is not None and reaches(after, place, before):
                place = (module, line)
            after.setdefault(place, set())
            if before is not None:
                after[before].add(place)
            columns.places[line].append(place)
            before = place
    columns.column = _levels(after)
    return columns


def _levels(after: Mapping[Place, set[Place]]) -> dict[Place, int]:
    """The longest way to each place, counted in steps."""
    level = dict.fromkeys(after, 0)
    waiting = dict.fromkeys(after, 0)
    for following in after.values():
        for place in following:
            waiting[place] += 1
    ready = [place for place, number in waiting.items() if number == 0]
    while ready:
        place = ready.pop()
        for following_place in after[place]:
            level[following_place] = max(level[following_place], level[place] + 1)
            waiting[following_place] -= 1
            if waiting[following_place] == 0:
                ready.append(following_place)
    return level
