"""The utterances of tests/data/values-*.yml: what people type, and what they mean by it.

Agreed for every annotation:
- A name that the catalogue gives to several things names each ("cobots" is a skill and a line), unless the words
  around it tell them apart; a known skill is only that. A town is an academy only where an academy is spoken of.
- A range counts as its lower end; an hour of the clock as a bound ("na zes uur") leaves parts of the day, an hour as
  a moment ("om half drie") is a ``time`` and, but for one that picks a session ("die van 13:30"), its part of the day.
- Of a month "begin" is day 1 to 10, "half" 11 to 20 and "eind" 21 to the last; a week is Monday to Sunday.
- What somebody else is ("mijn broer is lasser") is not what the speaker is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from knowledge.clock import AMSTERDAM
from knowledge.linking import Mention

DATA = Path(__file__).parents[1] / "data"
FILES = {"held-out": DATA / "values-held-out.yml", "seen": DATA / "values-seen.yml"}
USUAL_NOW = "2026-11-24T10:00"
"""A Tuesday, on the clock of the Netherlands."""


@dataclass(frozen=True, order=True)
class Named:
    """One thing that a text names: ``value`` as JSON, so that it can be counted."""

    kind: str
    value: str
    negated: bool = False

    def __str__(self) -> str:
        return f"{'!' if self.negated else ''}{self.kind} {self.value}"


@dataclass(frozen=True)
class Utterance:
    """A text, the moment at which it is typed (UTC), and all that it names."""

    text: str
    now: datetime
    named: tuple[Named, ...]


def read_values(path: Path) -> list[Utterance]:
    """Every utterance of a file, in its order."""
    return [_utterance(entry) for entry in yaml.safe_load(path.read_text("utf-8"))]


def named(kind: str, value: object, negated: bool = False) -> Named:
    """One thing, with the value in one spelling: 2 is 2.0, and the keys of a mapping are sorted."""
    number = isinstance(value, int | float)
    return Named(kind, json.dumps(float(str(value)) if number else value, sort_keys=True, ensure_ascii=False), negated)


def of_mention(mention: Mention) -> Named:
    """What a mention of the linker names, without where it stands."""
    return named(mention.kind, mention.value, mention.negated)


def _utterance(entry: Mapping[str, Any]) -> Utterance:
    local = datetime.fromisoformat(entry.get("now", USUAL_NOW)).replace(tzinfo=AMSTERDAM)
    found = [(kind, value) for mention in entry["mentions"] for kind, value in mention.items()]
    return Utterance(
        text=entry["text"],
        now=local.astimezone(UTC),
        named=tuple(named(kind.removeprefix("!"), value, kind.startswith("!")) for kind, value in found),
    )
