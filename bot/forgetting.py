"""Forgets a talk: our rows of it, and the events that Rasa keeps of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, delete
from sqlmodel import col

from knowledge.database import writing
from knowledge.tables import AnsweredMessage, Button, Conversation, PersonalDatum, PostedMessage


def forget_talk(engine: Engine, tracker_store: Path, conversation_id: str) -> None:
    """Erases everything of one conversation; doing it twice is the same as once.

    Args:
        engine: our database.
        tracker_store: Rasa's SQLite file, table ``events``. It may not be there yet.
        conversation_id: the conversation, which is Rasa's ``sender_id``.
    """
    _forget_events(tracker_store, conversation_id)
    with writing(engine) as session:
        for table in (PersonalDatum, Button, AnsweredMessage, PostedMessage):
            session.execute(delete(table).where(col(table.conversation_id) == conversation_id))
        session.execute(delete(Conversation).where(col(Conversation.id) == conversation_id))


def _forget_events(tracker_store: Path, conversation_id: str) -> None:
    if not tracker_store.exists():
        return
    with closing(sqlite3.connect(tracker_store, timeout=5)) as connection, connection:
        connection.execute("PRAGMA secure_delete=ON")
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'events'").fetchone():
            connection.execute("DELETE FROM events WHERE sender_id = ?", (conversation_id,))
