"""`navigator chat`: a conversation in the terminal, through the same door as the website."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import click

from bot.cli.base import current_settings
from bot.cli.cards import card_text
from bot.cli.website import Website

_PROMPT = "> "


@dataclass
class Talk:
    """A conversation: its id once it has one, and the tokens of the buttons that were shown last."""

    conversation: str | None = None
    tokens: list[str] = field(default_factory=list)

    def request(self, typed: str) -> dict[str, str | None]:
        """What to send for a typed line: a button when it is the number of one, else the text."""
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(self.tokens):
            return {"conversation": self.conversation, "button": self.tokens[int(typed) - 1]}
        return {"conversation": self.conversation, "text": typed}

    def show(self, answer: dict[str, Any]) -> str:
        """The answer as text, its buttons numbered through; remembers them."""
        self.conversation = answer["conversation"]
        self.tokens = []
        paragraphs = []
        for message in answer["messages"]:
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
        for typed in _typed_lines():
            click.echo(f"\n{talk.show(website.post('/api/chat', talk.request(typed)))}\n")
    except KeyboardInterrupt:
        click.echo()
    if talk.conversation:
        click.echo(f"To go on later: navigator chat --conversation {talk.conversation}", err=True)


def _typed_lines() -> Iterator[str]:
    """The lines that somebody types, without the empty ones; what is piped in is shown too."""
    live = sys.stdin.isatty()
    if live:
        import readline  # noqa: F401  # gives `input` the arrow keys
    while True:
        try:
            typed = input(_PROMPT if live else "").strip()
        except EOFError:
            return
        if typed:
            if not live:
                click.echo(f"{_PROMPT}{typed}")
            yield typed
