"""The search for the best choice of columns. It begins with a small model and learns.

At first every item stands in the model as its ideal column: as cheap as its cheapest session, as early as
its first, as late as its last; and the rules about overlap and hours a week are left out. When a solution
has faults, the items in it are opened (their real columns come in) and rows come in that forbid the faults.

Why the result is optimal: each row holds for every real path, and an ideal column never costs more than the
real ones it stands for. So each round's model is a relaxation, and its optimum is never dearer than the best
real path. The first optimum without faults is a real path itself, so no real path is better. The search
ends, because each round opens an item or cuts its own solution off, and there are finitely many of both.

Missing skills come before cost: a round without a solution proves that more of them have to be missed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np
from scipy.optimize import Bounds, OptimizeResult, milp

from knowledge.path.columns import Column, Item
from knowledge.path.faults import Disorder, Faults, find_faults, without_faults
from knowledge.path.model import Model
from knowledge.path.order import Unready
from knowledge.path.request import Request

OPTIMAL, INFEASIBLE = 0, 2  # statuses of scipy.optimize.milp


@dataclass(frozen=True)
class Solution:
    """The chosen columns; ``gap`` is relative: 0.0 when proved, 1.0 when nothing is sure."""

    chosen: Sequence[Column]
    proved: bool
    gap: float


class Search:
    """The search for one request; remembers what its rounds taught."""

    def __init__(self, request: Request, items: Mapping[str, Item]) -> None:
        self._request = request
        self._items = items
        brought = {s: r for s, r in request.gap.items() if any(item.brings(s, r) for item in items.values())}
        self._gap: Mapping[str, int] = brought
        self._opened: set[str] = set()
        self._moments: set[float] = set()
        self._weeks: set[float] = set()
        self._unready: list[Unready] = []
        self._disorder: set[Disorder] = set()
        self._missing = 0
        self._seen: list[list[Column]] = []

    def run(self, time_limit: float) -> Solution:
        """The best choice; the best that can be kept of what was seen when the time (in seconds) is up."""
        until, bound = monotonic() + time_limit, 0.0
        if not self._gap:
            return Solution([], True, 0.0)
        while (left := until - monotonic()) > 0:
            result, columns = self._solve(left)
            if result.status == INFEASIBLE:
                self._missing = self._fewest_missing(until)
                continue
            bound = max(bound, result.mip_dual_bound or 0.0)
            if result.x is not None:
                self._seen.append(self._chosen(columns, result.x))
            if result.status != OPTIMAL:
                break
            faults = find_faults(self._seen[-1], self._items, self._request)
            if not faults:
                return Solution(self._seen[-1], True, float(result.mip_gap or 0.0))
            self._learn(self._seen[-1], faults)
        return self._unproved(bound)

    def _learn(self, chosen: Sequence[Column], faults: Faults) -> None:
        self._opened.update(column.item for column in chosen)
        self._moments |= faults.moments
        self._weeks |= faults.weeks
        self._disorder |= faults.disorder
        if faults.unready:
            self._unready.append(faults.unready)

    def _solve(self, seconds: float) -> tuple[OptimizeResult, list[Column]]:
        """The cheapest choice with no more missing than has to be."""
        columns = self._columns()
        model = Model(columns, self._items)
        slack = self._slack(columns) if self._missing else {}
        self._rules(model, slack)
        if slack:
            model.rows.at_most(self._missing, (list(slack.values()), 1.0))
        cost = [float(column.cost) for column in columns] + [0.0] * len(slack)
        return _minimum(cost, model, seconds), columns

    def _fewest_missing(self, until: float) -> int:
        """How many skills have to be missed at least, as far as the rows of now tell."""
        columns = self._columns()
        model, slack = Model(columns, self._items), self._slack(columns)
        self._rules(model, slack)
        seconds = max(until - monotonic(), 0.001)
        result = _minimum([0.0] * len(columns) + [1.0] * len(slack), model, seconds)
        return max(self._missing + 1, round(result.fun) if result.status == OPTIMAL else 0)

    def _rules(self, model: Model, slack: Mapping[str, int]) -> None:
        model.each_item_once()
        model.bring(self._gap, slack)
        model.expectations()
        for moment in sorted(self._moments):
            model.one_at_a_time(moment)
        for week in sorted(self._weeks):
            model.within_hours(week, self._request.span(week))
        for unready in self._unready:
            model.ready_first(unready)
        for disorder in sorted(self._disorder, key=lambda d: (d.moment, d.first, d.second)):
            model.in_order(disorder.first, disorder.second, disorder.moment)

    def _columns(self) -> list[Column]:
        return [
            column
            for key, item in self._items.items()
            for column in (item.columns if key in self._opened else [item.ideal])
        ]

    def _slack(self, columns: Sequence[Column]) -> dict[str, int]:
        """The places, after those of the columns, of the variables that say that a skill is missed."""
        return {skill: len(columns) + n for n, skill in enumerate(self._gap)}

    def _chosen(self, columns: Sequence[Column], x: Sequence[float]) -> list[Column]:
        """The chosen columns, the cheapest real one where an ideal one was chosen."""
        chosen = [column for column, value in zip(columns, x, strict=False) if value > 0.5]
        return [it if it.item in self._opened else self._items[it.item].columns[0] for it in chosen]

    def _unproved(self, bound: float) -> Solution:
        """The best of what is left of each round's choice without its faults."""
        kept = [without_faults(seen, self._items, self._request) for seen in self._seen]
        best = min(kept, key=lambda chosen: (self._missed(chosen), _cost(chosen)), default=[])
        sure = best and self._missed(best) <= self._missing
        return Solution(best, False, max(0.0, 1 - bound / _cost(best)) if sure else 1.0)

    def _missed(self, chosen: Sequence[Column]) -> int:
        items = [self._items[column.item] for column in chosen]
        return sum(not any(item.brings(*need) for item in items) for need in self._gap.items())


def _cost(chosen: Sequence[Column]) -> int:
    return sum(column.cost for column in chosen)


def _minimum(cost: Sequence[float], model: Model, seconds: float) -> OptimizeResult:
    """The optimum over binary variables, to a gap of zero: costs are whole seconds, so equal is equal."""
    return milp(
        np.array(cost),
        integrality=np.ones(len(cost)),
        bounds=Bounds(0, 1),
        constraints=model.rows.constraint(len(cost)),
        options={"mip_rel_gap": 0.0, "time_limit": seconds},
    )
