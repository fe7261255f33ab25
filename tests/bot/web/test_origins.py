"""What another website makes a browser send is refused; what is no browser is let through."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.settings import Settings
from tests.bot.fake_rasa import FakeRasa

pytestmark = pytest.mark.anyio


@pytest.fixture
async def public(engine: Engine, settings: Settings, http: httpx.AsyncClient) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a door that people know by another name than the one that reaches it."""
    named = settings.model_copy(update={"public_url": "https://navigator.example.org"})
    transport = httpx.ASGITransport(make_app(named, engine, http))
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        yield client


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin", "origin": "http://navigator"},
        {"sec-fetch-site": "none"},
        {"origin": "http://navigator"},
        {"origin": "https://navigator.example.org"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
    ],
)
async def test_our_own_pages_and_scripts_can_talk(public: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert (await public.post("/api/chat", json={"text": "hoi"}, headers=headers)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
        {"sec-fetch-site": "same-site", "origin": "https://other.example.org"},
        {"sec-fetch-site": "cross-site", "origin": "http://navigator"},
        {"origin": "https://evil.example"},
        {"origin": "http://navigator.evil.example"},
        {"origin": "https://navigator.example.org.evil.example"},
        {"origin": "http://navigator:81"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": ""},
    ],
)
async def test_another_website_cannot(public: httpx.AsyncClient, rasa: FakeRasa, headers: dict[str, str]) -> None:
    response = await public.post("/api/chat", json={"text": "hoi"}, headers=headers)
    assert (response.status_code, response.json()) == (
        403,
        {
            "detail": "Dit bericht kwam via een andere website en is niet verwerkt. "
            "Open het gesprek met de navigator zelf en stuur het daar."
        },
    )
    assert response.headers["x-content-type-options"] == "nosniff"
    assert rasa.heard == []


async def test_a_button_of_a_mail_works_in_a_browser_that_says_nothing_of_where_it_is(
    public: httpx.AsyncClient,
) -> None:
    for headers, status in [({"origin": "null"}, 404), ({"origin": "https://evil.example"}, 403)]:
        assert (await public.post("/knop/x", headers=headers)).status_code == status


async def test_looking_may_come_from_anywhere_and_no_website_is_given_leave_to_read(public: httpx.AsyncClient) -> None:
    elsewhere = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    for path in ("/gesprek", "/api/lines", "/widget.js"):
        response = await public.get(path, headers=elsewhere)
        assert (response.status_code, response.headers.get("access-control-allow-origin")) == (200, None)
    asked = await public.options("/api/chat", headers={**elsewhere, "access-control-request-method": "POST"})
    assert (asked.status_code, asked.headers.get("access-control-allow-origin")) == (405, None)
