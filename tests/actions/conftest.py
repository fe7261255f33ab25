"""What the tests of the actions share: an academy with the shipped catalogue, and a stage to talk on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from actions.academy import Academy
from knowledge.catalogue.load import load_content
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.linking import LinkerView
from knowledge.settings import Settings
from tests.actions.seats import enrol_jan, enrol_more
from tests.actions.stage import Stage
from tests.conftest import CONTENT, NOW
from tests.databases import sqlite

Shipped = tuple[Path, CatalogueView, LinkerView]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    """A database with the shipped catalogue and nobody in it, to be copied; the catalogue and its words."""
    path = tmp_path_factory.mktemp("stage") / "navigator.db"
    with sqlite(path) as engine:
        load_content(engine, CONTENT, NOW)
        engine.dispose()  # the last one out takes the write-ahead log along
        view = CatalogueView(engine)
        yield path, view, LinkerView(view)


@pytest.fixture
def engine(shipped: Shipped, tmp_path: Path) -> Iterator[Engine]:
    """A database of the test's own with the shipped catalogue."""
    shutil.copy(shipped[0], tmp_path / "navigator.db")
    with sqlite(tmp_path / "navigator.db", migrated=False) as engine:
        yield engine


@pytest.fixture
def academy(shipped: Shipped, engine: Engine, now: datetime, tmp_path: Path) -> Academy:
    """An academy in which it is always the morning of NOW. The catalogue is that of the copied database."""
    settings = Settings(_env_file=None, var=tmp_path, database=str(engine.url))
    return Academy(settings, engine, shipped[1], shipped[2], lambda: now)


@pytest.fixture
def stage(academy: Academy) -> Stage:
    """A talk that has not begun."""
    return Stage(academy)


@pytest.fixture
def another(academy: Academy) -> Callable[[str], Stage]:
    """Makes a talk of somebody else in the same academy."""
    return lambda conversation: Stage(academy, conversation)


@pytest.fixture
def later(stage: Stage) -> Callable[[datetime], None]:
    """Moves the clock of the talk."""

    def move(now: datetime) -> None:
        stage.academy = replace(stage.academy, now=lambda: now)

    return move


@pytest.fixture
def two(stage: Stage) -> list[str]:
    """Two seats of the person on the stage: one on a Wednesday and one on a Tuesday after it."""
    return [enrol_jan(stage), enrol_more(stage)]
