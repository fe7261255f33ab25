"""Whatever breaks inside, outside there is a sentence."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from bot.web.guard import Guard

pytestmark = pytest.mark.anyio


async def ask(app: Any) -> httpx.Response:
    transport = httpx.ASGITransport(Guard(app))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        return await client.get("/api/lines")


async def test_a_fault_becomes_a_sentence_and_its_place_a_line_in_the_log(log: Any) -> None:
    async def breaks(scope: Scope, receive: Receive, send: Send) -> None:
        raise KeyError("geheim")

    response = await ask(breaks)
    assert (response.status_code, response.json()) == (
        500,
        {"detail": "Er ging bij ons iets mis. Probeer het over een minuutje nog eens."},
    )
    assert response.headers["x-content-type-options"] == "nosniff"
    (line,) = log.entries
    assert line["reason"].startswith("KeyError at ")
    assert "test_guard.py" in line["reason"]
    assert "geheim" not in str(line)


async def test_https_stays_https_where_people_come_by_https() -> None:
    async def answers(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    urls = ("", "http://navigator.example.org", "https://navigator.example.org")
    said = [(await ask(Guard(answers, url))).headers.get("strict-transport-security") for url in urls]
    assert said == [None, None, "max-age=31536000"]


@pytest.mark.parametrize(
    ("kind", "whose"), [(b"image/svg+xml", "cross-origin"), (b"text/html", "same-origin"), (b"", "same-origin")]
)
async def test_pictures_may_stand_anywhere_and_nothing_else_may(kind: bytes, whose: str) -> None:
    async def answers(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"Content-Type", kind)]})
        await send({"type": "http.response.body", "body": b""})

    headers = (await ask(answers)).headers
    assert (headers["cross-origin-resource-policy"], headers["cross-origin-opener-policy"]) == (whose, "same-origin")


async def test_an_answer_that_is_under_way_is_not_answered_twice(log: Any) -> None:
    async def breaks(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"half"})
        raise KeyError

    assert (await ask(breaks)).content == b"half"
    assert len(log.entries) == 1


async def test_a_fault_is_a_page_to_who_asks_for_one(log: Any) -> None:
    async def breaks(scope: Scope, receive: Receive, send: Send) -> None:
        raise KeyError

    transport = httpx.ASGITransport(Guard(breaks))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        response = await client.get("/agenda", headers={"accept": "text/html"})
    assert (response.status_code, response.headers["content-type"]) == (500, "text/html; charset=utf-8")
    assert "Er ging bij ons iets mis. Probeer het over een minuutje nog eens." in response.text
