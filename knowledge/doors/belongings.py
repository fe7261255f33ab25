"""What belongs to a talk, and goes along when it becomes part of another: buttons, messages, codes, its chat."""

from __future__ import annotations

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from knowledge.doors.references import References, rewritten
from knowledge.tables import (
    AnsweredMessage,
    Button,
    Conversation,
    LinkCode,
    LinkTry,
    PostedMessage,
    TelegramChat,
)


def move_belongings(session: Session, gone: Conversation, survivor: Conversation, changed: References) -> None:
    """Moves everything but personal data and the learner, and makes the one talk an alias of the other.

    Args:
        changed: the references that mean something else in the other talk.
    """
    _move_buttons(session, gone.id, survivor.id, changed)
    _move_answers(session, gone.id, survivor.id, changed)
    _end_codes(session, gone.id, survivor.id)
    for table in (PostedMessage, LinkTry):
        mine = col(table.conversation_id) == gone.id
        session.execute(update(table).where(mine).values(conversation_id=survivor.id))
    _move_chat(session, gone.id, survivor.id)
    aliases = col(Conversation.continued_as) == gone.id
    session.execute(update(Conversation).where(aliases).values(continued_as=survivor.id))
    survivor.seen_at = max(survivor.seen_at, gone.seen_at)
    survivor.present_at = max(filter(None, (survivor.present_at, gone.present_at)), default=None)
    gone.learner_id, gone.expects, gone.present_at, gone.continued_as = None, None, None, survivor.id
    session.add_all([survivor, gone])
    session.flush()


def _move_buttons(session: Session, gone: str, survivor: str, changed: References) -> None:
    for button in session.scalars(select(Button).where(col(Button.conversation_id) == gone)):
        button.conversation_id = survivor
        button.title, button.payload = rewritten([button.title, button.payload], changed)
    session.flush()


def _move_answers(session: Session, gone: str, survivor: str, changed: References) -> None:
    """So that a message from before, delivered again, still gets the answer that it had."""
    here = select(col(AnsweredMessage.message_id)).where(col(AnsweredMessage.conversation_id) == survivor)
    mine = col(AnsweredMessage.conversation_id) == gone
    session.execute(delete(AnsweredMessage).where(mine, col(AnsweredMessage.message_id).in_(here)))
    if changed:
        for row in session.scalars(select(AnsweredMessage).where(mine)):
            row.answer = rewritten(row.answer, changed)
        session.flush()
    session.execute(update(AnsweredMessage).where(mine).values(conversation_id=survivor))


def _end_codes(session: Session, gone: str, survivor: str) -> None:
    """No code of either leads anywhere any more; that one was used stays known."""
    both = col(LinkCode.conversation_id).in_((gone, survivor))
    session.execute(delete(LinkCode).where(both, col(LinkCode.used_at).is_(None)))
    session.execute(update(LinkCode).where(both).values(conversation_id=survivor))


def _move_chat(session: Session, gone: str, survivor: str) -> None:
    """A talk has at most one chat on Telegram: of two, the one where they were last stays its door."""
    here = col(TelegramChat.conversation_id).in_((gone, survivor))
    newest_first = (col(TelegramChat.seen_at).desc(), col(TelegramChat.chat_id))
    chats = session.scalars(select(TelegramChat).where(here).order_by(*newest_first).with_for_update()).all()
    for chat in chats[1:]:
        session.delete(chat)
    session.flush()
    for chat in chats[:1]:
        chat.conversation_id = survivor
    session.flush()
