"""The strict fake, and python-telegram-bot's own Bot to call it with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from telegram import Bot

from tests.telegram_api.fake import FakeBotApi, fake_bot_api


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it python-telegram-bot 22 warns at every 429 that it will give them."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def api() -> Iterator[FakeBotApi]:
    with fake_bot_api() as api:
        yield api


@pytest.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[Bot]:
    """The bot, which may write to Kees in chat 7."""
    api.knows(7)
    async with Bot(api.token, base_url=api.base_url) as bot:
        yield bot
