"""Plays whole turns of a talk without Rasa: understanding, then the action that the rules choose.

Everything that an action says is held against the domain as it is said: the response exists, each value that its
text needs is there, buttons are few and known, cards can be read, what is remembered fits in a declared slot.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions.advice
import actions.browse
import actions.clarify
import actions.enrol
import actions.hr
import actions.path
import actions.privacy
import actions.questions
import actions.say
import actions.seats
import actions.skip
import actions.understanding  # noqa: F401  # every action of the domain is below NavigatorAction now
from actions.academy import Academy
from actions.base import NavigatorAction
from knowledge.cards import Card
from knowledge.database import writing
from knowledge.tables import Conversation, PersonalDatum
from tests.actions.domain import domain, first_slots, render
from tests.actions.rules import action_for

MOST_BUTTONS = 4
WORDS = {"name": "naam", "email": "mail", "phone": "tel"}
"""The kinds of personal data, each with the word of the reference that the front door puts in its place."""

_CARD: TypeAdapter[Card] = TypeAdapter(Card)


@dataclass
class Answer:
    """What came of one turn: the responses by name, their words, the buttons, the cards, what the door is told."""

    responses: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    buttons: list[dict[str, str]] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    door: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def titles(self) -> list[str]:
        return [button["title"] for button in self.buttons]

    def cards_of(self, kind: str) -> list[Any]:
        """The cards of a kind."""
        return [card for card in self.cards if card.kind == kind]


class Stage:
    """One talk, in a database of its own. ``slots`` are what Rasa would remember, ``answer`` is the last one."""

    def __init__(self, academy: Academy, conversation: str = "talk") -> None:
        self.academy, self.conversation = academy, conversation
        self.slots = first_slots()
        self.answer = Answer()
        self.answers: list[Answer] = []
        self.acted: str | None = None
        now = academy.now()
        with writing(academy.engine) as session:
            session.add(Conversation(id=conversation, created_at=now, seen_at=now))

    def say(self, text: str, intent: str, ranking: Mapping[str, float] | None = None) -> str:
        """Somebody types a text that means an intent; gives all that is answered, as one text."""
        ranked = ranking or {intent: 1.0}
        return self._turn(text, intent, [], ranked)

    def press(self, title: str) -> str:
        """Somebody presses the button with this title (or one that begins with it) of the last answer."""
        found = [button for button in self.answer.buttons if button["title"].startswith(title)]
        assert len(found) == 1, f"{title!r} among {self.answer.titles}"
        return self.send(found[0]["payload"])

    def send(self, payload: str) -> str:
        """A button's payload comes in."""
        intent, brace, carried = payload.removeprefix("/").partition("{")
        entities = json.loads(brace + carried) if brace else {}
        found = [{"entity": kind, "value": value} for kind, value in entities.items()]
        return self._turn(payload, intent, found, {intent: 1.0})

    def gives(self, **data: str) -> str:
        """The front door keeps ``name``, ``email`` or ``phone`` and types references in their place."""
        rows = [
            PersonalDatum(
                conversation_id=self.conversation,
                reference=f"[{WORDS[kind]}-1]",
                kind=kind,
                value=value,
                kept_at=self.academy.now(),
            )
            for kind, value in data.items()
        ]
        with writing(self.academy.engine) as session:
            for row in rows:
                session.merge(row)
        return self.say(" ".join(f"[{WORDS[kind]}-1]" for kind in data), "give_contact")

    def _turn(self, text: str, intent: str, entities: list[dict[str, Any]], ranking: Mapping[str, float]) -> str:
        self.answer = Answer()
        self.answers.append(self.answer)
        message = {
            "text": text,
            "intent": {"name": intent, "confidence": max(ranking.values())},
            "entities": entities,
            "intent_ranking": [{"name": name, "confidence": sure} for name, sure in ranking.items()],
        }
        self.run("action_validate_slot_mappings", message)
        if intent == "restart":
            self.slots = first_slots()
            self._heard({"response": "utter_restart"})
        else:
            self.acted = action_for(intent, self.slots["topic"])
            self.run(self.acted, message)
        assert self.answer.texts, f"{text!r} is answered with silence"
        assert len(self.answer.buttons) <= MOST_BUTTONS, self.answer.titles
        assert len(set(self.answer.titles)) == len(self.answer.titles), self.answer.titles
        return self.answer.text

    def run(self, name: str, message: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Runs one action, takes what it says to the answer and what it remembers to the slots; gives its events."""
        dispatcher = CollectingDispatcher()
        slots = deepcopy(self.slots)
        tracker = Tracker(self.conversation, slots, dict(message), [], False, None, {}, "action_listen")
        action = ACTIONS[name](lambda: self.academy)
        events = asyncio.run(action.run(dispatcher, tracker, domain()))
        for said in json.loads(json.dumps(dispatcher.messages)):
            self._heard(said)
        for event in json.loads(json.dumps(events)):
            assert event["event"] == "slot"
            assert event["name"] in self.slots, f"{event['name']} is not a slot"
            self.slots[event["name"]] = event["value"]
        assert self.slots["topic"] in domain()["slots"]["topic"]["values"]
        return events

    def _heard(self, said: dict[str, Any]) -> None:
        if said.get("response"):
            self.answer.responses.append(said["response"])
            self.answer.texts.append(render(said["response"], said))
        elif said.get("text"):
            self.answer.texts.append(said["text"])
        for button in said.get("buttons", []):
            _check_button(button)
            self.answer.buttons.append(button)
        custom = said.get("custom", {})
        if "card" in custom:
            self.answer.cards.append(_CARD.validate_python(custom["card"]))
        self.answer.door |= {key: value for key, value in custom.items() if key != "card"}


def _check_button(button: dict[str, str]) -> None:
    intent, brace, carried = button["payload"].removeprefix("/").partition("{")
    assert intent in domain()["intents"], button
    entities = json.loads(brace + carried) if brace else {}
    assert entities.keys() <= set(domain()["entities"]), button
    assert button["title"]


def _below(cls: type[NavigatorAction]) -> Iterator[type[NavigatorAction]]:
    for child in cls.__subclasses__():
        yield child
        yield from _below(child)


ACTIONS = {cls.called: cls for cls in _below(NavigatorAction) if hasattr(cls, "called")}
"""Every action by its name in the domain."""
