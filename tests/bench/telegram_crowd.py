"""People on Telegram who all talk at once: each says a turn, waits for its answer, reads it, and says the next."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.bench.telegram_people import Talk, Turn
from tests.telegram_api.fake import FakeBotApi
from tests.telegram_api.seen import SeenMessage

READING = 1.5
"""Seconds that somebody reads before going on. What comes in them belongs to the same answer."""

LOOK = 0.02
"""Seconds between two looks at all chats; times are that exact."""


@dataclass(slots=True)
class Taken:
    """A turn that was said: when (monotonic seconds), as which message, and when its answer was there."""

    turn: Turn
    said_at: float
    message_id: int
    answered_at: float | None = None

    @property
    def took(self) -> float | None:
        """Seconds from said to answered."""
        return None if self.answered_at is None else self.answered_at - self.said_at


@dataclass(slots=True)
class Person:
    """Somebody in a chat of their own, and how far they are."""

    chat: int
    talk: Talk
    taken: list[Taken] = field(default_factory=list)
    looked: int = 0

    @property
    def waits(self) -> bool:
        """Whether something was said that isn't answered."""
        return bool(self.taken) and self.taken[-1].answered_at is None

    @property
    def done(self) -> bool:
        """Whether everything was said and answered."""
        return len(self.taken) == len(self.talk.turns) and not self.waits

    def step(self, api: FakeBotApi, now: float) -> None:
        """Looks for the answer, or says the next turn when the last one was read."""
        if self.waits:
            self._look(api, now)
        elif not self.done and now >= self._goes_on_at():
            turn = self.talk.turns[len(self.taken)]
            said = api.says(self.chat, turn.text, name=f"Mens {self.chat}")
            self.taken.append(Taken(turn, now, said.message_id))

    def _goes_on_at(self) -> float:
        """When the last answer was read; at once in the beginning."""
        return (self.taken[-1].answered_at or 0.0) + READING if self.taken else 0.0

    def _look(self, api: FakeBotApi, now: float) -> None:
        history = api.chat(self.chat).history
        if len(history) == self.looked:
            return
        self.looked = len(history)
        taken = self.taken[-1]
        texts = [m.text for m in history if m.from_bot and m.text and m.id > taken.message_id]
        if any(map(taken.turn.ends, texts)):
            taken.answered_at = now

    def answers(self, api: FakeBotApi) -> Iterator[tuple[Taken, list[SeenMessage]]]:
        """Each turn that was said, with the messages of the bot between it and the next."""
        messages = api.chat(self.chat).messages
        ends = [taken.message_id for taken in self.taken[1:]] + [None]
        for taken, end in zip(self.taken, ends, strict=True):
            yield taken, [m for m in messages if taken.message_id < m.id and (end is None or m.id < end)]


def answered(people: Sequence[Person]) -> int:
    """How many turns were answered by now."""
    return sum(taken.answered_at is not None for person in people for taken in person.taken)


def talk_at_once(
    api: FakeBotApi, people: Sequence[Person], patience: float, meanwhile: Callable[[int, float], None]
) -> None:
    """Lets everybody talk until all are done or ``patience`` seconds have gone by.

    Args:
        meanwhile: called at every look with the number of answers and the moment.
    """
    end = time.monotonic() + patience
    while (now := time.monotonic()) < end and not all(person.done for person in people):
        for person in people:
            person.step(api, now)
        meanwhile(answered(people), now)
        time.sleep(LOOK)
    time.sleep(READING)
