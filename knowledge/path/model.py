"""The rules of a path as rows over the columns of one round.

Every row holds for every real path, also where an item still stands as its ideal column, which starts as
late, ends as early and weighs as late as any column it stands for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.path.columns import Column, Item, Need
from knowledge.path.order import Unready
from knowledge.path.rows import Rows


class Model:
    """Columns by place, and the rows about them."""

    def __init__(self, columns: Sequence[Column], items: Mapping[str, Item]) -> None:
        self.columns = columns
        self.rows = Rows()
        self._items = items
        self._places: dict[str, list[int]] = defaultdict(list)
        self._teaching: dict[str, list[int]] = defaultdict(list)
        for place, column in enumerate(columns):
            self._places[column.item].append(place)
            for skill in items[column.item].teaches:
                self._teaching[skill].append(place)
        self._starts = np.array([column.starts for column in columns])
        self._ends = np.array([column.ends for column in columns])
        self._weeks = np.array([column.week for column in columns])
        self._hours = np.array([column.hours for column in columns])

    def each_item_once(self) -> None:
        for places in self._places.values():
            if len(places) > 1:
                self.rows.at_most(1, (places, 1.0))

    def bring(self, gap: Mapping[str, int], slack: Mapping[str, int]) -> None:
        """Each skill of the gap is brought, or its slack is set, at the place given for it."""
        for need in gap.items():
            missed = [slack[need[0]]] if need[0] in slack else []
            self.rows.at_least(1, (self._bringing(need), 1.0), (missed, 1.0))

    def expectations(self) -> None:
        """What an item lacks has been brought by another when it starts.

        For each start of its columns: those that start by then (at most one is chosen) are together at most
        as many as the chosen suppliers that have ended by then.
        """
        suppliers: dict[Need, NDArray[np.intp]] = {}
        for key, own in self._places.items():
            for need in self._items[key].lacks.items():
                if need not in suppliers:
                    suppliers[need] = np.array(self._bringing(need), dtype=np.intp)
                self._expectation(np.array(own), np.setdiff1d(suppliers[need], own))

    def one_at_a_time(self, moment: float) -> None:
        """Of the columns that are going on at a moment at most one is chosen."""
        going_on = np.flatnonzero((self._starts <= moment) & (moment < self._ends))
        self.rows.at_most(1, (going_on.tolist(), 1.0))

    def within_hours(self, week: float, hours: float) -> None:
        """The sessions until this week take at most these hours."""
        counted = np.flatnonzero(self._weeks <= week)
        self.rows.at_most(hours, (counted.tolist(), self._hours[counted].tolist()))

    def in_order(self, first: str, second: str, moment: float) -> None:
        """Not both: the first one, of an earlier phase, at this moment or later, and the second before it.

        An ideal column of the second one starts as late as any, so the row holds for all it stands for;
        one of the first one is left out when it has an earlier column.
        """
        starts = self._starts
        late = [place for place in self._places[first] if self.columns[place] in self._items[first].columns]
        late = [place for place in late if moment <= starts[place] < np.inf]
        early = [place for place in self._places[second] if starts[place] < moment]
        self.rows.at_most(1, (late, 1.0), (early, 1.0))

    def ready_first(self, unready: Unready) -> None:
        """What waited for what waits itself needs something else that brings one of the needs.

        Without another supplier that has ended by its start, none of it and those that wait can be first.
        """
        own = self._places[unready.column.item]
        waiting = {place for place, column in enumerate(self.columns) if column in unready.waiting}
        supplying = {place for need in unready.needs for place in self._bringing(need)}
        self._expectation(np.array(own), np.array(sorted(supplying - waiting - set(own)), dtype=np.intp))

    def _expectation(self, own: NDArray[np.intp], suppliers: NDArray[np.intp]) -> None:
        held = -1
        for start in np.unique(self._starts[own])[::-1]:
            in_time = suppliers[self._ends[suppliers] <= start]
            if len(in_time) != held:
                held = len(in_time)
                by_then = own[self._starts[own] <= start]
                self.rows.at_most(0, (by_then.tolist(), 1.0), (in_time.tolist(), -1.0))

    def _bringing(self, need: Need) -> list[int]:
        skill, rank = need
        items, columns = self._items, self.columns
        return [place for place in self._teaching[skill] if items[columns[place].item].brings(skill, rank)]
