"""Which talk an id leads to. When two doors were made one, the id of the talk that went is an alias of the other.

An alias leads on for ever, to whoever holds it, and always in one step: joining re-points the aliases that were there.
Only here is it followed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlmodel import Session, col

from knowledge.tables import Conversation


def talk_of(session: Session, conversation_id: str) -> Conversation | None:
    """The talk that an id leads to, itself or the one that it became part of; None when there is none."""
    talk = session.get(Conversation, conversation_id)
    return session.get(Conversation, talk.continued_as) if talk and talk.continued_as else talk


def locked_talk(session: Session, conversation_id: str) -> Conversation | None:
    """The same, as it is now and locked until the transaction ends; a talk that went meanwhile is not locked."""
    leads_to = select(func.coalesce(col(Conversation.continued_as), col(Conversation.id))).where(
        col(Conversation.id) == conversation_id
    )
    while (id := session.scalar(leads_to)) is not None:
        query = select(Conversation).where(col(Conversation.id) == id, col(Conversation.continued_as).is_(None))
        fresh = query.with_for_update().execution_options(populate_existing=True)
        if (talk := session.scalars(fresh).first()) is not None:
            return talk
    return None


def family(session: Session, *conversation_ids: str) -> list[str]:
    """The ids of these talks, of every other talk with the same learners, and of all that lead to one of them."""
    leads_to = func.coalesce(col(Conversation.continued_as), col(Conversation.id))
    ends = session.scalars(select(leads_to).where(col(Conversation.id).in_(conversation_ids))).all()
    learner = col(Conversation.learner_id)
    learners = session.scalars(select(learner).where(col(Conversation.id).in_(ends), learner.is_not(None))).all()
    talks = {*ends, *session.scalars(select(col(Conversation.id)).where(learner.in_(learners)))}
    aliases = session.scalars(select(col(Conversation.id)).where(col(Conversation.continued_as).in_(talks)))
    return sorted({*talks, *aliases})


def locked_family(session: Session, *conversation_ids: str) -> Sequence[Conversation]:
    """All of these as they are now, locked by id until the transaction ends.

    Messages can still be put in them by who refers to them, so that nobody who signs one off waits in a circle. When
    a talk was joined while we waited for its lock, all is let go and begun anew: the order of locks holds.
    """
    while True:
        with session.begin_nested() as before:
            ids = family(session, *conversation_ids)
            query = select(Conversation).where(col(Conversation.id).in_(ids)).order_by(col(Conversation.id))
            fresh = query.with_for_update(key_share=True).execution_options(populate_existing=True)
            talks = session.scalars(fresh).all()
            if family(session, *conversation_ids) == [talk.id for talk in talks]:
                return talks
            before.rollback()


def doors_to(session: Session, conversation_id: str) -> list[str]:
    """The id of the talk that an id leads to, and every other that leads there; empty when there is none."""
    talk = talk_of(session, conversation_id)
    if talk is None:
        return []
    aliases = session.scalars(select(col(Conversation.id)).where(col(Conversation.continued_as) == talk.id))
    return [talk.id, *sorted(aliases)]
