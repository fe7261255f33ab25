"""Forgetting a talk, in our database and in Rasa's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.forgetting import forget_talk
from knowledge.database import writing
from knowledge.doors.joining import join
from knowledge.tables import AnsweredMessage, Button, Conversation, PersonalDatum, TelegramChat


@pytest.fixture
def tracker_store(tmp_path: Path) -> Path:
    path = tmp_path / "rasa.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, data TEXT)")
        for talk in ("mine", "mine", "other"):
            connection.execute("INSERT INTO events (sender_id, data) VALUES (?, 'mijn woorden')", (talk,))
    return path


def add_talk(engine: Engine, talk: str, now: datetime) -> None:
    with writing(engine) as session:
        session.add(Conversation(id=talk, created_at=now, seen_at=now))
        session.flush()
        session.add(Button(token=talk, conversation_id=talk, title="Ja", payload="/affirm", issued_at=now))
        session.add(AnsweredMessage(conversation_id=talk, message_id="1", answered_at=now, answer=[]))
        session.add(
            PersonalDatum(conversation_id=talk, reference="[mail-1]", kind="email", value="a@b.nl", kept_at=now)
        )


def test_a_talk_is_gone_from_both_and_another_stays(
    engine: Engine, tracker_store: Path, now: datetime, rows: Callable[[Any], list[Any]]
) -> None:
    for talk in ("mine", "other"):
        add_talk(engine, talk, now)
    forget_talk(engine, tracker_store, "mine")
    forget_talk(engine, tracker_store, "mine")
    assert [row.id for row in rows(Conversation)] == ["other"]
    for table in (Button, AnsweredMessage, PersonalDatum):
        assert [row.conversation_id for row in rows(table)] == ["other"]
    with closing(sqlite3.connect(tracker_store)) as connection:
        assert connection.execute("SELECT sender_id FROM events").fetchall() == [("other",)]


def test_a_tracker_store_that_is_not_there_is_not_made(engine: Engine, tmp_path: Path, now: datetime) -> None:
    add_talk(engine, "mine", now)
    forget_talk(engine, tmp_path / "none.db", "mine")
    assert not (tmp_path / "none.db").exists()


def test_a_tracker_store_without_events_has_nothing_to_forget(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "rasa.db").touch()
    forget_talk(engine, tmp_path / "rasa.db", "mine")


def test_every_id_that_leads_to_the_talk_is_forgotten_with_it_from_whichever(
    engine: Engine, tmp_path: Path, now: datetime, rows: Callable[[Any], list[Any]]
) -> None:
    for talk in ("web", "app", "other"):
        add_talk(engine, talk, now)
    with writing(engine) as session:
        session.add(TelegramChat(chat_id=7, conversation_id="app", seen_at=now))
        session.flush()
        join(session, "web", "app", now)
    store = events_of(tmp_path / "rasa.db", "web", "app", "other")
    forget_talk(engine, store, "app")
    assert [row.id for row in rows(Conversation)] == ["other"]
    assert rows(TelegramChat) == []
    assert senders(store) == ["other"]


def test_events_of_talks_that_nobody_knows_any_more_go_with_the_next_that_is_forgotten(
    engine: Engine, tmp_path: Path, now: datetime
) -> None:
    """The rules erase our rows first; who dies in between leaves Rasa's."""
    many = [f"talk-{n}" for n in range(1200)]
    with writing(engine) as session:
        session.add_all(Conversation(id=talk, created_at=now, seen_at=now) for talk in many)
    store = events_of(tmp_path / "rasa.db", "left behind", *many)
    forget_talk(engine, store, "talk-7")
    assert senders(store) == [talk for talk in many if talk != "talk-7"]


def events_of(path: Path, *talks: str) -> Path:
    """Rasa's store with an event of each talk."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, data TEXT)")
        connection.executemany("INSERT INTO events (sender_id, data) VALUES (?, 'woorden')", [(id,) for id in talks])
    return path


def senders(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT sender_id FROM events ORDER BY id")]
