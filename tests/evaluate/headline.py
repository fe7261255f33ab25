"""The headline figures of a report card, under the names that targets, floors and history share."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluate.card import Card

SLIP = "one slip"
"""The row of ``Card.robustness`` with one slip of the finger in every sentence."""


def headline(card: Card) -> dict[str, float]:
    """Every headline figure that this run measured, in the order of ``targets.yml``; what was not run is left out."""
    return {name: round(value, 4) for name, value in _figures(card)}


def _figures(card: Card) -> Iterator[tuple[str, float]]:
    yield "intent_first", card.held_out.first
    yield "intent_among_two", card.held_out.among_two
    if slipped := card.robustness.get(SLIP):
        yield "slip_loss", card.held_out.first - slipped.first
    yield "out_of_scope", card.held_out.out_of_scope
    yield "turned_away", card.held_out.turned_away
    yield "values_f1", card.values.f1
    yield "times_exact", card.times.exact
    if people := card.people:
        yield "people_right", people.all.right
        yield "people_questions", people.all.advice_questions
        yield "people_asked_thrice", people.all.asked_thrice
        yield "people_no_way_on", people.all.no_way_on
    if xsid := card.xsid:
        yield "xsid_intent", xsid.intent
        yield "xsid_entities", xsid.entities
