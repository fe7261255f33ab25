"""A browser without script: a client that asks for pages, over the shipped catalogue at the moment of its loading."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.settings import Settings

URL = "https://navigator.example.org"


@dataclass
class Clock:
    """What the website takes for the present."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(loaded: tuple[Path, datetime]) -> Clock:
    return Clock(loaded[1])


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, var=tmp_path, public_url=URL)


@pytest.fixture
async def pages(
    filled: Engine, clock: Clock, settings: Settings, http: httpx.AsyncClient
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the website over the loaded catalogue."""
    transport = httpx.ASGITransport(make_app(settings, filled, http, clock=clock))
    async with httpx.AsyncClient(transport=transport, base_url=URL, headers={"accept": "text/html"}) as client:
        yield client
