"""Updates that Telegram brings itself: only with the secret, and each once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.telegram.webhook import NO_UPDATE, NOT_TELEGRAM, secret_of
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.conftest import Opens
from tests.bot.telegram.stage import KEES, Stage
from tests.telegram_api.fake import FakeBotApi

pytestmark = pytest.mark.anyio

HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def app(opens: Opens) -> AsyncIterator[FastAPI]:
    async with opens(telegram_webhook=True, public_url="http://127.0.0.1:9") as app:
        yield app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://navigator") as client:
        yield client


def an_update(number: int = 1) -> dict[str, Any]:
    person = {"id": KEES, "is_bot": False, "first_name": "Kees"}
    chat = {"id": KEES, "type": "private", "first_name": "Kees"}
    message = {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": person, "text": "hoi"}
    return {"update_id": number, "message": message}


async def test_with_the_secret_an_update_is_answered_once_however_often_it_comes(
    client: httpx.AsyncClient, app: FastAPI, api: FakeBotApi, rasa: FakeRasa
) -> None:
    api.knows(KEES)
    for _ in range(3):
        response = await client.post("/telegram", json=an_update(), headers={HEADER: secret_of(api.token)})
        assert (response.status_code, response.json()) == (200, {})
    assert (await Stage(api, app).sees("hoi")).text == "Je zei: hoi"
    assert rasa.texts == ["hoi"]


async def test_five_thousand_signs_get_a_sentence(client: httpx.AsyncClient, app: FastAPI, api: FakeBotApi) -> None:
    api.knows(KEES)
    update = an_update()
    update["message"] = {**update["message"], "text": "a" * 5000}
    await client.post("/telegram", json=update, headers={HEADER: secret_of(api.token)})
    assert (await Stage(api, app).sees("")).text.startswith("Dat is te lang")


@pytest.mark.parametrize("secret", [None, "", "geraden", "ÿ"])
async def test_without_the_secret_nothing_happens(
    client: httpx.AsyncClient, api: FakeBotApi, rasa: FakeRasa, secret: str | None
) -> None:
    headers = {} if secret is None else {HEADER: secret.encode("latin-1")}
    response = await client.post("/telegram", json=an_update(), headers=headers)
    assert (response.status_code, response.json()) == (401, {"detail": NOT_TELEGRAM})
    assert rasa.texts == []
    assert api.calls("sendMessage") == []


@pytest.mark.parametrize("body", [{}, {"update_id": "x"}, {"message": {}}])
async def test_what_is_no_update_is_refused(
    client: httpx.AsyncClient, api: FakeBotApi, body: dict[str, object]
) -> None:
    response = await client.post("/telegram", json=body, headers={HEADER: secret_of(api.token)})
    assert (response.status_code, response.json()) == (422, {"detail": NO_UPDATE})


async def test_without_a_webhook_there_is_no_such_address(opens: Opens, api: FakeBotApi) -> None:
    async with (
        opens() as app,
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://navigator") as client,
    ):
        response = await client.post("/telegram", json=an_update(), headers={HEADER: secret_of(api.token)})
    assert response.status_code == 404
