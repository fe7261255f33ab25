"""A client of the website door over the real catalogue."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.settings import Settings


@pytest.fixture
async def api(
    filled: Engine, loaded: tuple[Path, datetime], settings: Settings, http: httpx.AsyncClient
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the website door over the loaded catalogue, at the moment of loading."""
    transport = httpx.ASGITransport(make_app(settings, filled, http, clock=lambda: loaded[1]))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        yield client
