"""A database of our own for each test, a clock that stands still, and a Rasa that is a function."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select
from structlog.testing import LogCapture

from bot.chat import Chat
from bot.rasa import Rasa
from bot.web.app import make_app
from knowledge.catalogue.load import load_content
from knowledge.clock import utc_now
from knowledge.database import migrate, open_database
from knowledge.settings import Settings
from tests.bot.fake_rasa import FakeRasa

CONTENT = Path(__file__).parents[2] / "knowledge" / "content"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of the newest shape, to be copied."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
def engine(migrated: Path, tmp_path: Path) -> Iterator[Engine]:
    path = tmp_path / "navigator.db"
    shutil.copy(migrated, path)
    engine = open_database(f"sqlite:///{path}")
    yield engine
    engine.dispose()


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
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, var=tmp_path, answer_timeout=5)


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa()


@pytest.fixture
async def http(rasa: FakeRasa) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.MockTransport(rasa)) as client:
        yield client


@pytest.fixture
async def make_chat(engine: Engine, settings: Settings, http: httpx.AsyncClient) -> Any:
    """Makes a chat; anything of it can be another."""
    made: list[Chat] = []

    def make(engine: Engine = engine, settings: Settings = settings, **more: Any) -> Chat:
        made.append(Chat(engine, Rasa(http, settings.rasa_url), settings, **more))
        return made[-1]

    yield make
    for chat in made:
        await chat.close()


@pytest.fixture
def chat(make_chat: Callable[..., Chat]) -> Chat:
    return make_chat()


@pytest.fixture
async def web(engine: Engine, settings: Settings, http: httpx.AsyncClient) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the website door."""
    app = make_app(settings, engine, http, clock=lambda: NOW)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        yield client


@pytest.fixture
def log() -> Iterator[LogCapture]:
    """Every line that is logged."""
    capture = LogCapture()
    structlog.configure(processors=[capture])
    yield capture
    structlog.reset_defaults()


@pytest.fixture
def rows(engine: Engine) -> Callable[[type[SQLModel]], list[Any]]:
    """All rows of a table."""

    def read(table: type[SQLModel]) -> list[Any]:
        with Session(engine) as session:
            return list(session.exec(select(table)))

    return read
