"""Each kind of card as text for a phone, in the HTML of Telegram."""

from __future__ import annotations

from datetime import datetime

from bot.telegram.line_cards import say_line, say_map, say_station
from bot.telegram.offering_cards import say_offering
from bot.telegram.plan_cards import say_company_plan, say_path, say_skill_gap
from knowledge.cards import (
    Card,
    CompanyPlanCard,
    LineCard,
    MapCard,
    OfferingCard,
    PathCard,
    SkillGapCard,
    StationCard,
)
from knowledge.clock import utc_now


def say_card(card: Card, *, said: str = "", now: datetime | None = None, by_date: bool = False) -> str:
    """A card as HTML of any length; what ``said``, the text above it, says already is left out.

    It is empty only when all of it is said there. ``now`` is the present moment unless it is given. ``by_date`` is
    for offerings of one module in a list that its name stands above: they begin with their date.
    """
    match card:
        case LineCard():
            return say_line(card, said)
        case StationCard():
            return say_station(card, said)
        case OfferingCard():
            return say_offering(card, said, now or utc_now(), by_date=by_date)
        case PathCard():
            return say_path(card, said)
        case CompanyPlanCard():
            return say_company_plan(card, said)
        case MapCard():
            return say_map(card, said)
        case SkillGapCard():
            return say_skill_gap(card, said)
