"""What comes in from Telegram, kept before Telegram is told that we have it: a crash loses none, a repeat is known.

Telegram lets an update go when the next question is asked (polling) or when it gets a 200 (webhook). Both wait for
``Inbox.put``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy import ColumnElement, Engine, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col
from telegram import Bot, Update

from bot.memory import DATABASE_ERRORS
from knowledge.database import reading, writing
from knowledge.tables import TelegramUpdate

KEPT = timedelta(days=3)
"""How long the number of an update is known; Telegram repeats none for longer than a day."""

STALE = timedelta(days=1)
"""What is older was said too long ago to be answered now."""

_log = structlog.get_logger()


class Inbox(asyncio.Queue[object]):
    """The queue that an updater fills and an application empties, over a table.

    When the database is down, an update goes on all the same: the person then hears that something is wrong.
    """

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._engine = engine
        self._clock = clock

    async def put(self, item: object) -> None:
        """Keeps an update and lets it in; one that was there before is passed over."""
        if isinstance(item, Update):
            try:
                if not await asyncio.to_thread(partial(keep, self._engine, item, self._clock())):
                    return
            except DATABASE_ERRORS as error:
                _log.warning("part failed", part="database", reason=f"keeping an update: {type(error).__name__}")
        await super().put(item)

    async def take_up(self, bot: Bot) -> int:
        """Lets in what was kept and never handled, the oldest first; how many that are."""
        bodies = await asyncio.to_thread(partial(left, self._engine, self._clock()))
        for body in bodies:
            await super().put(Update.de_json(body, bot))
        return len(bodies)


def keep(engine: Engine, item: Update, now: datetime) -> bool:
    """Keeps an update; False when it was kept before."""
    try:
        with writing(engine) as session:
            session.add(TelegramUpdate(update_id=item.update_id, received_at=now, body=item.to_dict()))
    except IntegrityError:
        return False
    return True


def left(engine: Engine, now: datetime) -> list[dict[str, object]]:
    """The bodies of what was never handled; what is too old for an answer is let go, and so are old numbers."""
    with writing(engine) as session:
        session.execute(delete(TelegramUpdate).where(col(TelegramUpdate.handled_at) < now - KEPT))
        session.execute(delete(TelegramUpdate).where(col(TelegramUpdate.received_at) < now - STALE, _waits()))
    with reading(engine) as session:
        rows = session.scalars(select(TelegramUpdate).where(_waits()).order_by(col(TelegramUpdate.update_id)))
        return [row.body for row in rows if row.body]


def _waits() -> ColumnElement[bool]:
    return col(TelegramUpdate.handled_at).is_(None)


def handled(engine: Engine, update_id: int, now: datetime) -> None:
    """Notes that an update was handled; what was said in it is no longer kept."""
    with writing(engine) as session:
        session.execute(
            update(TelegramUpdate).where(col(TelegramUpdate.update_id) == update_id).values(handled_at=now, body=None)
        )
