"""What the tests of the command line speak of: what a command said, and a website door that answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SMALL = Path(__file__).with_name("small_catalogue.yml")


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Navigator = Callable[..., Said]
"""Runs `navigator …`; ``typed`` is what comes from the keyboard."""


@dataclass
class FakeBot:
    """A website door that gives one answer after the other, and keeps what it was asked.

    ``waiting`` is what it gives to who looks for messages, nothing when there is no more; ``looked`` where they did.
    """

    answers: list[tuple[int, Any]] = field(default_factory=list)
    asked: list[tuple[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
