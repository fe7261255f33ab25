"""What is found in a sentence: the values that people name, the times they write, and others' sentences (xSID)."""

from __future__ import annotations

from tests.evaluate.card import Card, Extraction, Foreign
from tests.evaluate.showing.intents import INIT, OURS
from tests.evaluate.showing.markup import Html, folded, section, table, tag
from tests.evaluate.showing.plots import Bar, bars
from tests.evaluate.targets import Published, read_targets, written

NEW, SEEN = "new sentences", "sentences that were looked at"
MEASURES = {"intent": "meaning, all", "intent_unique": "meaning, each once",
            "entities": "names, by word", "spans": "names, whole"}  # fmt: skip


def values(card: Card) -> Html:
    """F1 of each kind of value, in new sentences and in those that the rules were made with."""
    both = (card.values, card.values_seen)
    kinds = sorted(set(card.values.kinds) | set(card.values_seen.kinds))
    rows = [Bar("all", tuple(one.f1 for one in both), _bound("values_f1"))]
    rows += [Bar(kind, tuple(one.kinds.get(kind) for one in both)) for kind in kinds]
    totals = [_extraction(NEW, card.values), _extraction(SEEN, card.values_seen)]
    return section(
        "values",
        "What people name",
        tag("p", "Roles, skills, places, wishes: how well they are found (F1: 100% is all found and nothing else)."),
        bars("plot-values", "Values found, by kind (F1)", rows, (NEW, SEEN)),
        table("All kinds together", ("Sentences", "Texts", "Precision", "Recall", "F1"), totals),
        _as_table("Values found, by kind (F1)", rows, (NEW, SEEN)),
    )


def times(card: Card) -> Html:
    """Exactly read times, by kind."""
    rows = [Bar("all", (card.times.exact,), _bound("times_exact")), Bar("no rule made after", (card.times.unseen,))]
    rows += [Bar(kind, (share,)) for kind, share in sorted(card.times.kinds.items())]
    return section(
        "times",
        "Days, hours and amounts",
        tag("p", f"The share of {card.times.cases:,} cases that was read to exactly the right value."),
        bars("plot-times", "Times read exactly, by kind", rows, (OURS,)),
        _as_table("Times read exactly, by kind", rows, ("Exact",)),
    )


def foreign(card: Card) -> Html | None:
    """Ours on others' sentences, beside Rasa's default pipeline and what was published; None when it was not run."""
    if card.xsid is None:
        return None
    published = read_targets().published
    measured = [(OURS, card.xsid), *([(INIT, card.xsid_init)] if card.xsid_init else [])]
    series = [name for name, _ in measured] + [one.name for one in published]
    rows = [_measure(field, name, [one for _, one in measured], published) for field, name in MEASURES.items()]
    return section(
        "xsid",
        "Sentences that nobody here wrote",
        tag("p", "A public Dutch test about alarms, music and the weather (xSID), taught and tried with its own "
                 f"sentences, {card.xsid.texts:,} of them to try: whether the method is good, not only our examples. "
                 "Meaning is counted over all sentences, and with each once; names (F1) word by word and whole."),
        bars("plot-xsid", "A public test in Dutch", rows, series),
        _as_table("A public test in Dutch", rows, series),
        *(tag("p", one.sentence, class_="note") for one in published),
    )  # fmt: skip


def _measure(field: str, name: str, measured: list[Foreign], published: list[Published]) -> Bar:
    ours = [getattr(one, field) for one in measured]
    theirs = [{"intent_unique": one.intent, "entities": one.entities}.get(field) for one in published]
    return Bar(
        name, (*ours, *theirs), {"intent": _bound("xsid_intent"), "entities": _bound("xsid_entities")}.get(field)
    )


def _extraction(name: str, one: Extraction) -> tuple[str, ...]:
    return (name, f"{one.texts:,}", *(written(share, "share") for share in (one.precision, one.recall, one.f1)))


def _as_table(caption: str, rows: list[Bar], series: tuple[str, ...] | list[str]) -> Html:
    cells = [(row.label, *("–" if one is None else written(one, "share") for one in row.values)) for row in rows]
    return folded("The figures as a table", table(caption, ("Kind", *series), cells))


def _bound(name: str) -> float:
    return read_targets().targets[name].bound
