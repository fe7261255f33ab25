"""The chat on Telegram of a talk: which it is, whether there is one, and that it is let go."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, exists, select, update
from sqlmodel import Session, col

from knowledge.database import reading, writing
from knowledge.doors.talks import locked_family, locked_talk, talk_of
from knowledge.tables import Conversation, Learner, LinkCode, TelegramChat
from knowledge.telling.notices import wishes_of
from knowledge.telling.wishes import Way


def telegram_of(
    session: Session, *, learner_id: str | None = None, conversation_id: str | None = None
) -> TelegramChat | None:
    """The chat in which somebody can be told something: not blocked, not stopped; of more the one they were in last."""
    talk = talk_of(session, conversation_id) if conversation_id else None
    if talk is None and learner_id is None:
        return None
    theirs = col(Conversation.id) == talk.id if talk else col(Conversation.learner_id) == learner_id
    query = (
        select(TelegramChat)
        .join(Conversation, col(Conversation.id) == col(TelegramChat.conversation_id))
        .where(theirs, col(TelegramChat.blocked_at).is_(None), col(TelegramChat.stopped_at).is_(None))
        .order_by(col(TelegramChat.seen_at).desc(), col(TelegramChat.chat_id))
        .limit(1)
    )
    return session.scalars(query).first()


def has_telegram(engine: Engine, conversation_id: str) -> bool:
    """Whether the talk has a chat that takes our messages, now or once they ask for them there again (``/stop``)."""
    with reading(engine) as session:
        talk = talk_of(session, conversation_id)
        here = col(TelegramChat.conversation_id) == (talk.id if talk else conversation_id)
        return bool(session.scalar(select(exists().where(here, col(TelegramChat.blocked_at).is_(None)))))


def pause_telegram(engine: Engine, conversation_id: str, now: datetime | None) -> None:
    """Stops what we send of our own accord to the chat of this talk, from a moment on; None sends it again."""
    with writing(engine) as session:
        talk = locked_talk(session, conversation_id)
        if talk is None:
            return
        here = col(TelegramChat.conversation_id) == talk.id
        session.execute(update(TelegramChat).where(here).values(stopped_at=now))
        if now is not None and talk.learner_id:
            _wants_it_no_more(session, talk.learner_id)


def unlink_telegram(engine: Engine, conversation_id: str, now: datetime) -> bool:
    """Lets go of the chat of a talk, from whichever door that was asked; False when there is none.

    Nothing of the chat is kept: whoever writes there next is new to us. Codes that were made in the talk end, and who
    wanted their messages there gets them as usual.
    """
    with writing(engine) as session:
        talks = locked_family(session, conversation_id)
        ids = [talk.id for talk in talks]
        chats = session.scalars(
            select(TelegramChat).where(col(TelegramChat.conversation_id).in_(ids)).with_for_update()
        ).all()
        for chat in chats:
            session.delete(chat)
        open_codes = (col(LinkCode.conversation_id).in_(ids), col(LinkCode.valid_until) > now)
        session.execute(update(LinkCode).where(*open_codes).values(valid_until=now))
        for id in sorted({talk.learner_id for talk in talks if talk.learner_id}):
            _wants_it_no_more(session, id)
        return bool(chats)


def _wants_it_no_more(session: Session, learner_id: str) -> None:
    learner = session.get(Learner, learner_id, with_for_update={"key_share": True}, populate_existing=True)
    if learner is not None and wishes_of(learner).way == Way.TELEGRAM:
        learner.wishes = {name: wish for name, wish in learner.wishes.items() if name != "way"}
        session.add(learner)
