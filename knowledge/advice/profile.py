"""What somebody said of themselves, as far as it matters for advice and path."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import ProfileError
from knowledge.vocabulary import Attendance, Daypart, Level, Question, WorkForm

Day = Annotated[int, Field(ge=0, le=6)]


class Profile(BaseModel):
    """Everything is optional; ``no_preference`` holds the questions answered with "maakt niet uit".

    ``hours_per_week`` are hours of learning; ``days`` are 0 for Monday to 6; ``place`` is a place id;
    ``goals`` are skill ids, ``lines`` line ids somebody named; ``known`` gives the level somebody has;
    ``towards`` is the role that somebody wants to have.
    ``not_…`` hold what somebody ruled out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: str | None = None
    transition: str | None = None
    goals: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    known: dict[str, Level] = {}
    hours_per_week: float | None = Field(default=None, gt=0, le=40)
    place: str | None = None
    attendance: Attendance | None = None
    dayparts: tuple[Daypart, ...] = ()
    not_dayparts: tuple[Daypart, ...] = ()
    days: tuple[Day, ...] = ()
    not_days: tuple[Day, ...] = ()
    forms: tuple[WorkForm, ...] = ()
    not_forms: tuple[WorkForm, ...] = ()
    not_lines: tuple[str, ...] = ()
    not_goals: tuple[str, ...] = ()
    towards: str | None = None
    no_preference: tuple[Question, ...] = ()

    def without(self, *fields: str) -> Profile:
        """The same profile with these fields as if they had not been said."""
        return self.model_copy(update={f: type(self).model_fields[f].default for f in fields})

    def within(self, catalogue: Catalogue) -> Profile:
        """The same profile without what the catalogue lacks: a newer one may have been loaded since it was said."""
        return self.model_copy(
            update={
                "role": self.role if self.role in catalogue.roles else None,
                "transition": self.transition if self.transition in catalogue.transitions else None,
                "place": self.place if self.place in catalogue.places else None,
                "goals": tuple(goal for goal in self.goals if goal in catalogue.skills),
                "known": {skill: level for skill, level in self.known.items() if skill in catalogue.skills},
                "towards": self.towards if self.towards in catalogue.roles else None,
                "not_goals": tuple(skill for skill in self.not_goals if skill in catalogue.skills),
                "lines": tuple(line for line in self.lines if line in catalogue.lines),
                "not_lines": tuple(line for line in self.not_lines if line in catalogue.lines),
            }
        )

    def check(self, catalogue: Catalogue) -> None:
        """Raises ProfileError when it names something that the catalogue lacks."""
        named = [
            ("role", "roles", [self.role] if self.role else []),
            ("towards", "roles", [self.towards] if self.towards else []),
            ("not_goals", "skills", list(self.not_goals)),
            ("transition", "transitions", [self.transition] if self.transition else []),
            ("place", "places", [self.place] if self.place else []),
            ("goals", "skills", list(self.goals)),
            ("known", "skills", list(self.known)),
            ("lines", "lines", [*self.lines, *self.not_lines]),
        ]
        unknown = [
            f"{field}: {name!r} is not one of the {kind} in the catalogue"
            for field, kind, names in named
            for name in names
            if name not in getattr(catalogue, kind)
        ]
        if unknown:
            raise ProfileError("; ".join(unknown) + ". Correct the profile; `navigator catalogue list` names them all.")
