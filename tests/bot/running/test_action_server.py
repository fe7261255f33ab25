"""The server of the actions, with one tiny action, as a real process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.bot.running.processes import ROOT, free_ports

ACTION = """
from rasa_sdk import Action

class Hello(Action):
    def name(self):
        return "action_hello"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="hoi")
        return []
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], httpx.Client]]:
    """The server in a folder with one action, and a client that tries until it answers."""
    (tmp_path / "actions").mkdir()
    (tmp_path / "actions" / "hello.py").write_text(ACTION)
    (tmp_path / "actions" / "__init__.py").write_text("")
    port = free_ports(1)[0]
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.running.action_server", str(port)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stderr is not None
        assert any(b"Worker ready" in line for line in process.stderr)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            yield process, client
    finally:
        process.kill()
        process.communicate()


def test_it_serves_the_actions_of_the_folder_and_ends_when_told(
    server: tuple[subprocess.Popen[bytes], httpx.Client],
) -> None:
    process, client = server
    assert client.get("/actions").json() == [{"name": "action_hello"}]

    tracker = {"sender_id": "x", "slots": {}, "latest_message": {}, "events": []}
    call = {"next_action": "action_hello", "tracker": tracker, "domain": {}, "version": "3.6.21"}
    answer = client.post("/webhook", json=call).json()
    assert [response["text"] for response in answer["responses"]] == ["hoi"]

    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0


def test_a_web_page_may_not_call_it(server: tuple[subprocess.Popen[bytes], httpx.Client]) -> None:
    _, client = server
    answer = client.get("/health", headers={"Origin": "https://elsewhere.example.org"})
    assert (answer.status_code, answer.headers.get("Access-Control-Allow-Origin")) == (200, None)
