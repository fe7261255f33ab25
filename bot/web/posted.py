"""``GET /api/chat/{conversation}/messages``: what we put in a talk ourselves, for the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import Engine, func, or_, select
from sqlmodel import Session, col

from bot.answers import Message
from bot.web.presence import PRESENT, note
from bot.web.problems import REFUSALS
from knowledge.database import reading
from knowledge.doors.talks import talk_of
from knowledge.errors import UnknownThing
from knowledge.tables import Conversation, PostedMessage

MOST = 50
"""Messages in one answer; the rest comes with the next."""

After = Annotated[
    int | None,
    Query(ge=0, le=2**62, description="The `last` of the answer before; leave it out for what nobody fetched yet."),
]


class Posted(BaseModel):
    """What waited in a talk, oldest first. ``ids`` are the numbers of the messages: pass over one that you have."""

    messages: list[Message]
    ids: list[int]
    last: int = Field(description="Send this number along the next time, as `after`.")


def posted_routes(engine: Engine, clock: Callable[[], datetime]) -> APIRouter:
    """The route over the talks in a database."""
    routes = APIRouter(prefix="/api", tags=["chat"])

    @routes.get("/chat/{conversation}/messages", responses=REFUSALS)
    def messages(conversation: str, after: After = None) -> Posted:
        """The messages that came after a number; asking also says that somebody has the page open."""
        now = clock()
        with reading(engine) as session:
            talk = talk_with(session, conversation)
            rows = waiting(session, talk.id, after)
            last = max(number(rows[-1]), after or 0) if rows else after or _newest(session, talk.id)
        new = [number(row) for row in rows if row.fetched_at is None]
        if new or talk.present_at is None or now - talk.present_at >= PRESENT:
            note(engine, [talk.id], new, now)
        return Posted(
            messages=[Message.model_validate(row.body) for row in rows], ids=list(map(number, rows)), last=last
        )

    return routes


def talk_with(session: Session, id: str) -> Conversation:
    """The talk with this id, or the one that it became part of. Raises UnknownThing."""
    talk = talk_of(session, id)
    if talk is None:
        raise UnknownThing("conversation", id)
    return talk


def waiting(session: Session, conversation: str, after: int | None, beyond: int = 0) -> list[PostedMessage]:
    """The first of what a page hasn't shown: what came after a number, and what nobody fetched yet.

    The last for one whose transaction was slower than that of the next number. ``beyond`` is the number to go on from.
    """
    unseen = col(PostedMessage.fetched_at).is_(None)
    wanted = unseen if after is None else or_(unseen, col(PostedMessage.id) > after)
    return list(
        session.scalars(
            select(PostedMessage)
            .where(col(PostedMessage.conversation_id) == conversation, wanted, col(PostedMessage.id) > beyond)
            .order_by(col(PostedMessage.id))
            .limit(MOST)
        )
    )


def number(row: PostedMessage) -> int:
    """The number of a message that was kept."""
    assert row.id is not None  # noqa: S101  # the database gave it one
    return row.id


def _newest(session: Session, conversation: str) -> int:
    of_talk = col(PostedMessage.conversation_id) == conversation
    return session.scalar(select(func.max(col(PostedMessage.id))).where(of_talk)) or 0
