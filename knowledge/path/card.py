"""A development path as the card that a channel shows. What people read here is Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.cards import PathCard, StepCard
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.clock import say_period
from knowledge.path.shape import DevelopmentPath, Skipped, Step
from knowledge.vocabulary import DUTCH, FollowUpKind, Level, Skip


def path_card(path: DevelopmentPath, catalogue: Catalogue, goal_name: str) -> PathCard:
    """The card of a path to a goal with this name."""
    return PathCard(
        goal=goal_name,
        hours=path.hours,
        weeks=path.weeks,
        steps=[_step_card(step, catalogue) for step in path.steps],
        skipped=[_say_skipped(station) for station in path.skipped],
        missing=_say_skills(path.missing, catalogue),
        proved_optimal=path.proved_optimal,
        gap=path.gap,
    )


def _step_card(step: Step, catalogue: Catalogue) -> StepCard:
    kind = catalogue.module(step.module).type if step.module else FollowUpKind(step.kind)
    return StepCard(
        name=step.name,
        what=DUTCH[kind],
        hours=step.hours,
        when=_say_when(step.session) if step.session else None,
        place=_say_place(step, catalogue),
        offering=step.session.id if step.session else None,
        module=step.module,
        skills=_say_skills(step.skills, catalogue),
        why=_say_why(step, catalogue),
    )


def _say_when(session: Session) -> str:
    if session.starts_at is None or session.ends_at is None:
        return "in je eigen tempo"
    return say_period(session.starts_at, session.ends_at)


def _say_place(step: Step, catalogue: Catalogue) -> str | None:
    if step.session:
        here = not step.session.online and step.session.starts_at is not None
        return step.session.place if here else "online"
    follow_up = catalogue.follow_ups[step.follow_up or ""]
    if follow_up.online:
        return "online"
    return catalogue.places[follow_up.place].name if follow_up.place else None


def _say_skills(skills: Mapping[str, Level], catalogue: Catalogue) -> list[str]:
    return [f"{catalogue.skills[skill].name} ({DUTCH[level]})" for skill, level in skills.items()]


def _say_why(step: Step, catalogue: Catalogue) -> str:
    against = f"Dit wilde je liever niet: {_and(step.why)}." if step.why else ""
    assumed = _and(_say_skills(step.assumes, catalogue))
    needed = f"Dit heb je er wel voor nodig: {assumed}." if assumed else ""
    return " ".join(part for part in (against, needed) if part)


def _say_skipped(station: Skipped) -> str:
    if station.skip is Skip.COSTS_RECOGNITION:
        return f"{station.name}: dit kun je al. Maar zonder dit station krijg je de erkenning niet."
    return f"{station.name}: dit kun je al, dus je mag het overslaan."


def _and(words: Iterable[str]) -> str:
    *first, last = list(words) or [""]
    return f"{', '.join(first)} en {last}" if first else last
