"""How the facts of a card are said by the doors that show text, in the words that the website has too."""

from __future__ import annotations

from knowledge.cards import OfferingCard, PathCard, StationCard
from knowledge.clock import say_short
from knowledge.saying import say_number
from knowledge.vocabulary import DUTCH, Level, Skip

SKIPS = {Skip.FREE: "mag je overslaan", Skip.COSTS_RECOGNITION: "overslaan kost je de erkenning"}


def say_hours(hours: float) -> str:
    """``4 uur``, ``2,5 uur``."""
    return f"{say_number(hours)} uur"


def several(number: int, one: str, more: str) -> str:
    """``1 station``, ``2 stations``."""
    return f"{number} {one if number == 1 else more}"


def say_seats(left: int | None) -> str:
    """``nog 1 plek``, ``vol, er is een wachtlijst``; empty when it is not known."""
    if left is None:
        return ""
    return f"nog {several(left, 'plek', 'plekken')}" if left > 0 else "vol, er is een wachtlijst"


def seat_facts(card: OfferingCard) -> list[str]:
    """Somebody's own seat (``op de wachtlijst``, ``je bent nummer 2``, ``tot di 8 dec 13:00``), else the seats left."""
    facts = [DUTCH[card.state] if card.state else say_seats(card.seats_left)]
    facts += [f"je bent nummer {card.waiting_position}"] if card.waiting_position else []
    facts += [f"tot {say_short(card.held_until)}"] if card.held_until else []
    return [fact for fact in facts if fact]


def station_facts(card: StationCard) -> list[str]:
    """``praktijksessie``, ``4 uur``, ``inhoud``, ``mag je overslaan``: as far as they are known."""
    facts = [DUTCH[card.type], say_hours(card.hours)]
    facts += [DUTCH[card.phase]] if card.phase else []
    facts += [SKIPS[card.skip]] if card.skip else []
    return facts


def path_facts(card: PathCard) -> list[str]:
    """``24 uur``, ``5 weken``, ``4 stappen``."""
    return [
        say_hours(card.hours),
        several(card.weeks, "week", "weken"),
        several(len(card.steps), "stap", "stappen"),
    ]


def say_proof(card: PathCard) -> str:
    """How good a path is proved to be."""
    if card.proved_optimal:
        return "Dit is aantoonbaar de kortste route."
    return f"Dit is een goede route; hooguit {card.gap * 100:.0f} % langer dan de kortste."


def say_gap(skill: str, need: Level, have: Level | None) -> str:
    """``Lassen: expert (nu beginner)``."""
    return f"{skill}: {DUTCH[need]} (nu {DUTCH[have] if have else 'nog niet'})"
