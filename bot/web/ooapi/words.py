"""The small words of the standard: texts, codes, hours and moments; and what is true around everything that is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from knowledge.catalogue.content import Module
from knowledge.catalogue.snapshot import Catalogue
from knowledge.clock import to_local
from knowledge.vocabulary import DUTCH, Level, ModuleType

Facts = dict[str, Any]
"""An object of the standard, as JSON."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is true around everything that is told; ``loaded_at`` is when the catalogue was last read in."""

    catalogue: Catalogue
    now: datetime
    loaded_at: datetime
    weeks: int


@dataclass(frozen=True, slots=True)
class Seats:
    """Of one offering: the seats left, how many more people are needed, and how many wait."""

    left: int = 0
    needed: int = 0
    waiting: int = 0


def said(text: str) -> list[Facts]:
    """A text in Dutch."""
    return [{"language": "nl-NL", "value": text}]


def filled(**facts: Any) -> Facts:
    """Only what there is something to say of."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}


def duration(hours: float) -> str:
    """Hours as ISO 8601: ``PT3H``, ``PT2H30M``."""
    whole, minutes = divmod(round(hours * 60), 60)
    return f"PT{whole}H{minutes}M" if minutes else f"PT{whole}H"


def code(id: str) -> Facts:
    """Our own id, as the standard writes codes."""
    return {"codeType": "identifier", "code": id}


def moment(at: datetime | None) -> str | None:
    """A moment by the clock in the Netherlands, with its distance to UTC."""
    return to_local(at).isoformat(timespec="seconds") if at else None


def is_online(module: Module) -> bool:
    """Whether it is followed behind a screen."""
    return module.type in (ModuleType.E_LEARNING, ModuleType.WEBINAR)


def skill_at_level(catalogue: Catalogue, skill: str, level: Level) -> str:
    """``Solderen (beginner)``."""
    known = catalogue.skills.get(skill)
    return f"{known.name if known else skill} ({DUTCH[level]})"
