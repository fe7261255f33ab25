"""The headline figures of a report card, under the names that targets, floors and history share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.evaluate.card import Card, Extraction, Foreign, Intents, People, Times

SLIP = "one slip"
"""The row of ``Card.robustness`` with one slip of the finger in every sentence."""


def headline(card: Card) -> dict[str, float]:
    """Every headline figure that this run measured, in the order of ``targets.yml``; what was not run is left out."""
    return headline_of(card.held_out, card.robustness, card.values, card.times, card.people, card.xsid)


def headline_of(
    held_out: Intents,
    robustness: Mapping[str, Intents],
    values: Extraction,
    times: Times,
    people: People | None = None,
    xsid: Foreign | None = None,
) -> dict[str, float]:
    """The same of the parts of a card, for a run that has no whole one."""
    figures = _figures(held_out, robustness.get(SLIP), values, times, people, xsid)
    return {name: round(value, 4) for name, value in figures}


def _figures(
    held_out: Intents,
    slipped: Intents | None,
    values: Extraction,
    times: Times,
    people: People | None,
    xsid: Foreign | None,
) -> Iterator[tuple[str, float]]:
    yield "intent_first", held_out.first
    yield "intent_among_two", held_out.among_two
    if slipped:
        yield "slip_loss", held_out.first - slipped.first
    yield "out_of_scope", held_out.out_of_scope
    yield "turned_away", held_out.turned_away
    yield "values_f1", values.f1
    yield "times_exact", times.exact
    if people:
        yield "people_right", people.all.right
        yield "people_questions", people.all.advice_questions
        yield "people_asked_thrice", people.all.asked_thrice
        yield "people_no_way_on", people.all.no_way_on
    if xsid:
        yield "xsid_intent", xsid.intent
        yield "xsid_entities", xsid.entities
