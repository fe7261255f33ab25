"""Telegram beside the website, for the tests of talks: a chat that leads to a talk, and replies to one message."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from knowledge.database import reading, writing
from knowledge.tables import Notice, TelegramChat
from knowledge.vocabulary import NoticeKind
from tests.actions.messages import enrolment
from tests.actions.stage import Stage


def on_telegram(stage: Stage) -> None:
    """The person of a talk has a chat on Telegram, and what they say from now on comes from there."""
    with writing(stage.academy.engine) as session:
        session.add(TelegramChat(chat_id=1, conversation_id=stage.conversation, seen_at=stage.academy.now()))
    stage.metadata = {"channel": "telegram"}


def notice_about(stage: Stage, offering: str, kind: NoticeKind) -> int:
    """The number of the message of this kind that was sent to the person of a talk about an offering."""
    taken = enrolment(stage, offering)
    with reading(stage.academy.engine) as session:
        of_kind = select(Notice).where(col(Notice.enrolment_id) == taken.id, col(Notice.kind) == kind)
        (sent,) = [one for one in session.scalars(of_kind) if one.sent_at is not None]
    assert sent.id is not None
    return sent.id


def reply(stage: Stage, notice: int, words: str, intent: str) -> str:
    """Somebody replies to one message; gives all that is answered."""
    before = stage.metadata
    stage.metadata = {"channel": "telegram", "about": notice}
    try:
        return stage.say(words, intent)
    finally:
        stage.metadata = before
