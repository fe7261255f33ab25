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
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from tests.telegram_api.chats import TIMEOUT
from tests.telegram_api.emulator_looking import TOKEN, EmulatorLooking
from tests.telegram_api.emulator_node import running
from tests.telegram_api.emulator_shim import ITSELF, Shim
from tests.telegram_api.people import Pressed, Said
from tests.telegram_api.seen import SeenMessage
from tests.telegram_api.serving import Serving


class Emulator(EmulatorLooking):
    """The emulator from outside, in the words of the strict fake. Everything may be called from any thread."""

    def __init__(self, shim: Shim, client: httpx.Client) -> None:
        super().__init__(shim, client)
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
        shown = message.as_json({"id": message.chat_id, "type": "private", "first_name": name}, {})
        return shown | {"from": ITSELF}


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
