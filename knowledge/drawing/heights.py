"""The height of every strand in every column: as straight as the order and the names under marks allow.

A linear programme: strands that follow each other downwards keep their distance, and the sum of all changes of
height along the lines is the least there is. Two strands that change places must not do so on the very same two
heights, or they would lie on each other between the columns; such pairs get one more row, and it is solved again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from knowledge.drawing.orders import Orders
from knowledge.drawing.plates import Plate
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.strands import Strands

Spot = tuple[int, int]
"""A strand and a column."""

Row = tuple[Spot, Spot, float]
"""The second spot lies at least so far below the first."""

Move = tuple[Spot, Spot, float]
"""Two spots that a line joins, and what each pixel between their heights costs."""

ROUNDS = 6
BARE, PULL = 0.3, 0.01
"""What a change of height costs where no station is reached, and what height costs at all; 1 is the rest."""


def heights_of(strands: Strands, orders: Orders, plates: Mapping[str, Plate]) -> dict[Spot, float]:
    """The y of each strand in each of its columns; the highest mark is at 0 or a little lower."""
    rows = list(_distances(strands, orders, plates))
    equal = list(_side_by_side(strands, orders))
    moves = list(_moves(strands))
    found = _apart(orders, rows, equal, moves)
    best, fewest = found, _bends(moves, found)
    for _ in range(ROUNDS):
        dear = [(one, other, price * _dearer(abs(found[one] - found[other]))) for one, other, price in moves]
        found = _apart(orders, rows, equal, dear)
        if _bends(moves, found) >= fewest:
            break
        best, fewest = found, _bends(moves, found)
    return best


def _dearer(change: float) -> float:
    """Small changes of height cost more for each pixel, so that the next solution has fewer of them."""
    return 60 / (change + 6)


def _bends(moves: list[Move], heights: Mapping[Spot, float]) -> int:
    return sum(abs(heights[one] - heights[other]) > 0.1 for one, other, _ in moves)


def _apart(orders: Orders, rows: list[Row], equal: list[tuple[Spot, Spot]], moves: list[Move]) -> dict[Spot, float]:
    """The heights, solved again until no two strands lie on each other; adds what that takes to ``rows``."""
    while True:
        found = _solve(rows, equal, moves)
        swapped = [row for row in _swaps(orders, found) if row not in rows]
        if not swapped:
            return found
        rows += swapped


def _distances(strands: Strands, orders: Orders, plates: Mapping[str, Plate]) -> Iterator[Row]:
    for column, order in enumerate(orders):
        up, down = _reach(strands, order, column, plates)
        together = {(one, other) for (one, _), (other, _) in _pairs(strands, order, column)}
        for one, other in pairwise(order):
            if (one, other) in together:
                continue
            free = one not in down and other not in up
            apart = SIZES.lane if free else down.get(one, SIZES.line / 2) + up.get(other, SIZES.line / 2) + SIZES.air
            yield (one, column), (other, column), apart


def _reach(
    strands: Strands, order: list[int], column: int, plates: Mapping[str, Plate]
) -> tuple[dict[int, float], dict[int, float]]:
    """How far marks and their plates reach above their highest and below their lowest strand."""
    up, down = {}, {}
    for module, own in strands.marks_at(column):
        inside = [strand for strand in order if strand in own]
        plate = plates[module]
        up[inside[0]] = max(plate.rise, plate.beside_height / 2 - SIZES.lane * (len(inside) - 1) / 2)
        down[inside[-1]] = plate.drop(len(inside)) + plate.height
    return up, down


def _pairs(strands: Strands, order: list[int], column: int) -> Iterator[tuple[Spot, Spot]]:
    """The strands that stand side by side in one mark."""
    for _, own in strands.marks_at(column):
        inside = [strand for strand in order if strand in own]
        yield from (((one, column), (other, column)) for one, other in pairwise(inside))


def _side_by_side(strands: Strands, orders: Orders) -> Iterator[tuple[Spot, Spot]]:
    for column, order in enumerate(orders):
        yield from _pairs(strands, order, column)


def _swaps(orders: Orders, heights: Mapping[Spot, float]) -> Iterator[Row]:
    """Pairs that change places with both ends of one on the heights of the other."""
    for column, (here, there) in enumerate(pairwise(orders)):
        place = {strand: n for n, strand in enumerate(there)}
        going = [strand for strand in here if strand in place]
        for n, one in enumerate(going):
            for other in going[n + 1 :]:
                down = abs(heights[one, column + 1] - heights[other, column])
                up = abs(heights[other, column + 1] - heights[one, column])
                if place[one] > place[other] and max(down, up) < SIZES.lane - 0.1:
                    yield (other, column), (one, column + 1), SIZES.lane


def _solve(rows: list[Row], equal: list[tuple[Spot, Spot]], asked: list[Move]) -> dict[Spot, float]:
    spots = list(dict.fromkeys(spot for one, other, _ in [*asked, *rows] for spot in (one, other)))
    at = {spot: n for n, spot in enumerate(spots)}
    moves = [(at[one], at[other], price) for one, other, price in asked]
    variables = len(spots) + len(moves) + 1  # a height for each spot, a length for each move, the lowest of all
    bounds = [(at[one], at[other], least) for one, other, least in rows]
    bounds += [(n, variables - 1, 0.0) for n in range(len(spots))]
    upper, limit = _differences(bounds, variables, moves, len(spots))
    fixed, lane = _differences([(at[one], at[other], SIZES.lane) for one, other in equal], variables)
    cost = np.zeros(variables)
    cost[len(spots) : -1] = [price for *_, price in moves]
    cost[-1] = PULL
    found = linprog(
        cost, A_ub=upper, b_ub=limit, A_eq=fixed if equal else None, b_eq=lane if equal else None, bounds=(0, None),
        method="highs",
    )  # fmt: skip
    if found.status != 0:
        raise AssertionError(f"rows that only push downwards have a solution, but: {found.message}")
    return {spot: round(float(value), 2) for spot, value in zip(spots, found.x, strict=False)}


def _moves(strands: Strands) -> Iterator[Move]:
    for n, one in enumerate(strands.all):
        yield (n, one.first), (n, one.first), 0.0  # one of a single column has a height too
        for column in range(one.first, one.last):
            yield (n, column), (n, column + 1), 1.0 if one.stops else BARE
    for turn in strands.turns:
        yield (turn.one, turn.column), (turn.other, turn.column), BARE


def _differences(
    rows: list[tuple[int, int, float]], variables: int, moves: Sequence[tuple[int, int, float]] = (), first: int = 0
) -> tuple[coo_array, np.ndarray]:
    """Rows ``x[one] - x[other] <= -least``, and for each move its length on both sides of nought."""
    entries: list[tuple[int, int, float]] = []
    limit: list[float] = []
    for one, other, least in rows:
        entries += [(len(limit), one, 1.0), (len(limit), other, -1.0)]
        limit.append(-least)
    for n, (one, other, _) in enumerate(moves):
        for sign in (1.0, -1.0):
            entries += [(len(limit), one, sign), (len(limit), other, -sign), (len(limit), first + n, -1.0)]
            limit.append(0.0)
    if not entries:
        return coo_array((0, variables)), np.zeros(0)
    line, place, value = zip(*entries, strict=True)
    return coo_array((value, (line, place)), shape=(len(limit), variables)), np.array(limit)
