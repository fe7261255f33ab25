"""One talk over ``POST /api/chat`` that goes on whatever is killed: what got no answer is sent again, the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random
from time import monotonic
from typing import Any

import httpx

from knowledge.clock import utc_now
from tests.evaluate.people.reading import Answer
from tests.torture.house import House
from tests.torture.pace import Pace
from tests.torture.reading import BROKEN, is_sorry, read

PATIENCE = 15.0
"""Seconds that somebody waits for an answer; ten are promised."""

MOST_TRIES = 60
"""So often the same message is sent; a part that comes back answers much earlier."""

TWICE = 0.2
"""The part of the messages that is delivered twice though the first was answered."""

Message = dict[str, str]


class Stuck(AssertionError):  # noqa: N818  # it reads as what it is
    """A talk that gets no further."""


@dataclass(frozen=True)
class Told:
    """A state of a seat that somebody was told of: it held at some moment between asking and reading."""

    offering: str
    state: str
    asked_at: datetime
    read_at: datetime


@dataclass
class Talked:
    """What came of a talk. ``different`` are answers to a repeated message that were not the same as before."""

    number: int
    name: str
    conversation: str | None = None
    over: str = ""
    turns: int = 0
    again: int = 0
    broken: int = 0
    twice: int = 0
    slowest: float = 0.0
    told: list[Told] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)


class Line:
    """Sends what somebody types or presses until it is answered; keeps what they were told."""

    def __init__(self, house: House, pace: Pace, talked: Talked, draw: Random) -> None:
        self.talked = talked
        self._house, self._pace, self._draw = house, pace, draw
        self._client = httpx.Client(base_url=house.url, timeout=PATIENCE, trust_env=False)
        self._names = count(1)
        self._answered: list[tuple[Message, list[dict[str, Any]]]] = []

    def close(self) -> None:
        """Hangs up."""
        self._client.close()

    def send(self, message: Message) -> Answer:
        """The answer to a ``text`` or a ``button``. Raises Stuck when there is none."""
        asked_at = utc_now()
        for _ in range(MOST_TRIES):
            named = {**message, "message": f"{self.talked.name}-{next(self._names)}"}
            messages = self._until_answered(named)
            answer = read(messages)
            if not answer.says(BROKEN):
                break
            self.talked.broken += 1
        self.talked.turns += 1
        self._pace.turn(self.talked.number, self.talked.turns)
        self._keep(message, answer, asked_at)
        self._answered.append((named, messages))
        if self._draw.random() < TWICE:
            self.repeat(-1)
        return answer

    def repeat(self, which: int) -> None:
        """Delivers a message again that was answered: the same answer comes."""
        named, before = self._answered[which]
        self.talked.twice += 1
        again = self._until_answered(named)
        if again != before:
            self.talked.different.append(f"{self.talked.name}: {named} first got {before}, then {again}")

    def repeat_one(self) -> None:
        """The same, for any of the messages of this talk."""
        self.repeat(self._draw.randrange(len(self._answered)))

    def tell(self, offering: str, state: str, asked_at: datetime) -> None:
        """Notes what was told in other ways than by a card."""
        self.talked.told.append(Told(offering, state, asked_at, utc_now()))

    def _until_answered(self, named: Message) -> list[dict[str, Any]]:
        for _ in range(MOST_TRIES):
            messages = self._try(named)
            if messages is not None and not is_sorry(messages):
                return messages
            self.talked.again += 1
            if self._pace.is_over:
                break
            self._house.wait_until_well(PATIENCE)
        raise Stuck(f"no answer to {named}")

    def _try(self, named: Message) -> list[dict[str, Any]] | None:
        """What came back; None when the connection was cut, or something broke."""
        began = monotonic()
        try:
            response = self._client.post("/api/chat", json={"conversation": self.talked.conversation, **named})
        except httpx.TransportError:
            self._house.cut()
            return None
        self.talked.slowest = max(self.talked.slowest, monotonic() - began)
        if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
            return None
        if response.status_code != httpx.codes.OK:
            raise Stuck(f"{response.status_code} to {named}: {response.text}")
        body = response.json()
        self.talked.conversation = body["conversation"] or self.talked.conversation
        if is_sorry(body["messages"]):
            self._house.cut()
        messages: list[dict[str, Any]] = body["messages"]
        return messages

    def _keep(self, message: Message, answer: Answer, asked_at: datetime) -> None:
        self.talked.transcript += [f"> {message}", answer.text]
        for card in answer.cards_of("offering"):
            if card["state"]:
                self.tell(str(card["id"]), str(card["state"]), asked_at)
