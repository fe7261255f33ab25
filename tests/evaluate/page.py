"""The report card as a page to read: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from string import Template

from tests.evaluate.card import Card
from tests.evaluate.history import Line, joined
from tests.evaluate.showing import found, intents
from tests.evaluate.showing.course import course
from tests.evaluate.showing.markup import Html, join, section, table, tag
from tests.evaluate.showing.people import people
from tests.evaluate.showing.summary import summary
from tests.evaluate.targets import written

TEMPLATE = Path(__file__).with_name("showing") / "page.html"


def page(card: Card, history: Sequence[Line]) -> str:
    """The whole page. ``history`` may hold this run already or not; parts that were not run are left out."""
    parts = [
        summary(card, history),
        intents.robustness(card),
        intents.by_intent(card),
        intents.confusions(card),
        found.values(card),
        found.times(card),
        people(card),
        found.foreign(card),
        course(joined(history, card)),
        _running(card),
    ]
    filled = {"made": _made(card), "body": join(part for part in parts if part is not None)}
    return Template(TEMPLATE.read_text("utf-8")).substitute(filled)


def _made(card: Card) -> Html:
    moment = tag("time", f"{card.made:%d %B %Y, %H:%M} UTC", datetime=card.made.isoformat())
    return tag("p", "Commit ", tag("code", card.commit), ", measured on ", moment, ", taught with ",
               f"{card.training_texts:,} examples.", class_="made")  # fmt: skip


def _running(card: Card) -> Html:
    rows = [(name, written(seconds, "number")) for name, seconds in card.seconds.items()]
    return section("running", "How long it took", table("Each step of the run", ("Step", "Seconds"), rows))
