"""Buttons that did their work: marked when pressed, taken away when the talk went on without them."""

from __future__ import annotations

import structlog
from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import TelegramError

USED = "gebruikt"
"""What the mark of a pressed button carries; it is shorter than any token."""

_log = structlog.get_logger()


def title_pressed(query: CallbackQuery) -> str | None:
    """What the pressed button says, as far as its message can still be seen."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    shown = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in shown if button.callback_data == query.data), None)


def token_of(message: Message, said: str) -> str | None:
    """The token of the button under a message whose title somebody typed in a reply to it."""
    shown = [one for row in message.reply_markup.inline_keyboard for one in row] if message.reply_markup else []
    wanted = said.strip().casefold()
    found = (one.callback_data for one in shown if one.text.casefold() == wanted and one.callback_data != USED)
    return next((data for data in found if isinstance(data, str)), None)


async def mark(bot: Bot, chat_id: int, message_id: int, title: str | None) -> None:
    """Puts the choice in the place of all buttons; without a title they just go. It may fail: they are harmless."""
    chosen = InlineKeyboardMarkup.from_button(InlineKeyboardButton(f"✓ {title}", callback_data=USED)) if title else None
    try:
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=chosen)
    except TelegramError as error:
        _log.info("buttons not marked", reason=type(error).__name__)
