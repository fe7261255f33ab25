"""The real catalogue, loaded once and copied for each test that reads it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.catalogue.load import load_content
from knowledge.clock import utc_now
from knowledge.database import open_database
from knowledge.settings import Settings

CONTENT = Path(__file__).parents[3] / "knowledge" / "content"


@pytest.fixture(scope="session")
def loaded(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    """A database with the catalogue in it, and the moment at which it was loaded."""
    path = tmp_path_factory.mktemp("catalogue") / "loaded.db"
    shutil.copy(migrated, path)
    engine = open_database(f"sqlite:///{path}")
    now = utc_now()
    load_content(engine, CONTENT, now)
    engine.dispose()
    return path, now


@pytest.fixture
def filled(loaded: tuple[Path, datetime], tmp_path: Path) -> Iterator[Engine]:
    """A database with the catalogue in it."""
    path = tmp_path / "filled.db"
    shutil.copy(loaded[0], path)
    engine = open_database(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@pytest.fixture
async def api(
    filled: Engine, loaded: tuple[Path, datetime], settings: Settings, http: httpx.AsyncClient
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the website door over the loaded catalogue, at the moment of loading."""
    transport = httpx.ASGITransport(make_app(settings, filled, http, clock=lambda: loaded[1]))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        yield client
