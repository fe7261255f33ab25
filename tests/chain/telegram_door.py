"""People on Telegram, in front of a Bot API server that a front door asks for updates."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from tests.chain.front_door import FrontDoor, front_door
from tests.chain.running import Running
from tests.telegram_api.emulator import Emulator
from tests.telegram_api.fake import FakeBotApi
from tests.telegram_api.seen import SeenMessage

PATIENCE = 60.0
"""Seconds for an answer: of the talk, or of the clock. On a busy machine a turn takes a few."""


class Server(Protocol):
    """A Bot API server to start a door on."""

    token: str
    base_url: str


def telegram_door(running: Running, server: Server, **settings: str) -> AbstractContextManager[FrontDoor]:
    """A front door with the bot of this server, and a clock that ticks every second."""
    telegram = {
        "NAVIGATOR_TELEGRAM_TOKEN": server.token,
        "NAVIGATOR_TELEGRAM_API": server.base_url.removesuffix("/bot"),
        "NAVIGATOR_TICK": "1",
    }
    return front_door(running, **telegram, **settings)


class OnTheFake:
    """Somebody on Telegram before the strict fake, and the message that they look at: the last that they waited for.

    What they wait for is newer than what they last did, unless they look further back.
    """

    def __init__(self, api: FakeBotApi, chat: int) -> None:
        self.api, self.chat = api, chat
        self.message: SeenMessage | None = None
        self._since = 0

    @property
    def looks_at(self) -> SeenMessage:
        """The message that they last waited for."""
        assert self.message is not None, f"{self.chat} has seen nothing yet"
        return self.message

    @property
    def newest(self) -> int:
        """The number of the newest message in the chat, whoever sent it; 0 when there is none."""
        return max((message.id for message in self.api.chat(self.chat).history), default=0)

    def says(self, text: str, expects: str = "", *, reply_to: SeenMessage | None = None) -> SeenMessage:
        """Types; the first message after that which has these words."""
        said = self.api.says(self.chat, text, reply_to=reply_to.id if reply_to else None)
        self._since = said.message_id
        return self.sees(expects)

    def presses(self, title: str, expects: str = "", *, under: SeenMessage | None = None) -> SeenMessage:
        """Presses a button under the message that they look at (or another); the first message after that."""
        message = under or self.looks_at
        self._since = self.newest
        self.api.presses(self.chat, message.id, title)
        return self.sees(expects)

    def sees(self, expects: str = "", *, kind: str | None = None, after: int | None = None) -> SeenMessage:
        """Waits for a message with these words, and looks at it."""
        since = self._since if after is None else after
        chat = self.api.chat(self.chat)
        self.message = chat.wait_for_message(expects, after=since, kind=kind, timeout=PATIENCE)
        return self.message

    def sees_buttons(self, message: SeenMessage, titles: list[str]) -> None:
        """Waits until these are the buttons under a message; what is pressed stays, marked."""

        def shown() -> bool:
            now = self.api.chat(self.chat).message(message.id)
            return now is not None and now.titles == titles

        self.api.wait_for(shown, PATIENCE, f"{titles} under {message.told()}")


class OnTheEmulator:
    """Somebody on Telegram before the emulator; what they wait for is newer than what they last did."""

    def __init__(self, api: Emulator, chat: int) -> None:
        self.api, self.chat = api, chat
        self._since = 0

    def says(self, text: str, expects: str = "") -> SeenMessage:
        """Types; the first message after that which has these words."""
        self._since = self.api.says(self.chat, text).message_id
        return self.sees(expects)

    def presses(self, message: SeenMessage, title: str, expects: str = "") -> SeenMessage:
        """Presses a button under a message, and waits until it is marked; the first message after that."""
        self._since = max(one.id for one in self.api.messages(self.chat))
        self.api.presses(self.chat, message.id, title)
        marked = self.api.wait_for_edit(self.chat, message.id, timeout=PATIENCE)
        assert marked.titles == [f"✓ {title}"], marked.told()
        return self.sees(expects)

    def sees(self, expects: str = "") -> SeenMessage:
        """Waits for a message with these words, and for the file that came with it."""
        found = self.api.wait_for_message(self.chat, expects, after=self._since, timeout=PATIENCE)

        def whole() -> SeenMessage | None:
            message = self.api.message(self.chat, found.id)
            return message if message.kind == "text" or message.content else None

        return self.api.wait_for(whole, PATIENCE, f"the file of {found.told()}", self.chat)
