"""Where a path goes: the skills that somebody wants, and what of them they lack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import Level

LEVELS = tuple(Level)


def rank(level: Level | None) -> int:
    """1 for a beginner to 3 for an expert; 0 for who can't do it."""
    return 0 if level is None else level.rank


def level_of(rank: int) -> Level:
    """The level with this rank, from 1."""
    return LEVELS[rank - 1]


def target_of(catalogue: Catalogue, profile: Profile, line: str | None = None) -> dict[str, Level]:
    """The skills with levels to aim for.

    With a line: everything its stations teach. Else the goals, each one level above what is known; else what the
    transition asks for, else the role that is wished, or had; without any of these nothing. Raises UnknownThing.
    """
    if line is not None:
        return highest(catalogue.modules[stop.module].teaches for stop in catalogue.line(line).stations)
    if profile.goals:
        return {goal: _one_up(profile.known.get(goal)) for goal in profile.goals}
    if profile.transition:
        return dict(catalogue.transitions[profile.transition].skills)
    role = profile.towards or profile.role
    return dict(catalogue.roles[role].skills) if role else {}


def skill_gap(known: Mapping[str, Level], target: Mapping[str, Level]) -> dict[str, Level]:
    """The part of the target that is above what is known."""
    return {skill: level for skill, level in target.items() if rank(level) > rank(known.get(skill))}


def highest(profiles: Iterable[Mapping[str, Level]]) -> dict[str, Level]:
    """All the skills of these profiles, each at its highest level."""
    found: dict[str, Level] = {}
    for profile in profiles:
        for skill, level in profile.items():
            if rank(level) > rank(found.get(skill)):
                found[skill] = level
    return found


def _one_up(known: Level | None) -> Level:
    return level_of(min(rank(known) + 1, len(LEVELS)))
