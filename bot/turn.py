"""One message on its way to an answer: how far it has come, and the line in the log when it gets stuck."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from hashlib import sha256

import structlog

from bot.answers import Answer, Message, ShownButton
from bot.composing import Composed
from bot.incoming import Incoming
from bot.masking import unmask
from bot.sentences import BUTTONS_LOST

_log = structlog.get_logger()


class Stage(Enum):
    """How far a message has come; it says what is true when time runs out."""

    WAITING = auto()
    OPENING = auto()
    SENT = auto()
    SAVING = auto()


@dataclass(slots=True)
class Turn:
    """One message. ``conversation`` is None until a new talk has its id; ``composed`` is what Rasa said,
    ``pressed`` the button that it came from.
    """

    message: Incoming
    now: datetime
    conversation: str | None
    stage: Stage = Stage.WAITING
    pressed: ShownButton | None = None
    composed: Composed = field(default_factory=Composed)

    def say(self, sentence: str) -> Answer:
        """An answer of one sentence of our own; a button that was pressed in vain is there again."""
        buttons = [self.pressed] if self.pressed else []
        return Answer(conversation=self.conversation, messages=[Message(text=sentence, buttons=buttons)])

    def failed(self, part: str, reason: str) -> None:
        """The one line in the log that says which part failed and why; never what was said."""
        _log.warning("part failed", part=part, reason=reason, talk=talk_name(self.conversation))

    def unsaved(self) -> Answer:
        """The answer as far as it needs no database: its words and cards."""
        drafts = self.composed.drafts
        messages = [Message(text=unmask(draft.text, ()), cards=draft.cards) for draft in drafts]
        if any(draft.buttons for draft in drafts):
            messages.append(Message(text=BUTTONS_LOST))
        return Answer(conversation=self.conversation, messages=messages)


def talk_name(conversation: str | None) -> str:
    """A name for a conversation that the log may hold: it cannot be turned back into the id."""
    return sha256(conversation.encode()).hexdigest()[:8] if conversation else "new"
