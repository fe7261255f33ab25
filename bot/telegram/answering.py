"""One turn on Telegram: in comes a text, a press or an order, and out goes the answer, dressed for a phone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Engine
from telegram.error import Forbidden, TelegramError

from bot.answers import Answer, Message
from bot.chat import Chat
from bot.memory import DATABASE_ERRORS
from bot.sentences import NOT_PROCESSED
from bot.telegram import chats
from bot.telegram.calendar import with_calendar
from bot.telegram.chats import Entered
from bot.telegram.dressing import pieces_of
from bot.telegram.keyboards import mark
from bot.telegram.sending import Sender
from bot.telegram.typing import typing
from bot.typed import NothingTyped, TooLong

AT_ONCE = 8
"""Turns that think at the same time. Rasa has one thread: more would wait there, where the time of an answer runs out
after eight seconds; here, before it, waiting costs nobody their answer. Eight keep that thread busy, and get their
answers in time as long as it does two a second."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Said:
    """What came in: one of ``text``, ``button`` (a token) and ``order``.

    ``update_id`` names it; ``about`` is the notice that it replies to; the answer hangs under the message ``reply_to``;
    ``pressed_on`` is the message whose button it was.
    """

    chat_id: int
    update_id: int
    text: str | None = None
    button: str | None = None
    order: str | None = None
    about: int | None = None
    reply_to: int | None = None
    pressed_on: int | None = None


@dataclass(frozen=True, slots=True)
class Answering:
    """Takes turns in chats; the caller sees to it that one chat has one at a time."""

    chat: Chat
    engine: Engine
    sender: Sender
    clock: Callable[[], datetime]
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def turn(self, said: Said) -> set[str]:
        """The whole turn; whatever fails becomes a sentence. The tokens of the buttons that the answer has."""
        try:
            entered = await asyncio.to_thread(chats.enter, self.engine, said.chat_id, self.clock())
        except DATABASE_ERRORS as error:
            _log.warning("part failed", part="database", reason=type(error).__name__)
            await self.say(said.chat_id, NOT_PROCESSED)
            return {said.button} if said.button else set()
        answer, _ = await asyncio.gather(self._think(said, entered), self._put_out(said, entered.keyboard))
        await self._send(said, answer)
        return {button.token for message in answer.messages for button in message.buttons}

    async def say(self, chat_id: int, sentence: str, reply_to: int | None = None) -> None:
        """A sentence of the door itself."""
        await self._deliver(chat_id, [Message(text=sentence)], "", reply_to)

    async def _think(self, said: Said, entered: Entered) -> Answer:
        async with typing(self.sender.bot, said.chat_id), self.gate:
            try:
                return await self.chat.answer(
                    entered.conversation,
                    text=said.text,
                    button=said.button,
                    order=said.order,
                    about=said.about,
                    message_id=f"telegram-{said.update_id}",
                    channel=chats.CHANNEL,
                    now=self.clock(),
                )
            except (NothingTyped, TooLong) as error:
                return Answer(conversation=entered.conversation, messages=[Message(text=str(error))])

    async def _put_out(self, said: Said, keyboard: int | None) -> None:
        """The buttons of the question before this, now that the talk goes on without them."""
        if keyboard not in (None, said.pressed_on):
            await mark(self.sender.bot, said.chat_id, keyboard, None)

    async def _send(self, said: Said, answer: Answer) -> None:
        messages = answer.messages
        try:
            add = partial(with_calendar, self.engine, answer.conversation, messages, self.clock())
            messages = await asyncio.to_thread(add)
        except DATABASE_ERRORS:  # the answer is there; only its extra button isn't
            _log.warning("part failed", part="database", reason="no button for the calendar")
        keyboard = await self._deliver(said.chat_id, messages, answer.conversation or "", said.reply_to)
        if keyboard is not None:
            await self._quietly(partial(chats.note_keyboard, self.engine, said.chat_id, keyboard))

    async def _deliver(
        self, chat_id: int, messages: Sequence[Message], conversation: str, reply_to: int | None
    ) -> int | None:
        """Sends; who blocked us meanwhile is noted, and what Telegram refuses is in the log."""
        try:
            return await self.sender.answer(chat_id, pieces_of(messages), conversation, reply_to)
        except Forbidden:
            await self._quietly(partial(chats.note_blocked, self.engine, chat_id, self.clock()))
        except TelegramError as error:
            _log.error("answer not sent", reason=f"{type(error).__name__}: {error.message}")
        return None

    async def _quietly(self, work: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(work)
        except DATABASE_ERRORS as error:
            _log.warning("part failed", part="database", reason=type(error).__name__)
