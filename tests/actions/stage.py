"""Plays whole turns of a talk without Rasa: understanding, then the action that the rules in data/rules choose."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from actions.academy import Academy
from actions.base import NavigatorAction
from knowledge.database import writing
from knowledge.tables import Conversation, PersonalDatum
from tests.actions.answer import Answer, read_payload
from tests.actions.domain import domain, first_slots
from tests.actions.rules import action_for

WORDS = {"name": "naam", "email": "mail", "phone": "tel"}
"""The kinds of personal data, each with the word of the reference that the front door puts in its place."""


class Stage:
    """One talk. ``slots`` are what Rasa would remember, ``answer`` is the last one, ``acted`` what gave it.

    ``metadata`` is what the front door tells along with a message: the ``channel``, and which notice it is ``about``.
    """

    def __init__(self, academy: Academy, conversation: str = "talk") -> None:
        self.academy = academy
        self.answers: list[Answer] = []
        self.acted = ""
        self.metadata: dict[str, Any] = {"channel": "website"}
        self._begin(conversation)

    def _begin(self, conversation: str) -> None:
        self.conversation, self.slots = conversation, first_slots()
        now = self.academy.now()
        with writing(self.academy.engine) as session:
            session.add(Conversation(id=conversation, created_at=now, seen_at=now))

    @property
    def answer(self) -> Answer:
        return self.answers[-1] if self.answers else Answer()

    @property
    def open_question(self) -> str | None:
        return (self.slots["open_question"] or {}).get("name")

    def say(self, text: str, intent: str, **ranking: float) -> str:
        """Somebody types a text that means an intent (or one of a ranking); gives all that is answered."""
        return self._turn(text, intent, [], ranking or {intent: 1.0})

    def say_both(self, main: tuple[str, str], *others: tuple[str, str]) -> str:
        """Somebody wishes several things in one message, each a text with the intent that Rasa heard in it."""
        wishes = [{"text": text, "intent": intent, "confidence": 0.9} for text, intent in (main, *others)]
        return self._turn(" en ".join(text for text, _ in (main, *others)), main[1], [], {main[1]: 0.9}, wishes)

    def press(self, title: str) -> str:
        """Somebody presses the button with this title (or one that begins with it) of the last answer."""
        found = [button for button in self.answer.buttons if button["title"].startswith(title)]
        assert len(found) == 1, f"{title!r} among {self.answer.titles}"
        return self.send(found[0]["payload"])

    def send(self, payload: str) -> str:
        """What a button means comes in."""
        intent, carried = read_payload(payload)
        entities = [{"entity": kind, "value": value} for kind, value in carried.items()]
        return self._turn(payload, intent, entities, {intent: 1.0})

    def gives(self, words: str = "", **data: str) -> str:
        """Somebody types a ``name``, ``email`` or ``phone``; the front door keeps it and passes on a reference."""
        with writing(self.academy.engine) as session:
            for kind, value in data.items():
                reference, now = f"[{WORDS[kind]}-1]", self.academy.now()
                row = {"conversation_id": self.conversation, "reference": reference, "kind": kind, "kept_at": now}
                session.merge(PersonalDatum(**row, value=value))
        return self.say(" ".join([words, *(f"[{WORDS[kind]}-1]" for kind in data)]).strip(), "give_contact")

    def _turn(
        self,
        text: str,
        intent: str,
        entities: list[dict[str, Any]],
        ranking: Mapping[str, float],
        wishes: Sequence[Mapping[str, Any]] = (),
    ) -> str:
        self.answers.append(Answer())
        ranked = [{"name": name, "confidence": sure} for name, sure in ranking.items()]
        first = {"name": intent, "confidence": ranking.get(intent, max(ranking.values()))}
        message = {"text": text, "intent": first, "entities": entities, "intent_ranking": ranked, "wishes": wishes}
        message["metadata"] = self.metadata
        self.run("action_validate_slot_mappings", message)
        self.acted = action_for(intent, self.slots["topic"])
        self.run(self.acted, message)
        self.answer.check()
        self._is_seen()
        if self.answer.door.get("forget"):
            self._begin(f"{self.conversation}+")
        return self.answer.text

    def _is_seen(self) -> None:
        """The front door notes when the last turn of a talk was; one that was wiped begins anew."""
        with writing(self.academy.engine) as session:
            conversation = session.get(Conversation, self.conversation)
            if conversation is not None:
                conversation.seen_at = self.academy.now()

    def run(self, name: str, message: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Runs one action, takes what it says to the answer and what it remembers to the slots; gives its events."""
        dispatcher = CollectingDispatcher()
        slots = deepcopy(self.slots)
        tracker = Tracker(self.conversation, slots, dict(message), [], False, None, {}, "action_listen")
        action = ACTIONS[name](lambda: self.academy)
        events = asyncio.run(action.run(dispatcher, tracker, domain()))
        assert slots == self.slots, "an action changes slots by events only"
        for said in json.loads(json.dumps(dispatcher.messages)):
            self.answer.hear(said)
        for event in json.loads(json.dumps(events)):
            if event["event"] == "restart":
                self.slots = first_slots()
                continue
            assert event["event"] == "slot"
            assert event["name"] in self.slots, f"{event['name']} is not a slot"
            self.slots[event["name"]] = event["value"]
        assert self.slots["topic"] in domain()["slots"]["topic"]["values"]
        return events


def _every_action() -> dict[str, type[NavigatorAction]]:
    """Every action by its name in the domain."""
    for file in sorted(Path(actions.__file__).parent.glob("*.py")):
        import_module(f"actions.{file.stem}")
    return {cls.called: cls for cls in _below(NavigatorAction) if hasattr(cls, "called")}


def _below(cls: type[NavigatorAction]) -> Iterator[type[NavigatorAction]]:
    for child in cls.__subclasses__():
        yield child
        yield from _below(child)


ACTIONS = _every_action()
