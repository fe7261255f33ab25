"""Fresh databases for tests: a SQLite file, and a schema of our own on a PostgreSQL server if one answers.

The server is ``SERVER`` unless ``NAVIGATOR_TEST_POSTGRESQL`` names another.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

import knowledge.tables  # noqa: F401  # registers every table
from knowledge.database import migrate, open_database

SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/test"


def server() -> str:
    """The address of the PostgreSQL server to test on."""
    return os.environ.get("NAVIGATOR_TEST_POSTGRESQL", SERVER)


@cache
def why_no_postgresql() -> str:
    """Why the tests cannot run on PostgreSQL; empty when they can."""
    shown = make_url(server()).render_as_string(hide_password=True)
    engine = open_database(server())
    try:
        with engine.connect():
            return ""
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0]
        return f"not tested on PostgreSQL: {shown} does not answer ({reason})"
    finally:
        engine.dispose()


@contextmanager
def sqlite(path: Path, *, migrated: bool = True) -> Iterator[Engine]:
    """A new database in a file."""
    engine = open_database(f"sqlite:///{path}")
    try:
        if migrated:
            migrate(engine)
        yield engine
    finally:
        engine.dispose()


def make_empty(engine: Engine) -> None:
    """Takes every row out of a PostgreSQL schema, and starts its numbers at 1 again."""
    names = ", ".join(SQLModel.metadata.tables)
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL lock_timeout = '10s'"))
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))


@contextmanager
def postgresql(*, migrated: bool = True) -> Iterator[Engine]:
    """A new schema on the server, dropped afterwards with all that is in it."""
    schema = f"navigator_test_{uuid4().hex}"
    admin = open_database(server())
    address = make_url(server()).update_query_dict({"options": f"-csearch_path={schema}"})
    engine = open_database(address.render_as_string(hide_password=False))
    try:
        with admin.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        if migrated:
            migrate(engine)
        yield engine
    finally:
        engine.dispose()
        with admin.begin() as connection:
            connection.execute(text("SET LOCAL lock_timeout = '10s'"))
            connection.execute(text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
        admin.dispose()
