"""Detours: what the very words ask for, whichever intent the model took them for.

Parking and what to bring, or another date for a seat that one has, are asked in so few words that the model takes
them for many things. What knows its words by a pattern stands in for the action that a rule chose.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from actions.answering import Answering
from actions.talk import Talk

Kind = TypeVar("Kind", bound=type[Answering])

DETOURS: list[tuple[Callable[[Talk], bool], type[Answering]]] = []
"""When to take a detour, and what answers then; the first that fits is taken."""


def instead(when: Callable[[Talk], bool], *, first: bool = False) -> Callable[[Kind], Kind]:
    """Marks a class as the answer to messages for which ``when`` is true; ``first`` goes before all that aren't."""

    def mark(kind: Kind) -> Kind:
        DETOURS.insert(0 if first else len(DETOURS), (when, kind))
        return kind

    return mark


def detour(chosen: Answering, talk: Talk) -> Answering:
    """What answers: the chosen action, or what stands in for it. A button means what it carries."""
    if talk.text.startswith("/") or not chosen.yields:
        return chosen
    return next((kind() for when, kind in DETOURS if when(talk)), chosen)
