"""The website in a real browser: a served door over the shipped catalogue, and Chromium.

Each fixture that others build on:

- ``served``: the running door, for the whole session: its ``url``, ``engine``, ``var``, ``rasa`` and ``now``.
- ``website``: its base URL, such as ``http://127.0.0.1:40123``.
- ``browser``: Chromium, for one file of tests (its event loop must not outlive them).
- ``open_page``: makes a page with a fresh context; takes what ``Browser.new_context`` takes. At the end of the test it
  fails when the page broke the content security policy, threw an error, or asked another host for anything.
- ``faults``: what axe finds in a page, as a list that is to be empty.

All of it is skipped where there is no Chromium.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.catalogue.load import load_content
from knowledge.settings import Settings
from tests.bot.fake_rasa import FakeRasa
from tests.browser.serving import ARGUMENTS, chromium_path, running
from tests.conftest import CONTENT, NOW
from tests.databases import sqlite

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe looks at."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test below this folder is one of the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@dataclass
class Served:
    """A door that runs: where, over what, and what its clock says."""

    url: str
    engine: Engine
    var: Path
    rasa: FakeRasa
    now: datetime = NOW


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The door, with the shipped catalogue and a Rasa that is a function; its clock stands still until told."""
    folder = tmp_path_factory.mktemp("website")
    with sqlite(folder / "navigator.db") as engine, socket.socket() as bound:
        load_content(engine, CONTENT, NOW)
        bound.bind(("127.0.0.1", 0))
        door = Served(f"http://127.0.0.1:{bound.getsockname()[1]}", engine, folder, FakeRasa())
        settings = Settings(_env_file=None, var=folder, public_url=door.url, tick=600)  # type: ignore[call-arg]
        http = httpx.AsyncClient(transport=httpx.MockTransport(door.rasa))
        with running(make_app(settings, engine, http, clock=lambda: door.now), bound):
            yield door


@pytest.fixture(scope="session")
def website(served: Served) -> str:
    """The base URL of the served door, without a slash at the end."""
    return served.url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    path = chromium_path()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@dataclass
class Troubles:
    """What went wrong in a page behind its back."""

    own: str
    found: list[str] = field(default_factory=list)
    deaf: bool = False
    """While a tool of ours is in the page, that does what no page may."""

    def watch(self, page: Page) -> None:
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.found.append(f"an error in a script: {error}"))
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text and not self.deaf:
            self.found.append(message.text)

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).scheme in ("http", "https") and not request.url.startswith(self.own):
            self.found.append(f"another host was asked: {request.url}")


@pytest.fixture
def troubles(website: str) -> Troubles:
    """What the pages of ``open_page`` did wrong so far."""
    return Troubles(website)


@pytest.fixture
def faults(troubles: Troubles) -> Callable[[Page], list[str]]:
    """What axe finds in a page by WCAG 2.2 A and AA, with the first places; it styles things of its own meanwhile."""

    def look(page: Page) -> list[str]:
        troubles.deaf = True
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        page.evaluate("() => new Promise(requestAnimationFrame)")  # what it caused has been told by then
        troubles.deaf = False
        return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]

    return look


@pytest.fixture
def open_page(browser: Browser, website: str, troubles: Troubles) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a context of its own: ``open_page("/kaart", viewport={"width": 360, "height": 740})``."""
    with ExitStack() as stack:

        def open_(path: str = "/", **options: Any) -> Page:
            context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam", **options)
            stack.callback(context.close)
            context.set_default_timeout(10_000)
            page = context.new_page()
            troubles.watch(page)
            page.goto(f"{website}{path}", wait_until="load")
            return page

        yield open_
    assert troubles.found == []
