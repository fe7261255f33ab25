"""Telegram refuses, is slow, or is gone: nothing is lost, and it goes on by itself."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from structlog.testing import LogCapture

from bot.telegram.door import NOT_KNOWN, OFF
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.conftest import Opens
from tests.bot.telegram.stage import JOKE, KEES, Stage
from tests.telegram_api.fake import FakeBotApi

pytestmark = pytest.mark.anyio


async def telegram_of(app: FastAPI) -> dict[str, Any]:
    """What /healthz says."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://navigator") as client:
        return dict((await client.get("/healthz")).json())


@pytest.mark.parametrize("fault", [(502, False), (502, True), (500, False)])
async def test_an_answer_that_did_not_come_through_is_sent_again(stage: Stage, fault: tuple[int, bool]) -> None:
    status, done = fault
    stage.api.fail("sendMessage", status, after_doing=done)
    stage.api.says(KEES, "hoi")
    count = 2 if done else 1
    seen = await asyncio.to_thread(stage.api.chat(KEES).wait_for_messages, count)
    assert {message.text for message in seen} == {"Je zei: hoi"}
    assert len(stage.api.calls("sendMessage")) == 2


async def test_a_connection_that_is_cut_is_tried_again(stage: Stage) -> None:
    stage.api.cut("sendMessage", times=2)
    assert (await stage.says("hoi")).text == "Je zei: hoi"


async def test_it_waits_as_long_as_telegram_asks_and_others_do_not(stage: Stage) -> None:
    stage.api.fail("sendMessage", 429, retry_after=2, chat=KEES)
    stage.api.says(KEES, "hoi")
    await asyncio.to_thread(stage.api.wait_for_calls, "sendMessage")
    assert (await stage.says("hallo", JOKE)).text == "Je zei: hallo"
    assert stage.api.chat(KEES).texts == []
    assert (await stage.sees("hoi")).text == "Je zei: hoi"
    refused, sent = stage.api.calls("sendMessage", chat=KEES)
    assert sent.at - refused.at >= 2


async def test_messages_in_a_chat_are_a_second_apart(stage: Stage) -> None:
    for number in range(3):
        stage.api.says(KEES, f"bericht {number}")
    await stage.sees("bericht 2")
    assert stage.api.busiest_second_of(KEES) == 1


async def test_a_line_that_is_down_comes_back_and_nothing_is_lost(stage: Stage, rasa: FakeRasa) -> None:
    await stage.says("voor")
    stage.api.down()
    during = stage.api.says(KEES, "tijdens")
    stage.api.up()
    assert (await stage.sees("", after=during.message_id)).text == "Je zei: tijdens"
    assert rasa.texts == ["voor", "tijdens"]


async def test_another_program_with_the_same_token_does_not_stop_it(stage: Stage) -> None:
    stage.api.fail("getUpdates", 409, times=2)
    assert (await stage.says("hoi")).text == "Je zei: hoi"


async def test_a_message_that_telegram_never_takes_holds_up_no_other(stage: Stage) -> None:
    stage.api.fail("sendMessage", 400, "Bad Request: something new")
    stage.api.says(KEES, "raar")
    assert (await stage.says("gewoon")).text == "Je zei: gewoon"


async def test_without_a_token_the_rest_runs_and_says_so_once(opens: Opens, log: LogCapture) -> None:
    async with opens(telegram_token="") as app:
        health = await telegram_of(app)
    assert (health["status"], health["parts"]["telegram"]) == ("ok", "off")
    assert [entry["event"] for entry in log.entries].count(OFF) == 1


@pytest.mark.parametrize("token", ["42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "geen token", "1/../2"])
async def test_with_a_wrong_token_one_sentence_says_so_and_the_rest_runs(
    opens: Opens, log: LogCapture, token: str
) -> None:
    async with opens(telegram_token=token) as app:
        while NOT_KNOWN not in (entry["event"] for entry in log.entries):
            await asyncio.sleep(0)
        health = await telegram_of(app)
    assert (health["status"], health["parts"]["telegram"]) == ("degraded", "down")
    assert [entry["event"] for entry in log.entries].count(NOT_KNOWN) == 1


async def test_telegram_that_is_gone_at_the_start_is_found_later(opens: Opens, api: FakeBotApi) -> None:
    api.down()
    async with opens() as app:
        assert (await telegram_of(app))["parts"]["telegram"] == "down"
        api.up()
        assert (await Stage(api, app).says("hoi")).text == "Je zei: hoi"
        assert (await telegram_of(app))["parts"]["telegram"] == "ok"


@pytest.mark.parametrize("chosen", [{}, {"telegram_webhook": True, "public_url": "http://127.0.0.1:9"}])
async def test_telegram_that_wants_to_be_left_alone_at_the_start_does_not_shut_the_door(
    opens: Opens, api: FakeBotApi, chosen: dict[str, Any]
) -> None:
    api.fail("setMyCommands", 429, retry_after=1)
    api.fail("setWebhook", 502)
    async with opens(**chosen):
        await asyncio.to_thread(api.wait_for_calls, "setMyShortDescription")
        if chosen:
            await asyncio.to_thread(api.wait_for_calls, "setWebhook", 2)
    assert [call.status for call in api.calls("setMyCommands")] == [429, 200]
