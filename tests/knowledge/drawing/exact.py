"""The fewest crossings that strands can have, proved: a mixed-integer programme over who stands above whom.

Every pair of strands in a column has a variable; three must agree, and the strands of a station stand together. Too
slow to draw with when there are many lines, so it is what the layout is measured by.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from knowledge.drawing.strands import Strands

Term = tuple[int, float, float]
"""A variable, its factor and a constant: whether one strand stands above another."""


class _Programme:
    def __init__(self, strands: Strands) -> None:
        self.strands = strands
        self.above: dict[tuple[int, int, int], int] = {}
        self.cost: list[float] = []
        self.entries: list[tuple[int, int, float]] = []
        self.least: list[float] = []
        self.most: list[float] = []

    def variable(self, cost: float) -> int:
        self.cost.append(cost)
        return len(self.cost) - 1

    def row(self, terms: list[tuple[int, float]], least: float, most: float = np.inf) -> None:
        self.entries += [(len(self.least), variable, factor) for variable, factor in terms]
        self.least.append(least)
        self.most.append(most)

    def stands(self, column: int, one: int, other: int) -> Term:
        if one < other:
            return self.above[column, one, other], 1, 0
        return self.above[column, other, one], -1, 1

    def differ(self, one: Term, other: Term) -> None:
        """A crossing when one is true and the other isn't."""
        crossing = self.variable(1)
        for sign in (1, -1):
            self.row([(crossing, 1), (one[0], sign * one[1]), (other[0], -sign * other[1])], sign * (other[2] - one[2]))


def fewest_crossings(strands: Strands) -> int:
    """The proved least number of crossings."""
    programme = _Programme(strands)
    for column in range(strands.columns):
        _order(programme, column)
    whole = len(programme.cost)
    for column in range(strands.columns - 1):
        going = [n for n in strands.at(column) if strands.all[n].alive(column + 1)]
        for one, other in combinations(going, 2):
            programme.differ(programme.stands(column, one, other), programme.stands(column + 1, one, other))
    for turn in strands.turns:
        after = turn.column + (1 if turn.right else -1)
        for n in strands.at(turn.column):
            if n not in (turn.one, turn.other) and strands.all[n].alive(after):
                programme.differ(*(programme.stands(turn.column, end, n) for end in (turn.one, turn.other)))
    return _solved(programme, whole)


def _order(programme: _Programme, column: int) -> None:
    alive = programme.strands.at(column)
    for one, other in combinations(alive, 2):
        programme.above[column, one, other] = programme.variable(0)
    for a, b, c in combinations(alive, 3):
        terms = [(a, b, 1.0), (b, c, 1.0), (a, c, -1.0)]
        programme.row([(programme.above[column, one, other], factor) for one, other, factor in terms], 0, 1)
    for _, own in programme.strands.marks_at(column):
        for n in set(alive) - set(own):
            for one, other in combinations(own, 2):
                (v, f, k), (w, g, m) = programme.stands(column, one, n), programme.stands(column, other, n)
                programme.row([(v, f), (w, -g)], m - k, m - k)


def _solved(programme: _Programme, whole: int) -> int:
    if not programme.least:
        return 0
    line, place, value = zip(*programme.entries, strict=True)
    rows = coo_array((value, (line, place)), shape=(len(programme.least), len(programme.cost))).tocsr()
    found = milp(
        programme.cost,
        constraints=LinearConstraint(rows, programme.least, programme.most),
        integrality=np.arange(len(programme.cost)) < whole,
        bounds=Bounds(0, 1),
    )
    assert found.status == 0, found.message
    return round(found.fun)
