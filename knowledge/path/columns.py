"""What the solver chooses among: items (a module, a follow-up), each with the columns it can be done in.

A column is an item at a moment. Moments are seconds from now; a column without a date may come any time,
which reads as starting at infinity (everything can come before it) and ending at minus infinity (it can
come before everything).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from knowledge.catalogue.content import FollowUp, Module
from knowledge.catalogue.snapshot import Session
from knowledge.path.shape import StepKind
from knowledge.path.weights import WEEK
from knowledge.vocabulary import Level

Ranks = Mapping[str, int]
Need = tuple[str, int]


@dataclass(frozen=True, eq=False)
class Column:
    """An item at a moment; ``cost`` in whole seconds, ``hours`` of learning, ``starts``/``ends`` as above."""

    item: str
    cost: int
    hours: float
    starts: float = inf
    ends: float = -inf
    session: Session | None = None
    why: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        return self.starts < inf

    @cached_property
    def week(self) -> float:
        """The number of weeks until it starts, rounded up and at least 1; infinity without a date."""
        return week_of(self.starts)


@dataclass(eq=False)
class Item:
    """A module or a follow-up: what it brings, what it needs that the person lacks, and its columns.

    ``columns`` stand from cheap to dear; ``assumes`` are the basic skills that it expects and that are taken
    as present, because nobody teaches them.
    """

    key: str
    kind: StepKind
    thing: Module | FollowUp
    hours: float
    teaches: Ranks
    lacks: dict[str, int]
    assumes: dict[str, Level] = field(default_factory=dict)
    columns: list[Column] = field(default_factory=list)

    @cached_property
    def ideal(self) -> Column:
        """A column at least as cheap and convenient as every one of the item's: the solver's first view.

        It needs what it expects as late as the last, brings its skills as early as the first, weighs on
        the hours of a week as late as the last, and takes time only where all of them do.
        """
        if len(self.columns) == 1:
            return self.columns[0]
        return Column(
            item=self.key,
            cost=self.columns[0].cost,
            hours=self.hours,
            starts=max(column.starts for column in self.columns),
            ends=min(column.ends for column in self.columns),
        )

    def brings(self, skill: str, rank: int) -> bool:
        """Whether it brings this level, and not to somebody who had it already.

        What expects the level itself (as a course for experts expects professionals) is never the first to
        bring it, so something else has: leaving it out of count is exact, and rules out most vicious circles.
        """
        return self.teaches.get(skill, 0) >= rank > self.lacks.get(skill, 0)


def week_of(seconds: float) -> float:
    """Weeks until a moment, rounded up and at least 1."""
    return seconds if seconds == inf else max(1.0, -(-seconds // WEEK.total_seconds()))


def undominated(columns: list[Column]) -> list[Column]:
    """From cheap to dear, without those that another can always stand in for.

    Exact: an undated column takes no time, counts in no week and may come any time, so it stands in for
    every dearer one; of two at the very same time the cheaper does.
    """
    kept: list[Column] = []
    times: set[tuple[float, float]] = set()
    for column in sorted(columns, key=lambda column: (column.cost, column.starts, _id(column))):
        if (column.starts, column.ends) not in times:
            kept.append(column)
            times.add((column.starts, column.ends))
        if not column.dated:
            break
    return kept


def _id(column: Column) -> str:
    return column.session.id if column.session else ""
