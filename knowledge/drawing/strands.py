"""Takes lines apart into strands that each run one way through the columns.

A line that never goes back is one strand. At a step back the strand ends, a bare strand runs back to the column
of the next station, and a new one goes on from there; the line turns round between two columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.drawing.columns import Columns
from knowledge.drawing.network import Network


@dataclass(frozen=True)
class Strand:
    """A part of a line from column ``first`` to ``last``, and the number of the stop at each of its columns."""

    line: int
    first: int
    last: int
    stops: Mapping[int, int]

    def alive(self, column: int) -> bool:
        return self.first <= column <= self.last


@dataclass(frozen=True)
class Turn:
    """Where a line turns round: two strands meet to the right of (or, going back, to the left of) a column."""

    column: int
    right: bool
    one: int
    other: int


@dataclass(frozen=True)
class Strands:
    """All strands, in the order of the lines and along each.

    Attributes:
        all: the strands.
        of: the strands of each line, by number.
        turns: between strands that follow each other on a line.
        marks: the strands that stop at each module.
        columns: how many columns there are.
    """

    all: Sequence[Strand]
    of: Sequence[Sequence[int]]
    turns: Sequence[Turn]
    marks: Mapping[str, tuple[int, ...]]
    column: Mapping[str, int]
    columns: int

    def at(self, column: int) -> list[int]:
        """The strands that are alive in a column."""
        return [n for n, strand in enumerate(self.all) if strand.alive(column)]

    def turns_at(self, column: int) -> list[Turn]:
        """Where lines turn round beside a column."""
        return [turn for turn in self.turns if turn.column == column]

    def marks_at(self, column: int) -> list[tuple[str, tuple[int, ...]]]:
        return [(module, strands) for module, strands in self.marks.items() if self.column[module] == column]


def strands_of(network: Network, columns: Columns) -> Strands:
    """The strands of a network in columns."""
    found: list[Strand] = []
    of: list[list[int]] = []
    turns: list[Turn] = []
    marks: dict[str, list[int]] = {}
    for line, track in enumerate(network.tracks):
        of.append([])
        for run in _runs([columns.of[stop.module] for stop in track.stops]):
            first, last = run[0][1], run[-1][1]
            if of[line]:
                before = found[of[line][-1]]
                bare, new = len(found), len(found) + 1
                turns += [Turn(before.last, True, bare - 1, bare), Turn(first, False, bare, new)]
                found.append(Strand(line, first, before.last, {}))
                of[line].append(bare)
            of[line].append(len(found))
            for number, _ in run:
                marks.setdefault(track.stops[number].module, []).append(len(found))
            found.append(Strand(line, first, last, {column: number for number, column in run}))
    return Strands(found, of, turns, {module: tuple(own) for module, own in marks.items()}, columns.of, columns.number)


def _runs(columns: Sequence[int]) -> list[list[tuple[int, int]]]:
    """The stops in runs to the right, each as its number and column."""
    runs = [[(0, columns[0])]] if columns else []
    for n, (here, there) in enumerate(pairwise(columns), 1):
        if there > here:
            runs[-1].append((n, there))
        elif there < here:
            runs.append([(n, there)])
    return runs
