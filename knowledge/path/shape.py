"""What a development path is: steps in order, what is skipped, what stays missing, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.catalogue.snapshot import Session
from knowledge.vocabulary import Level, Skip


class StepKind(StrEnum):
    """What a step is; only a module has sessions."""

    MODULE = "module"
    COURSE = "course"
    TRAINING = "training"


@dataclass(frozen=True)
class Step:
    """One thing to do.

    Attributes:
        kind: what it is.
        name: as people read it.
        module: the module's id, or None for a follow-up.
        follow_up: the follow-up's id, or None for a module.
        session: the session to enrol on, or None for a follow-up.
        hours: hours of learning, without the journey.
        skills: skill id to the level that this step brings and the earlier ones didn't.
        why: the wishes it goes against, as short Dutch words ("'s ochtends", "op dinsdag").
        assumes: basic skills it expects that were not claimed and that nobody teaches.
    """

    kind: StepKind
    name: str
    module: str | None
    follow_up: str | None
    session: Session | None
    hours: float
    skills: Mapping[str, Level]
    why: tuple[str, ...] = ()
    assumes: Mapping[str, Level] = field(default_factory=dict)


@dataclass(frozen=True)
class Skipped:
    """A station of the line that only teaches what is known, and what passing it by costs."""

    module: str
    name: str
    skip: Skip


@dataclass(frozen=True)
class DevelopmentPath:
    """The steps that close a gap at the least cost.

    Attributes:
        steps: in the order to do them.
        missing: skill id to the wanted level, of what no path can bring.
        skipped: stations of the line that were passed by.
        hours: hours of learning together.
        weeks: weeks from now until all is done.
        cost: what the solver made as small as it could, in hours (see ``weights``).
        proved_optimal: whether it is proved that no path misses less, or as little at less cost.
        gap: how much cheaper a path might be at most, as a part of the cost; 0.0 when proved.
    """

    steps: tuple[Step, ...] = ()
    missing: Mapping[str, Level] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    hours: float = 0.0
    weeks: int = 0
    cost: float = 0.0
    proved_optimal: bool = True
    gap: float = 0.0
