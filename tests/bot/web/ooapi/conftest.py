"""The website door over a busy catalogue and over a wild one, each made once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.database import open_database
from knowledge.settings import Settings
from tests.bot.web.ooapi import worlds
from tests.conftest import NOW

Opened = tuple[FastAPI, dict[str, str]]


@contextmanager
def opened(path: Path, now: datetime, make: Callable[[Engine, datetime], dict[str, str] | None]) -> Iterator[Opened]:
    """The door over a database that is made so, and what is in it by name."""
    engine = open_database(f"sqlite:///{path}")
    named = make(engine, now) or {}
    settings = Settings(_env_file=None, var=path.parent, answer_timeout=5)
    yield make_app(settings, engine, httpx.AsyncClient(), clock=lambda: now), named
    engine.dispose()


@pytest.fixture(scope="session")
def busy(loaded: tuple[Path, datetime], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The shipped catalogue with offerings in every state."""
    path = tmp_path_factory.mktemp("busy") / "navigator.db"
    shutil.copy(loaded[0], path)
    with opened(path, loaded[1], worlds.busy) as made:
        yield made


@pytest.fixture(scope="session")
def wild(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A generated catalogue with everything that could be odd."""
    path = tmp_path_factory.mktemp("wild") / "navigator.db"
    shutil.copy(migrated, path)
    with opened(path, NOW, worlds.wild) as made:
        yield made


@pytest.fixture(scope="session")
def nothing(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """No catalogue at all."""
    path = tmp_path_factory.mktemp("nothing") / "navigator.db"
    shutil.copy(migrated, path)
    with opened(path, NOW, lambda _engine, _now: None) as made:
        yield made
