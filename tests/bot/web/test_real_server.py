"""The website door as a process of its own, with a Rasa on loopback that can be down, slow or broken."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic

import httpx
import pytest

from bot import sentences

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def fake_rasa(port: int, reply: Callable[[str], bytes]) -> Iterator[None]:
    """Serves the webhook with whatever `reply` makes of a message."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["message"]
            body = reply(message)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def echo(message: str) -> bytes:
    return json.dumps([{"recipient_id": "x", "text": f"Je zei: {message}"}]).encode()


class Door:
    """The running process: a client of it, and the lines of its log once it has stopped."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        self.rasa_port, port = free_port(), free_port()
        (folder / "navigator.db").write_bytes(migrated.read_bytes())
        settings = {
            "NAVIGATOR_PORT": port,
            "NAVIGATOR_RASA_PORT": self.rasa_port,
            "NAVIGATOR_ACTIONS_PORT": free_port(),
            "NAVIGATOR_DATABASE": f"sqlite:///{folder}/navigator.db",
            "NAVIGATOR_ANSWER_TIMEOUT": 1,
            "NAVIGATOR_VAR": folder,
            "PYTHONPATH": ROOT,
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.web"],
            cwd=folder,
            env={**os.environ, **{key: str(value) for key, value in settings.items()}},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=15)
        self._started = self._until("Uvicorn running")

    def _until(self, words: str) -> list[str]:
        assert self._process.stderr
        lines = []
        for line in self._process.stderr:
            lines.append(line)
            if words in line:
                return lines
        pytest.fail(f"the door did not start:\n{''.join(lines)}")

    def terminate(self) -> None:
        """Tells it to stop, as a supervisor does."""
        self._process.terminate()

    def stop(self) -> list[dict[str, object]]:
        """Stops it as a supervisor does; gives its log."""
        self.http.close()
        self.terminate()
        _, rest = self._process.communicate(timeout=15)
        return [json.loads(line) for line in [*self._started, *rest.splitlines()]]


@pytest.fixture
def door(tmp_path: Path, migrated: Path) -> Iterator[Door]:
    with ExitStack() as stack:
        door = Door(tmp_path, migrated)
        stack.callback(door.stop)
        yield door
        stack.pop_all()


def test_a_talk_goes_on_through_rasa_being_down_slow_and_broken(door: Door) -> None:
    def say(text: str, talk: str | None) -> tuple[str, str]:
        began = monotonic()
        said = door.http.post("/api/chat", json={"text": text, "conversation": talk}).json()
        assert monotonic() - began < 10
        return said["conversation"], said["messages"][0]["text"]

    done = threading.Event()

    def slow(message: str) -> bytes:
        done.wait()
        return echo(message)

    talk, down = say("een geheime vraag", None)
    with fake_rasa(door.rasa_port, lambda _: b"<html>"):
        broken = say("een geheime vraag", talk)[1]
    with fake_rasa(door.rasa_port, slow):
        late = say("een geheime vraag", talk)[1]
        done.set()
    with fake_rasa(door.rasa_port, echo):
        assert say("hoi", talk) == (talk, "Je zei: hoi")
    assert (down, broken, late) == (
        sentences.NOT_PROCESSED,
        sentences.NO_ANSWER,
        sentences.OUTCOME_UNKNOWN,
    )
    assert door.http.get("/healthz").json()["parts"]["rasa"] == "down"
    log = door.stop()
    reasons = [line["reason"] for line in log if line.get("part") == "rasa"]
    assert reasons[:3] == [
        "no connection: ConnectError",
        "an answer that cannot be read",
        "no answer within 1.0 s",
    ]
    assert "geheim" not in str(log)
    assert str(talk) not in str(log)


def test_a_wrong_setting_is_one_sentence(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "bot.web"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NAVIGATOR_PORT": "veel"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 2
    assert said.stderr.startswith("NAVIGATOR_PORT: ")
    assert "Traceback" not in said.stderr


def test_open_streams_end_at_once_when_the_door_is_stopped(door: Door) -> None:
    with fake_rasa(door.rasa_port, echo):
        talk = door.http.post("/api/chat", json={"text": "hoi"}).json()["conversation"]
    with door.http.stream("GET", f"/api/chat/{talk}/stream", params={"after": 0}) as response:
        lines = response.iter_lines()
        assert next(lines) == "event: ready"
        began = monotonic()
        door.terminate()
        rest = list(lines)
    log = door.stop()
    assert monotonic() - began < 4
    assert [line for line in rest if line and line.partition(":")[0] not in ("data", "retry")] == []
    assert [line for line in log if line["level"] in ("warning", "error")] == []
