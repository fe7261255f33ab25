"""In which order chosen columns can be done, when what each expects has to come before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from knowledge.path.columns import Column, Item, Need, Ranks


@dataclass(frozen=True, eq=False)
class Unready:
    """``column`` can't be done: what it expects waits for something later, or for itself.

    ``waiting`` are the undated columns that can't be done before it (itself too when undated); it and each
    of them waits for one of ``needs``.
    """

    column: Column
    waiting: frozenset[Column]
    needs: frozenset[Need]


class Order:
    """Does the chosen columns one by one: sessions on their date, undated ones as soon as they can be.

    Attributes:
        done: the columns that could be done, in order.
        unready: the first that couldn't, or None.
    """

    def __init__(self, chosen: Sequence[Column], items: Mapping[str, Item], known: Ranks) -> None:
        self._items = items
        self._have = dict(known)
        self._waiting = [column for column in chosen if not column.dated]
        self._running: list[Column] = []
        self.done: list[Column] = []
        self.unready: Unready | None = None
        self._run(sorted((c for c in chosen if c.dated), key=lambda column: (column.starts, column.item)))

    def _run(self, dated: Sequence[Column]) -> None:
        for column in dated:
            self._until(column.starts)
            if self._lacking(column):
                self.unready = self._refuse(column)
                return
            self.done.append(column)
            self._running.append(column)
        self._until(inf)
        if self._waiting:
            self.unready = self._refuse(self._waiting[0])

    def _until(self, moment: float) -> None:
        """Counts what has ended by then, and does the undated columns that have become possible."""
        for column in [column for column in self._running if column.ends <= moment]:
            self._running.remove(column)
            self._learn(column)
        while ready := next((column for column in self._waiting if not self._lacking(column)), None):
            self._waiting.remove(ready)
            self.done.append(ready)
            self._learn(ready)

    def _learn(self, column: Column) -> None:
        for skill, rank in self._items[column.item].teaches.items():
            self._have[skill] = max(rank, self._have.get(skill, 0))

    def _lacking(self, column: Column) -> Need | None:
        lacks = self._items[column.item].lacks.items()
        return next((need for need in lacks if self._have.get(need[0], 0) < need[1]), None)

    def _refuse(self, column: Column) -> Unready:
        needs = {self._lacking(it) for it in (column, *self._waiting)}
        return Unready(column, frozenset(self._waiting), frozenset(need for need in needs if need))
