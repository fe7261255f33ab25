"""telegram-test-api, a Bot API server of another's making, behind a shim that lets python-telegram-bot talk to it.

It stands beside our own fake as a second opinion: how messages, buttons, presses, edits and updates are stored and
numbered is its work, not ours. What it can't do: it checks nothing (any length, any HTML, any chat; `text` here is
what our own reading of HTML makes of it), groups, edits by people, other kinds of messages than text, blocking, 403 or
429, 409, entities in its answers, replies of the bot, and getUpdates with `allowed_updates`. What
`tests.telegram_api.emulator_shim` adds (photos and documents, captions, the webhook's secret and its next tries, long
polling) is our work again.

    with emulator() as api:
        ...  # the door, with base_url=api.base_url and api.token
        said = api.says(7, "hoi")
        api.wait_for_message(7, "Hallo", after=said.message_id)
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import httpx

from tests.telegram_api.chats import TIMEOUT
from tests.telegram_api.emulator_node import running
from tests.telegram_api.emulator_shim import Shim
from tests.telegram_api.keyboards import Button
from tests.telegram_api.markup import parse_html
from tests.telegram_api.params import Params
from tests.telegram_api.people import Pressed, Said
from tests.telegram_api.seen import SeenMessage
from tests.telegram_api.serving import Serving

T = TypeVar("T")
TOKEN = "666:AAE-a-token-for-the-emulator"  # noqa: S105


class Emulator:
    """The emulator from outside, in the words of the strict fake. Everything may be called from any thread."""

    def __init__(self, shim: Shim, client: httpx.Client) -> None:
        self._shim, self._client = shim, client
        self._marks = itertools.count(1)
        self.token, self.base_url = TOKEN, shim.own

    def says(self, chat: int, text: str, *, name: str = "Kees", reply_to: int | None = None) -> Said:
        """Somebody types a message; returns when the bot has been given it, for that is when it gets its number."""
        message = self._from(chat, name) | {"text": text}
        if reply_to is not None:
            message["reply_to_message"] = self._as_update(self.message(chat, reply_to), name)
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        update_id, number = self._happen("sendCommand" if text.startswith("/") else "sendMessage", message, message)
        return Said(update_id, int(number))

    def presses(self, chat: int, message_id: int, title: str) -> Pressed:
        """Somebody presses the button with that title, as the message stands now."""
        message = self.message(chat, message_id)
        data = message.button(title).data
        assert data is not None, f"{title!r} tells the bot nothing"
        shown = self._as_update(message, "Kees") | {"mark": f"mark{next(self._marks)}"}
        query = {"botToken": TOKEN, "from": self._from(chat, "Kees")["from"], "message": shown, "data": data}
        return Pressed(*self._happen("sendCallback", query, shown))

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

    def wait_for(self, condition: Callable[[], T], timeout: float, what: str, chat: int | None = None) -> T:
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

    def _happen(self, way: str, body: dict[str, Any], marked: dict[str, Any]) -> tuple[int, str]:
        answer = self._client.post(f"/{way}", json=body)
        assert answer.json().get("ok"), answer.text
        ids = self._shim.ids
        return self.wait_for(lambda: ids.get(marked["mark"]), TIMEOUT, "the bot doesn't ask for updates")

    def _from(self, chat: int, name: str) -> dict[str, Any]:
        return {
            "botToken": TOKEN,
            "mark": f"mark{next(self._marks)}",
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": name},
            "from": {"id": chat, "is_bot": False, "first_name": name, "language_code": "nl"},
        }

    def _as_update(self, message: SeenMessage, name: str) -> dict[str, Any]:
        return message.as_json({"id": message.chat_id, "type": "private", "first_name": name}, {})

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


@contextmanager
def emulator() -> Iterator[Emulator]:
    """The emulator and its shim on free ports of loopback until the block ends; its modules installed when needed.

    Raises:
        AssertionError: Node isn't there, its modules can't be installed, or the emulator doesn't start.
    """
    with running() as address, httpx.Client(base_url=address, trust_env=False) as client:
        shim = Shim(address)
        serving = Serving(shim.answer)
        shim.own = f"http://127.0.0.1:{serving.port}/bot"
        serving.up()
        try:
            yield Emulator(shim, client)
        finally:
            serving.close()
