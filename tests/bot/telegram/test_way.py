"""Letters by Telegram: with buttons that work days later, to who takes them; else they go another way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session, col
from telegram.ext import ExtBot

from bot.telegram.limiter import Limiter
from bot.telegram.way import TelegramWay
from bot.telling.postman import Delivered
from knowledge.database import writing
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.tables import Conversation, Learner, Notice, TelegramChat, TelegramMessage
from knowledge.telling.wishes import Way
from tests.bot.telling.house import House, a_house
from tests.telegram_api.fake import FakeBotApi

pytestmark = pytest.mark.anyio

BOB = 9
"""Bob's chat."""


@pytest.fixture(autouse=True)
def spans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def at_home(engine: Engine, now: datetime, tmp_path: Path, api: FakeBotApi) -> Callable[..., Any]:
    """A house in which Bob is offered a seat, with a chat of his, and Telegram as a way out."""

    @asynccontextmanager
    async def opened(**chat: object) -> AsyncIterator[House]:
        bot = ExtBot(api.token, base_url=api.base_url, rate_limiter=Limiter())
        async with bot, a_house(engine, now, tmp_path, ["ann", "bob"]) as house:
            house.more = {Way.TELEGRAM: TelegramWay(bot, engine)}
            with writing(engine) as session:
                session.add(TelegramChat(chat_id=BOB, conversation_id="talk-bob", seen_at=now, **chat))
            api.knows(BOB)
            enrol(engine, "ann", ["cobots"], now)
            enrol(engine, "bob", ["cobots"], now)
            leave(engine, "ann", "cobots", now)
            yield house

    return opened


def told(house: House) -> list[tuple[str, str, str | None]]:
    """What Bob was told, how far it is, and by which way."""
    return [(kind, state, way) for learner, kind, state, way in house.notices() if learner == "bob"]


async def test_an_offer_comes_in_the_chat_with_its_buttons_and_a_reply_to_it_is_about_it(
    at_home: Callable[..., Any], api: FakeBotApi, engine: Engine
) -> None:
    async with at_home() as house:
        await house.tick()
        await house.tick()
        (message,) = api.chat(BOB).messages
        assert told(house) == [("offer", "sent", "telegram")]
        assert house.mails() == []
    assert "plek" in message.text
    assert len(message.titles) == 2
    with Session(engine) as session:
        (row,) = session.scalars(select(TelegramMessage)).all()
        assert (row.chat_id, row.message_id) == (BOB, message.id)
        assert session.get_one(Notice, row.notice_id).kind == "offer"


async def test_who_blocked_the_bot_is_noted_and_mailed(
    at_home: Callable[..., Any], api: FakeBotApi, engine: Engine
) -> None:
    async with at_home() as house:
        api.blocks(BOB)
        await house.tick()
        assert told(house) == [("offer", "sent", "email")]
        assert house.subjects()[-1].startswith("bob: ")
        assert api.chat(BOB).messages == []
    with Session(engine) as session:
        assert session.get_one(TelegramChat, BOB).blocked_at is not None


@pytest.mark.parametrize("state", ["blocked_at", "stopped_at"])
async def test_nothing_goes_to_a_chat_that_is_blocked_or_stopped(
    at_home: Callable[..., Any], api: FakeBotApi, now: datetime, state: str
) -> None:
    async with at_home(**{state: now}) as house:
        await house.tick()
        assert told(house) == [("offer", "sent", "email")]
        assert api.calls("sendMessage") == []


async def test_who_wants_mail_gets_mail(at_home: Callable[..., Any], api: FakeBotApi, engine: Engine) -> None:
    async with at_home() as house:
        with writing(engine) as session:
            session.get_one(Learner, "bob").wishes = {"way": "email"}
        await house.tick()
        assert told(house) == [("offer", "sent", "email")]


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 429, "retry_after": 60},
        {"status": 502},
        {"status": 500},
    ],
)
async def test_what_cannot_be_sent_now_goes_later_and_once(
    at_home: Callable[..., Any], api: FakeBotApi, fault: dict[str, Any]
) -> None:
    async with at_home() as house:
        api.fail("sendMessage", **fault)
        assert await house.tick() == Delivered(put_off=1)
        assert (await house.after(minutes=2)).sent == {Way.TELEGRAM: 1}
        assert len(api.chat(BOB).messages) == 1


async def test_a_short_wait_that_telegram_asks_is_just_waited(at_home: Callable[..., Any], api: FakeBotApi) -> None:
    async with at_home() as house:
        api.fail("sendMessage", 429, retry_after=1)
        assert (await house.tick()).sent == {Way.TELEGRAM: 1}


async def test_a_chat_that_is_gone_is_refused_and_mail_takes_over(at_home: Callable[..., Any], api: FakeBotApi) -> None:
    async with at_home() as house:
        api.fail("sendMessage", 400, "Bad Request: chat not found")
        await house.tick()
        assert told(house) == [("offer", "sent", "email")]


async def test_telegram_that_stays_away_gives_way_to_mail(at_home: Callable[..., Any], api: FakeBotApi) -> None:
    async with at_home() as house:
        await asyncio.to_thread(api.down)
        rounds = [await house.tick(), await house.after(minutes=2), await house.after(minutes=5)]
        await asyncio.to_thread(api.up)
        assert told(house) == [("offer", "sent", "email")]
    assert [done.put_off for done in rounds] == [1, 1, 0]


async def test_who_is_on_telegram_only_and_blocked_us_is_reached_by_nobody_and_that_is_noted(
    at_home: Callable[..., Any], api: FakeBotApi, engine: Engine, now: datetime
) -> None:
    async with at_home(blocked_at=now) as house:
        with writing(engine) as session:
            session.get_one(Learner, "bob").email = None
            talk = session.get_one(TelegramChat, BOB).conversation_id
            session.get_one(Conversation, talk).channel = "telegram"
        await house.tick()
        assert told(house) == [("offer", "failed", None)]
    with Session(engine) as session:
        (why,) = session.scalars(select(col(Notice.why)).where(Notice.kind == "offer")).all()
    assert why == "no way out takes it"
