"""A navigator that runs, an academy's site on another origin that shows its chat, and Chromium to look at both."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import Engine

from bot.web.app import make_app
from knowledge.catalogue.load import load_content
from knowledge.clock import utc_now
from knowledge.database import writing
from knowledge.settings import Settings
from knowledge.tables import PostedMessage
from tests.bot.fake_rasa import FakeRasa
from tests.browser.serving import ARGUMENTS, chromium_path, running
from tests.conftest import CONTENT
from tests.databases import sqlite

PAGE = """\
<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Een academie</title></head>
<body><main><h1>De academie</h1><p><a href="#cursus">Een cursus</a></p>{filling}</main>{script}</body></html>
"""


@dataclass
class Navigator:
    """A door that runs: where, over which database, and what is behind it."""

    url: str
    engine: Engine
    rasa: FakeRasa

    def post(self, conversation: str, text: str, **more: Any) -> int:
        """Puts a message in a talk as the postman does, from outside; gives its number."""
        with writing(self.engine) as session:
            body = {"text": text, "buttons": [], "cards": [], **more}
            row = PostedMessage(conversation_id=conversation, posted_at=utc_now(), body=body)
            session.add(row)
            session.flush()
            assert row.id
            return row.id


@contextmanager
def navigator(folder: Path, **chosen: Any) -> Iterator[Navigator]:
    """The door over the shipped catalogue, with settings of the test's choice; in a thread, on a free port."""
    with sqlite(folder / "navigator.db") as engine, socket.socket() as bound:
        load_content(engine, CONTENT, utc_now())
        bound.bind(("127.0.0.1", 0))
        rasa = FakeRasa()
        settings = Settings(_env_file=None, var=folder, tick=600, answer_timeout=5, **chosen)
        app = make_app(settings, engine, httpx.AsyncClient(transport=httpx.MockTransport(rasa)))
        with running(app, bound):
            yield Navigator(f"http://127.0.0.1:{bound.getsockname()[1]}", engine, rasa)


class Academy:
    """An academy's own site: any path gives ``page``, with ``headers``."""

    def __init__(self) -> None:
        self.page = ""
        self.headers: dict[str, str] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.origin = f"http://localhost:{self.server.server_port}"

    def shows(self, script: str, filling: str = "", **headers: str) -> None:
        """What the page has before the end of its body."""
        self.page = PAGE.format(script=script, filling=filling)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        academy = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = academy.page.encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                for name, value in academy.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@contextmanager
def academy() -> Iterator[Academy]:
    """A site that is served, on an origin of its own."""
    site = Academy()
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that keeps nothing from one context to the next, and blocks what third parties would keep."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def lasting(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page in a browser with a profile that stays in a folder, where other sites' frames keep their own things."""
    preferences = folder / "Default" / "Preferences"
    if not preferences.exists():
        preferences.parent.mkdir(parents=True)
        preferences.write_text('{"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": false}}')
    context = browser.browser_type.launch_persistent_context(folder, executable_path=chromium_path(), args=ARGUMENTS)
    try:
        yield context.pages[0]
    finally:
        context.close()
