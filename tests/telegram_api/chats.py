"""A chat as it looks on the screen, and waiting for what will be said in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.telegram_api.seen import SeenMessage

if TYPE_CHECKING:
    from tests.telegram_api.world import World

TIMEOUT = 20.0
"""Seconds that waiting takes at most, unless told otherwise."""


class Chat:
    """A private chat (its number is the person's) or a group (a number below zero).

    Attributes:
        known: whether the bot may write there: somebody wrote first.
        blocked: whether the person has blocked the bot.
        left: for a group the bot isn't in any more, how: ``is not a member of`` or ``was kicked from``.
        history: every message, of the bot and of people, in order of their first showing; deleted ones too.
    """

    def __init__(self, world: World, chat_id: int) -> None:
        self._world = world
        self.id = chat_id
        self.name = "Kees"
        self.title = "Werkplaats"
        self.known = False
        self.blocked = False
        self.left = ""
        self.history: list[SeenMessage] = []

    @property
    def messages(self) -> list[SeenMessage]:
        """What the bot has said and not deleted, in order, each as it is after its last edit."""
        with self._world.changed:
            return [message for message in self.history if message.from_bot and not message.deleted]

    @property
    def texts(self) -> list[str]:
        """The texts of `messages`."""
        return [message.text for message in self.messages]

    @property
    def last(self) -> SeenMessage:
        """The newest message of the bot."""
        messages = self.messages
        assert messages, f"the bot has said nothing in chat {self.id}"
        return messages[-1]

    def message(self, message_id: int) -> SeenMessage | None:
        """The message with that number, whoever sent it; None when there is none or it was deleted."""
        with self._world.changed:
            return next((m for m in self.history if m.id == message_id and not m.deleted), None)

    def wait_for_message(
        self, containing: str = "", *, after: int = 0, kind: str | None = None, timeout: float = TIMEOUT
    ) -> SeenMessage:
        """The first message of the bot whose text contains `containing`, with a number above `after`.

        Messages of the bot and of people share one row of numbers, so `after` may be what somebody just said.

        Raises:
            AssertionError: showing everything that was said.
        """

        def found() -> SeenMessage | None:
            fitting = (m for m in self.messages if m.id > after and containing in m.text and kind in (None, m.kind))
            return next(fitting, None)

        what = f"no {kind or 'message'} in chat {self.id} after #{after} containing {containing!r}"
        return self._world.wait_for(found, timeout, lambda: f"{what}; there was:\n{self.told()}")

    def wait_for_messages(self, count: int, *, after: int = 0, timeout: float = TIMEOUT) -> list[SeenMessage]:
        """The bot's messages with a number above `after`, as soon as there are `count`."""

        def found() -> list[SeenMessage] | None:
            fitting = [message for message in self.messages if message.id > after]
            return fitting if len(fitting) >= count else None

        what = f"no {count} messages in chat {self.id} after #{after}"
        return self._world.wait_for(found, timeout, lambda: f"{what}; there was:\n{self.told()}")

    def wait_for_edit(self, message_id: int, containing: str = "", *, timeout: float = TIMEOUT) -> SeenMessage:
        """The message, as soon as it has been edited to a text that contains `containing`."""

        def found() -> SeenMessage | None:
            message = self.message(message_id)
            edited = message is not None and len(message.versions) > 1 and containing in message.text
            return message if edited else None

        what = f"message #{message_id} was not edited to {containing!r}"
        return self._world.wait_for(found, timeout, lambda: f"{what}; there was:\n{self.told()}")

    def told(self) -> str:
        """Everything in it, a line each."""
        with self._world.changed:
            return "\n".join(f"  {message.told()}" for message in self.history) or "  (nothing)"

    def person(self) -> dict[str, Any]:
        """The person of a private chat as the Bot API writes them."""
        return {"id": abs(self.id), "is_bot": False, "first_name": self.name, "language_code": "nl"}

    def as_json(self) -> dict[str, Any]:
        if self.id < 0:
            return {"id": self.id, "type": "group", "title": self.title}
        return {"id": self.id, "type": "private", "first_name": self.name}
