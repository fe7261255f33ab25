"""What stands in a mail around the words of a letter: a greeting, the facts, the links, and why somebody gets it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.telling.letter import Letter
from bot.telling.saying import say_cost
from knowledge.vocabulary import DUTCH

NAME = "Smart Makers Navigator"
FOOT = "Je krijgt deze mail over een plek die je zelf vroeg. Minder berichten? Zeg het de navigator."
NOTES = {
    "REQUEST": "De afspraak voor je agenda zit bij deze mail.",
    "CANCEL": "Met het bestand bij deze mail gaat de afspraak uit je agenda.",
}
"""What is said of the file that goes along."""
NO_LINKS = "Antwoorden kan in het gesprek met de navigator."
"""Instead of buttons, when there is no talk left that they could belong to."""

Links = Sequence[tuple[str, str]]
"""Each a title and an address."""


def text(letter: Letter, links: Links, url: str) -> str:
    """The mail as plain text."""
    rows = [f"{label}: {value}" for label, value in _rows(letter)]
    parts = [
        f"Hoi {letter.name}," if letter.name else "",
        *letter.paragraphs,
        "\n".join(rows),
        "\n".join(f"{title}:\n{link}" for title, link in links),
        _note(letter, links),
        f"-- \n{NAME}\n{FOOT}\n{url}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def html(letter: Letter, links: Links, url: str) -> str:
    """The mail as HTML; all that comes from elsewhere is escaped."""
    return dressed(
        subject=letter.subject,
        name=letter.name,
        paragraphs=letter.paragraphs,
        rows=_rows(letter),
        links=links,
        note=_note(letter, links),
        foot=FOOT,
        url=url,
    )


def dressed(
    *,
    subject: str,
    name: str | None,
    paragraphs: Sequence[str],
    links: Links,
    foot: str,
    url: str,
    rows: Sequence[tuple[str, str]] = (),
    note: str = "",
) -> str:
    """Any mail of ours as HTML; all that comes from elsewhere is escaped."""
    return _template().render(
        subject=subject,
        sender=NAME,
        name=name,
        paragraphs=paragraphs,
        rows=rows,
        links=links,
        note=note,
        foot=foot,
        url=url,
    )


def _note(letter: Letter, links: Links) -> str:
    said = [NO_LINKS if letter.buttons and not links else "", NOTES.get(letter.method or "", "")]
    return " ".join(part for part in said if part)


def _rows(letter: Letter) -> list[tuple[str, str]]:
    card = letter.card
    if card is None:
        return []
    place = f", nummer {card.waiting_position}" if card.waiting_position else ""
    rows = [
        ("Wat", card.name),
        ("Wanneer", card.when),
        ("Waar", card.place),
        ("Academie", card.academy),
        ("Kosten", say_cost(card.cost, card.paid_by)),
        ("Jij", f"{DUTCH[card.state]}{place}" if card.state else ""),
    ]
    return [(label, value) for label, value in rows if value]


@cache
def _template() -> Template:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    return environment.from_string(Path(__file__).with_name("mail.html").read_text(encoding="utf-8"))
