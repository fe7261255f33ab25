"""“typing…” while the navigator thinks, when that takes long enough to wonder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

SOON, AGAIN = 0.4, 4.5
"""Seconds until it shows, and until it is said again; Telegram shows it for five."""


@asynccontextmanager
async def typing(bot: Bot, chat_id: int) -> AsyncIterator[None]:
    """Shows that an answer is coming, for as long as it takes."""
    showing = asyncio.create_task(_show(bot, chat_id))
    try:
        yield
    finally:
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)


async def _show(bot: Bot, chat_id: int) -> None:
    await asyncio.sleep(SOON)
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
        await asyncio.sleep(AGAIN)
