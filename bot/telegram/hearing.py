"""What happens on Telegram, and what each of it means here: texts, presses, corrections, pictures, groups."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlalchemy import Engine
from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes

from bot.desk.orders import CALENDAR, read_order
from bot.links import Links
from bot.telegram import chats, words
from bot.telegram.answering import Answering, Said
from bot.telegram.commands import read_command
from bot.telegram.files import Files
from bot.telegram.keyboards import USED, mark, title_pressed, token_of
from bot.telegram.media import kindly

Context = ContextTypes.DEFAULT_TYPE

DOUBLE_CLICK = 10.0
"""Seconds in which the same button pressed again is the same press."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Hears updates, one of a chat at a time."""

    engine: Engine
    answering: Answering
    files: Files
    links: Links
    clock: Callable[[], datetime]
    pressed: dict[int, tuple[str, float]] = field(default_factory=dict)

    async def message(self, update: Update, context: Context) -> None:
        """A message, or the new words of one that was corrected."""
        message = update.effective_message
        if message is None or message.from_user is None or message.from_user.is_bot:
            return
        if message.chat.type != ChatType.PRIVATE:
            await self._decline(message.chat_id, context)
            return
        said = message.text or message.caption
        if said is None:
            await self.answering.say(message.chat_id, kindly(message), message.message_id)
        else:
            await self.answering.turn(await self._said(update, message, said))

    async def _said(self, update: Update, message: Message, said: str) -> Said:
        """A text as what it is: a command, a button typed out, a reply to something, or just words."""
        corrected = message.message_id if update.edited_message else None
        place = partial(Said, message.chat_id, update.update_id, reply_to=corrected)
        if said.startswith("/"):
            order, typed = read_command(said)
            return place(order=order) if order else place(text=typed)
        replied = message.reply_to_message
        if replied is None:
            return place(text=said)
        if token := token_of(replied, said):
            return place(button=token)
        look = partial(chats.notice_told, self.engine, message.chat_id, replied.message_id)
        return place(text=said, about=await asyncio.to_thread(look))

    async def press(self, update: Update, context: Context) -> None:
        """A press of a button: Telegram hears at once that it came through, and the buttons are marked."""
        query = update.callback_query
        if query is None or query.message is None or query.data is None:
            return
        chat_id, token = query.message.chat.id, query.data
        if token == USED or self._is_again(chat_id, token):
            await _answer(query, words.USED if token == USED else words.ALREADY)
            return
        button = await asyncio.to_thread(partial(chats.button_here, self.engine, chat_id, token))
        if button is None:
            await _answer(query, words.NO_SUCH_BUTTON, alert=True)
            return
        await _answer(query)
        asked = read_order(button.payload)
        if asked and asked[0] == CALENDAR:
            await self.files.send_calendar(chat_id, button.conversation_id, asked[1].split(","))
            return
        pressed_on = query.message.message_id
        marked = mark(context.bot, chat_id, pressed_on, title_pressed(query) or button.title)
        turn = self.answering.turn(Said(chat_id, update.update_id, button=token, pressed_on=pressed_on))
        shown, _ = await asyncio.gather(turn, marked)
        if token in shown:  # it could not be done, and is there again
            self.pressed.pop(chat_id)

    def _is_again(self, chat_id: int, token: str) -> bool:
        """Whether this button was pressed a moment ago, and what it asks was done."""
        now = asyncio.get_running_loop().time()
        last, at = self.pressed.get(chat_id, ("", 0.0))
        if last == token and now - at <= DOUBLE_CLICK:
            return True
        self.pressed[chat_id] = (token, now)
        return False

    async def member(self, update: Update, context: Context) -> None:
        """The bot was blocked or let in again, or put in a group."""
        change = update.my_chat_member
        if change is None:
            return
        if change.chat.type == ChatType.PRIVATE:
            await self._note_block(change)
        elif change.new_chat_member.status in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR):
            await self._decline(change.chat.id, context)

    async def _note_block(self, change: ChatMemberUpdated) -> None:
        since = self.clock() if change.new_chat_member.status == ChatMemberStatus.BANNED else None
        await asyncio.to_thread(partial(chats.note_blocked, self.engine, change.chat.id, since))

    async def _decline(self, chat_id: int, context: Context) -> None:
        """In a group nobody's seats are talked about: says so, and goes."""
        link = f"https://t.me/{self.links.bot_name}"
        try:
            await context.bot.send_message(chat_id, words.GROUP.format(link=link))
            await context.bot.leave_chat(chat_id)
        except TelegramError:  # we may not speak there, or are out already
            return


async def _answer(query: CallbackQuery, said: str | None = None, *, alert: bool = False) -> None:
    try:
        await query.answer(said, show_alert=alert)
    except BadRequest:  # too old to be answered; what it asks is done all the same
        return
