"""A metro line, a station and a metro map in Telegram."""

from __future__ import annotations

from bot.card_words import say_hours, several, station_facts
from bot.telegram.card_parts import dashed, facts, is_said, lines, numbered, title
from bot.telegram.markup import is_blank
from knowledge.cards import LineCard, MapCard, StationCard
from knowledge.vocabulary import DUTCH


def say_line(card: LineCard, said: str) -> str:
    """Its reasons are left out: an advice says them in its text, and a question brings them all."""
    size = (several(len(card.stations), "station", "stations"), say_hours(card.hours))
    return lines(
        title(card.name) + (" · voorbeeld" if card.example else ""),
        "" if is_said(said, card.goal) else facts(card.goal),
        facts(*(part for part in size if not is_said(said, part))),
        numbered(facts(_stop(station)) for station in card.stations),
        facts("Erkenning", card.recognition, between=": ") if not is_blank(card.recognition or "") else "",
    )


def _stop(card: StationCard) -> str:
    return f"{card.name} ({DUTCH[card.type]}, {say_hours(card.hours)})"


def say_station(card: StationCard, said: str) -> str:
    """Empty when the text above says all of it."""
    new = [fact for fact in station_facts(card) if not is_said(said, fact)]
    summary = "" if is_said(said, card.summary) else card.summary
    if is_said(said, card.name) and not (new or summary):
        return ""
    return lines(title(card.name), facts(*station_facts(card)), facts(summary))


def say_map(card: MapCard, said: str) -> str:
    """Empty when the text above names the map and its lines."""
    if said and all(is_said(said, name) for name in (card.name, *(line.name for line in card.lines))):
        return ""
    return lines(title(card.name), dashed(facts(line.name) for line in card.lines if facts(line.name)))
