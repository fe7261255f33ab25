"""The order of the stations of one line, which follows from where they lie along its path.

A station is dropped onto the nearest place of the path. A transfer station is a bar across several lines:
as wide as ``width`` lines of 30 px, along its orientation; the place is where that bar meets the path.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from knowledge.catalogue.metromap.geometry import Point, approach, between, distance, foot
from knowledge.catalogue.metromap.joining import Path

FAR = 30.0
"""A station farther than this (px) from its line may belong elsewhere."""

LINE_PITCH = 30.0
"""The room (px) that a transfer station has for each line."""


@dataclass(frozen=True)
class Stop:
    """A station as far as its place matters; ``width`` is 0 but for a transfer station."""

    position: Point
    shape: str = "normal"
    orientation: float = 315
    width: float = 0

    @property
    def bar(self) -> tuple[Point, Point]:
        """The middle line of what is drawn; a point for all but transfer stations.

        It reaches to both sides, since the designer turns half of the orientations round to keep names upright.
        """
        if self.shape != "connection":
            return self.position, self.position
        reach = LINE_PITCH * max(self.width - 1, 0) + LINE_PITCH / 2
        angle = radians(self.orientation)
        dx, dy = reach * cos(angle), reach * sin(angle)
        x, y = self.position
        return (x - dx, y - dy), (x + dx, y + dy)


@dataclass(frozen=True)
class Ordered:
    """The stops of a line from its beginning to its end, by their number, and what is doubtful about it.

    Attributes:
        order: the numbers of the stops.
        far: how many px a stop lies from the line, for those beyond ``FAR``.
        level: pairs of stops that lie at the same place.
        ends_known: whether a start or end station tells the direction.
        misplaced: start stations that are not first and end stations that are not last.
    """

    order: list[int]
    far: dict[int, float]
    level: list[tuple[int, int]]
    ends_known: bool
    misplaced: list[int]


def order_stops(path: Path, stops: Sequence[Stop]) -> Ordered:
    """The order of stops along a path, from start to end station, else in the path's own direction."""
    places = [_place(path, stop) for stop in stops]
    along = [place for place, _ in places]
    starts = [n for n, stop in enumerate(stops) if stop.shape == "start"]
    ends = [n for n, stop in enumerate(stops) if stop.shape == "end"]
    if _backwards(along, starts, ends):
        along = [-place for place in along]
    order = sorted(range(len(stops)), key=lambda n: along[n])
    misplaced = [n for n in starts if order[0] != n] + [n for n in ends if order[-1] != n]
    return Ordered(
        order=order,
        far={n: off for n, (_, off) in enumerate(places) if off > FAR},
        level=[(a, b) for a, b in pairwise(order) if abs(along[a] - along[b]) < 1],
        ends_known=bool(starts or ends),
        misplaced=misplaced,
    )


def _backwards(along: Sequence[float], starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether the start stations lie, on average, beyond the others or the end stations before them."""
    rest = [place for n, place in enumerate(along) if n not in starts and n not in ends]
    first, last = [along[n] for n in starts] or rest, [along[n] for n in ends] or rest
    if not first or not last or first is last:
        return False
    return sum(first) / len(first) > sum(last) / len(last)


def _place(path: Path, stop: Stop) -> tuple[float, float]:
    """How far along the path a stop lies, and how far from it, both in px."""
    if len(path.points) == 1:
        return 0.0, distance(stop.position, path.points[0])
    found: list[tuple[float, float, float]] = []
    behind = 0.0
    for a, b in path.legs:
        length = distance(a, b)
        met = approach(*stop.bar, a, b)
        aside = distance(stop.position, between(*stop.bar, met.on_first))
        found.append((round(met.distance, 3), aside, behind + met.on_second * length))
        part = foot(stop.position, a, b)
        found.append((round(distance(stop.position, between(a, b, part)), 3), 0.0, behind + part * length))
        behind += length
    off, _, along = min(found)
    return along, off
