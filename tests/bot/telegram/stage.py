"""People on Telegram: they say and press, and see what comes in their chat."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial

from fastapi import FastAPI

from tests.telegram_api.fake import FakeBotApi
from tests.telegram_api.seen import SeenMessage

KEES, JOKE = 7, 8


@dataclass
class Stage:
    """A Bot API server and the door that is open over it."""

    api: FakeBotApi
    app: FastAPI

    async def says(self, text: str, chat: int = KEES, *, reply_to: int | None = None) -> SeenMessage:
        """Somebody says something; the first message that comes back."""
        said = self.api.says(chat, text, reply_to=reply_to)
        return await self.sees("", chat, after=said.message_id)

    async def sees(self, containing: str, chat: int = KEES, *, after: int = 0) -> SeenMessage:
        """Waits for a message in a chat."""
        return await asyncio.to_thread(partial(self.api.chat(chat).wait_for_message, containing, after=after))

    async def presses(self, message: SeenMessage, title: str) -> SeenMessage:
        """Presses a button; the next message that comes back."""
        self.api.presses(message.chat_id, message.id, title)
        return await self.sees("", message.chat_id, after=message.id)

    async def sees_buttons(self, message: SeenMessage, titles: list[str]) -> None:
        """Waits until these are the buttons under a message."""

        def found() -> bool:
            now = self.api.chat(message.chat_id).message(message.id)
            return now is not None and now.titles == titles

        await asyncio.to_thread(partial(self.api.wait_for, found, what=f"{titles} under {message.text!r}"))

    async def all_taken(self) -> None:
        """Waits until every update was taken in."""
        await asyncio.to_thread(self.api.wait_until_taken)
