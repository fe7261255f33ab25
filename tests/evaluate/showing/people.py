"""What simulated people got: by way of talking, typing and going along, and beside the dutiful way of asking."""

from __future__ import annotations

from itertools import groupby

from tests.evaluate.card import Card, People
from tests.evaluate.people.report import Comparison, Group
from tests.evaluate.showing.markup import Html, folded, section, table, tag
from tests.evaluate.showing.plots import Bar, bars
from tests.evaluate.targets import read_targets, written

COLUMNS = ("Kind", "People", "Right line", "No wrong turn", "Seat", "Questions for an advice (median)",
           "Turns (median)",
           "Turns not understood", "Turns misheard", "Wrong turns", "Dead ends", "Asked three times",
           "No way on")  # fmt: skip
HEADINGS = {"talks": "how they talk", "typos": "how they type", "willing": "how they go along"}
WHOLE = "The figures as a table"


def people(card: Card) -> Html | None:
    """The conversations; None when they were not held."""
    if card.people is None:
        return None
    everyone = card.people.all
    rows = [("everyone", *_cells(everyone)), *((name, *_cells(one)) for name, one in card.people.groups.items())]
    return section(
        "people",
        "Simulated people",
        tag("p", f"{everyone.people:,} made-up people talked with the whole navigator, each in their own way. The bars "
                 "show how many got a line that is right for them."),
        bars("plot-people", "Right line, by kind of person", _rows(card.people), ("right line",)),
        folded(WHOLE, table("Simulated people, by kind", COLUMNS, rows)),
        *_dutiful(card.people.dutiful),
    )  # fmt: skip


def _rows(people: People) -> list[Bar]:
    """Everyone, then the groups under the heading before their colon."""
    rows = [Bar("everyone", (people.all.right,), read_targets().targets["people_right"].bound)]
    for heading, names in groupby(people.groups, lambda name: name.rpartition(": ")[0]):
        rows += [Bar(HEADINGS.get(heading, heading))] if heading else []
        rows += [Bar(name.rpartition(": ")[2].replace("_", " "), (people.groups[name].right,)) for name in names]
    return rows


def _cells(one: Group) -> tuple[str, ...]:
    return (
        f"{one.people:,}",
        *(written(share, "share") for share in (one.right, one.no_wrong_turn, one.seat)),
        *(written(number, "number") for number in (one.advice_questions, one.turns)),
        *(written(share, "share") for share in (one.not_understood, one.misheard)),
        *(f"{count:,}" for count in (one.wrong_turns, one.dead_ends, one.asked_thrice, one.no_way_on)),
    )


def _dutiful(both: Comparison | None) -> list[Html]:
    """Whether asking less costs anything."""
    if both is None:
        return []
    short, long = written(both.short_questions, "number"), written(both.dutiful_questions, "number")
    said = (
        f"The navigator stops asking when no answer can change its advice: a median of {short} questions. The same "
        f"{both.people:,} people were also asked everything, a median of {long} questions."
    )
    rows = [
        Bar(f"right, {short} questions", (both.short_right,)),
        Bar(f"right, {long} questions", (both.dutiful_right,)),
        Bar("same line both ways", (both.same_line,)),
    ]
    cells = [(row.label, *(written(value or 0, "share") for value in row.values)) for row in rows]
    return [
        tag("h3", "Does asking less cost anything?"),
        tag("p", said),
        bars("plot-dutiful", "Asking what matters, and asking everything", rows, ("share of people",)),
        folded(WHOLE, table("Asking what matters, and asking everything", ("Outcome", "Share of people"), cells)),
    ]
