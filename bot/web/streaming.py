"""``GET /api/chat/{conversation}/stream``: what we put in a talk, in the page that is open, as it happens.

Server-sent events, as the HTML standard has them: a browser comes back by itself when the line breaks, and says which
message it had last.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Header, HTTPException
from sqlalchemy import Engine, select
from sqlmodel import col
from sse_starlette import EventSourceResponse, ServerSentEvent
from sse_starlette.sse import SendTimeoutError
from starlette.types import Receive, Scope, Send

from bot.sentences import TOO_MANY_TABS
from bot.web.posted import After, number, talk_with, waiting
from bot.web.problems import REFUSALS
from bot.web.streams import Arrived, Streams, message_json
from knowledge.database import reading
from knowledge.tables import PostedMessage

HEARTBEAT = 15
"""Seconds between two signs of life; proxies cut what is silent for a minute, and a page sees that its line is dead."""

COME_BACK = 3000
"""Milliseconds after which a browser comes back."""

STUCK = 20.0
"""Seconds after which a page that takes nothing in is let go."""

GOODBYE = 2.0
"""Seconds in which a stream ends in order when the server stops; after that it is cut."""

NEWEST = 500
"""Messages of one talk that could be put there between two looks, and far more."""

EVENTS = "text/event-stream"

_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {EVENTS: {"schema": {"type": "string"}}},
        "description": "Events `message`, with a number as id and a message as an answer has it as data; `ready` "
        "at the beginning, and `alive` every 15 seconds.",
    },
    **REFUSALS,
}
LastEventId = Annotated[
    str | None, Header(alias="Last-Event-ID", description="The id of the last event; goes before `after`.")
]


class Live(EventSourceResponse):
    """A stream that lets go in silence of who reads nothing."""

    media_type = EVENTS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        except SendTimeoutError:
            return


def streaming_routes(engine: Engine, streams: Streams) -> APIRouter:
    """The route over the talks in a database and the pages that have one open."""
    routes = APIRouter(prefix="/api", tags=["chat"])

    @routes.get("/chat/{conversation}/stream", response_class=Live, responses=_ANSWERS)
    async def stream(conversation: str, after: After = None, last_event_id: LastEventId = None) -> Live:
        """What came after a number, and from then on what comes, without asking again."""
        talk = await asyncio.to_thread(_talk, engine, conversation)
        if streams.full(talk):
            raise HTTPException(429, TOO_MANY_TABS, {"retry-after": "60"})
        events = _events(engine, streams, talk, _number(last_event_id, after))
        return Live(
            events,
            ping=HEARTBEAT,
            ping_message_factory=_alive,
            send_timeout=STUCK,
            shutdown_grace_period=GOODBYE,
            sep="\n",
        )

    return routes


async def _events(engine: Engine, streams: Streams, talk: str, after: int | None) -> AsyncIterator[ServerSentEvent]:
    await streams.begun()
    with streams.open(talk) as stream:
        yield ServerSentEvent("", event="ready", retry=COME_BACK)
        there, beyond = await asyncio.to_thread(_there, engine, talk), 0
        has = streams.to_note()  # of the lower numbers: what was sent, and isn't written down as such
        while found := await asyncio.to_thread(_waiting, engine, talk, after, beyond):
            for one in found:
                if one.id > (after or 0) or one.id not in has:
                    yield _event(one)
                    streams.sent(one.id)
            there |= {one.id for one in found}
            beyond = found[-1].id
        while (arrived := await stream.next()) is not None:
            if arrived.id not in there:
                yield _event(arrived)
                streams.sent(arrived.id)


def _event(arrived: Arrived) -> ServerSentEvent:
    return ServerSentEvent(arrived.body, event="message", id=str(arrived.id))


def _alive() -> ServerSentEvent:
    """A comment for a proxy, and an event for a page: a browser keeps comments to itself."""
    return ServerSentEvent("", event="alive", comment="alive")


def _talk(engine: Engine, conversation: str) -> str:
    with reading(engine) as session:
        return talk_with(session, conversation).id


def _there(engine: Engine, talk: str) -> set[int]:
    """The newest numbers of a talk: what the next look finds of them is new to it, not to the page."""
    with reading(engine) as session:
        mine = select(col(PostedMessage.id)).where(col(PostedMessage.conversation_id) == talk)
        return {id for id in session.scalars(mine.order_by(col(PostedMessage.id).desc()).limit(NEWEST)) if id}


def _waiting(engine: Engine, talk: str, after: int | None, beyond: int) -> list[Arrived]:
    with reading(engine) as session:
        rows = waiting(session, talk, after, beyond)
    return [Arrived(number(row), message_json(row.body)) for row in rows]


def _number(last_event_id: str | None, after: int | None) -> int | None:
    """Where to go on; an id that isn't ours counts for nothing."""
    if last_event_id and last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 19:
        return int(last_event_id)
    return after
