"""What we put in a talk comes into every page that is open, once, in order, and without asking again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from bot.web import streaming
from bot.web.app import make_app
from bot.web.streams import MOST_OF_TALK
from knowledge.database import writing
from knowledge.settings import Settings
from knowledge.tables import Conversation, PostedMessage
from tests.bot.web.serving import Event, opened, serving
from tests.bot.web.test_posted import put

pytestmark = pytest.mark.anyio


@pytest.fixture
async def door(
    engine: Engine, settings: Settings, http: httpx.AsyncClient, now: datetime
) -> AsyncIterator[httpx.AsyncClient]:
    with writing(engine) as session:
        session.add_all(Conversation(id=id, created_at=now, seen_at=now) for id in ("talk-ann", "talk-bob"))
    async with serving(make_app(settings, engine, http, clock=lambda: now)) as client:
        yield client


def said(*texts: str, since: int = 1) -> list[Event]:
    """The events of messages with these texts and the numbers that follow."""
    return [
        Event("message", str(number), json.dumps(body, separators=(",", ":")))
        for number, text in enumerate(texts, start=since)
        for body in [{"text": text, "buttons": [{"title": "Ja", "token": "t"}], "cards": []}]
    ]


async def test_what_waits_comes_at_once_and_what_comes_later_as_it_comes(
    door: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    put(engine, now, "een", "twee")
    async with opened(door, "talk-ann", after=0) as page:
        assert await page.take(2) == said("een", "twee")
        put(engine, now, "van bob", talk="talk-bob")
        put(engine, now, "drie")
        assert await page.take(1) == said("drie", since=4)
        headers = page.response.headers
    assert {name: headers[name] for name in ("content-type", "cache-control", "x-accel-buffering")} == {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
    }


async def test_every_open_page_of_a_talk_gets_it(door: httpx.AsyncClient, engine: Engine, now: datetime) -> None:
    async with opened(door, "talk-ann", after=0) as desk, opened(door, "talk-ann", after=0) as phone:
        put(engine, now, "een")
        assert [await desk.next(), await phone.next()] == said("een") * 2


@pytest.mark.parametrize(
    ("query", "last", "numbers"),
    [
        ({}, None, []),
        ({"after": 0}, None, [1, 2, 3]),
        ({"after": 2}, None, [3]),
        ({"after": 0}, "2", [3]),
        ({"after": 2}, "", [3]),
        ({"after": 2}, "x", [3]),
        ({"after": 2}, "-1", [3]),
        ({"after": 2}, "٣", [3]),
        ({"after": 2}, "9" * 40, [3]),
    ],
)
async def test_a_page_that_comes_back_goes_on_where_it_was(
    door: httpx.AsyncClient, engine: Engine, now: datetime, query: dict[str, int], last: str | None, numbers: list[int]
) -> None:
    put(engine, now, "een", "twee", "drie")
    await door.get("/api/chat/talk-ann/messages")
    headers = {} if last is None else {"Last-Event-ID": last.encode()}
    async with opened(door, "talk-ann", headers=headers, **query) as page:
        found = [await page.next() for _ in numbers]
        put(engine, now, "nieuw")
        assert [one and one.id for one in [*found, await page.next()]] == [str(number) for number in [*numbers, 4]]


async def test_after_weeks_away_everything_comes(
    engine: Engine, settings: Settings, http: httpx.AsyncClient, now: datetime
) -> None:
    with writing(engine) as session:
        session.add(Conversation(id="talk-ann", created_at=now, seen_at=now))
    texts = [str(number) for number in range(1, 131)]
    put(engine, now, *texts)
    app = make_app(settings, engine, http, clock=lambda: now)
    async with serving(app) as door, opened(door, "talk-ann", after=0) as page:
        assert await page.take(130) == said(*texts)
        put(engine, now, "later")
        assert await page.next() == said("later", since=131)[0]


async def test_a_line_that_breaks_loses_nothing_and_doubles_nothing(
    door: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    heard: list[str] = []
    for number in range(1, 9):
        headers = {"Last-Event-ID": heard[-1]} if heard else {}
        async with opened(door, "talk-ann", after=0, headers=headers) as page:
            put(engine, now, f"in {number}")
            put(engine, now, f"ook in {number}")
            one = await page.next()
            assert one
            heard.append(one.id)
    async with opened(door, "talk-ann", after=0, headers={"Last-Event-ID": heard[-1]}) as page:
        heard += [one.id for one in await page.take(16 - len(heard)) if one]
    assert heard == [str(number) for number in range(1, 17)]


async def test_that_somebody_is_there_and_what_they_got_is_written_down(
    door: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    put(engine, now, "een")
    noted = asyncio.Event()
    loop = asyncio.get_running_loop()

    def look(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("UPDATE posted_message"):
            loop.call_soon_threadsafe(noted.set)

    event.listen(engine, "after_cursor_execute", look)
    async with opened(door, "talk-ann", after=0) as page:
        await page.next()
        async with asyncio.timeout(10):
            await noted.wait()
    await door.get("/api/chat/talk-bob/messages", params={"after": 0})  # waits for the lock that the note held
    with Session(engine) as session:
        assert session.get_one(PostedMessage, 1).fetched_at == now
        assert session.get_one(Conversation, "talk-ann").present_at == now


async def test_a_silent_line_gives_signs_of_life(
    engine: Engine, settings: Settings, http: httpx.AsyncClient, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "HEARTBEAT", 0.05)
    with writing(engine) as session:
        session.add(Conversation(id="talk-ann", created_at=now, seen_at=now))
    async with serving(make_app(settings, engine, http)) as client, opened(client, "talk-ann", after=0) as page:
        assert await page.take(2) == [Event("alive", comment="alive")] * 2


async def test_a_talk_that_became_part_of_another_is_followed_there(
    door: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    with writing(engine) as session:
        session.add(Conversation(id="talk-old", created_at=now, seen_at=now, continued_as="talk-ann"))
    async with opened(door, "talk-old", after=0) as page:
        put(engine, now, "een")
        assert await page.next() == said("een")[0]
    assert (await door.get("/api/chat/talk-old/messages", params={"after": 0})).json()["ids"] == [1]


@pytest.mark.parametrize("talk", ["talk-cas", "%00", "x" * 300])
async def test_a_talk_that_is_not_there_is_a_sentence(door: httpx.AsyncClient, talk: str) -> None:
    response = await door.get(f"/api/chat/{talk}/stream")
    assert (response.status_code, response.json()["detail"][:20]) == (404, "Dit gesprek ken ik n")


async def test_a_talk_in_very_many_windows_is_a_sentence(door: httpx.AsyncClient) -> None:
    async def open_and_wait(all_are: asyncio.Barrier) -> int:
        async with opened(door, "talk-ann", after=0) as page:
            await all_are.wait()
            if page.response.status_code == 429:
                await page.response.aread()
                assert page.response.json()["detail"].startswith("Dit gesprek staat al in veel vensters open.")
            return page.response.status_code

    first = asyncio.Barrier(MOST_OF_TALK + 1)
    tabs = [asyncio.create_task(open_and_wait(first)) for _ in range(MOST_OF_TALK)]
    while first.n_waiting < MOST_OF_TALK:
        await asyncio.sleep(0)
    assert await open_and_wait(asyncio.Barrier(1)) == 429
    await first.wait()
    assert await asyncio.gather(*tabs) == [200] * MOST_OF_TALK
