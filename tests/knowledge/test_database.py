"""The database: SQLite or PostgreSQL by its address, and a change is whole or not at all."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import col

from knowledge.database import open_database, reading, writing
from knowledge.tables import Button, Learner


def learners(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.scalars(select(col(Learner.id)).order_by(col(Learner.id))))


@pytest.mark.parametrize(
    ("address", "dialect", "driver"),
    [
        ("sqlite:///{folder}/new/navigator.db", "sqlite", "pysqlite"),
        ("postgresql+psycopg://me@127.0.0.1:1/navigator", "postgresql", "psycopg"),
    ],
)
def test_the_address_decides_which_database_it_is(tmp_path: Path, address: str, dialect: str, driver: str) -> None:
    engine = open_database(address.format(folder=tmp_path))
    assert (engine.dialect.name, engine.dialect.driver) == (dialect, driver)
    engine.dispose()


def test_sqlite_makes_its_folder_and_keeps_to_its_rules(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/deep/down/navigator.db")
    with engine.connect() as connection:
        found = [connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys")]
    engine.dispose()
    assert found == ["wal", 1]
    assert (tmp_path / "deep" / "down" / "navigator.db").is_file()


def test_a_change_is_kept_when_it_ends_well(databases: Engine, now: datetime) -> None:
    with writing(databases) as session:
        session.add(Learner(id="an", created_at=now))
    assert learners(databases) == ["an"]


def test_a_change_that_breaks_halfway_leaves_nothing(databases: Engine, now: datetime) -> None:
    def half() -> None:
        with writing(databases) as session:
            session.add(Learner(id="an", created_at=now))
            session.flush()
            raise LookupError("halfway")

    with pytest.raises(LookupError, match="halfway"):
        half()
    assert learners(databases) == []


def test_what_is_written_while_reading_is_not_kept(databases: Engine, now: datetime) -> None:
    with reading(databases) as session:
        session.add(Learner(id="an", created_at=now))
        session.flush()
    assert learners(databases) == []


def test_a_row_that_points_nowhere_is_refused(databases: Engine, now: datetime) -> None:
    button = Button(token="t", conversation_id="nowhere", title="Ja", payload="/affirm", issued_at=now)  # noqa: S106
    with pytest.raises(IntegrityError), writing(databases) as session:
        session.add(button)


def test_a_moment_comes_back_as_the_same_moment_in_utc(databases: Engine) -> None:
    there = datetime(2026, 11, 24, 4, 0, 0, 123456, tzinfo=timezone(timedelta(hours=-5)))
    with writing(databases) as session:
        session.add(Learner(id="an", created_at=there))
    with reading(databases) as session:
        row = session.get(Learner, "an")
    assert row is not None
    assert row.created_at == datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=UTC)
    assert row.created_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(databases: Engine, now: datetime) -> None:
    with (
        pytest.raises(StatementError, match="has no time zone; hand in UTC"),
        writing(databases) as session,
    ):
        session.add(Learner(id="an", created_at=now.replace(tzinfo=None)))


def test_on_sqlite_a_second_writer_waits_for_the_first(engine: Engine, now: datetime) -> None:
    def second() -> None:
        with writing(engine) as session:
            seen.append(session.get(Learner, "an") is not None)

    seen: list[bool] = []
    thread = threading.Thread(target=second)
    with writing(engine) as session:
        session.add(Learner(id="an", created_at=now))
        session.flush()
        thread.start()
        thread.join(timeout=0.3)
        assert (thread.is_alive(), seen) == (True, [])
    thread.join(timeout=10)
    assert seen == [True]
