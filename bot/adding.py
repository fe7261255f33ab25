"""What only the front door can add to an answer: addresses, codes and personal data.

Neither Rasa nor our store of answers sees any of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from json import dumps
from typing import Any

from sqlalchemy import Engine

from bot.answers import Message
from bot.composing import Composed
from bot.desk.codes import give_code, undo
from bot.links import Links
from knowledge.own_data import export
from knowledge.people import known
from knowledge.telling.feeds import calendar_key, renew_calendar_key


@dataclass(frozen=True, slots=True)
class Adding:
    """Adds to answers over a database; ``links`` says where the doors are."""

    engine: Engine
    links: Links

    def added(self, conversation: str, composed: Composed, channel: str, now: datetime) -> list[Message]:
        """The messages that an answer asks for."""
        messages = []
        if composed.export is not None:
            messages.append(self._exported(conversation, composed.export))
        if composed.calendar is not None:
            messages += self._calendar(conversation, composed.calendar)
        if composed.link is not None:
            messages.append(self._link(conversation, composed.link, channel, now))
        if composed.share is not None:
            messages.append(self._share(composed.share))
        return messages

    def _exported(self, conversation: str, answers: dict[str, Any]) -> Message:
        """All that is kept, as text to copy."""
        kept = export(self.engine, conversation) | {"answers": answers}
        return Message(text=dumps(kept, ensure_ascii=False, indent=1, default=str))

    def _calendar(self, conversation: str, wish: str) -> list[Message]:
        """The address of the person's own feed."""
        learner_id = known(self.engine, conversation).learner_id
        if learner_id is None:
            return []
        give = renew_calendar_key if wish == "renew" else calendar_key
        return [Message(text=f"{self.links.url}/kalender/{give(self.engine, learner_id)}.ics")]

    def _link(self, conversation: str, wish: str, channel: str, now: datetime) -> Message:
        if wish == "undo":
            return undo(self.engine, conversation, channel, now)
        return give_code(self.engine, conversation, channel, self.links, now)

    def _share(self, start: str) -> Message:
        """The addresses that lead into the talk, for a colleague."""
        website = self.links.website(start) if start else f"{self.links.url}/gesprek"
        telegram = self.links.telegram(start or "hoi")
        return Message(text="\n".join(filter(None, (website, telegram))))


def with_added(messages: Sequence[Message], added: Sequence[Message]) -> list[Message]:
    """An answer with what was added, right behind the sentence that announces it and before any question after it."""
    return [*messages[:1], *added, *messages[1:]] if len(messages) > 1 else [*_beneath(messages, added)]


def _beneath(messages: Sequence[Message], added: Sequence[Message]) -> Iterator[Message]:
    """One sentence, what was added, and the buttons of the sentence last."""
    if not messages or not added:
        yield from (*messages, *added)
        return
    first, *_ = messages
    *before, last = added
    yield first.model_copy(update={"buttons": []})
    yield from before
    yield last.model_copy(update={"buttons": [*last.buttons, *first.buttons]})
