"""Finds a place for names around marks that stay where they are: free of lines, marks and each other, if any is.

Each name has places all around its mark, in a few shapes; the nicest free one is taken, those with the least
choice first, and each is thought over again when all have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.drawing.faults import Leg, overlap, touches
from knowledge.drawing.shape import Point, Words
from knowledge.drawing.sizes import SIZES

AROUND = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""The directions in which a name can stand, best first."""

RINGS = (0.0, 12.0, 26.0, 44.0, 70.0)
"""How much farther from the mark than need be."""

ROUNDS = 3


@dataclass(frozen=True)
class Asked:
    """A name to be placed at a bar from ``start`` to ``end``: its shapes (boxes at 0, 0), best first."""

    start: Point
    end: Point
    shapes: Sequence[Words]


@dataclass(frozen=True)
class _Place:
    words: Words
    price: float


def place_names(asked: Sequence[Asked], legs: Sequence[Leg], bars: Sequence[Leg]) -> list[Words]:
    """A place for each name; ``bars`` are the marks that all of them keep clear of."""
    ways = [sorted(_ways(one, legs, bars), key=lambda way: way.price) for one in asked]
    free = [sum(way.price < 100 for way in own) for own in ways]
    taken: dict[int, Words] = {}
    for _ in range(ROUNDS):
        for n in sorted(range(len(asked)), key=lambda n: free[n]):
            others = [words for m, words in taken.items() if m != n]
            taken[n] = min(
                ways[n], key=lambda way: way.price + 200 * sum(overlap(way.words, one) for one in others)
            ).words
    return [taken[n] for n in range(len(asked))]


def _ways(asked: Asked, legs: Sequence[Leg], bars: Sequence[Leg]) -> Iterator[_Place]:
    for s, shape in enumerate(asked.shapes):
        for d, (dx, dy) in enumerate(AROUND):
            for ring, more in enumerate(RINGS):
                words = _put(asked, shape, dx, dy, more)
                bad = sum(touches(leg, words, SIZES.line / 2 + 2) for leg in legs)
                bad += sum(touches(bar, words, SIZES.mark + 2) for bar in bars)
                yield _Place(words, 3 * s + d + 4 * ring + 100 * bad)


def _put(asked: Asked, shape: Words, dx: int, dy: int, more: float) -> Words:
    """The shape beside the bar, in one direction."""
    (x1, y1), (x2, y2) = asked.start, asked.end
    wide, high = shape.right - shape.left, shape.bottom - shape.top
    gap = (SIZES.mark + SIZES.air) * (0.75 if dx and dy else 1) + more
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    left = max(x1, x2) + gap if dx > 0 else min(x1, x2) - gap - wide if dx < 0 else middle_x - wide / 2
    top = max(y1, y2) + gap if dy > 0 else min(y1, y2) - gap - high if dy < 0 else middle_y - high / 2
    return shape.model_copy(update={"left": left, "right": left + wide, "top": top, "bottom": top + high})
