"""The database: SQLite (WAL) by default, PostgreSQL by setting; brought up to date by Alembic."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session

from knowledge.settings import settings

MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(url: str) -> Engine:
    """An engine for a database address.

    SQLite gets write-ahead logging, foreign keys, and transactions that SQLAlchemy begins itself, so that
    ``writing`` can take the write lock at once; a writer waits 5 s for another.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True, connect_args={"connect_timeout": 4})
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, connect_args={"timeout": 5})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def migrate(engine: Engine) -> None:
    """Brings the tables up to the newest shape; nothing happens when they are."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    command.upgrade(config, "head")


@cache
def database() -> Engine:
    """The engine of this process, from the settings."""
    return open_database(settings().database)


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only looks."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """One transaction that changes things: all of it is kept, or nothing.

    On SQLite it holds the one write lock from its first statement on. On PostgreSQL the rows that a
    rule decides about are locked by that rule (``SELECT … FOR UPDATE``).
    """
    bound = engine.execution_options(writes=True)
    with Session(bound, expire_on_commit=False) as session, session.begin():
        yield session
