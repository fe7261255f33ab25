"""What the tests of the command line share: the command in a clean folder, and a website that answers."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from tests.bot.cli.doors import SMALL, FakeBot, Navigator, Said


@pytest.fixture
def navigator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Navigator:
    """Runs `navigator …` in an empty folder with default settings."""
    for key in os.environ:
        if key.startswith("NAVIGATOR_"):
            monkeypatch.delenv(key)
    monkeypatch.chdir(tmp_path)

    def run(*words: object, typed: str | bytes | None = None) -> Said:
        result = CliRunner().invoke(main, [str(word) for word in words], input=typed)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def loaded(navigator: Navigator) -> Navigator:
    """The same, with the small catalogue loaded."""
    assert navigator("catalogue", "load", SMALL).code == 0
    return navigator


@pytest.fixture
def fake_bot(navigator: Navigator, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeBot]:
    """A real server on loopback where the command looks for the navigator."""
    fake = FakeBot()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            fake.asked.append((self.path, json.loads(body)))
            self._answer(*fake.answers.pop(0))

        def do_GET(self) -> None:
            fake.looked.append(self.path)
            self._answer(200, fake.waiting.pop(0) if fake.waiting else {"messages": [], "last": 0})

        def _answer(self, status: int, answer: object) -> None:
            text = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        monkeypatch.setenv("NAVIGATOR_PORT", str(server.server_port))
        yield fake
        server.shutdown()
        thread.join()
