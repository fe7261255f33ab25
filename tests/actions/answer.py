"""What comes of one turn, held against the domain as it is said."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from knowledge.cards import Card
from tests.actions.domain import domain, render

MOST_BUTTONS = 4
DOOR = {"expects", "forget", "export", "calendar", "link", "share"}
"""What the front door can be told."""

_CARD: TypeAdapter[Card] = TypeAdapter(Card)


@dataclass
class Answer:
    """The responses by name, their words, the buttons, the cards, and what the door is told."""

    responses: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    buttons: list[dict[str, str]] = field(default_factory=list)
    cards: list[Any] = field(default_factory=list)
    door: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def titles(self) -> list[str]:
        return [button["title"] for button in self.buttons]

    @property
    def questions(self) -> list[str]:
        """The responses that ask something."""
        return [name for name in self.responses if name.startswith("utter_ask_")]

    @property
    def offerings(self) -> list[str]:
        """The offerings that are shown, in order."""
        return [card.id for card in self.cards_of("offering")]

    def cards_of(self, kind: str) -> list[Any]:
        """The cards of a kind."""
        return [card for card in self.cards if card.kind == kind]

    def hear(self, said: dict[str, Any]) -> None:
        """Takes one message of an action. Raises AssertionError when the domain or the door can't do with it."""
        if said.get("response"):
            self.responses.append(said["response"])
            self.texts.append(render(said["response"], said))
        elif said.get("text"):
            self.texts.append(said["text"])
        for button in said.get("buttons", []):
            check_button(button)
            self.buttons.append(button)
        custom = said.get("custom", {})
        if "card" in custom:
            self.cards.append(_CARD.validate_python(custom["card"]))
        told = {key: value for key, value in custom.items() if key != "card"}
        assert told.keys() <= DOOR, told
        self.door |= told

    def check(self) -> None:
        """Raises AssertionError when there is nothing to read, or too much to press."""
        assert self.text.strip(), "silence"
        assert len(self.buttons) <= MOST_BUTTONS, self.titles
        assert len(set(self.titles)) == len(self.titles), self.titles


def read_payload(payload: str) -> tuple[str, dict[str, Any]]:
    """The intent and the entities of what a button sends."""
    intent, brace, carried = payload.removeprefix("/").partition("{")
    return intent, json.loads(brace + carried) if brace else {}


def check_button(button: dict[str, str]) -> None:
    """Raises AssertionError when a button means or carries what the domain doesn't know."""
    intent, entities = read_payload(button["payload"])
    assert intent in domain()["intents"], button
    assert entities.keys() <= set(domain()["entities"]), button
    assert button["title"].strip(), button
