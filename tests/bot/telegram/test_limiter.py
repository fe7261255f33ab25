"""What waits for what before it goes to Telegram."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram.limiter import SIGNS_BURST, Limiter

pytestmark = pytest.mark.anyio


async def test_a_crowd_of_typing_signs_is_spread_and_holds_up_no_message() -> None:
    limiter, gone = Limiter(), []

    async def ask(endpoint: str, chat: int) -> None:
        async def go() -> None:
            gone.append(endpoint)

        await limiter.process_request(go, (), {}, endpoint, {"chat_id": chat}, None)

    signs = [asyncio.create_task(ask("sendChatAction", chat)) for chat in range(200)]
    await asyncio.sleep(0)
    await ask("sendMessage", 7)
    assert gone == ["sendChatAction"] * SIGNS_BURST + ["sendMessage"]
    for sign in signs:
        sign.cancel()
    await asyncio.gather(*signs, return_exceptions=True)
