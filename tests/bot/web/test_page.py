"""The chat page: what it is made of agrees with what there is, and nothing of it can run that isn't ours."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest
from sqlalchemy import Engine

from bot.web.app import make_app
from bot.web.page import STATIC
from bot.web.pages import rendering
from knowledge.cards import Card
from knowledge.settings import Settings
from knowledge.vocabulary import DUTCH, EnrolmentState, ModuleType, Phase, Skip

pytestmark = pytest.mark.anyio


class Page(HTMLParser):
    """All elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def the(self, **wanted: str) -> dict[str, str | None]:
        """The attributes of the one element that has these."""
        (found,) = [attrs for _, attrs in self.elements if wanted.items() <= attrs.items()]
        return found


async def test_the_page_and_every_file_it_names_are_served(web: httpx.AsyncClient) -> None:
    response = await web.get("/gesprek")
    assert response.headers["content-type"].startswith("text/html")
    named = re.findall(r'(?:src|href)="(/[^"]+)"', response.text)
    scripts = [name for name in named if name.endswith(".js")]
    for script in scripts:
        named += re.findall(r'from "\.(/[^"]+)"', (STATIC / Path(script).name).read_text())
    assert scripts
    for name in named:
        path = name if name.startswith("/static") else f"/static{name}"
        assert (await web.get(path)).status_code == 200, path


async def test_every_file_is_imported_or_linked(web: httpx.AsyncClient) -> None:
    pages = (Path(rendering.__file__).parent / "templates").glob("*.html")
    texts = "".join(path.read_text() for path in [*STATIC.iterdir(), *pages])
    assert [path.name for path in STATIC.iterdir() if path.name != "index.html" and path.name not in texts] == []


async def test_the_page_runs_nothing_inline_and_the_headers_forbid_it(web: httpx.AsyncClient) -> None:
    response = await web.get("/gesprek")
    page = Page(response.text)
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert "unsafe" not in response.headers["content-security-policy"]
    assert [attrs for tag, attrs in page.elements if tag == "script" and "src" not in attrs] == []
    assert [tag for tag, attrs in page.elements if tag == "style" or "style" in attrs] == []
    assert [name for _, attrs in page.elements for name in attrs if name.startswith("on")] == []
    assert "http" not in re.sub(r'xmlns="[^"]+"', "", "".join(path.read_text() for path in STATIC.glob("*.html")))


async def test_only_the_frame_can_be_framed_and_only_by_the_websites_that_are_named(
    engine: Engine, settings: Settings, http: httpx.AsyncClient
) -> None:
    named = settings.model_copy(update={"widget_origins": "https://a.example,https://b.example:8443"})

    async def framed_by(chosen: Settings, path: str) -> str:
        transport = httpx.ASGITransport(make_app(chosen, engine, http))
        async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
            policy = (await client.get(path)).headers["content-security-policy"]
        return next(part for part in policy.split("; ") if part.startswith("frame-ancestors"))

    assert (
        await framed_by(named, "/gesprek?in=widget")
        == "frame-ancestors 'self' https://a.example https://b.example:8443"
    )
    assert await framed_by(settings, "/gesprek?in=widget") == "frame-ancestors 'self'"
    for path in ("/", "/gesprek", "/gesprek?in=elders", "/static/page.js", "/api/lines", "/widget.js", "/knop/x"):
        assert await framed_by(named, path) == "frame-ancestors 'none'"


async def test_what_people_typed_never_becomes_html() -> None:
    scripts = "".join(path.read_text() for path in STATIC.glob("*.js"))
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", scripts) == []


async def test_the_page_can_be_heard_and_used_with_a_keyboard(web: httpx.AsyncClient) -> None:
    page = Page((await web.get("/gesprek")).text)
    assert page.the(lang="nl") == {"lang": "nl"}
    assert page.the(role="log")["aria-label"]
    assert page.the(role="status")["id"] == "state"
    assert page.the(**{"for": "text"})
    assert page.the(id="text")["aria-describedby"] == page.the(id="hint")["id"]
    buttons = [attrs for tag, attrs in page.elements if tag == "button"]
    assert [button.get("type") for button in buttons] == ["button", "button", "submit"]
    assert "user-scalable=no" not in str(page.elements)


def words(name: str) -> dict[str, str]:
    """The words that the page has under a name."""
    found = re.search(rf"{name} = {{(.*?)}};", (STATIC / "words.js").read_text(), re.DOTALL)
    assert found
    return dict(re.findall(r'(\w+): "([^"]*)"', found[1]))


@pytest.mark.parametrize(("name", "kind"), [("TYPES", ModuleType), ("PHASES", Phase), ("STATES", EnrolmentState)])
async def test_the_page_says_the_same_dutch_as_the_rules(name: str, kind: Any) -> None:
    assert words(name) == {word.value: DUTCH[word] for word in kind}


async def test_the_page_has_a_word_for_every_way_of_skipping() -> None:
    assert set(words("SKIPS")) == {skip.value for skip in Skip}


async def test_the_page_dresses_every_kind_of_card() -> None:
    found = re.search(r"const KINDS = {(.*?)};", (STATIC / "cards.js").read_text(), re.DOTALL)
    assert found
    union = get_args(get_args(Card)[0])
    kinds = {card.model_fields["kind"].default for card in union}
    assert set(re.findall(r"(\w+)(?:: \w+)?,", found[1])) == kinds
