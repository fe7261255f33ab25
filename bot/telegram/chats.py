"""The chats on Telegram, and the talk that each is the door to. Plain functions that wait for the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, update
from sqlmodel import col

from bot.memory import new_talk
from knowledge.database import reading, writing
from knowledge.doors.talks import talk_of
from knowledge.tables import Button, TelegramChat, TelegramMessage
from knowledge.telling.wishes import Way

CHANNEL = Way.TELEGRAM.value


@dataclass(frozen=True, slots=True)
class Entered:
    """A chat that somebody writes in: its talk, and our last message there whose buttons answer a question."""

    conversation: str
    keyboard: int | None


def enter(engine: Engine, chat_id: int, now: datetime) -> Entered:
    """Somebody is there, so they have not blocked us; who is new, or was let go, begins a talk."""
    with writing(engine) as session:
        chat = session.get(TelegramChat, chat_id, with_for_update=True) or TelegramChat(chat_id=chat_id, seen_at=now)
        chat.seen_at, chat.blocked_at = now, None
        if chat.conversation_id is None:
            talk = new_talk(CHANNEL, now)
            session.add(talk)
            session.flush()
            chat.conversation_id = talk.id
        entered = Entered(chat.conversation_id, chat.keyboard)
        chat.keyboard = None
        session.add(chat)
    return entered


def note_keyboard(engine: Engine, chat_id: int, message_id: int) -> None:
    """Our newest question is in this message."""
    _change(engine, chat_id, keyboard=message_id)


def note_blocked(engine: Engine, chat_id: int, since: datetime | None) -> None:
    """They blocked the bot, or no longer do (None)."""
    _change(engine, chat_id, blocked_at=since)


def _change(engine: Engine, chat_id: int, **values: object) -> None:
    with writing(engine) as session:
        session.execute(update(TelegramChat).where(col(TelegramChat.chat_id) == chat_id).values(**values))


def button_here(engine: Engine, chat_id: int, token: str) -> Button | None:
    """The button with this token, when it belongs to the talk of this chat."""
    with reading(engine) as session:
        chat, button = session.get(TelegramChat, chat_id), session.get(Button, token)
        if chat is None or chat.conversation_id is None or button is None:
            return None
        talk = talk_of(session, button.conversation_id)
        return button if talk is not None and talk.id == chat.conversation_id else None


def note_told(engine: Engine, chat_id: int, message_id: int, notice_id: int) -> None:
    """This message told a notice; a chat that was erased meanwhile keeps nothing."""
    with writing(engine) as session:
        if session.get(TelegramChat, chat_id) is not None:
            session.merge(TelegramMessage(chat_id=chat_id, message_id=message_id, notice_id=notice_id))


def notice_told(engine: Engine, chat_id: int, message_id: int) -> int | None:
    """The notice that a message told; None for any other message."""
    with reading(engine) as session:
        told = session.get(TelegramMessage, (chat_id, message_id))
    return told.notice_id if told else None
