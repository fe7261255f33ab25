"""How numbers and money are said in Dutch, and how certain it is that a planned module is held."""

from __future__ import annotations

from datetime import datetime

from knowledge.cards import OfferingCard
from knowledge.clock import say_day, to_local


def say_number(number: float) -> str:
    """A number as short as it can be, with a comma: ``3``, ``2,5``."""
    return f"{number:g}".replace(".", ",")


def euros(amount: float) -> str:
    """``gratis``, ``€ 45`` or ``€ 12,50``."""
    if amount == 0:
        return "gratis"
    return f"€ {amount:.0f}" if amount == int(amount) else f"€ {amount:.2f}".replace(".", ",")


def say_certain(card: OfferingCard, now: datetime) -> str:
    """``nog 3 nodig vóór dinsdag 12 mei``, ``gaat zeker door``; empty when neither is known."""
    if card.certain:
        return "gaat zeker door"
    if card.needed and card.decide_at:
        decides, today = to_local(card.decide_at), to_local(now).date()
        before = f"vandaag {decides:%H:%M}" if decides.date() == today else say_day(decides)
        return f"nog {card.needed} nodig vóór {before}"
    return ""


def say_certain_in_full(card: OfferingCard, now: datetime) -> str:
    """The same as a sentence: ``Nog 3 nodig vóór dinsdag 12 mei, dan gaat het door.``"""
    if said := say_certain(card, now):
        return f"{said[0].upper()}{said[1:]}{'' if card.certain else ', dan gaat het door'}."
    return ""
