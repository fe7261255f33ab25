"""Sends the pieces of an answer, in order, and goes on trying while the line is down.

Telegram doesn't know a message by a name of ours, so one whose answer was lost on the way is sent again: it may
stand there twice, but is never missing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.telegram.dressing import Piece
from bot.telegram.markup import CAPTION, visible_length
from bot.telegram.painting import Painter, Picture

TRIES = 40
"""Tries of one message while Telegram cannot be reached; with the pauses in between some fifteen minutes."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds."""

PICTURE = 5.0
"""Seconds that words wait for their picture. They are painted one at a time: in a crowd the words go out alone."""

_log = structlog.get_logger()
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends to chats. ``painter`` makes the pictures of cards."""

    bot: Bot
    painter: Painter

    async def answer(
        self, chat_id: int, pieces: Sequence[Piece], conversation: str, reply_to: int | None = None
    ) -> int | None:
        """Sends an answer; the number of the message that holds its last buttons.

        Raises:
            Forbidden: when they blocked the bot.
        """
        keyboard = None
        for piece in pieces:
            sent = await self._piece(chat_id, piece, conversation, reply_to)
            reply_to = None
            keyboard = sent.message_id if piece.buttons else keyboard
        return keyboard

    async def _piece(self, chat_id: int, piece: Piece, conversation: str, reply_to: int | None) -> Message:
        """One piece; its picture as a photo that has the text, or before it when the text is longer than that."""
        pictures = await self._painted(piece, conversation)
        for picture in pictures if len(pictures) > 1 or visible_length(piece.html) > CAPTION else []:
            await self._picture(chat_id, picture)
        if len(pictures) == 1 and visible_length(piece.html) <= CAPTION:
            return await self._picture(chat_id, pictures[0], piece)
        return await self._text(chat_id, piece, reply_to)

    async def _painted(self, piece: Piece, conversation: str) -> list[Picture]:
        """The pictures; none when painting fails or takes too long, for the text says it all."""
        if piece.card is None:
            return []
        try:
            return await asyncio.wait_for(self.painter.paint(piece.card, conversation), PICTURE)
        except TimeoutError:
            _log.warning("no picture", card=piece.card.kind, reason=f"not painted within {PICTURE:g} s")
            return []
        except Exception:  # whatever it is, the words go out
            _log.exception("no picture", card=piece.card.kind)
            return []

    async def _text(self, chat_id: int, piece: Piece, reply_to: int | None) -> Message:
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        send = partial(
            self.bot.send_message,
            chat_id,
            piece.html,
            ParseMode.HTML,
            reply_markup=keyboard_of(piece),
            reply_parameters=reply,
        )
        return await persist(send)

    async def _picture(self, chat_id: int, picture: Picture, piece: Piece | None = None) -> Message:
        said = {"caption": piece.html, "reply_markup": keyboard_of(piece)} if piece else {}
        if picture.to_zoom:
            send = partial(self.bot.send_document, chat_id, picture.png, filename=picture.name)
        else:
            send = partial(self.bot.send_photo, chat_id, picture.png, filename=picture.name)
        return await persist(partial(send, parse_mode=ParseMode.HTML, **said))


def keyboard_of(piece: Piece) -> InlineKeyboardMarkup | None:
    """The buttons under a piece; each carries its token and nothing else."""
    rows = [[InlineKeyboardButton(one.title, callback_data=one.token) for one in row] for row in piece.buttons]
    return InlineKeyboardMarkup(rows) if rows else None


async def persist(send: Callable[[], Awaitable[Result]], tries: float = TRIES) -> Result:
    """Tries until it was taken. What Telegram refuses (400, 403) is raised at once; so is, in the end, a dead line."""
    pause = FIRST_PAUSE
    while True:
        tries -= 1
        try:
            return await send()
        except (BadRequest, Forbidden):
            raise
        except NetworkError as error:
            if tries <= 0:
                raise
            _log.warning("telegram cannot be reached", reason=type(error).__name__, again_in=pause)
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
