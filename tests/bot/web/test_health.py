"""Which parts answer."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.web.app import make_app
from knowledge.database import open_database
from knowledge.settings import Settings
from tests.bot.fake_rasa import FakeRasa

pytestmark = pytest.mark.anyio


async def test_all_is_well_when_every_part_answers(web: httpx.AsyncClient) -> None:
    response = await web.get("/healthz")
    assert (response.status_code, response.json()) == (
        200,
        {"status": "ok", "parts": {"bot": "ok", "rasa": "ok", "actions": "ok", "database": "ok", "telegram": "off"}},
    )


@pytest.mark.parametrize("down", ["rasa", "actions"])
async def test_a_part_that_is_down_is_named(web: httpx.AsyncClient, rasa: FakeRasa, log: Any, down: str) -> None:
    rasa.up.remove(down)
    assert (await web.get("/healthz")).json() == {
        "status": "degraded",
        "parts": {"bot": "ok", "rasa": "ok", "actions": "ok", "database": "ok", "telegram": "off"} | {down: "down"},
    }
    assert [line["part"] for line in log.entries] == [down]


async def test_a_database_without_tables_is_down(settings: Settings, http: httpx.AsyncClient, tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'no-tables.db'}")
    transport = httpx.ASGITransport(make_app(settings, engine, http))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        said = (await client.get("/healthz")).json()
    engine.dispose()
    assert (said["status"], said["parts"]["database"], said["parts"]["rasa"]) == ("degraded", "down", "ok")


async def test_rasa_without_a_model_is_down(engine: Any, settings: Settings) -> None:
    def no_model(request: httpx.Request) -> httpx.Response:
        return httpx.Response(409 if request.url.port == settings.rasa_port else 200, json={})

    async with httpx.AsyncClient(transport=httpx.MockTransport(no_model)) as http:
        transport = httpx.ASGITransport(make_app(settings, engine, http))
        async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
            said = (await client.get("/healthz")).json()
    assert said["parts"]["rasa"] == "down"


async def test_the_parts_are_looked_at_together(engine: Any, settings: Settings) -> None:
    both = asyncio.Barrier(2)

    async def meet(_request: httpx.Request) -> httpx.Response:
        async with asyncio.timeout(1):
            await both.wait()
        return httpx.Response(200)

    async with httpx.AsyncClient(transport=httpx.MockTransport(meet)) as http:
        transport = httpx.ASGITransport(make_app(settings, engine, http))
        async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
            assert (await client.get("/healthz")).json()["status"] == "ok"
