"""The way by Telegram: a letter as a message in somebody's chat, with buttons that still work days later."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Engine
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.answers import Message, ShownButton
from bot.telegram import chats
from bot.telegram.dressing import Piece, pieces_of
from bot.telegram.files import NAME
from bot.telegram.sending import keyboard_of
from bot.telling.letter import Letter
from bot.telling.ways import NoSuchAddress, NotNow, Refused
from knowledge.telling.wishes import Way

PATIENCE = 5.0
"""Seconds that a letter waits when Telegram wants us to slow down; after that it is put off, and others go."""


class TelegramWay:
    """The way out by Telegram. It needs no connection of its own; while there is none, letters wait."""

    name = Way.TELEGRAM

    def __init__(self, bot: ExtBot[Any], engine: Engine) -> None:
        self._bot = bot
        self._engine = engine

    def reaches(self, letter: Letter) -> bool:
        """Whether the person has a chat that takes messages."""
        return letter.chat is not None

    async def send(self, letter: Letter, buttons: Sequence[ShownButton], now: datetime) -> None:
        """Sends it. Raises Refused, NoSuchAddress or NotNow."""
        if (chat := letter.chat) is None:
            raise Refused("There is no chat to send it to.")
        try:
            for piece in pieces_of([Message(text=letter.text, buttons=list(buttons))]):
                await self._send(letter, chat, piece)
            if letter.invitation is not None:
                await self._bot.send_document(chat, letter.invitation, filename=NAME, rate_limit_args=PATIENCE)
        except Forbidden as error:
            await asyncio.to_thread(partial(chats.note_blocked, self._engine, chat, now))
            raise NoSuchAddress(f"They blocked the bot, or left: {error.message}.") from None
        except RetryAfter as error:
            raise NotNow(f"Telegram wants us to wait: {error.message}.") from None
        except BadRequest as error:
            raise _refused(error) from None
        except NetworkError as error:
            raise NotNow(f"Telegram cannot be reached: {type(error).__name__}.") from None
        except TelegramError as error:
            raise NotNow(f"Telegram says: {error.message}.") from None

    async def _send(self, letter: Letter, chat: int, piece: Piece) -> None:
        sent = await self._bot.send_message(
            chat, piece.html, ParseMode.HTML, reply_markup=keyboard_of(piece), rate_limit_args=PATIENCE
        )
        await asyncio.to_thread(partial(chats.note_told, self._engine, chat, sent.message_id, letter.notice))

    async def close(self) -> None:
        """The bot is closed by the door that it belongs to."""


def _refused(error: BadRequest) -> Refused:
    """A chat that is gone is no address; any other fault is of this letter."""
    gone = "chat not found" in error.message.lower() or "deactivated" in error.message.lower()
    return (NoSuchAddress if gone else Refused)(f"Telegram says: {error.message}.")
