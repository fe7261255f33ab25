"""Typed cards: what an answer shows beside its words. A channel dresses them; actions only fill them.

Times are ISO 8601 in UTC, hours are hours of learning, costs are euros.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from knowledge.vocabulary import EnrolmentState, Level, ModuleType, Phase, Skip


class StationCard(BaseModel):
    """One station as it stands on a line."""

    kind: Literal["station"] = "station"
    module: str
    name: str
    type: ModuleType
    hours: float
    phase: Phase | None = None
    skip: Skip | None = None
    summary: str = ""


class LineCard(BaseModel):
    """A metro line with its reasons, when it was advised."""

    kind: Literal["line"] = "line"
    id: str
    name: str
    colour: str
    goal: str
    hours: float
    stations: list[StationCard]
    reasons: list[str] = []
    against: list[str] = []
    recognition: str | None = None
    example: bool = False


class OfferingCard(BaseModel):
    """A planned module, with the seats as they were when the card was made.

    ``needed`` is how many more people are needed before it goes on; 0 when it is ``certain`` or nothing is decided.
    ``held_until`` is until when an offered seat is held.
    """

    kind: Literal["offering"] = "offering"
    id: str
    module: str
    name: str
    academy: str
    starts_at: datetime | None
    ends_at: datetime | None
    when: str
    place: str
    online: bool
    cost: float
    paid_by: str
    seats_left: int | None
    state: EnrolmentState | None = None
    waiting_position: int | None = None
    minimum: int = 0
    needed: int = 0
    decide_at: datetime | None = None
    certain: bool = False
    held_until: datetime | None = None


class StepCard(BaseModel):
    """One step of a development path."""

    kind: Literal["step"] = "step"
    name: str
    what: str
    hours: float
    when: str | None
    place: str | None
    offering: str | None
    module: str | None
    skills: list[str]
    why: str = ""


class PathCard(BaseModel):
    """A personal development path: the steps, what is skipped and how good the path is proved to be."""

    kind: Literal["path"] = "path"
    goal: str
    hours: float
    weeks: int
    steps: list[StepCard]
    skipped: list[str] = []
    missing: list[str] = []
    proved_optimal: bool
    gap: float


class RoleStartCard(BaseModel):
    """Where the people of one role begin."""

    role: str
    line: str | None
    line_id: str | None
    station: str | None
    when: str | None
    place: str | None
    skills: list[str]


class CompanyPlanCard(BaseModel):
    """HR's first plan: who starts where, and the academy's six steps made concrete."""

    kind: Literal["company_plan"] = "company_plan"
    transition: str
    region: str
    starts: list[RoleStartCard]
    steps: list[str]


class MapCard(BaseModel):
    """A metro map, to be drawn by the channel; ``path`` are the modules of the person's development path, in order."""

    kind: Literal["map"] = "map"
    id: str
    name: str
    lines: list[LineCard]
    path: list[str] = []


class SkillGapCard(BaseModel):
    """Which skills somebody still misses for a goal."""

    kind: Literal["skill_gap"] = "skill_gap"
    goal: str
    have: dict[str, Level]
    need: dict[str, Level]


Card = Annotated[
    LineCard | StationCard | OfferingCard | PathCard | CompanyPlanCard | MapCard | SkillGapCard,
    Field(discriminator="kind"),
]
