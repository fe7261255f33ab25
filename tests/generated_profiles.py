"""People for the generated catalogue, drawn from a seed: what they know, want and wish."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import Attendance, Daypart, Level, WorkForm


@dataclass(frozen=True)
class Drawn:
    """A person, the line they look at (or none) and the offerings that are full."""

    profile: Profile
    line: str | None
    full: frozenset[str]


def generate_person(catalogue: Catalogue, seed: int) -> Drawn:
    """One person: three in five look at a line; a tenth of all sessions is full."""
    draw = Random(seed)
    profile = Profile(
        **_goal(draw, catalogue),
        known=_known(draw, catalogue),
        place=draw.choice(list(catalogue.places)) if draw.random() < 0.8 else None,
        hours_per_week=draw.choice((None, 1, 2, 3, 4, 8)),
        attendance=draw.choice((None, None, None, *Attendance)),
        dayparts=tuple(draw.sample(list(Daypart), draw.choice((0, 1, 2)))),
        not_dayparts=tuple(draw.sample(list(Daypart), draw.choice((0, 0, 0, 1)))),
        days=tuple(draw.sample(range(5), draw.choice((0, 0, 2, 3)))),
        forms=tuple(draw.sample(list(WorkForm), draw.choice((0, 1, 2)))),
    )
    line = draw.choice(list(catalogue.lines)) if draw.random() < 0.6 else None
    return Drawn(profile, line, frozenset(it.id for it in catalogue.sessions if draw.random() < 0.1))


def _goal(draw: Random, catalogue: Catalogue) -> dict[str, object]:
    kind = draw.choice(("role", "role", "transition", "goals"))
    if kind == "role":
        return {"role": draw.choice(list(catalogue.roles))}
    if kind == "transition":
        return {"transition": draw.choice(list(catalogue.transitions))}
    return {"goals": tuple(draw.sample(list(catalogue.skills), draw.choice((1, 2, 4, 6))))}


def _known(draw: Random, catalogue: Catalogue) -> dict[str, Level]:
    """Forty skills at one of the lower levels, and three in five of the basic skills."""
    known = {skill: draw.choice(list(Level)[:2]) for skill in draw.sample(list(catalogue.skills), 40)}
    basics = [skill.id for skill in catalogue.skills.values() if skill.basic and draw.random() < 0.6]
    return dict.fromkeys(basics, Level.BEGINNER) | known
