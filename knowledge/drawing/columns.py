"""Puts the stations in columns, so that lines run from left to right and the phases follow each other.

Where two lines stop at the same stations in opposite orders, one of them has to go back. The fewest such steps
are looked for by letting the lines go first in turn; the columns are then the shortest that keep to all other
steps (an integer programme of differences, so its relaxation is exact).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
from scipy.optimize import linprog

from knowledge.drawing.network import Network, Track
from knowledge.graphs import reaches
from knowledge.vocabulary import Phase

TRIES, WAYS = 40, 4
"""How many orders of the lines are tried when some line must go back, and how many ways to go back are kept."""

Step = tuple[str, str]
"""Two modules that follow each other on a line."""


@dataclass(frozen=True)
class Columns:
    """The column of each module, counted from 0, and the first column of each phase; no phases when the lines
    don't keep to one order of them."""

    of: Mapping[str, int]
    phases: Mapping[Phase, int]

    @property
    def number(self) -> int:
        return max(self.of.values(), default=-1) + 1

    def phase_at(self, column: int) -> Phase | None:
        """The phase in whose band a column lies."""
        return next((phase for phase, first in reversed(list(self.phases.items())) if first <= column), None)


def in_columns(network: Network) -> list[Columns]:
    """The columns that a network can take, one for each way to choose the lines that go back (``WAYS`` at most).

    The phases get columns of their own unless that makes more lines go back.
    """
    steps = [list(_steps(track)) for track in network.tracks]
    phases = _phases(network)
    ways = _fewest_back(steps)
    for own in (phases, {}):
        found = [one for one in (_shortest(network, steps, back, own) for back in ways) if one]
        if found:
            return found
    raise AssertionError("the steps forward make no circle, so there are columns")


def _steps(track: Track) -> Iterator[Step]:
    for one, other in pairwise(track.stops):
        if one.module != other.module:
            yield one.module, other.module


def _phases(network: Network) -> dict[str, Phase]:
    """The phase of each module that has the same one on all its lines."""
    found: dict[str, set[Phase]] = {}
    for track in network.tracks:
        for stop in track.stops:
            found.setdefault(stop.module, set()).add(stop.phase)
    return {module: phases.pop() for module, phases in found.items() if len(phases) == 1}


def _fewest_back(steps: Sequence[Sequence[Step]]) -> list[set[Step]]:
    """Sets of steps without which no line goes back: the smallest that were found."""
    found = [_back_steps(steps)]
    draw = Random(1)  # noqa: S311  # the same map must be drawn the same way
    for _ in range(TRIES if found[0] else 0):
        one = _back_steps(draw.sample(steps, len(steps)))
        if one not in found:
            found.append(one)
    least = min(len(one) for one in found)
    return [one for one in found if len(one) == least][:WAYS]


def _back_steps(steps: Sequence[Sequence[Step]]) -> set[Step]:
    """The steps that would close a circle of those before them."""
    after: dict[str, set[str]] = {}
    back = set()
    for here, there in (step for line in steps for step in line):
        if reaches(after, there, here):
            back.add((here, there))
        else:
            after.setdefault(here, set()).add(there)
    return back


def _shortest(
    network: Network, steps: Sequence[Sequence[Step]], back: set[Step], phases: Mapping[str, Phase]
) -> Columns | None:
    """The columns of the least total length; None when the phases cannot be kept apart."""
    modules = list(dict.fromkeys(stop.module for track in network.tracks for stop in track.stops))
    bands = [phase for phase in Phase if phase in phases.values()]
    place = {name: n for n, name in enumerate([*modules, *bands, "end"])}
    cost = np.zeros(len(place))
    rows = [(module, "end", 0) for module in modules]
    for step in (step for line in steps for step in line):
        here, there = step[::-1] if step in back else step
        cost[place[there]] += 1
        cost[place[here]] -= 1
        if step not in back:
            rows.append((*step, 1))
    for module, phase in phases.items():
        at = bands.index(phase)
        rows.append((phase, module, 0))
        rows += [(module, later, 1) for later in bands[at + 1 : at + 2]]
    rows += [(one, other, 1) for one, other in pairwise(bands)]
    for track in network.tracks:  # lines end at the right where they can
        for stop in track.stops[-1:]:
            cost[place["end"]] += 0.5
            cost[place[stop.module]] -= 0.5
    cost[place["end"]] += 0.1
    found = _solve(cost, [(place[one], place[other], least) for one, other, least in rows])
    if found is None:
        return None
    return Columns(
        {module: found[place[module]] for module in modules}, {phase: found[place[phase]] for phase in bands}
    )


def _solve(cost: np.ndarray, rows: Sequence[tuple[int, int, int]]) -> list[int] | None:
    """Whole numbers from 0 with ``x[other] - x[one] >= least`` for every row, at the least cost."""
    if not rows:
        return [0] * len(cost)
    matrix = np.zeros((len(rows), len(cost)))
    for n, (one, other, _) in enumerate(rows):
        matrix[n, one] += 1
        matrix[n, other] -= 1
    limit = [-least for *_, least in rows]
    found = linprog(cost, A_ub=matrix, b_ub=limit, bounds=(0, len(cost)), method="highs-ds")
    return [round(value) for value in found.x] if found.status == 0 else None
