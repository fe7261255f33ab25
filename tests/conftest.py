"""What all tests share: a clock that stands still, fresh databases, and the shipped catalogue."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.catalogue.load import load_content
from knowledge.catalogue.snapshot import Catalogue, read_catalogue
from tests.databases import make_empty, postgresql, sqlite, why_no_postgresql

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""A Tuesday, 10:00 in the Netherlands."""

CONTENT = Path(__file__).parents[1] / "knowledge" / "content"
"""The catalogue that ships with the navigator."""


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and no row, to be copied."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    with sqlite(path):
        return path


@pytest.fixture
def engine(empty_sqlite: Path, tmp_path: Path) -> Iterator[Engine]:
    """A fresh SQLite database with every table."""
    shutil.copy(empty_sqlite, tmp_path / "navigator.db")
    with sqlite(tmp_path / "navigator.db", migrated=False) as engine:
        yield engine


@pytest.fixture(scope="session")
def postgresql_schema() -> Iterator[Engine]:
    """A schema of our own with every table, for all tests of this run; skips when no server answers."""
    if why_no_postgresql():
        pytest.skip(why_no_postgresql())
    with postgresql() as engine:
        yield engine


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Engine:
    """A fresh database with every table, on SQLite and on PostgreSQL: such a test runs on both."""
    if request.param == "sqlite":
        engine: Engine = request.getfixturevalue("engine")
    else:
        engine = request.getfixturevalue("postgresql_schema")
        make_empty(engine)
    return engine


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_databases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A fresh database without any table, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        opened = sqlite(tmp_path / "bare.db", migrated=False)
    else:
        request.getfixturevalue("postgresql_schema")
        opened = postgresql(migrated=False)
    with opened as engine:
        yield engine


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The shipped catalogue as it is on the morning of NOW."""
    with sqlite(tmp_path_factory.mktemp("shipped") / "navigator.db") as engine:
        loaded = load_content(engine, CONTENT, NOW)
        yield read_catalogue(engine, loaded.version)
