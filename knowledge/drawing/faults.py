"""What is wrong with a drawing, as numbers: a drawing that can be read has none. Crossings are counted beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import combinations, pairwise

from knowledge.catalogue.metromap.geometry import approach, distance
from knowledge.drawing.network import Network
from knowledge.drawing.shape import Drawing, Mark, Point, Route, Words
from knowledge.drawing.sizes import SIZES

Leg = tuple[Point, Point]
SLACK = 0.6
"""Pixels that rounding may cost."""


@dataclass(frozen=True)
class Faults:
    """How often each thing is wrong.

    Attributes:
        angles: legs that are not level, upright or at 45 degrees.
        names: pairs of names or signs that overlap.
        names_on_lines: names or signs with a line through them.
        names_on_marks: names or signs that touch a station.
        lines_on_marks: stations that a line runs through without stopping there.
        lines_on_lines: pairs of lines that run over each other.
        order: steps of a line that the drawing doesn't show in order.
    """

    angles: int = 0
    names: int = 0
    names_on_lines: int = 0
    names_on_marks: int = 0
    lines_on_marks: int = 0
    lines_on_lines: int = 0
    order: int = 0

    @property
    def total(self) -> int:
        return sum(getattr(self, one.name) for one in fields(self))


def faults_of(drawing: Drawing, network: Network) -> Faults:
    """The faults of a drawing of this network."""
    words = [mark.name for mark in drawing.marks] + [sign.words for sign in drawing.signs]
    legs = {route.line: list(_legs(route)) for route in drawing.routes}
    return Faults(
        angles=sum(not _octilinear(leg) for own in legs.values() for leg in own),
        names=sum(overlap(one, other) for one, other in combinations(words, 2)),
        names_on_lines=sum(any(touches(leg, one) for leg in own) for one in words for own in legs.values()),
        names_on_marks=sum(_beside(mark, one) for mark in drawing.marks for one in words),
        lines_on_marks=sum(
            any(_runs_through(leg, mark) for leg in own)
            for mark in drawing.marks
            for line, own in legs.items()
            if line not in mark.lines
        ),
        lines_on_lines=sum(
            any(_overlay(a, b) for a in one for b in other) for one, other in combinations(legs.values(), 2)
        ),
        order=sum(_disorder(drawing, network)),
    )


def crossings_of(drawing: Drawing) -> int:
    """How often lines cross, themselves too."""
    legs = [[*_legs(route)] for route in drawing.routes]
    found = sum(_crosses(a, b) for one, other in combinations(legs, 2) for a in one for b in other)
    return found + sum(_crosses(a, b) for own in legs for n, a in enumerate(own) for b in own[n + 2 :])


def bends_of(drawing: Drawing) -> int:
    """How often lines change direction."""
    return sum(max(0, len(piece) - 2) for route in drawing.routes for piece in route.pieces)


def _legs(route: Route) -> Iterator[Leg]:
    for piece in route.pieces:
        yield from pairwise(piece)


def _octilinear(leg: Leg) -> bool:
    dx, dy = abs(leg[1][0] - leg[0][0]), abs(leg[1][1] - leg[0][1])
    return min(dx, dy, abs(dx - dy)) <= 0.05


def overlap(one: Words, other: Words) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > SLACK and min(one.bottom, other.bottom) - max(one.top, other.top) > SLACK


def touches(leg: Leg, words: Words, reach: float = SIZES.line / 2) -> bool:
    """Whether a line comes within the box of some words."""
    (x1, y1), (x2, y2) = leg
    low, high = 0.0, 1.0
    grown = reach - SLACK
    for start, way, least, most in (
        (x1, x2 - x1, words.left - grown, words.right + grown),
        (y1, y2 - y1, words.top - grown, words.bottom + grown),
    ):
        if way == 0:
            if not least < start < most:
                return False
            continue
        a, b = sorted(((least - start) / way, (most - start) / way))
        low, high = max(low, a), min(high, b)
    return low < high


def _beside(mark: Mark, words: Words) -> bool:
    return touches((mark.start, mark.end), words, SIZES.mark)


def _runs_through(leg: Leg, mark: Mark) -> bool:
    return approach(*leg, mark.start, mark.end).distance < SIZES.mark + SIZES.line / 2 - SLACK


def _overlay(one: Leg, other: Leg) -> bool:
    """Whether two legs run side by side nearer than a line is thick, for more than a corner."""
    ux, uy = one[1][0] - one[0][0], one[1][1] - one[0][1]
    length = distance(*one)
    if length == 0 or distance(*other) == 0:
        return False
    along, off = zip(*(_seen(one[0], (ux / length, uy / length), end) for end in other), strict=True)
    if max(abs(part) for part in off) > SIZES.line - SLACK:
        return False
    return bool(min(length, max(along)) - max(0.0, min(along)) > 2 * SIZES.line)


def _seen(origin: Point, way: Point, point: Point) -> tuple[float, float]:
    dx, dy = point[0] - origin[0], point[1] - origin[1]
    return dx * way[0] + dy * way[1], dx * way[1] - dy * way[0]


def _crosses(one: Leg, other: Leg) -> bool:
    """Whether two legs cross; one is moved by a hair, so that a corner on a leg counts once."""
    moved = [(x + 0.00137, y + 0.00291) for x, y in other]
    (a, b), (c, d) = one, (moved[0], moved[1])
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0


def _disorder(drawing: Drawing, network: Network) -> Iterator[int]:
    """For each line the stops that its drawing doesn't reach after the stop before."""
    routes = {route.line: list(_legs(route)) for route in drawing.routes}
    marks: dict[tuple[str, str], Mark] = {(mark.module, line): mark for mark in drawing.marks for line in mark.lines}
    for track in network.tracks:
        at: tuple[int, float] | None = (0, 0.0)
        for stop in track.stops:
            mark = marks.get((stop.module, track.id))
            found = _next_on(routes.get(track.id, ()), at or (0, 0.0), mark) if mark else None
            if found is None:
                yield 1
            else:
                at = found


def _next_on(legs: Sequence[Leg], at: tuple[int, float], mark: Mark) -> tuple[int, float] | None:
    """Where a line next meets a mark, as the number of the leg and the part of it."""
    for n in range(at[0], len(legs)):
        found = approach(*legs[n], mark.start, mark.end)
        if found.distance < 1 and (n, found.on_first) >= at:
            return n, found.on_first
    return (0, 0.0) if not legs or distance(*legs[0]) == 0 else None
