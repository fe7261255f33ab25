"""The Telegram door over a Bot API server on loopback, and a Rasa that is a function."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.settings import Settings
from tests.bot.telegram.stage import Stage
from tests.telegram_api.fake import FakeBotApi, fake_bot_api

Opens = Callable[..., AbstractAsyncContextManager[FastAPI]]


@pytest.fixture
def api() -> Iterator[FakeBotApi]:
    with fake_bot_api() as api:
        yield api


@pytest.fixture
def telegram_settings(settings: Settings, api: FakeBotApi) -> Settings:
    """The settings with a bot of this server."""
    chosen = {"telegram_token": api.token, "telegram_api": api.base_url.removesuffix("/bot"), "tick": 600}
    return settings.model_copy(update=chosen)


@pytest.fixture
def opens(
    telegram_settings: Settings,
    filled: Engine,
    loaded: tuple[object, datetime],
    http: httpx.AsyncClient,
) -> Opens:
    """Opens the whole front door until the end of the block; settings can be others."""

    @asynccontextmanager
    async def opened(engine: Engine = filled, **settings: object) -> AsyncIterator[FastAPI]:
        chosen = telegram_settings.model_copy(update=settings)
        async with httpx.AsyncClient(transport=http._transport) as client:  # each app closes its own
            app = make_app(chosen, engine, client, clock=lambda: loaded[1])
            async with app.router.lifespan_context(app):
                yield app

    return opened


@pytest.fixture
async def stage(opens: Opens, api: FakeBotApi) -> AsyncIterator[Stage]:
    """An open door, and people who talk there."""
    async with opens() as app:
        yield Stage(api, app)
