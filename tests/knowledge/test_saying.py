"""How certain it is that a planned module is held, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from knowledge.cards import OfferingCard
from knowledge.saying import say_certain, say_certain_in_full
from tests.conftest import NOW


def card(**fields: object) -> OfferingCard:
    """A card of a planned module."""
    words = dict.fromkeys(("id", "module", "name", "academy", "when", "place", "paid_by"), "")
    rest = {"starts_at": None, "ends_at": None, "online": False, "cost": 0.0, "seats_left": None}
    return OfferingCard.model_validate({**words, **rest, **fields})


@pytest.mark.parametrize(
    ("needed", "decide_at", "certain", "said"),
    [
        (3, NOW + timedelta(days=7), False, "nog 3 nodig vóór dinsdag 1 december"),
        (1, NOW + timedelta(hours=3), False, "nog 1 nodig vóór vandaag 13:00"),
        (0, NOW + timedelta(days=7), False, ""),
        (3, None, False, ""),
        (0, None, True, "gaat zeker door"),
    ],
)
def test_what_is_still_needed_is_said_with_its_date(
    needed: int, decide_at: datetime | None, certain: bool, said: str
) -> None:
    assert say_certain(card(needed=needed, decide_at=decide_at, certain=certain), NOW) == said


def test_the_whole_sentence_says_what_follows() -> None:
    undecided = card(needed=3, decide_at=NOW + timedelta(days=7))
    assert say_certain_in_full(undecided, NOW) == "Nog 3 nodig vóór dinsdag 1 december, dan gaat het door."
    assert say_certain_in_full(card(certain=True), NOW) == "Gaat zeker door."
    assert say_certain_in_full(card(), NOW) == ""
