"""Joins the drawn pieces of one line, in whatever order and direction they were drawn, into one path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from knowledge.catalogue.metromap.geometry import Point, distance
from knowledge.catalogue.metromap.tangles import SNAP, Tangle, find_tangle, near

MOST_LEGS = 200
MOST_LOOSE = 20
"""More pieces than this, or more that don't touch, are no line that a person drew."""


@dataclass(frozen=True)
class Path:
    """A line as one path; ``gaps`` are the holes (px) that had to be bridged."""

    points: tuple[Point, ...]
    gaps: tuple[float, ...] = ()

    @property
    def legs(self) -> list[tuple[Point, Point]]:
        return list(pairwise(self.points))


@dataclass(frozen=True)
class _Chain:
    """Pieces joined so far; ``drawn`` is the length (px) drawn this way, less what was drawn the other."""

    points: tuple[Point, ...]
    drawn: float

    def turned(self) -> _Chain:
        return _Chain(self.points[::-1], -self.drawn)

    def plus(self, other: _Chain) -> _Chain:
        close = distance(self.points[-1], other.points[0]) <= SNAP
        return _Chain(self.points + other.points[close:], self.drawn + other.drawn)


def join(segments: Sequence[Sequence[Point]]) -> Path | Tangle:
    """One path through all pieces, in the direction in which most of its length was drawn."""
    pieces = _tidy(segments)
    if not pieces:
        return Path((segments[0][0],))
    if sum(len(piece) - 1 for piece in pieces) > MOST_LEGS:
        return Tangle(f"it is drawn in more than {MOST_LEGS} pieces")
    tangle = find_tangle(pieces)
    if tangle:
        return tangle
    chains = _touching(pieces)
    if len(chains) > MOST_LOOSE:
        return Tangle(f"it falls apart into {len(chains)} loose pieces")
    chain, gaps = _bridged(chains)
    x, y = chain.points[0]
    if len(chain.points) > 2 and distance(chain.points[0], chain.points[-1]) <= SNAP:
        return Tangle(f"it is a ring: it comes back at ({x:g}, {y:g})")
    return Path(_forward(chain).points, gaps)


def _tidy(segments: Sequence[Sequence[Point]]) -> list[tuple[Point, ...]]:
    """The pieces without points that stand double, without clicks that drew nothing, each once."""
    tidy: dict[tuple[Point, ...], None] = {}
    for segment in segments:
        points: list[Point] = []
        for point in segment:
            if not points or distance(points[-1], point) >= 2:
                points.append(point)
        piece = tuple(points)
        if len(piece) > 1 and piece[::-1] not in tidy:
            tidy[piece] = None
    return list(tidy)


def _touching(pieces: Sequence[tuple[Point, ...]]) -> list[_Chain]:
    """Chains of the pieces that touch end to end."""
    loose = {n: _Chain(piece, sum(distance(*leg) for leg in pairwise(piece))) for n, piece in enumerate(pieces)}
    ends: dict[Point, list[int]] = {}
    for n, piece in enumerate(pieces):
        for end in (piece[0], piece[-1]):
            ends.setdefault(near(end), []).append(n)
    chains = []
    while loose:
        chain = loose.pop(next(iter(loose)))
        chain = _grown(chain, loose, ends)
        chains.append(_grown(chain.turned(), loose, ends))
    return chains


def _grown(chain: _Chain, loose: dict[int, _Chain], ends: Mapping[Point, list[int]]) -> _Chain:
    while True:
        tail = near(chain.points[-1])
        following = next((n for n in ends[tail] if n in loose), None)
        if following is None:
            return chain
        piece = loose.pop(following)
        chain = chain.plus(piece if near(piece.points[0]) == tail else piece.turned())


def _bridged(chains: list[_Chain]) -> tuple[_Chain, tuple[float, ...]]:
    """One chain, made by joining the nearest free ends first, and the gaps that are too wide to miss."""
    gaps = []
    while len(chains) > 1:
        ways = [
            (distance(one.points[-1], two.points[0]), n, m, one, two)
            for (n, a), (m, b) in combinations(enumerate(chains), 2)
            for one in (a, a.turned())
            for two in (b, b.turned())
        ]
        gap, n, m, one, two = min(ways, key=lambda way: way[:3])
        chains = [chain for k, chain in enumerate(chains) if k not in (n, m)] + [one.plus(two)]
        if gap > SNAP:
            gaps.append(gap)
    return chains[0], tuple(gaps)


def _forward(chain: _Chain) -> _Chain:
    leftwards = chain.points[0] > chain.points[-1]
    return chain.turned() if chain.drawn < 0 or (chain.drawn == 0 and leftwards) else chain
