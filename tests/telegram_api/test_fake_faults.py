"""Faults come as set: to that method, in that chat, so many times, before or after the call is done."""

from __future__ import annotations

import asyncio
import threading

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from tests.telegram_api.fake import FakeBotApi, fake_bot_api
from tests.telegram_api.limits import Rates

pytestmark = pytest.mark.anyio


async def test_an_error_meets_its_chat_as_often_as_set(api: FakeBotApi, bot: Bot) -> None:
    api.knows(8)
    api.fail("sendMessage", 429, retry_after=3, chat=8, times=2)
    await bot.send_message(7, "x")
    for _ in range(2):
        with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
            await bot.send_message(8, "x")
    await bot.send_message(8, "y")
    assert (api.chat(7).texts, api.chat(8).texts, api.faults_left) == (["x"], ["y"], 0)


async def test_a_gateway_answers_with_a_page(api: FakeBotApi, bot: Bot) -> None:
    api.fail("*", 502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(7, "x")
    assert api.chat(7).texts == []


@pytest.mark.parametrize(("after_doing", "seen"), [(False, []), (True, ["x"])])
async def test_a_cut_connection_may_or_may_not_have_delivered(
    api: FakeBotApi, bot: Bot, after_doing: bool, seen: list[str]
) -> None:
    api.cut("sendMessage", after_doing=after_doing)
    with pytest.raises(NetworkError, match=r"RemoteProtocolError|ReadError"):
        await bot.send_message(7, "x")
    assert api.chat(7).texts == seen


@pytest.mark.parametrize(("after_doing", "seen"), [(False, ["y"]), (True, ["x", "y"])])
async def test_a_call_that_hangs_too_long_may_or_may_not_have_been_done(
    api: FakeBotApi, bot: Bot, after_doing: bool, seen: list[str]
) -> None:
    api.hang("sendMessage", threading.Event(), after_doing=after_doing)
    with pytest.raises(TimedOut):
        await bot.send_message(7, "x", read_timeout=0.2)
    await bot.send_message(7, "y")
    assert api.chat(7).texts == seen


async def test_a_call_that_hangs_goes_on_when_let_go(api: FakeBotApi, bot: Bot) -> None:
    go = threading.Event()
    api.hang("sendMessage", go)
    waiting = asyncio.create_task(bot.send_message(7, "x"))
    await asyncio.to_thread(api.wait_for_calls, "sendMessage")
    assert api.chat(7).texts == []
    go.set()
    await waiting
    assert api.chat(7).texts == ["x"]


async def test_what_is_down_refuses_and_comes_up_on_the_same_port(api: FakeBotApi, bot: Bot) -> None:
    for _ in range(3):
        api.down()
        with pytest.raises(NetworkError, match="ConnectError"):
            await bot.send_message(7, "x")
        api.up()
        await bot.send_message(7, "y")
    assert api.chat(7).texts == ["y"] * 3


async def test_waiting_in_vain_shows_what_was_said(api: FakeBotApi, bot: Bot) -> None:
    await bot.send_message(7, "Dag Kees")
    with pytest.raises(AssertionError, match=r"no message in chat 7 after #0 containing 'Hoi'.*\n.*Dag Kees"):
        api.chat(7).wait_for_message("Hoi", timeout=0.01)


async def test_who_sends_too_fast_is_told_to_wait_when_limits_are_strict() -> None:
    with fake_bot_api(strict_limits=True) as api:
        api.knows(7)
        async with Bot(api.token, base_url=api.base_url) as bot:
            sent = await asyncio.gather(*(bot.send_message(7, str(i)) for i in range(5)), return_exceptions=True)
            assert sum(isinstance(answer, RetryAfter) for answer in sent) == 2
            assert (len(api.chat(7).messages), api.busiest_second(), api.busiest_second_of(8)) == (3, 5, 0)


def test_the_busiest_second_is_any_window_of_a_second() -> None:
    rates = Rates()
    for at in (0.0, 0.9, 1.0, 1.5, 1.8, 1.95):
        rates.note(7 if at < 1.6 else 8, at)
    assert (rates.busiest(), rates.busiest(7), rates.busiest(8)) == (4, 3, 2)
