"""The little plane geometry that reading a drawing needs. Points are (x, y) in pixels, y down."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]


@dataclass(frozen=True)
class Approach:
    """Where two pieces of line come closest: how far, and at which part (0 to 1) of each."""

    distance: float
    on_first: float
    on_second: float


def distance(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def between(a: Point, b: Point, part: float) -> Point:
    """The point at ``part`` (0 to 1) of the way from a to b."""
    return a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])


def foot(p: Point, a: Point, b: Point) -> float:
    """The part (0 to 1) of the piece a–b that lies closest to p."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    if square == 0:
        return 0.0
    return min(1.0, max(0.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square))


def approach(a: Point, b: Point, c: Point, d: Point) -> Approach:
    """Where the pieces a–b and c–d come closest."""
    crossing = _crossing(a, b, c, d)
    if crossing:
        return Approach(0.0, *crossing)
    ends = [(0.0, foot(a, c, d)), (1.0, foot(b, c, d)), (foot(c, a, b), 0.0), (foot(d, a, b), 1.0)]
    reached = [Approach(distance(between(a, b, t), between(c, d, u)), t, u) for t, u in ends]
    return min(reached, key=lambda one: one.distance)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> tuple[float, float] | None:
    abx, aby, cdx, cdy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = abx * cdy - aby * cdx
    if cross == 0:
        return None
    acx, acy = c[0] - a[0], c[1] - a[1]
    t, u = (acx * cdy - acy * cdx) / cross, (acx * aby - acy * abx) / cross
    return (t, u) if 0 <= t <= 1 and 0 <= u <= 1 else None
