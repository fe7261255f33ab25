"""How meanings are understood: beside Rasa's default pipeline, with slips, intent by intent, and what is confused."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluate.card import Card, Confusion, Intents
from tests.evaluate.headline import SLIP
from tests.evaluate.showing.heat_map import confused, heat_map
from tests.evaluate.showing.markup import Html, folded, section, table, tag
from tests.evaluate.showing.plots import Bar, bars
from tests.evaluate.targets import read_targets, written

OURS, INIT = "this navigator", "Rasa's default pipeline"
FREQUENT = 20
COLUMNS = ("Sentences", "Texts", "Right first", "Right among two", "Asked back", "Seen out of scope", "Turned away")


def robustness(card: Card) -> Html:
    """Sentences as they were written and as they come out of hasty fingers, ours beside Rasa's."""
    series = (OURS, INIT) if card.init else (OURS,)
    rows = [Bar(name, _pair(ours, init, len(series)), _target(name)) for name, ours, init in _conditions(card)]
    figures = [(f"{name}: {who}", *_cells(one)) for name, who, one in _measured(card)]
    return section(
        "robustness",
        "Sentences by other people, and with slips",
        tag("p", "The share of sentences whose right meaning came first, as written and typed otherwise."),
        bars("plot-robustness", "Right meaning first, as written and with slips", rows, series),
        folded("The figures as a table", table("Understanding of sentences by other people", COLUMNS, figures)),
    )


def by_intent(card: Card) -> Html:
    """How many sentences of each intent were recognised, the hardest first, in two columns."""
    recalls = sorted(_recalls(card.confusion), key=lambda one: (one[1] / one[2], one[0]))
    rows = [Bar(name, (right / texts,)) for name, right, texts in recalls]
    half = (len(rows) + 1) // 2
    plots = [
        bars(f"plot-intents-{number}", title, part, (OURS,))
        for number, title, part in ((1, "The harder intents", rows[:half]), (2, "The easier intents", rows[half:]))
        if part
    ]
    cells = [(name, f"{right}", f"{texts}", written(right / texts, "share")) for name, right, texts in recalls]
    return section(
        "intents",
        "Every intent",
        tag("p", "The share of the sentences of each intent that was recognised (recall), the hardest first."),
        tag("div", *(tag("div", plot) for plot in plots), class_="pair"),
        folded("The figures as a table", table("Recognised by intent", ("Intent", "Right", "Texts", "Recall"), cells)),
    )


def confusions(card: Card) -> Html:
    """The picture of all confusions, and the most frequent ones to read."""
    pairs, texts = confused(card.confusion), {name: texts for name, _, texts in _recalls(card.confusion)}
    rows = [(meant, taken, f"{times} of {texts[meant]}") for meant, taken, times in pairs[:FREQUENT]]
    head = ("Meant", "Taken for", "Times")
    caption = f"The {len(rows)} most frequent of {len(pairs)} confusions"
    return section(
        "confusions",
        "What is confused with what",
        tag(
            "p",
            "A row is what somebody meant, a column what the navigator made of it; the list below has the worst.",
        ),
        heat_map("plot-confusion", card.confusion),
        table(caption, head, rows) if rows else tag("p", "Nothing was confused."),
    )


def _conditions(card: Card) -> Iterator[tuple[str, Intents, Intents | None]]:
    yield "as written", card.held_out, card.init
    for name, ours in card.robustness.items():
        yield name, ours, card.init_robustness.get(name)


def _measured(card: Card) -> Iterator[tuple[str, str, Intents]]:
    for name, ours, init in _conditions(card):
        yield name, OURS, ours
        if init:
            yield name, INIT, init
    if card.cross_validation:
        yield "its own examples, cross-validated", OURS, card.cross_validation


def _pair(ours: Intents, init: Intents | None, series: int) -> tuple[float | None, ...]:
    return (ours.first, init.first if init else None)[:series]


def _target(name: str) -> float | None:
    targets = read_targets().targets
    first, slip = targets["intent_first"].bound, targets["slip_loss"].bound
    return {"as written": first, SLIP: round(first - slip, 4)}.get(name)


def _cells(one: Intents) -> tuple[str, ...]:
    shares = (one.first, one.among_two, one.asked_back, one.out_of_scope, one.turned_away)
    return (f"{one.texts:,}", *(written(share, "share") for share in shares))


def _recalls(confusion: Confusion) -> list[tuple[str, int, int]]:
    """Of each intent with any text: its name, how many were right, and how many there are."""
    rows = zip(confusion.names, confusion.rows, strict=True)
    return [(name, row[place], sum(row)) for place, (name, row) in enumerate(rows) if sum(row)]
