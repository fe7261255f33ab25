"""The shape of the catalogue as an academy writes it: one class for each kind of thing.

The files in ``knowledge/content`` are YAML; each holds any of these kinds as a list under its plural name.
Ids are lower-case words with hyphens. ``knowledge.catalogue.check`` adds the rules between things.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from knowledge.catalogue.drawn import Drawing
from knowledge.vocabulary import (
    FollowUpKind,
    Level,
    ModuleType,
    PartnerKind,
    Phase,
    RecognitionKind,
    Skip,
    WorkForm,
)

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=600)]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Skills = dict[Id, Level]


class Thing(BaseModel):
    """What every thing has. ``also`` holds the other words that people say for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    name: Name
    also: list[Name] = []
    example: bool = False


class SkillLevels(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    beginner: Text
    professional: Text
    expert: Text


class Skill(Thing):
    """Something one can do, with what each level means; ``basic`` skills are expected, not sold."""

    basic: bool = False
    levels: SkillLevels


class Transition(Thing):
    """Where a company wants to go, as a profile of skills."""

    description: Text
    skills: Skills = Field(min_length=1)


class Role(Thing):
    """A job and the skills it asks for tomorrow; ``esco`` are URIs of ESCO occupations it covers."""

    description: Text
    esco: list[str] = []
    skills: Skills = Field(min_length=1)


class TargetGroup(Thing):
    """For whom a line is made."""

    roles: list[Id] = Field(min_length=1)


class Persona(Thing):
    """Somebody of a target group: what matters to them and how they like to learn."""

    description: Text
    target_groups: list[Id] = Field(min_length=1)
    matters: Text
    learns: Text
    prefers: list[WorkForm] = Field(min_length=1)


class Partner(Thing):
    kind: PartnerKind


class Academy(Thing):
    """Who offers; ``city`` is a place."""

    region: Name
    city: Id
    partners: list[Id] = []
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    description: Text


class Place(Thing):
    """A town, in degrees of latitude and longitude (WGS 84)."""

    lat: float = Field(ge=49, le=54)
    lon: float = Field(ge=2, le=8)


class Recognition(Thing):
    kind: RecognitionKind
    description: Text


class Module(Thing):
    """A nanomodule of 2 to 6 hours; it expects skills, never other modules."""

    type: ModuleType
    hours: float = Field(ge=2, le=6)
    new: bool = False
    summary: Text
    bring: str = ""
    teaches: Skills = {}
    expects: Skills = {}
    owner: Id
    partners: list[Id] = []
    recognition: Id | None = None

    @model_validator(mode="after")
    def _new_ones_are_short(self) -> Module:
        if self.new and self.hours > 4:
            raise ValueError("`hours` of a new module are at most 4; shorten it, or set `new: false`")
        return self


class Station(BaseModel):
    """The place of a module on a line."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    module: Id
    phase: Phase
    skip: Skip = Skip.FREE


class Line(Thing):
    """One goal for one target group; at most 10 stations, in the order of the phases."""

    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
    goal: Text
    target_group: Id
    transition: Id | None = None
    academies: list[Id] = []
    recognition: Id | None = None
    follow_ups: list[Id] = []
    stations: list[Station] = Field(min_length=1, max_length=10)


class MetroMap(Thing):
    """Lines that belong together; ``drawing`` keeps a map where an academy drew it itself."""

    description: Text
    region: Name
    academy: Id
    lines: list[Id] = Field(min_length=1)
    drawing: Drawing | None = None


class FollowUp(Thing):
    """What opens after a line; hours are hours of learning."""

    kind: FollowUpKind
    description: Text
    provider: Id | None = None
    line: Id | None = None
    teaches: Skills = {}
    expects: Skills = {}
    hours: float | None = Field(default=None, gt=0, le=2000)
    place: Id | None = None
    online: bool = False


class When(BaseModel):
    """A rule for dates: every n weeks or a month, on a day, between two wall-clock times.

    ``offset`` picks which of the n weeks (0 to n-1; a month has none). Public holidays are passed over.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    every: Annotated[str, Field(pattern=r"^([1-9] weeks?|1[0-2] weeks|month)$")]
    on: Annotated[
        str,
        Field(
            pattern=r"^((first|second|third|fourth|last) )?"
            r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"
        ),
    ]
    at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$")]
    offset: int = Field(default=0, ge=0, le=11)

    @model_validator(mode="after")
    def _fits_together(self) -> When:
        if (self.every == "month") != (" " in self.on):
            raise ValueError("with `every: month` say which one, such as `on: second tuesday`")
        if self.starts >= self.ends:
            raise ValueError(f"`at: {self.at}` ends before it begins")
        if self.offset >= (1 if self.every == "month" else self.weeks):
            raise ValueError(f"`offset: {self.offset}` must be below the number of weeks; a month has none")
        return self

    @property
    def weeks(self) -> int:
        """The number of weeks between two dates; 12 at most, and also for a month."""
        return 12 if self.every == "month" else int(self.every.split()[0])

    @property
    def starts(self) -> time:
        return time.fromisoformat(self.at.split("-")[0])

    @property
    def ends(self) -> time:
        return time.fromisoformat(self.at.split("-")[1])

    @property
    def hours(self) -> float:
        return self.ends.hour - self.starts.hour + (self.ends.minute - self.starts.minute) / 60


class OfferingRule(BaseModel):
    """When and where a module is held, for how many, at what cost (euros)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    module: Id
    academy: Id
    place: str = ""
    town: Id | None = None
    online: bool = False
    self_paced: bool = False
    when: When | None = None
    minimum: int = Field(ge=1, le=500)
    maximum: int = Field(ge=1, le=500)
    decide_days: int = Field(default=7, ge=0, le=90)
    cost: float = Field(ge=0, le=10_000)
    paid_by: str = ""
    bring: str = ""
    owner: Id | None = None
    partners: list[Id] = []
    example: bool = False

    @model_validator(mode="after")
    def _fits_together(self) -> OfferingRule:
        if self.self_paced == (self.when is not None):
            raise ValueError("give either `when` (dates) or `self_paced: true` (no dates)")
        if sum((bool(self.place), self.online, self.self_paced)) != 1:
            raise ValueError("give one of `place`, `online: true` or `self_paced: true`")
        if self.place and self.town is None:
            raise ValueError("add `town`, the place id of where it is held")
        if self.minimum > self.maximum:
            raise ValueError(f"`minimum` {self.minimum} is above `maximum` {self.maximum}")
        return self


class Content(BaseModel):
    """The whole catalogue, as written. Every list keeps the order of the files."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    skills: list[Skill] = []
    transitions: list[Transition] = []
    roles: list[Role] = []
    target_groups: list[TargetGroup] = []
    personas: list[Persona] = []
    partners: list[Partner] = []
    academies: list[Academy] = []
    places: list[Place] = []
    recognitions: list[Recognition] = []
    modules: list[Module] = []
    lines: list[Line] = []
    maps: list[MetroMap] = []
    follow_ups: list[FollowUp] = []
    offerings: list[OfferingRule] = []

    @field_validator("*", mode="before")
    @classmethod
    def _empty_list(cls, value: object) -> object:
        return [] if value is None else value


KINDS: dict[str, type[BaseModel]] = {
    "skills": Skill,
    "transitions": Transition,
    "roles": Role,
    "target_groups": TargetGroup,
    "personas": Persona,
    "partners": Partner,
    "academies": Academy,
    "places": Place,
    "recognitions": Recognition,
    "modules": Module,
    "lines": Line,
    "maps": MetroMap,
    "follow_ups": FollowUp,
    "offerings": OfferingRule,
}
"""The kinds by the name they have in a file, each with its class."""
