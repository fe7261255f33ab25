"""What the catalogue looks like from outside. Hours are hours of learning, costs are euros, times are UTC."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field

from knowledge.vocabulary import Level, ModuleType, OfferingState, Phase, Skip


class Named(BaseModel):
    """Something elsewhere in the catalogue."""

    id: str
    name: str


class LineInList(BaseModel):
    """A metro line at a glance."""

    id: str
    name: str
    colour: str = Field(description="As #rrggbb.")
    goal: str
    hours: float
    station_count: int
    target_group: Named
    transition: Named | None
    academies: list[Named]
    recognition: Named | None
    example: bool


class StationOnLine(BaseModel):
    """The place of a module on a line; ``also_on`` names the other lines when it is a transfer station."""

    module: str
    name: str
    type: ModuleType
    hours: float
    summary: str
    phase: Phase
    skip: Skip
    also_on: list[Named]


class LineDetail(LineInList):
    """A metro line with its stations in order, and what opens after it."""

    stations: list[StationOnLine]
    follow_ups: list[Named]


class SkillAtLevel(Named):
    """A skill, and how well."""

    level: Level


class ModuleDetail(BaseModel):
    """A nanomodule: what you do there, what it teaches and what it expects."""

    id: str
    name: str
    type: ModuleType
    hours: float
    new: bool
    summary: str
    bring: str
    teaches: list[SkillAtLevel]
    expects: list[SkillAtLevel]
    owner: Named
    partners: list[Named]
    recognition: Named | None
    lines: list[Named]
    example: bool


class OfferingInList(BaseModel):
    """A module planned at an academy. ``starts_at`` and ``ends_at`` are null at one's own pace.

    ``decide_at`` is when go or no-go is decided. ``seats_left`` is 0 too when somebody waits for a seat.
    ``needed`` is how many more people are needed for a go; 0 when that is decided.
    """

    id: str
    module: Named
    academy: Named
    starts_at: datetime | None
    ends_at: datetime | None
    when: str = Field(description="The same in Dutch, in Dutch time.")
    place: str
    online: bool
    minimum: int
    maximum: int
    seats_left: int
    needed: int
    decide_at: datetime | None
    state: OfferingState
    cost: float
    paid_by: str
    bring: str
    owner: Named | None
    partners: list[Named]
