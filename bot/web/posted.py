"""``GET /api/chat/{conversation}/messages``: what we put in a talk ourselves, for the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import Engine, func, select, update
from sqlmodel import Session, col

from bot.answers import Message
from bot.web.problems import REFUSALS
from knowledge.database import reading, writing
from knowledge.doors.talks import talk_of
from knowledge.errors import UnknownThing
from knowledge.tables import Conversation, PostedMessage

PRESENT = timedelta(seconds=30)
"""How long somebody counts as present before it is written down anew."""

MOST = 50
"""Messages in one answer; the rest comes with the next."""

After = Annotated[
    int | None,
    Query(ge=0, le=2**62, description="The `last` of the answer before; leave it out for what nobody fetched yet."),
]


class Posted(BaseModel):
    """What waited in a talk, oldest first."""

    messages: list[Message]
    last: int = Field(description="Send this number along the next time, as `after`.")


def posted_routes(engine: Engine, clock: Callable[[], datetime]) -> APIRouter:
    """The route over the talks in a database."""
    routes = APIRouter(prefix="/api", tags=["chat"])

    @routes.get("/chat/{conversation}/messages", responses=REFUSALS)
    def messages(conversation: str, after: After = None) -> Posted:
        """The messages that came after a number; asking also says that somebody has the page open."""
        now = clock()
        with reading(engine) as session:
            talk = talk_of(session, conversation)
            if talk is None:
                raise UnknownThing("conversation", conversation)
            rows = _waiting(session, talk.id, after)
            last = rows[-1].id if rows else after or _newest(session, talk.id)
        new = [row.id for row in rows if row.fetched_at is None and row.id is not None]
        if new or talk.present_at is None or now - talk.present_at >= PRESENT:
            _note(engine, talk.id, new, now)
        return Posted(messages=[Message.model_validate(row.body) for row in rows], last=last or 0)

    return routes


def _waiting(session: Session, conversation: str, after: int | None) -> list[PostedMessage]:
    seen = col(PostedMessage.fetched_at).is_not(None) if after is None else col(PostedMessage.id) <= after
    return list(
        session.scalars(
            select(PostedMessage)
            .where(col(PostedMessage.conversation_id) == conversation, ~seen)
            .order_by(col(PostedMessage.id))
            .limit(MOST)
        )
    )


def _newest(session: Session, conversation: str) -> int | None:
    of_talk = col(PostedMessage.conversation_id) == conversation
    return session.scalar(select(func.max(col(PostedMessage.id))).where(of_talk))


def _note(engine: Engine, conversation: str, fetched: list[int], now: datetime) -> None:
    with writing(engine) as session:
        session.execute(update(Conversation).where(col(Conversation.id) == conversation).values(present_at=now))
        if fetched:
            first = col(PostedMessage.id).in_(fetched) & col(PostedMessage.fetched_at).is_(None)
            session.execute(update(PostedMessage).where(first).values(fetched_at=now))
