"""Cards as plain Dutch text, for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.card_words import path_facts, say_gap, say_hours, say_proof, seat_facts, station_facts
from bot.telling.saying import say_cost
from knowledge.cards import (
    Card,
    CompanyPlanCard,
    LineCard,
    MapCard,
    OfferingCard,
    PathCard,
    SkillGapCard,
    StationCard,
    StepCard,
)
from knowledge.clock import utc_now
from knowledge.saying import say_certain_in_full


def card_text(card: Mapping[str, Any]) -> str:
    """A card as it came over the wire as text; one of a kind unknown here as an outline of its fields."""
    try:
        return _text(TypeAdapter(Card).validate_python(card))
    except ValidationError:
        return "\n".join(f"{key}: {value}" for key, value in card.items())


@singledispatch
def _text(card: object) -> str:
    raise TypeError(f"there is no text for {type(card).__name__}")


@_text.register
def _(card: LineCard) -> str:
    title = f"== {card.name} ({say_hours(card.hours)}){' · voorbeeld' if card.example else ''} =="
    lines = [title, card.goal]
    lines += [f"  {number}. {_text(station)}" for number, station in enumerate(card.stations, 1)]
    lines += [f"  + {reason}" for reason in card.reasons]
    lines += [f"  - {reason}" for reason in card.against]
    lines += [f"  Erkenning: {card.recognition}"] if card.recognition else []
    return "\n".join(lines)


@_text.register
def _(card: StationCard) -> str:
    return f"{card.name} ({', '.join(station_facts(card))})"


@_text.register
def _(card: OfferingCard) -> str:
    lines = [f"== {card.name} ==", f"  {card.when} · {card.place} · {card.academy}"]
    lines.append(f"  {' · '.join([say_cost(card.cost, card.paid_by), *seat_facts(card)])}")
    lines += [f"  {said}"] if (said := say_certain_in_full(card, utc_now())) else []
    return "\n".join(lines)


@_text.register
def _(card: PathCard) -> str:
    lines = [f"== Ontwikkelpad: {card.goal} ({', '.join(path_facts(card))}) =="]
    lines += [f"  {number}. {_text(step)}" for number, step in enumerate(card.steps, 1)]
    lines += [f"  Overgeslagen: {', '.join(card.skipped)}"] if card.skipped else []
    lines += [f"  Nog geen aanbod voor: {', '.join(card.missing)}"] if card.missing else []
    return "\n".join([*lines, f"  {say_proof(card)}"])


@_text.register
def _(card: StepCard) -> str:
    where = " · ".join(part for part in (card.when, card.place) if part)
    brings = f"\n     voor {', '.join(card.skills)}" if card.skills else ""
    why = f"\n     {card.why}" if card.why else ""
    return f"{card.name} ({card.what}, {say_hours(card.hours)}){f': {where}' if where else ''}{brings}{why}"


@_text.register
def _(card: CompanyPlanCard) -> str:
    lines = [f"== Plan voor je bedrijf: {card.transition}, {card.region} =="]
    for start in card.starts:
        place = " · ".join(part for part in (start.station, start.when, start.place) if part)
        lines.append(f"  {start.role}: {start.line or 'nog geen lijn'}{f' — {place}' if place else ''}")
        lines += [f"     skills: {', '.join(start.skills)}"] if start.skills else []
    lines += [f"  {number}. {step}" for number, step in enumerate(card.steps, 1)]
    return "\n".join(lines)


@_text.register
def _(card: MapCard) -> str:
    lines = [f"  {line.name}: {' – '.join(station.name for station in line.stations)}" for line in card.lines]
    return "\n".join([f"== {card.name} ==", *lines])


@_text.register
def _(card: SkillGapCard) -> str:
    lines = [f"== Skills voor {card.goal} =="]
    lines += [f"  {say_gap(skill, level, card.have.get(skill))}" for skill, level in card.need.items()]
    return "\n".join(lines)
