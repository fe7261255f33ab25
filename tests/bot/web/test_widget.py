"""The one line that an academy puts on its page."""

from __future__ import annotations

import re

import httpx
import pytest

from bot.web.page import STATIC

pytestmark = pytest.mark.anyio


async def test_it_is_small_kept_for_a_while_and_may_be_loaded_from_anywhere(web: httpx.AsyncClient) -> None:
    response = await web.get("/widget.js")
    assert len(response.content) <= 6 * 1024
    wanted = {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "public, max-age=300",
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
    }
    assert {name: response.headers[name] for name in wanted} == wanted


async def test_who_has_it_already_is_told_so(web: httpx.AsyncClient) -> None:
    etag = (await web.get("/widget.js")).headers["etag"]
    for held in (etag, f"W/{etag}", f'"x", {etag}'):
        response = await web.get("/widget.js", headers={"if-none-match": held})
        assert (response.status_code, response.content, response.headers["etag"]) == (304, b"", etag)
    assert (await web.get("/widget.js", headers={"if-none-match": '"x"'})).status_code == 200


async def test_before_the_chat_is_opened_nothing_else_is_loaded_and_opened_it_is_light(web: httpx.AsyncClient) -> None:
    script = (STATIC / "widget.js").read_text()
    assert re.findall(r"\bfetch\(|XMLHttpRequest|\bimport\b|localStorage|cookie", script) == []
    chat = [STATIC / name for name in loaded_by("index.html")]
    assert len(chat) > 10
    assert sum(path.stat().st_size for path in chat) < 60_000


def loaded_by(page: str) -> set[str]:
    """The files that a page loads, and those that these load in turn."""
    found, asked = set[str](), [page]
    while asked:
        name = asked.pop()
        found.add(name)
        text = (STATIC / name).read_text(encoding="utf-8")
        named = re.findall(r"/static/([\w.-]+)", text) + re.findall(r'from "\./([\w.-]+)"', text)
        asked += [one for one in named if one not in found]
    return found
