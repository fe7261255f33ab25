"""By which doors the person of a talk can be reached, as far as the talk itself must know it."""

from __future__ import annotations

from sqlalchemy import Engine, exists, select
from sqlmodel import col

from knowledge.database import reading
from knowledge.tables import TelegramChat


def has_telegram(engine: Engine, conversation_id: str) -> bool:
    """Whether the talk has a chat on Telegram that takes our messages: one who blocked us can't be reached there."""
    chat = exists().where(col(TelegramChat.conversation_id) == conversation_id, col(TelegramChat.blocked_at).is_(None))
    with reading(engine) as session:
        return bool(session.scalar(select(chat)))
