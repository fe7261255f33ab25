"""The order of work: what came first in a chat is done first, while chats go on side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Engine
from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.memory import DATABASE_ERRORS
from bot.telegram.inbox import handled
from bot.turns import Turns

MOST = 10_000
"""Updates that wait at once; one chat that floods us doesn't fill it."""

_log = structlog.get_logger()


class InOrder(BaseUpdateProcessor):
    """Handles one update of a chat at a time, in the order in which they came, and notes it when it is done."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        super().__init__(MOST)
        self._engine = engine
        self._clock = clock
        self._turns = Turns()

    async def initialize(self) -> None:
        """Nothing is held open."""

    async def shutdown(self) -> None:
        """Likewise."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for its turn, handles it, and notes that."""
        if not isinstance(update, Update):
            await coroutine
            return
        chat = update.effective_chat.id if update.effective_chat else f"update {update.update_id}"
        async with self._turns.of(str(chat)):
            await coroutine
            await self._note(update.update_id)

    async def _note(self, update_id: int) -> None:
        try:
            await asyncio.to_thread(partial(handled, self._engine, update_id, self._clock()))
        except DATABASE_ERRORS as error:  # it will be answered a second time after a restart, with the same answer
            _log.warning("part failed", part="database", reason=f"noting an update: {type(error).__name__}")
