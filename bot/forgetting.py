"""Forgets a talk: our rows of it, and the events that Rasa keeps of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.database import reading, writing
from knowledge.doors.kept import erase_talks
from knowledge.doors.talks import doors_to, locked_family
from knowledge.tables import Conversation

_MOST = 500
"""Ids in one question to a database."""


def forget_talk(engine: Engine, tracker_store: Path, conversation_id: str) -> None:
    """Erases everything of one conversation and of every id that leads to it; doing it twice is the same as once.

    When the rules have forgotten the person already, our rows no longer say which talks were theirs: so Rasa's events
    of every talk that we don't know any more are erased too.

    Args:
        engine: our database.
        tracker_store: Rasa's SQLite file, table ``events``. It may not be there yet.
        conversation_id: the conversation, which is Rasa's ``sender_id``.
    """
    with reading(engine) as session:
        ids = doors_to(session, conversation_id)
    _forget_events(engine, tracker_store, {conversation_id, *ids})
    with writing(engine) as session:
        locked_family(session, conversation_id)
        erase_talks(session, doors_to(session, conversation_id))


def _forget_events(engine: Engine, tracker_store: Path, ids: set[str]) -> None:
    if not tracker_store.exists():
        return
    with closing(sqlite3.connect(tracker_store, timeout=5)) as connection, connection:
        connection.execute("PRAGMA secure_delete=ON")
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'events'").fetchone():
            return
        senders = {row[0] for row in connection.execute("SELECT DISTINCT sender_id FROM events")}
        for id in ids | (senders - _known(engine, senders)):
            connection.execute("DELETE FROM events WHERE sender_id = ?", (id,))


def _known(engine: Engine, ids: Iterable[str]) -> set[str]:
    """Which of these are talks of ours; a talk is ours before Rasa hears of it."""
    asked, found = sorted(ids), set()
    with reading(engine) as session:
        for start in range(0, len(asked), _MOST):
            here = col(Conversation.id).in_(asked[start : start + _MOST])
            found |= set(session.scalars(select(col(Conversation.id)).where(here)))
    return found
