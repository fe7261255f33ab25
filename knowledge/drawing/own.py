"""What a drawing can show of one person: where they have been, where they go, and their development path."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a station stands to a person; the value is what they read."""

    DONE = "gevolgd"
    ENROLLED = "ingeschreven"
    NEXT = "je volgende station"
    SKIPPED = "overgeslagen"


@dataclass(frozen=True)
class Own:
    """A person's marks, by module id. A station has one state: the first that holds of done, next, enrolled,
    skipped. ``path`` are the stations of the development path, in order."""

    done: frozenset[str] = frozenset()
    enrolled: frozenset[str] = frozenset()
    next: str | None = None
    skipped: frozenset[str] = frozenset()
    path: tuple[str, ...] = ()

    def state(self, module: str) -> State | None:
        if module in self.done:
            return State.DONE
        if module == self.next:
            return State.NEXT
        if module in self.enrolled:
            return State.ENROLLED
        return State.SKIPPED if module in self.skipped else None
