"""Telegram's limits: 30 messages a second over all, one a second in a chat, and to wait as long as it asks.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

BURST, EVERY = 2, 0.08
"""Messages at once, and the seconds in which that many come free again: 25 a second, and 27 in the busiest one. What is
left up to 30 is for the way there: what left apart may arrive together."""

APART = 1.1
"""Seconds between two messages in a chat: the way there doesn't always take as long, and a second must remain."""

FREE = ("answerCallbackQuery",)
"""What is no message; it must not wait, or it comes too late."""

SIGNS = ("sendChatAction",)
SIGNS_BURST, SIGNS_EVERY = 2, 0.2
"""“typing…” is no message either, but is shown ten times a second at most: when two hundred people wait at once, their
signs would else hold up the answers, which then arrive all together and too fast for Telegram."""

UNSPACED = ("editMessageReplyMarkup",)
"""What changes a message that is there: counted over all, but no reason to hold up the answer in its chat."""

PATIENCE = 600.0
"""Seconds that a request waits for Telegram at most, unless its sender has less."""

SLACK = 0.1


class Limiter(BaseRateLimiter[float]):
    """Spaces requests out, and repeats one that came too soon when Telegram says that it may.

    A chat that must wait holds up no other. ``rate_limit_args`` of a request are the seconds that it can wait; when
    Telegram asks for more, RetryAfter is raised.
    """

    def __init__(self) -> None:
        self._all = AsyncLimiter(BURST, EVERY)
        self._signs = AsyncLimiter(SIGNS_BURST, SIGNS_EVERY)
        self._chats: dict[int, AsyncLimiter] = {}
        self._until: dict[int | None, float] = {}

    async def initialize(self) -> None:
        """Nothing is held open."""

    async def shutdown(self) -> None:
        """Likewise."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: float | None,
    ) -> Any:
        """The answer to a request, once it may go."""
        chat = data.get("chat_id")  # None for what is asked of no chat, such as the menu
        if endpoint in FREE:
            return await callback(*args, **kwargs)
        if endpoint in SIGNS:
            await self._signs.acquire()
            return await callback(*args, **kwargs)
        patience = PATIENCE if rate_limit_args is None else rate_limit_args
        while True:
            await self._turn(chat, spaced=endpoint not in UNSPACED)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                wait = _seconds(error) + SLACK
                if wait > patience:
                    raise
                patience -= wait
                self._until[chat] = max(self._until.get(chat, 0.0), _now() + wait)

    async def _turn(self, chat: int | None, *, spaced: bool) -> None:
        """Waits as long as Telegram asked; then until this chat may have a message, and any chat may."""
        while (wait := self._until.get(chat, 0.0) - _now()) > 0:
            await asyncio.sleep(wait)
        self._until.pop(chat, None)
        if chat is None:
            return
        if spaced:
            await self._of(chat).acquire()
        await self._all.acquire()

    def _of(self, chat: int) -> AsyncLimiter:
        """The limiter of a chat; those that are at rest are let go when there are many."""
        if len(self._chats) > 1000:
            self._chats = {one: limit for one, limit in self._chats.items() if not limit.has_capacity()}
        return self._chats.setdefault(chat, AsyncLimiter(1, APART))


def _now() -> float:
    return asyncio.get_running_loop().time()


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
