"""A report card made up for tests: every figure in it is another one, so that each can be looked for on a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

from tests.evaluate.card import Card, Confusion, Extraction, Foreign, Intents, People, Times
from tests.evaluate.people.report import Comparison, Group


class _Figures:
    """Hands out shares (0.1 %), counts and medians, none of them twice."""

    def __init__(self) -> None:
        self.shares: Iterator[float] = (number / 1000 for number in count(101))
        self.counts = count(1001)
        self.medians: Iterator[float] = (number + 0.5 for number in count(11))

    def share(self) -> float:
        return next(self.shares)

    def number(self) -> int:
        return next(self.counts)

    def intents(self) -> Intents:
        shares = {name: self.share() for name in ("first", "among_two", "asked_back", "out_of_scope", "turned_away")}
        return Intents(texts=self.number(), **shares)

    def extraction(self, *kinds: str) -> Extraction:
        shares = {name: self.share() for name in ("precision", "recall", "f1")}
        return Extraction(texts=self.number(), kinds={kind: self.share() for kind in kinds}, **shares)

    def foreign(self) -> Foreign:
        shares = {name: self.share() for name in ("intent", "intent_unique", "entities", "spans")}
        return Foreign(texts=1000, **shares)

    def group(self) -> Group:
        shares = {name: self.share() for name in ("right", "no_wrong_turn", "seat", "not_understood", "misheard")}
        counts = {name: self.number() for name in ("wrong_turns", "dead_ends", "asked_thrice", "no_way_on")}
        medians = {name: next(self.medians) for name in ("advice_questions", "turns")}
        return Group(people=self.number(), **shares, **counts, **medians)

    def comparison(self) -> Comparison:
        shares = {name: self.share() for name in ("dutiful_right", "short_right", "same_line")}
        medians = {name: next(self.medians) for name in ("dutiful_questions", "short_questions")}
        return Comparison(people=self.number(), **shares, **medians)


def made_card(intents: tuple[str, str, str] = ("greet", "enrol", "ask_cost"), group: str = "talks: words") -> Card:
    """A card with every part; of the three intents one is confused twice with another one, and one once."""
    made = _Figures()
    return Card(
        commit="abc1234",
        made=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
        seconds={"training": next(made.medians), "people": next(made.medians)},
        training_texts=made.number(),
        held_out=made.intents(),
        confusion=Confusion(names=list(intents), rows=[[7, 2, 0], [0, 9, 0], [1, 0, 8]]),
        robustness={"one slip": made.intents(), "some slips": made.intents()},
        cross_validation=made.intents(),
        init=made.intents(),
        init_robustness={"one slip": made.intents(), "some slips": made.intents()},
        init_epochs=made.number(),
        values=made.extraction("role", "place"),
        values_seen=made.extraction("role", "skill"),
        times=Times(cases=made.number(), exact=made.share(), unseen=made.share(), kinds={"date": made.share()}),
        xsid=made.foreign(),
        xsid_init=made.foreign(),
        people=People(all=made.group(), groups={group: made.group()}, dutiful=made.comparison()),
    )


def card_with(figures: dict[str, float], commit: str = "abc1234") -> Card:
    """A card with these headline figures; the share lost by a slip is taken from what is understood straight away."""
    card = made_card().model_copy(deep=True, update={"commit": commit})
    assert card.people is not None
    assert card.xsid is not None
    at = {
        "intent_first": (card.held_out, "first"),
        "intent_among_two": (card.held_out, "among_two"),
        "out_of_scope": (card.held_out, "out_of_scope"),
        "turned_away": (card.held_out, "turned_away"),
        "values_f1": (card.values, "f1"),
        "times_exact": (card.times, "exact"),
        "people_right": (card.people.all, "right"),
        "people_questions": (card.people.all, "advice_questions"),
        "people_asked_thrice": (card.people.all, "asked_thrice"),
        "people_no_way_on": (card.people.all, "no_way_on"),
        "xsid_intent": (card.xsid, "intent"),
        "xsid_entities": (card.xsid, "entities"),
    }
    for name, (part, field) in at.items():
        setattr(part, field, figures[name])
    card.robustness["one slip"].first = figures["intent_first"] - figures["slip_loss"]
    return card
