"""Files that somebody asks for in a chat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Engine
from telegram import Bot

from bot.telegram import words
from bot.telegram.calendar import calendar_file
from bot.telegram.sending import persist
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.settings import Settings

NAME = "station.ics"


@dataclass(frozen=True, slots=True)
class Files:
    """Makes files and sends them."""

    bot: Bot
    engine: Engine
    view: CatalogueView
    settings: Settings
    clock: Callable[[], datetime]

    async def send_calendar(self, chat_id: int, conversation: str, offerings: Sequence[str]) -> None:
        """The seats on these offerings for the calendar of a phone; a sentence when there are none left."""
        made = await asyncio.to_thread(partial(self._calendar, conversation, offerings))
        if made is None:
            await persist(partial(self.bot.send_message, chat_id, words.NO_CALENDAR))
            return
        await persist(partial(self.bot.send_document, chat_id, made, caption=words.CALENDAR_FILE, filename=NAME))

    def _calendar(self, conversation: str, offerings: Sequence[str]) -> bytes | None:
        return calendar_file(self.engine, conversation, offerings, self.view.now(), self.settings, self.clock())
