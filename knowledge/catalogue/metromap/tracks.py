"""Where each line runs in a tidy drawing: its height in every column, and the lanes in between.

Between two columns a line that changes height does so in a lane of its own. Lines that go down (away from a
shared station) take the first lanes, the lowest first; lines that go up (to one) the last, the highest first.
So no two run over each other, and they cross as little as can be.
"""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.catalogue.metromap.columns import Columns, Place
from knowledge.catalogue.metromap.drawing import Spot

LANE = 30
"""Distance between lines side by side; a line is 20 px thick."""

CLEAR = 40
"""Distance from a station to the nearest lane."""

NARROWEST = 100
"""The least distance between two columns."""


class Tracks:
    """The heights and lanes of lines that were put in columns, with a home row (y in px) for each line.

    Attributes:
        x: of each column, in px.
        width: the x of the last column.
    """

    def __init__(self, columns: Columns, rows: Mapping[str, int], left: int) -> None:
        self._columns, self._rows = columns, rows
        self._lines_at = columns.lines_at
        self._at = {line: {columns.column[place]: place for place in places} for line, places in columns.places.items()}
        number = max(columns.column.values(), default=0) + 1
        self._movers = [self._moving(column) for column in range(number - 1)]
        self.x = [left]
        for movers in self._movers:
            self.x.append(self.x[-1] + max(NARROWEST, 2 * CLEAR + LANE * (len(movers) - 1)))
        self.width = self.x[-1]

    def places(self, line: str) -> list[Place]:
        return self._columns.places[line]

    def column(self, place: Place) -> int:
        return self._columns.column[place]

    def is_apart_elsewhere(self, place: Place) -> bool:
        """Whether the module of this place is drawn a second time for another line."""
        return any(module == place[0] and (module, line) != place for module, line in self._lines_at)

    def height(self, line: str, place: Place) -> int:
        """The y of a line at one of its places: under the first of the lines that stop there."""
        lines = self._lines_at[place]
        return self._rows[lines[0]] + LANE * lines.index(line)

    def room_below(self, place: Place) -> int:
        """How far (px) the next row lies below a station that is no row of its own lines; 0 for none."""
        lines = self._lines_at[place]
        lowest = self.height(lines[-1], place)
        below = [y for line, y in self._rows.items() if y > lowest and line not in lines]
        return min(below) - lowest if below else 0

    def points(self, line: str) -> list[Spot]:
        """The corners of a line, from its first station to its last; a lone station gets a stub."""
        first, last = min(self._at[line]), max(self._at[line])
        found: list[Spot] = [(self.x[first], self._y(line, first))]
        for column in range(first, last):
            if line in self._movers[column]:
                found.extend(self._step(line, column))
        if first == last:
            found.append((self.x[first] + LANE, self._y(line, first)))
        else:
            found.append((self.x[last], self._y(line, last)))
        return found

    def _step(self, line: str, column: int) -> list[Spot]:
        """The corners of a change of height: aslant, down or up, aslant."""
        here, there = self._y(line, column), self._y(line, column + 1)
        x = self.x[column] + CLEAR + LANE * self._movers[column].index(line)
        cut = 20 if abs(there - here) >= 40 else 10
        way = cut if there > here else -cut
        return [(x - cut, here), (x, here + way), (x, there - way), (x + cut, there)]

    def _y(self, line: str, column: int) -> int:
        place = self._at[line].get(column)
        return self.height(line, place) if place else self._rows[line]

    def _moving(self, column: int) -> list[str]:
        """The lines that change height after a column, in the order of their lanes."""
        moving = []
        for line, at in self._at.items():
            if not min(at) <= column < max(at):
                continue
            here, there = self._y(line, column), self._y(line, column + 1)
            if here != there:
                moving.append((-here if there > here else here, line))
        return [line for _, line in sorted(moving)]
