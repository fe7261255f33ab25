"""What waits in a talk, as the page fetches it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from bot.web.app import make_app
from knowledge.database import writing
from knowledge.doors.joining import Joined, join
from knowledge.settings import Settings
from knowledge.tables import Conversation, PostedMessage

pytestmark = pytest.mark.anyio

WHERE = "/api/chat/talk-ann/messages"


class Clock:
    """A clock that the test moves."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
async def page(
    engine: Engine, settings: Settings, http: httpx.AsyncClient, clock: Clock
) -> AsyncIterator[httpx.AsyncClient]:
    with writing(engine) as session:
        session.add_all(Conversation(id=id, created_at=clock.now, seen_at=clock.now) for id in ("talk-ann", "talk-bob"))
    transport = httpx.ASGITransport(make_app(settings, engine, http, clock=clock))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        yield client


def put(engine: Engine, now: datetime, *texts: str, talk: str = "talk-ann") -> None:
    with writing(engine) as session:
        session.add_all(
            PostedMessage(
                conversation_id=talk, posted_at=now, body={"text": text, "buttons": [{"title": "Ja", "token": "t"}]}
            )
            for text in texts
        )


async def fetched(page: httpx.AsyncClient, **query: int) -> tuple[list[str], int]:
    response = await page.get(WHERE, params=query)
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    body: dict[str, Any] = response.json()
    return [message["text"] for message in body["messages"]], body["last"]


async def test_what_came_after_a_number_is_given_in_order_and_of_this_talk_only(
    page: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    assert await fetched(page, after=0) == ([], 0)
    put(engine, now, "een")
    put(engine, now, "van bob", talk="talk-bob")
    put(engine, now, "twee")
    assert await fetched(page, after=0) == (["een", "twee"], 3)
    assert await fetched(page, after=1) == (["twee"], 3)
    assert await fetched(page, after=3) == ([], 3)
    assert await fetched(page, after=99) == ([], 99)


async def test_a_message_is_as_an_answer_has_it(page: httpx.AsyncClient, engine: Engine, now: datetime) -> None:
    put(engine, now, "een")
    assert (await page.get(WHERE)).json() == {
        "messages": [{"text": "een", "buttons": [{"title": "Ja", "token": "t"}], "cards": []}],
        "ids": [1],
        "last": 1,
    }


async def test_without_a_number_what_nobody_fetched_yet_is_given_once(
    page: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    put(engine, now, "een", "twee")
    assert await fetched(page) == (["een", "twee"], 2)
    assert await fetched(page) == ([], 2)
    put(engine, now, "drie")
    assert await fetched(page) == (["drie"], 3)


async def test_after_weeks_away_everything_comes_in_pages(
    page: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    put(engine, now, *(str(n) for n in range(1, 61)))
    texts, last = await fetched(page, after=0)
    rest, end = await fetched(page, after=last)
    assert (texts + rest, last, end) == ([str(n) for n in range(1, 61)], 50, 60)


async def test_asking_says_that_somebody_is_there_and_is_written_once_in_half_a_minute(
    page: httpx.AsyncClient, engine: Engine, clock: Clock, now: datetime
) -> None:
    written: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: written.append(args[2]))
    seen = []
    for seconds in (0, 20, 29, 40, 60, 80):
        clock.now = now + timedelta(seconds=seconds)
        await fetched(page, after=0)
        with Session(engine) as session:
            at = session.get_one(Conversation, "talk-ann").present_at
            seen.append(at and (at - now).total_seconds())
    assert seen == [0, 0, 0, 40, 40, 80]
    assert len([statement for statement in written if statement.startswith("UPDATE")]) == 3


async def test_when_a_message_was_first_fetched_is_kept(
    page: httpx.AsyncClient, engine: Engine, clock: Clock, now: datetime
) -> None:
    put(engine, now, "een")
    for minutes in (1, 2):
        clock.now = now + timedelta(minutes=minutes)
        await fetched(page, after=0)
    with Session(engine) as session:
        assert session.get_one(PostedMessage, 1).fetched_at == now + timedelta(minutes=1)


@pytest.mark.parametrize("talk", ["talk-cas", "%00", "x" * 300, "..%2Ftalk-ann"])
async def test_a_talk_that_is_not_there_is_a_sentence(page: httpx.AsyncClient, talk: str) -> None:
    response = await page.get(f"/api/chat/{talk}/messages")
    assert response.status_code == 404
    assert response.json()["detail"]


@pytest.mark.parametrize("after", ["-1", "x", str(2**63)])
async def test_a_number_that_is_none_is_refused_by_name(page: httpx.AsyncClient, after: str) -> None:
    response = await page.get(WHERE, params={"after": after})
    assert (response.status_code, response.json()["detail"].split(":")[0]) == (422, "after")


async def test_an_open_page_of_a_talk_that_became_part_of_another_gets_what_waits_there(
    page: httpx.AsyncClient, engine: Engine, now: datetime
) -> None:
    put(engine, now, "een")
    put(engine, now, "twee", talk="talk-bob")
    with writing(engine) as session:
        assert join(session, "talk-ann", "talk-bob", now) == Joined("talk-ann", "talk-bob")
    put(engine, now, "drie")
    response = await page.get("/api/chat/talk-bob/messages", params={"after": 0})
    assert ([one["text"] for one in response.json()["messages"]], response.json()["last"]) == (
        ["een", "twee", "drie"],
        3,
    )
    with Session(engine) as session:
        assert session.get_one(Conversation, "talk-ann").present_at == now
        assert session.get_one(Conversation, "talk-bob").present_at is None
    assert await fetched(page) == ([], 3)
