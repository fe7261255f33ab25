"""The way over the website: a message that waits in the talk until the page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from bot.answers import Message
from bot.composing import DraftButton
from bot.telling.issuing import issue
from bot.telling.letter import Letter
from bot.telling.ways import Refused
from knowledge.doors.talks import talk_of
from knowledge.tables import PostedMessage


def post(
    session: Session,
    conversation: str,
    letter: Letter,
    buttons: Sequence[DraftButton],
    notice_id: int,
    now: datetime,
) -> bool:
    """Puts a letter in a talk, in the caller's transaction; False when it was there already.

    Raises:
        Refused: when the talk is gone.
    """
    talk = talk_of(session, conversation)
    if talk is None:
        raise Refused("The talk is gone, so nothing can be put in it.")
    if session.scalar(select(col(PostedMessage.id)).where(col(PostedMessage.notice_id) == notice_id)):
        return False
    try:
        with session.begin_nested():
            _add(session, talk.id, letter, buttons, notice_id, now)
    except IntegrityError:  # another process was first
        return False
    return True


def _add(
    session: Session,
    conversation: str,
    letter: Letter,
    buttons: Sequence[DraftButton],
    notice_id: int,
    now: datetime,
) -> None:
    message = Message(
        text=letter.text,
        buttons=issue(session, conversation, buttons, now),
        cards=[letter.card] if letter.card else [],
    )
    session.add(
        PostedMessage(
            conversation_id=conversation, notice_id=notice_id, posted_at=now, body=message.model_dump(mode="json")
        )
    )
    session.flush()
