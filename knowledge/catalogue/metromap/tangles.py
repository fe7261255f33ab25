"""Finds why a drawn line has no single order: it forks, or passes the same point twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.catalogue.metromap.geometry import Point, approach, between, distance

SNAP = 15.0
"""Ends this near (px) are taken to be one; a line is drawn 20 px thick."""

_Leg = tuple[Point, Point]


@dataclass(frozen=True)
class Tangle:
    """Why the pieces of a line are not one path, as the rest of a sentence."""

    what: str


def near(point: Point) -> Point:
    """The pixel of a point: ends on the same pixel touch."""
    return round(point[0]), round(point[1])


def find_tangle(pieces: Sequence[Sequence[Point]]) -> Tangle | None:
    """The first place where the order along the pieces is ambiguous, if there is one."""
    legs = sorted((leg for piece in pieces for leg in pairwise(piece)), key=_left)
    for point, number in Counter(near(end) for leg in legs for end in leg).items():
        if number > 2:
            return _at(point)
    for first, second in _side_by_side(legs):
        meeting = _meeting(first, second)
        if meeting:
            return _at(meeting)
    return None


def _left(leg: _Leg) -> float:
    return min(leg[0][0], leg[1][0])


def _side_by_side(legs: Sequence[_Leg]) -> Iterator[tuple[_Leg, _Leg]]:
    """The pairs that can meet: of legs sorted by their left end, those that overlap from left to right."""
    for number, first in enumerate(legs):
        right = max(first[0][0], first[1][0])
        for second in legs[number + 1 :]:
            if _left(second) > right + 1:
                break
            yield first, second


def _at(point: Point) -> Tangle:
    return Tangle(f"it forks at the point ({point[0]:g}, {point[1]:g}), or passes it twice")


def _meeting(first: _Leg, second: _Leg) -> Point | None:
    """Where two legs meet, unless they only follow each other end to end."""
    found = approach(*first, *second)
    if found.distance > 1:
        return None
    shared = [(p, q) for p in first for q in second if distance(p, q) <= SNAP]
    if shared and not any(_fold_back(first, p, second, q) for p, q in shared):
        return None
    x, y = between(*first, found.on_first)
    return round(x, 1), round(y, 1)


def _fold_back(first: _Leg, p: Point, second: _Leg, q: Point) -> bool:
    """Whether two legs leave a shared end in the same direction, and so lie on each other."""
    a, b = _other(first, p), _other(second, q)
    ux, uy, vx, vy = a[0] - p[0], a[1] - p[1], b[0] - q[0], b[1] - q[1]
    return ux * vx + uy * vy > 0.999 * distance(p, a) * distance(q, b)


def _other(leg: _Leg, end: Point) -> Point:
    return leg[1] if leg[0] == end else leg[0]
