"""Who has the page of a talk open, and which messages were fetched, written down for many talks at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar

from sqlalchemy import Engine, update
from sqlmodel import col

from knowledge.database import writing
from knowledge.tables import Conversation, PostedMessage

PRESENT = timedelta(seconds=30)
"""How long somebody counts as present before it is written down anew."""

AT_ONCE = 5000
"""Names in one statement; SQLite takes 32,766."""

Name = TypeVar("Name", str, int)


def note(engine: Engine, talks: Iterable[str], fetched: Iterable[int], now: datetime) -> None:
    """Notes that somebody is in these talks now, and that these messages were fetched (the first time counts)."""
    with writing(engine) as session:
        for some in _parts(talks):
            session.execute(update(Conversation).where(col(Conversation.id).in_(some)).values(present_at=now))
        for part in _parts(fetched):
            first = col(PostedMessage.id).in_(part) & col(PostedMessage.fetched_at).is_(None)
            session.execute(update(PostedMessage).where(first).values(fetched_at=now))


def _parts(names: Iterable[Name]) -> Iterator[list[Name]]:
    left = iter(names)
    while part := list(islice(left, AT_ONCE)):
        yield part
