"""The corners of every line, from its first station to its last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.drawing.channels import Places
from knowledge.drawing.heights import Spot
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.strands import Strands, Turn

Point = tuple[float, float]


def route(strands: Strands, heights: Mapping[Spot, float], places: Places, line: int) -> list[Point]:
    """The corners of one line; consecutive ones lie level, upright or at 45 degrees to each other."""
    points: list[Point] = []
    for n, strand in enumerate(strands.of[line]):
        if n:
            points += _turned(strands, heights, places, strands.of[line][n - 1], strand)
        points += _run(strands, heights, places, strand)
    return list(_tidy(points))


def _run(strands: Strands, heights: Mapping[Spot, float], places: Places, number: int) -> list[Point]:
    """A strand in its own direction: bare ones go back."""
    strand = strands.all[number]
    points: list[Point] = []
    for column in range(strand.first, strand.last + 1):
        points.append((places.columns[column], heights[number, column]))
        if column < strand.last and heights[number, column] != heights[number, column + 1]:
            x = places.lanes[column, ("strand", number)]
            points += _step(x, heights[number, column], heights[number, column + 1])
    return points if strand.stops else points[::-1]


def _step(x: float, here: float, there: float) -> list[Point]:
    """Aslant, upright, aslant; only aslant where the change is small."""
    cut = min(SIZES.cut, abs(there - here) / 2)
    way = cut if there > here else -cut
    return [(x - cut, here), (x, here + way), (x, there - way), (x + cut, there)]


def _turned(strands: Strands, heights: Mapping[Spot, float], places: Places, one: int, other: int) -> Iterator[Point]:
    number = next(n for n, turn in enumerate(strands.turns) if (turn.one, turn.other) == (one, other))
    turn: Turn = strands.turns[number]
    x = places.lanes[turn.column if turn.right else turn.column - 1, ("turn", number)]
    here, there = heights[one, turn.column], heights[other, turn.column]
    cut = min(SIZES.cut, abs(there - here) / 2)
    way, out = (cut if there > here else -cut), (-cut if turn.right else cut)
    yield from ((x + out, here), (x, here + way), (x, there - way), (x + out, there))


def _tidy(points: list[Point]) -> Iterator[Point]:
    """Without points that stand double or lie on the way between their neighbours."""
    kept: list[Point] = []
    for point in ((round(x, 2), round(y, 2)) for x, y in points):
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    yield from kept


def _straight(a: Point, b: Point, c: Point) -> bool:
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    return abs(ux * vy - uy * vx) < 0.01 and ux * vx + uy * vy > 0
