"""Hands what is put in a talk to the pages that have it open: one look at the database serves them all.

It looks once a second, for another process may have put something there, and at once when our own postman says so.
Numbers don't come in order where transactions overlap, and SQLite gives the number of an erased row to the next;
so each look goes a while back and passes over the rows of the look before.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import Engine, func, select
from sqlmodel import col
from sse_starlette.sse import AppStatus

from bot.answers import Message
from bot.memory import DATABASE_ERRORS
from bot.web.presence import PRESENT, note
from knowledge.database import reading
from knowledge.tables import PostedMessage

EVERY = 1.0
"""Seconds between two looks."""

BACK = 200
"""Numbers that a look goes back: more than are given out while one transaction lasts."""

ROOM = 64
"""Messages that a page may be behind; then it is let go, and comes back for the rest."""

MOST, MOST_OF_TALK = 5000, 10
"""Open streams of this process, and of one talk: a person has so many tabs at most."""

_log = structlog.get_logger()
Row = tuple[int, str, datetime]
"""A number, a talk, and when it was put there."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message for a page: its number, and itself as JSON."""

    id: int
    body: str


class Stream:
    """One open page, and what it is still to be sent."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[Arrived | None] = asyncio.Queue(ROOM)

    def put(self, arrived: Arrived) -> None:
        """Hands over a message; a page that is too far behind gets the end instead."""
        try:
            self._waiting.put_nowait(arrived)
        except asyncio.QueueFull:
            self.end()

    def end(self) -> None:
        """Lets the page go; it comes back by itself, for whatever it wasn't sent."""
        while not self._waiting.empty():
            self._waiting.get_nowait()
        self._waiting.put_nowait(None)

    async def next(self) -> Arrived | None:
        """The next message, as soon as there is one; None when this page must come back anew."""
        return await self._waiting.get()


class Streams:
    """All open pages of this process.

    Args:
        clock: gives the present moment in UTC.
    """

    def __init__(self, engine: Engine, clock: Callable[[], datetime], every: float = EVERY) -> None:
        self._engine, self._clock, self._every = engine, clock, every
        self._open: dict[str, set[Stream]] = {}
        self._woken, self._ready = asyncio.Event(), asyncio.Event()
        self._newest: int | None = None
        self._known: set[Row] = set()
        self._sent: set[int] = set()
        self._opened: set[str] = set()
        self._noted_at: datetime | None = None

    def __len__(self) -> int:
        return sum(map(len, self._open.values()))

    def full(self, conversation: str) -> bool:
        """Whether no more pages of this talk are taken."""
        return len(self) >= MOST or len(self._open.get(conversation, ())) >= MOST_OF_TALK

    @contextmanager
    def open(self, conversation: str) -> Iterator[Stream]:
        """A page of a talk, for as long as it is open."""
        stream = Stream()
        self._open.setdefault(conversation, set()).add(stream)
        self._opened.add(conversation)
        try:
            yield stream
        finally:
            self._open[conversation].discard(stream)
            if not self._open[conversation]:
                del self._open[conversation]

    def wake(self) -> None:
        """Says that something was put in a talk just now."""
        self._woken.set()

    def sent(self, id: int) -> None:
        """Says that a message went out to a page."""
        self._sent.add(id)

    def to_note(self) -> frozenset[int]:
        """What went out and isn't written down yet."""
        return frozenset(self._sent)

    async def begun(self) -> None:
        """Waits for the first look: from then on nothing that is put in a talk goes unseen."""
        await self._ready.wait()

    async def watch(self) -> None:
        """Looks again and again, until it is cancelled."""
        failing = False
        while True:
            try:
                await self.look()
                failing = False
            except DATABASE_ERRORS as error:
                if not failing:
                    _log.warning("part failed", part="database", reason=type(error).__name__)
                failing = True
            except Exception:  # the next look tries again; a watch that stopped would be noticed by nobody
                _log.exception("the streams stumbled")
            await self._rest()
            if AppStatus.should_exit:  # a server that stops waits for its answers, and these have no end
                self.end()

    def end(self) -> None:
        """Lets all pages go."""
        for stream in [one for streams in self._open.values() for one in streams]:
            stream.end()

    async def look(self) -> None:
        """Hands out what is new, and notes who is here and what went out."""
        for conversation, arrived in await asyncio.to_thread(self._new, frozenset(self._open)):
            for stream in self._open.get(conversation, ()):
                stream.put(arrived)
        self._ready.set()
        await self._note(self._clock())

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), self._every)
        except TimeoutError:
            return
        self._woken.clear()

    def _new(self, talks: frozenset[str]) -> list[tuple[str, Arrived]]:
        """What is new since the look before, for these talks, in the order of its numbers."""
        number, talk, moment = col(PostedMessage.id), col(PostedMessage.conversation_id), col(PostedMessage.posted_at)
        with reading(self._engine) as session:
            top = session.scalar(select(func.max(number))) or 0
            since = (top if self._newest is None else min(self._newest, top)) - BACK
            rows: set[Row] = set(map(tuple, session.execute(select(number, talk, moment).where(number > since))))
            new = set() if self._newest is None else {id for id, talk, _ in rows - self._known if talk in talks}
            wanted = select(number, talk, PostedMessage.body).where(number.in_(new)).order_by(number)  # type: ignore[call-overload]
            bodies = session.execute(wanted).all() if new else []
        self._newest, self._known = top, rows
        return [(talk, Arrived(id, message_json(body))) for id, talk, body in bodies]

    async def _note(self, now: datetime) -> None:
        """Writes down, for all pages at once, who has one open; and what was fetched for the first time."""
        sent, here = set(self._sent), self._opened & self._open.keys()
        if self._noted_at is None or now - self._noted_at >= PRESENT:
            here, self._noted_at = set(self._open), now
        if not sent and not here:
            return
        self._opened = set()
        try:
            await asyncio.to_thread(note, self._engine, here, sent, now)
        except DATABASE_ERRORS:
            self._opened |= here
            raise
        self._sent -= sent


def message_json(body: object) -> str:
    """A message as an answer has it, on one line."""
    return Message.model_validate(body).model_dump_json()
