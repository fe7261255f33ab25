"""How much one visitor may ask, and who a visitor is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine

from bot.web.app import make_app
from bot.web.limiting import MISSES, Limiter, TooMany, visitor
from knowledge.settings import Settings

pytestmark = pytest.mark.anyio

Door = Callable[..., Any]


@pytest.fixture
def door(engine: Engine, settings: Settings, http: httpx.AsyncClient, now: datetime) -> Door:
    """Makes clients of the website door, by default of somebody elsewhere."""

    @asynccontextmanager
    async def make(client: str = "203.0.113.7", **chosen: object) -> AsyncIterator[httpx.AsyncClient]:
        app = make_app(settings.model_copy(update=chosen), engine, http, clock=lambda: now)
        transport = httpx.ASGITransport(app, client=(client, 4711))
        async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as made:
            yield made

    return make


async def statuses(client: httpx.AsyncClient, count: int, path: str = "/api/lines", **more: Any) -> list[int]:
    return [(await client.get(path, **more)).status_code for _ in range(count)]


async def test_too_many_messages_of_one_talk_are_refused_with_a_sentence_and_a_time(door: Door) -> None:
    async with door(rate_chat=3) as client:
        talk = (await client.post("/api/chat", json={"text": "hoi"})).json()["conversation"]
        answers = [await client.post("/api/chat", json={"conversation": talk, "text": "hoi"}) for _ in range(4)]
        other = await client.post("/api/chat", json={"text": "hoi"})
    assert [answer.status_code for answer in (*answers, other)] == [200, 200, 200, 429, 200]
    assert answers[-1].json() == {
        "detail": "Dat gaat me te snel: er komen wel heel veel berichten. Dit laatste is niet verwerkt. "
        "Wacht 60 seconden en stuur het dan nog eens."
    }
    assert (answers[-1].headers["retry-after"], answers[-1].headers["cache-control"]) == ("60", "no-store")


async def test_messages_and_other_requests_of_an_address_are_counted_apart(door: Door) -> None:
    async with door(rate_chat_address=2, rate_address=3) as client:
        said = [(await client.post("/api/chat", json={"text": "hoi"})).status_code for _ in range(3)]
        assert (said, await statuses(client, 4)) == ([200, 200, 429], [200, 200, 200, 429])
        refused = await client.get("/")
    assert refused.status_code == 429
    assert refused.json()["detail"].startswith("Er komen te veel verzoeken van jouw adres. Wacht ")
    assert "frame-ancestors 'none'" in refused.headers["content-security-policy"]


async def test_the_files_of_a_page_are_not_counted(door: Door) -> None:
    async with door(rate_address=1) as client:
        assert await statuses(client, 3, "/static/page.js") == [200] * 3
        assert await statuses(client, 3, "/widget.js") == [200] * 3


async def test_this_machine_itself_is_not_counted_and_through_a_proxy_it_is(door: Door) -> None:
    async with door(client="127.0.0.1", rate_address=1) as client:
        assert await statuses(client, 5) == [200] * 5
        assert await statuses(client, 2, headers={"x-forwarded-for": "198.51.100.1"}) == [200, 429]
        assert await statuses(client, 1, headers={"x-forwarded-for": "198.51.100.2"}) == [429]


async def test_a_proxy_that_is_known_is_believed_about_the_last_one_only(door: Door) -> None:
    async with door(client="10.0.0.2", rate_address=1, trusted_proxies="10.0.0.0/24,127.0.0.1") as client:
        for forwarded, wanted in [
            ("198.51.100.1", [200, 429]),
            ("198.51.100.2", [200, 429]),
            ("192.0.2.1, 198.51.100.1", [429]),
            ("192.0.2.2, 198.51.100.3, 10.0.0.9", [200, 429]),
            ("192.0.2.3, 198.51.100.3", [429]),
        ]:
            found = await statuses(client, len(wanted), headers={"x-forwarded-for": forwarded})
            assert (forwarded, found) == (forwarded, wanted)


async def test_a_proxy_that_is_not_known_is_named_once_in_the_log(door: Door, log: Any) -> None:
    async with door() as client:
        await statuses(client, 3, headers={"x-forwarded-for": "198.51.100.1"})
    async with door(trusted_proxies="203.0.113.7") as client:
        await statuses(client, 3, headers={"x-forwarded-for": "198.51.100.1"})
    lines = [line for line in log.entries if line["event"] == "visitors behind a proxy count as one"]
    assert [line["do"] for line in lines] == ["set NAVIGATOR_TRUSTED_PROXIES"]


@pytest.mark.parametrize("path", ["/api/chat/geraden/messages", "/api/chat/geraden/stream", "/kalender/geraden.ics"])
async def test_who_guesses_at_secrets_is_stopped_and_can_still_see_the_rest(door: Door, path: str) -> None:
    async with door() as client:
        assert await statuses(client, MISSES + 2, path) == [404] * MISSES + [429] * 2
        assert (await client.post("/api/chat", json={"text": "hoi"})).status_code == 429
        assert await statuses(client, 1) == [200]


async def test_talks_that_do_not_exist_are_guesses_too_whatever_they_look_like(door: Door) -> None:
    async with door() as client:
        said = [
            await client.post("/api/chat", json={"conversation": f"geraden-{n}" * (n % 3 + 1), "text": "hoi"})
            for n in range(MISSES + 1)
        ]
    assert [answer.status_code for answer in said] == [404] * MISSES + [429]
    assert len({answer.text for answer in said[:-1]}) == 1


@pytest.mark.parametrize(
    ("host", "headers", "who"),
    [
        ("203.0.113.7", {}, "203.0.113.7"),
        ("::ffff:203.0.113.7", {}, "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", {}, "2001:db8:1:2::/64"),
        ("127.0.0.1", {}, None),
        ("::1", {}, None),
        ("::ffff:127.0.0.1", {}, None),
        ("127.0.0.1", {"x-real-ip": "203.0.113.7"}, "127.0.0.1"),
        ("127.0.0.1", {"forwarded": "for=203.0.113.7"}, "127.0.0.1"),
        ("unknown", {}, "unknown"),
        ("x" * 1000, {}, "x" * 45),
    ],
)
def test_a_visitor_is_an_address_or_the_network_of_one(host: str, headers: dict[str, str], who: str | None) -> None:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    assert visitor({"client": (host, 1), "headers": raw}) == who


def test_somebody_without_an_address_is_counted() -> None:
    assert visitor({"client": None, "headers": []}) == ""


def test_the_time_to_wait_is_what_is_left_of_the_window(settings: Settings) -> None:
    now = [100.0]
    limiter = Limiter(settings.model_copy(update={"rate_chat": 1}), lambda: now[0])
    scope = {"client": ("203.0.113.7", 1), "headers": []}
    limiter.count_talk(scope, "talk-ann")
    for passed, wait in [(0.0, 60), (30.5, 30), (59.9, 1)]:
        now[0] = 100 + passed
        with pytest.raises(TooMany) as caught:
            limiter.count_talk(scope, "talk-ann")
        assert caught.value.seconds == wait
    assert "Wacht 1 seconde en " in str(caught.value)
    now[0] = 160.0
    limiter.count_talk(scope, "talk-ann")
