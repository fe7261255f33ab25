"""A planned module in Telegram, alone or in a list."""

from __future__ import annotations

from datetime import datetime

from bot.card_words import seat_facts
from bot.telegram.card_parts import facts, is_said, lines, one_line, title
from bot.telling.saying import say_cost
from knowledge.cards import OfferingCard
from knowledge.saying import say_certain_in_full


def say_offering(card: OfferingCard, said: str, now: datetime, *, by_date: bool = False) -> str:
    """Its name, when, where, what it costs and how it stands; ``by_date`` puts when it is in the place of its name."""
    certain = say_certain_in_full(card, now)
    dated = by_date and one_line(card.when) != ""
    academy = "" if is_said(card.place, card.academy) else card.academy
    return lines(
        title(card.when if dated else card.name),
        "" if dated else facts(card.when),
        facts(card.place, academy),
        facts(say_cost(card.cost, one_line(card.paid_by)), *seat_facts(card)),
        "" if is_said(said, certain) else facts(certain),
    )
