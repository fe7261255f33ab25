"""A letter: all that one notice says to one person, before a way out dresses it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from bot.composing import DraftButton
from knowledge.cards import OfferingCard
from knowledge.tables import Notice


@dataclass(frozen=True)
class Letter:
    """What is said, to whom.

    Attributes:
        notice: the id of the notice that it tells.
        message_id: its name on every way out, the same for every repetition.
        conversation: the talk that its buttons belong to; None when there is none left.
        name, address: of the person, as they gave them.
        chat: their chat on Telegram; None when there is none that takes messages.
        paragraphs: at most three, plain text.
        buttons: at most four, without tokens yet.
        invitation: what a calendar takes in (iCalendar), with its ``method``; both None when there is none.
    """

    notice: int
    message_id: str
    conversation: str | None
    name: str | None
    address: str | None
    subject: str
    paragraphs: list[str]
    buttons: list[DraftButton]
    card: OfferingCard | None
    invitation: bytes | None = None
    method: str | None = None
    chat: int | None = None

    @property
    def text(self) -> str:
        """The paragraphs with a blank line between them."""
        return "\n\n".join(self.paragraphs)


def message_id(notice: Notice, host: str) -> str:
    """``<notice-12.0a1b…@host>``: a server or a reader that gets it twice can tell that it is the same."""
    return f"<notice-{notice.id}.{sha256(notice.key.encode()).hexdigest()[:16]}@{host}>"
