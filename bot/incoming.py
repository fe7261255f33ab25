"""A message as it comes in, checked before anything is touched."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sentences import TEXT_OR_BUTTON
from bot.typed import clean
from knowledge.errors import NavigatorError, UnknownThing

_ISSUED = re.compile(r"[A-Za-z0-9_-]{1,100}", re.ASCII)


class TextOrButton(NavigatorError):  # noqa: N818  # it reads as what it is
    """A message is one thing: a text, a button, or an order of the door."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message: ``text`` (cleaned), ``button`` (a token) or ``order``. ``conversation`` is None for a new talk.

    ``message_id`` is the channel's own name for it; the same one again is the same message. ``order`` comes from a
    door of ours and never from what a person typed: what Rasa gets as it is (``/greet``), or what the desk does
    (``bot/desk``). ``about`` is the notice that it is a reply to.
    """

    conversation: str | None
    text: str | None
    button: str | None
    message_id: str | None
    channel: str
    order: str | None = None
    about: int | None = None

    @property
    def message_key(self) -> str | None:
        """The name under which its answer is kept, when the channel gave one."""
        return f"message:{self.message_id}" if self.message_id else None

    @property
    def button_key(self) -> str | None:
        """The name under which the answer to a press of this button is kept."""
        return f"button:{self.button}" if self.button else None


def incoming(
    conversation: str | None,
    text: str | None,
    button: str | None,
    message_id: str | None,
    channel: str,
    longest: int,
    *,
    order: str | None = None,
    about: int | None = None,
) -> Incoming:
    """Checks a message.

    Raises:
        TextOrButton: when it is more than one thing, or nothing.
        NothingTyped, TooLong: for a text that cannot be answered.
        UnknownThing: for a conversation or a button that we can't have issued.
    """
    if [text, button, order].count(None) != 2:
        raise TextOrButton(TEXT_OR_BUTTON)
    if conversation is not None and not _ISSUED.fullmatch(conversation):
        raise UnknownThing("conversation", conversation)
    if button is not None and (conversation is None or not _ISSUED.fullmatch(button)):
        raise UnknownThing("button", button)
    cleaned = None if text is None else clean(text, longest)
    return Incoming(conversation, cleaned, button, message_id, channel, order, about)
