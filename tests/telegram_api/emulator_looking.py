"""Looking at what the emulator has been told by the bot, and waiting for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

import httpx

from tests.telegram_api.chats import TIMEOUT
from tests.telegram_api.emulator_shim import Shim
from tests.telegram_api.keyboards import Button
from tests.telegram_api.markup import parse_html
from tests.telegram_api.params import Params
from tests.telegram_api.seen import SeenMessage

T = TypeVar("T")
TOKEN = "666:AAE-a-token-for-the-emulator"  # noqa: S105


class EmulatorLooking:
    """The side of the emulator that a test's assertions use."""

    def __init__(self, shim: Shim, client: httpx.Client) -> None:
        self._shim, self._client = shim, client

    def messages(self, chat: int) -> list[SeenMessage]:
        """What the bot has said and not deleted, in order, each as it is after its last edit."""
        answer = self._client.post("/getUpdatesHistory", json={"token": TOKEN}).json()
        said = [item for item in answer["result"] if str(item.get("message", {}).get("chat_id")) == str(chat)]
        return [self._seen(chat, item) for item in sorted(said, key=lambda item: item["messageId"])]

    def message(self, chat: int, message_id: int) -> SeenMessage:
        found = next((message for message in self.messages(chat) if message.id == message_id), None)
        assert found, f"no message {message_id} of the bot in chat {chat}:\n{self.told(chat)}"
        return found

    def calls(self, method: str) -> list[Params]:
        """What each call of a method was given, in order."""
        with self._shim.changed:
            return [params for name, params in self._shim.calls if name == method.lower()]

    def wait_for_message(
        self, chat: int, containing: str = "", *, after: int = 0, timeout: float = TIMEOUT
    ) -> SeenMessage:
        """The first message of the bot whose text contains `containing`, with a number above `after`."""

        def found() -> SeenMessage | None:
            fitting = (m for m in self.messages(chat) if m.id > after and containing in m.text)
            return next(fitting, None)

        return self.wait_for(
            found, timeout, f"no message in chat {chat} after #{after} containing {containing!r}", chat
        )

    def wait_for_edit(
        self, chat: int, message_id: int, containing: str = "", *, timeout: float = TIMEOUT
    ) -> SeenMessage:
        """The message, as soon as it has been edited to a text that contains `containing`."""

        def found() -> SeenMessage | None:
            message = self.message(chat, message_id)
            return message if (chat, message_id) in self._shim.edited and containing in message.text else None

        return self.wait_for(found, timeout, f"message #{message_id} was not edited to {containing!r}", chat)

    def wait_for(self, condition: Callable[[], T | None], timeout: float, what: str, chat: int | None = None) -> T:
        """What `condition` gives as soon as that is true; looked at after every call of the bot."""
        end = time.monotonic() + timeout
        with self._shim.changed:
            while not (found := condition()):
                left = end - time.monotonic()
                told = "" if chat is None else f"; there was:\n{self.told(chat)}"
                assert left > 0, f"after {timeout:g} s: {what}{told}"
                self._shim.changed.wait(left)
            return found

    def told(self, chat: int) -> str:
        return "\n".join(f"  {message.told()}" for message in self.messages(chat)) or "  (nothing)"

    def _seen(self, chat: int, item: dict[str, Any]) -> SeenMessage:
        said = item["message"]
        html = said.get("caption" if "kind" in said else "text") or ""
        rows = (said.get("reply_markup") or {}).get("inline_keyboard") or []
        keyboard = tuple(tuple(Button(b["text"], b.get("callback_data"), b.get("url")) for b in row) for row in rows)
        text = parse_html(html)[0] if said.get("parse_mode") == "HTML" else html
        seen = SeenMessage(
            item["messageId"], chat, item["time"] // 1000, text, html, said.get("kind", "text"), keyboard
        )
        if file := self._shim.files.get((chat, seen.id)):
            seen.content, seen.filename = file.content, file.filename
        return seen
