"""The development path on the map: a red dotted line along the lines, from station to station."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import pairwise
from math import hypot

from knowledge.catalogue.metromap.geometry import approach, between
from knowledge.drawing.legend import path_line
from knowledge.drawing.markup import number
from knowledge.drawing.network import Network
from knowledge.drawing.own import Own
from knowledge.drawing.shape import Drawing, Point

Legs = dict[str, list[tuple[str, tuple[Point, ...]]]]
"""From each module the modules next to it, and the corners of the way there."""


def dotted(network: Network, drawing: Drawing, own: Own) -> Iterator[str]:
    """The path of a person; stations that are not on this map are passed over."""
    marks = {mark.module: mark for mark in drawing.marks}
    stops = [module for module in own.path if module in marks]
    legs = _legs(network, drawing)
    for here, there in pairwise(stops):
        way = _shortest(legs, here, there) or [(marks[here].start, marks[there].start)]
        for piece in way:
            yield path_line("M" + "L".join(f"{number(x)} {number(y)}" for x, y in piece))


def _legs(network: Network, drawing: Drawing) -> Legs:
    """The pieces of lines between stations that follow each other."""
    marks = {mark.module: mark for mark in drawing.marks}
    legs: Legs = {module: [] for module in marks}
    for route in drawing.routes:
        track = next(track for track in network.tracks if track.id == route.line)
        points = [point for piece in route.pieces for point in piece]
        at = 0
        for here, there in pairwise(stop.module for stop in track.stops):
            found = _between(points, at, marks[here].start, marks[here].end, marks[there].start, marks[there].end)
            if found:
                at, way = found
                legs[here].append((there, way))
                legs[there].append((here, way[::-1]))
    return legs


def _between(
    points: list[Point], at: int, a1: Point, a2: Point, b1: Point, b2: Point
) -> tuple[int, tuple[Point, ...]] | None:
    """The corners from one mark to another along a line, looked for from corner number ``at`` on."""
    begin = _on(points, at, a1, a2)
    end = _on(points, begin[0], b1, b2) if begin else None
    if not begin or not end:
        return None
    return end[0], (begin[1], *points[begin[0] + 1 : end[0] + 1], end[1])


def _on(points: list[Point], at: int, top: Point, bottom: Point) -> tuple[int, Point] | None:
    """The first leg that meets an upright mark, and where."""
    for n in range(at, len(points) - 1):
        (x1, y1), (x2, y2) = points[n], points[n + 1]
        found = approach((x1, y1), (x2, y2), top, bottom)
        if found.distance < 1:
            return n, between((x1, y1), (x2, y2), found.on_first)
    return None


def _shortest(legs: Legs, start: str, goal: str) -> list[tuple[Point, ...]]:
    queue: list[tuple[float, str, list[tuple[Point, ...]]]] = [(0.0, start, [])]
    seen = set()
    while queue:
        far, module, way = heappop(queue)
        if module == goal:
            return way
        if module in seen:
            continue
        seen.add(module)
        for other, piece in legs[module]:
            length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(piece))
            heappush(queue, (far + length, other, [*way, piece]))
    return []
