"""`navigator advise`: advice, reasons and path for a profile, without any chatbot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.base import current_settings, json_option
from bot.cli.output import show_json
from knowledge.clock import utc_now
from knowledge.vocabulary import Question

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from knowledge.advice.advise import Advice
    from knowledge.advice.profile import Profile
    from knowledge.catalogue.snapshot import Catalogue
    from knowledge.path.shape import DevelopmentPath

_ASKS = {
    Question.GOAL: "wat je wilt leren",
    Question.ROLE: "welk werk je doet",
    Question.PLACE: "waar je wilt leren",
    Question.DAYPARTS: "wanneer je kunt",
    Question.FORMS: "hoe je graag leert",
    Question.HOURS: "hoeveel uur per week je hebt",
}


@dataclass(frozen=True)
class Advised:
    """The advice for a profile, the question that could still change it, and the path to its goal."""

    advice: Advice
    next_question: Question | None
    path: DevelopmentPath


@click.command()
@click.argument("file", metavar="PROFILE", type=click.Path(path_type=Path))
@json_option
def advise(file: Path, as_json: bool) -> None:
    """Advise the person whose profile stands in the YAML file PROFILE: a line, why, and the path."""
    from bot.cli.profile_file import read_profile
    from bot.running.store import store
    from knowledge.catalogue.snapshot import CatalogueView

    profile = read_profile(file)
    with store(current_settings()) as engine:
        catalogue = CatalogueView(engine).now()
        advised = advice_and_path(engine, catalogue, profile, utc_now())
    if as_json:
        show_json(advised)
    else:
        click.echo(advice_text(advised, catalogue, profile))


def advice_and_path(engine: Engine, catalogue: Catalogue, profile: Profile, now: datetime) -> Advised:
    """The line for a profile, and the path to what it aims for, or else to the end of that line.

    Raises:
        ProfileError: when the profile names something unknown.
    """
    from knowledge.advice.advise import advise as find_line
    from knowledge.advice.questions import next_question
    from knowledge.path.find import find_path
    from knowledge.path.target import target_of
    from knowledge.seat.looking import full_offerings

    advice = find_line(catalogue, profile)
    missing = next_question(catalogue, profile)
    target = target_of(catalogue, profile) or target_of(catalogue, profile, advice.line)
    full = full_offerings(engine, now)
    path = find_path(catalogue, profile, target, now, line=advice.line, full=full)
    return Advised(advice, missing.question if missing else None, path)


def advice_text(advised: Advised, catalogue: Catalogue, profile: Profile) -> str:
    """The same in Dutch, as people read it."""
    from bot.cli.cards import card_text
    from knowledge.path.card import path_card

    advice = advised.advice
    lines = [f"== {catalogue.line(advice.line).name} ==", catalogue.line(advice.line).goal]
    lines += [f"  + {reason.text}" for reason in advice.reasons]
    lines += [f"  - {reason.text}" for reason in advice.against]
    lines += [f"  Niet gelukt: {wish}" for wish in advice.dropped]
    lines += [f"  {advice.change}"]
    if advised.next_question:
        lines += [f"  Wat het advies nog kan veranderen: {_ASKS[advised.next_question]}"]
    path = path_card(advised.path, catalogue, _goal(catalogue, profile, advice.line))
    return "\n".join([*lines, "", card_text(path.model_dump(mode="json"))])


def _goal(catalogue: Catalogue, profile: Profile, line: str) -> str:
    """The name of what the path leads to, found as its target is."""
    if profile.goals:
        return ", ".join(catalogue.skills[goal].name for goal in profile.goals)
    if profile.transition:
        return catalogue.transitions[profile.transition].name
    return catalogue.roles[profile.role].name if profile.role else catalogue.line(line).name
