"""All that is kept of talks and of the chat that leads to them: told to who asks for their data, and erased."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlmodel import Session, col

from knowledge.tables import (
    AnsweredMessage,
    Button,
    Conversation,
    LinkCode,
    LinkTry,
    PersonalDatum,
    PostedMessage,
    TelegramChat,
    TelegramMessage,
)

_OF_A_TALK = (PersonalDatum, Button, AnsweredMessage, PostedMessage, LinkCode, LinkTry)
_OF_A_CHAT = ("chat_id", "seen_at", "blocked_at", "stopped_at", "keyboard")


def export_talk(session: Session, talk: Conversation) -> dict[str, object]:
    """One talk as plain data; what lets somebody in and what we said ourselves only by number."""
    typed = session.scalars(
        select(PersonalDatum)
        .where(col(PersonalDatum.conversation_id) == talk.id)
        .order_by(col(PersonalDatum.kept_at), col(PersonalDatum.reference))
    )
    counted = {
        "buttons": col(Button.conversation_id),
        "answers": col(AnsweredMessage.conversation_id),
        "posted": col(PostedMessage.conversation_id),
        "codes": col(LinkCode.conversation_id),
        "codes_tried": col(LinkTry.conversation_id),
    }
    return {
        **talk.model_dump(mode="json", exclude={"id", "learner_id", "continued_as"}),
        "typed": [one.model_dump(mode="json", exclude={"conversation_id"}) for one in typed],
        **{name: session.scalar(select(func.count()).where(one == talk.id)) for name, one in counted.items()},
    }


def export_chat(session: Session, talk_ids: Sequence[str]) -> dict[str, object]:
    """Their chat on Telegram, and how many messages there told them something; all empty when none is linked."""
    chat = session.scalars(select(TelegramChat).where(col(TelegramChat.conversation_id).in_(talk_ids))).first()
    if chat is None:
        return {"linked": False, **dict.fromkeys(_OF_A_CHAT), "told": 0}
    told = select(func.count()).where(col(TelegramMessage.chat_id) == chat.chat_id)
    plain = chat.model_dump(mode="json", exclude={"conversation_id"})
    return {"linked": True, **plain, "told": session.scalar(told)}


def erase_talks(session: Session, ids: Sequence[str]) -> None:
    """Erases these conversations with all that belongs to them, the chat on Telegram too."""
    chats = session.scalars(select(col(TelegramChat.chat_id)).where(col(TelegramChat.conversation_id).in_(ids))).all()
    session.execute(delete(TelegramMessage).where(col(TelegramMessage.chat_id).in_(chats)))
    session.execute(delete(TelegramChat).where(col(TelegramChat.chat_id).in_(chats)))
    for table in _OF_A_TALK:
        session.execute(delete(table).where(col(table.conversation_id).in_(ids)))
    session.execute(delete(Conversation).where(col(Conversation.id).in_(ids)))
