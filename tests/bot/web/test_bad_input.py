"""What cannot be answered is refused with a sentence; what looks dangerous is only text."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from knowledge.tables import Conversation
from tests.bot.fake_rasa import FakeRasa

pytestmark = pytest.mark.anyio


async def begin(web: httpx.AsyncClient) -> str:
    talk: str = (await web.post("/api/chat", json={"text": "hoi"})).json()["conversation"]
    return talk


NO_TEXT = "Ik zie geen tekst. Typ in een paar woorden wat je wilt."
EITHER = "Stuur een tekst (`text`), een knop (`button`) of een begin (`start`): precies één van de drie."

REFUSED: list[tuple[Any, int, str]] = [
    ({"text": ""}, 422, NO_TEXT),
    ({"text": "  \n "}, 422, NO_TEXT),
    ({"text": "\u200b"}, 422, NO_TEXT),
    ({"text": "/"}, 422, NO_TEXT),
    ({}, 422, EITHER),
    ({"text": "hoi", "button": "a"}, 422, EITHER),
    (
        {"text": "a" * 10_000},
        413,
        "Dat is te lang: ik lees hooguit 2000 tekens in één bericht. "
        "Zeg het korter, of verdeel het over een paar berichten.",
    ),
    ({"text": 5}, 422, "text: Input should be a valid string."),
    ({"text": ["hoi"]}, 422, "text: Input should be a valid string."),
    ({"conversation": 1, "text": "hoi"}, 422, "conversation: Input should be a valid string."),
    (
        {"text": "hoi", "message": "a b"},
        422,
        r"message: String should match pattern '^[\x21-\x7e]{1,100}$'.",
    ),
    ([], 422, "The body: Input should be a valid dictionary or object to extract fields from."),
    ("hoi", 422, "The body: Input should be a valid dictionary or object to extract fields from."),
    (None, 422, "The body: Field required."),
]


@pytest.mark.parametrize(("body", "status", "sentence"), REFUSED)
async def test_a_message_that_cannot_be_answered_is_refused_and_nothing_is_stored(
    web: httpx.AsyncClient, rasa: FakeRasa, rows: Callable[[Any], list[Any]], body: Any, status: int, sentence: str
) -> None:
    response = await web.post("/api/chat", json=body)
    assert (response.status_code, response.json()) == (status, {"detail": sentence})
    assert rasa.heard == []
    assert rows(Conversation) == []


@pytest.mark.parametrize("talk", ["nooit-gezien", "", "x" * 5000, "' OR 1=1 --", "<b>", "\x00", "\ud800", "é"])
async def test_a_conversation_that_does_not_exist_is_refused(web: httpx.AsyncClient, rasa: FakeRasa, talk: str) -> None:
    content = json.dumps({"text": "hoi", "conversation": talk})
    response = await web.post("/api/chat", content=content, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["detail"][:20]) == (404, "Dit gesprek ken ik n")
    assert rasa.heard == []


@pytest.mark.parametrize("token", ["nooit-gezien", "", "x" * 5000, "'; DROP TABLE button; --", "\x00"])
async def test_a_button_that_does_not_exist_is_refused(web: httpx.AsyncClient, rasa: FakeRasa, token: str) -> None:
    response = await web.post("/api/chat", json={"conversation": await begin(web), "button": token})
    assert (response.status_code, response.json()["detail"][:20]) == (404, "Deze knop hoort niet")
    assert rasa.texts == ["hoi"]


async def test_a_button_of_another_conversation_is_refused(web: httpx.AsyncClient, rasa: FakeRasa) -> None:
    rasa.says = lambda _: [{"text": "?", "buttons": [{"title": "Ja", "payload": "/affirm"}]}]
    shown = (await web.post("/api/chat", json={"text": "hoi"})).json()
    token = shown["messages"][0]["buttons"][0]["token"]
    for talk in (await begin(web), None):
        response = await web.post("/api/chat", json={"conversation": talk, "button": token})
        assert (response.status_code, response.json()["detail"][:20]) == (404, "Deze knop hoort niet")
    assert rasa.texts == ["hoi", "hoi"]


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("/restart", "restart"),
        ('/enrol{"offering":"1"}', 'enrol{"offering":"1"}'),
        ("😀😀", "😀😀"),
        ("Привет, как дела", "Привет, как дела"),
        ("'; DROP TABLE learner; --", "'; DROP TABLE learner; --"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("{{7*7}} ${x} %s", "{{7*7}} ${x} %s"),
        ("\ud83d kapot", "kapot"),
        ("a" * 2000, "a" * 2000),
    ],
)
async def test_odd_text_is_only_text(web: httpx.AsyncClient, rasa: FakeRasa, typed: str, heard: str) -> None:
    content = json.dumps({"text": typed})
    response = await web.post("/api/chat", content=content, headers={"Content-Type": "application/json"})
    assert response.status_code == 200
    assert response.json()["messages"] == [{"text": f"Je zei: {heard}", "buttons": [], "cards": []}]
    assert rasa.texts == [heard]


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        (b"{", 422, "The body is not JSON: JSON decode error."),
        (b"\xff\xfe", 422, "The body is not JSON: JSON decode error."),
        (b"[" * 90_000, 400, "There was an error parsing the body"),
        (b'{"text": "' + b"a" * 100_000 + b'"}', 413, "This body is too large; 100000 bytes is the most."),
    ],
)
async def test_a_body_that_is_no_message_is_refused(
    web: httpx.AsyncClient, content: bytes, status: int, sentence: str
) -> None:
    response = await web.post("/api/chat", content=content, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()) == (status, {"detail": sentence})


async def test_a_body_that_goes_on_and_on_is_refused(web: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield b" " * 1000

    response = await web.post("/api/chat", content=endless(), headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["detail"]) == (
        413,
        "This body is too large; 100000 bytes is the most.",
    )


@pytest.mark.parametrize(
    ("method", "path", "status", "sentence"),
    [
        ("GET", "/api/nothing", 404, "There is nothing at /api/nothing; /openapi.json says what there is."),
        ("GET", "/api/chat", 405, "/api/chat does not take GET; /openapi.json says what it takes."),
        ("GET", "/static/../app.py", 404, "There is nothing at /app.py; /openapi.json says what there is."),
    ],
)
async def test_an_address_that_is_none_is_refused(
    web: httpx.AsyncClient, method: str, path: str, status: int, sentence: str
) -> None:
    response = await web.request(method, path)
    assert (response.status_code, response.json()) == (status, {"detail": sentence})
