"""`navigator chat`: a conversation in the terminal, through the same door as the website."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import quote

import click

from bot.cli.base import current_settings
from bot.cli.cards import card_text
from bot.cli.website import Website

_PROMPT = "> "


@dataclass
class Talk:
    """A conversation: its id once it has one, and the tokens of the buttons that were shown last.

    ``last`` is the number of the last message that waited for us; None when we never looked.
    """

    conversation: str | None = None
    tokens: list[str] = field(default_factory=list)
    last: int | None = None

    def request(self, typed: str) -> dict[str, str | None]:
        """What to send for a typed line: a button when it is the number of one, else the text."""
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(self.tokens):
            return {"conversation": self.conversation, "button": self.tokens[int(typed) - 1]}
        return {"conversation": self.conversation, "text": typed}

    def show(self, answer: dict[str, Any]) -> str:
        """The answer as text, its buttons numbered through; remembers them."""
        self.conversation = answer["conversation"]
        self.tokens = []
        return self._shown(answer["messages"])

    def show_waiting(self, website: Website) -> str:
        """What was put in the talk meanwhile, its buttons numbered on after those that are there."""
        if self.conversation is None:
            return ""
        since = {} if self.last is None else {"after": self.last}
        found = website.get(f"/api/chat/{quote(self.conversation, safe='')}/messages", **since)
        self.last = found["last"]
        return self._shown(found["messages"])

    def _shown(self, messages: list[dict[str, Any]]) -> str:
        paragraphs = []
        for message in messages:
            paragraphs += [message["text"]] if message.get("text") else []
            paragraphs += [card_text(card) for card in message.get("cards", [])]
            buttons = []
            for button in message.get("buttons", []):
                self.tokens.append(button["token"])
                buttons.append(f"  [{len(self.tokens)}] {button['title']}")
            paragraphs += ["\n".join(buttons)] if buttons else []
        return "\n\n".join(paragraphs)


@click.command()
@click.option("--conversation", help="Go on with the conversation of this id.")
def chat(conversation: str | None) -> None:
    """Talk with the running navigator; a number presses a button, Ctrl-D ends."""
    website = Website(current_settings())
    talk = Talk(conversation)
    click.echo("Type a message. A number presses a button; Ctrl-D ends.", err=True)
    try:
        for typed in _typed_lines(partial(_show_waiting, talk, website)):
            click.echo(f"\n{talk.show(website.post('/api/chat', talk.request(typed)))}\n")
    except KeyboardInterrupt:
        click.echo()
    if talk.conversation:
        click.echo(f"To go on later: navigator chat --conversation {talk.conversation}", err=True)


def _show_waiting(talk: Talk, website: Website) -> None:
    if said := talk.show_waiting(website):
        click.echo(f"{said}\n")


def _typed_lines(before_each: Callable[[], None]) -> Iterator[str]:
    """The lines that somebody types, without the empty ones; what is piped in is shown too."""
    live = sys.stdin.isatty()
    if live:
        import readline  # noqa: F401  # gives `input` the arrow keys
    while True:
        before_each()
        try:
            typed = input(_PROMPT if live else "").strip()
        except EOFError:
            return
        if typed:
            if not live:
                click.echo(f"{_PROMPT}{typed}")
            yield typed
