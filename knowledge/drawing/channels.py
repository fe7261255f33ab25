"""Where lines change height between two columns: each at an x of its own, in the order that crosses least.

This is channel routing as chip designers know it: what runs between the same two heights takes lanes, names keep
lanes away, and the columns come as near to each other as all of that allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.drawing.heights import Spot
from knowledge.drawing.plates import SIGN_EDGE, Plate, width_of_signs
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.sorting import best_order
from knowledge.drawing.strands import Strands

PAD = SIZES.line / 2 + SIZES.air
OVERLAY = 10.0
"""What it costs when two lines would lie on each other; a crossing costs 1."""

Key = tuple[str, int]
"""A strand (``"strand"``) or a turn (``"turn"``) by number."""


@dataclass(frozen=True)
class Box:
    """Something that stands beside a mark: how far it reaches left and right of the column, and its heights."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Leg:
    """A change of height: the heights at which it leaves to the left and to the right."""

    key: Key
    left: tuple[float, ...]
    right: tuple[float, ...]

    @property
    def low(self) -> float:
        return min(self.left + self.right)

    @property
    def high(self) -> float:
        return max(self.left + self.right)

    @property
    def cut(self) -> float:
        return min(SIZES.cut, (self.high - self.low) / 2)


@dataclass(frozen=True)
class Places:
    """The x of each column, and for each column the x at which the legs to the right of it change height."""

    columns: Sequence[float]
    lanes: Mapping[tuple[int, Key], float]


def boxes_at(strands: Strands, heights: Mapping[Spot, float], plates: Mapping[str, Plate], column: int) -> list[Box]:
    """The names and signs of a column."""
    found = []
    for module, own in strands.marks_at(column):
        at = [heights[strand, column] for strand in own]
        plate = plates[module]
        top = max(at) + plate.drop(len(own))
        found.append(Box(plate.width / 2, plate.width / 2, top, top + plate.height))
        if plate.begin:
            half = plate.begin[1].width / 2 + SIGN_EDGE
            found.append(Box(half, half, min(at) - plate.rise, min(at) - SIZES.mark))
        if plate.beside:
            middle, half = (max(at) + min(at)) / 2, plate.beside_height / 2
            found.append(Box(0, SIZES.clear + width_of_signs(plate.beside), middle - half, middle + half))
    return found


def place(strands: Strands, heights: Mapping[Spot, float], plates: Mapping[str, Plate]) -> Places:
    """The narrowest columns and lanes; the first column is at x = 0."""
    boxes = [boxes_at(strands, heights, plates, column) for column in range(strands.columns)]
    columns, lanes = [0.0], {}
    for column in range(-1, strands.columns):
        legs = list(_legs(strands, heights, column))
        legs = [legs[n] for n in best_order(_prices(legs))] if legs else []
        left = boxes[column] if column >= 0 else []
        right = boxes[column + 1] if column + 1 < strands.columns else []
        first = _lanes(legs, left, mirrored=False)
        last = [-x for x in _lanes(legs[::-1], right, mirrored=True)][::-1]
        if column < 0:
            lanes.update({(column, leg.key): x for leg, x in zip(legs, last, strict=True)})
            continue
        width = _width(legs, left, right, first, last)
        if column + 1 < strands.columns:
            columns.append(columns[column] + width)
            first = [(x + width + y) / 2 for x, y in zip(first, last, strict=True)]
        lanes.update({(column, leg.key): columns[column] + x for leg, x in zip(legs, first, strict=True)})
    return Places(columns, lanes)


def _legs(strands: Strands, heights: Mapping[Spot, float], column: int) -> Iterator[Leg]:
    for n, strand in enumerate(strands.all):
        if strand.alive(column) and strand.alive(column + 1):
            here, there = heights[n, column], heights[n, column + 1]
            if here != there:
                yield Leg(("strand", n), (here,), (there,))
    for n, turn in enumerate(strands.turns):
        ends = (turn.one, turn.other)
        if turn.right and turn.column == column:
            yield Leg(("turn", n), tuple(heights[end, column] for end in ends), ())
        if not turn.right and turn.column == column + 1:
            yield Leg(("turn", n), (), tuple(heights[end, column + 1] for end in ends))


def _prices(legs: Sequence[Leg]) -> np.ndarray:
    """What it costs when one leg lies left of another: each level part of one that meets the upright of the other."""
    price = np.zeros((len(legs), len(legs)))
    for i, one in enumerate(legs):
        for j, other in enumerate(legs):
            if i != j:
                price[i, j] = sum(one.low < y < one.high for y in other.left)
                price[i, j] += sum(other.low < y < other.high for y in one.right)
                near = (abs(y - z) < SIZES.lane - 0.5 for y in other.left for z in one.right)
                price[i, j] += OVERLAY * sum(near)
    return price


def _lanes(legs: Sequence[Leg], boxes: Sequence[Box], *, mirrored: bool) -> list[float]:
    """The nearest place of each leg to a column on its left (or, mirrored, on its right)."""
    found: list[float] = []
    for n, leg in enumerate(legs):
        ends = leg.right if mirrored else leg.left
        least = SIZES.clear + (leg.cut if ends else 0)
        for box in boxes:
            if leg.low - PAD < box.bottom and box.top < leg.high + PAD:
                reach = max((leg.cut - _apart(end, box) for end in ends), default=0)
                least = max(least, (box.left if mirrored else box.right) + PAD + max(0, reach))
        for other, x in zip(legs[:n], found, strict=True):
            if leg.low - SIZES.lane + 0.5 < other.high and other.low < leg.high + SIZES.lane - 0.5:
                least = max(least, x + SIZES.lane)
        found.append(least)
    return found


def _apart(y: float, box: Box) -> float:
    return max(0.0, box.top - PAD - y, y - box.bottom - PAD)


def _width(
    legs: Sequence[Leg], left: Sequence[Box], right: Sequence[Box], first: Sequence[float], last: Sequence[float]
) -> float:
    """The least distance of two columns; ``first`` and ``last`` are where the lanes are nearest to either."""
    least = 2 * SIZES.clear + SIZES.lane
    least = max([least, *(x - y for x, y in zip(first, last, strict=True))])
    least = max([least, *(box.right + SIZES.mark + SIZES.air for box in left)])
    least = max([least, *(box.left + SIZES.mark + SIZES.air for box in right)])
    for one in left:
        for other in right:
            if one.top - SIZES.air < other.bottom and other.top < one.bottom + SIZES.air:
                least = max(least, one.right + other.left + 2 * SIZES.air)
    return least
