"""``python -m tests.bench.visitors``: many pages open at once, people talking in between, and messages for everybody.

By default the door is started here, with a Rasa that only echoes: then the figures are of the front door alone, and say
so. ``--url`` measures a door that runs, with what is behind it; name its database too, for messages are put there.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import httpx
from sqlalchemy import Engine

from knowledge.clock import utc_now
from knowledge.database import migrate, open_database, writing
from knowledge.tables import PostedMessage
from tests.bench.figures import memory_of, quantile, say

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds in which anything here must be done."""


@dataclass
class Door:
    """A door to measure; ``pid`` when it runs as a process that we may look at."""

    url: str
    engine: Engine
    pid: int | None = None


@dataclass
class Heard:
    """What one open page heard, and when (seconds)."""

    numbers: list[int] = field(default_factory=list)
    moments: dict[int, float] = field(default_factory=dict)


class _Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["message"]
        body = json.dumps([{"recipient_id": "x", "text": f"Je zei: {message}"}]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def started(folder: Path) -> Iterator[Door]:
    """A door of our own with an echo behind it."""
    database, port = f"sqlite:///{folder}/navigator.db", _free_port()
    engine = open_database(database)
    migrate(engine)
    echo = ThreadingHTTPServer(("127.0.0.1", 0), _Echo)
    echo.daemon_threads = True
    threading.Thread(target=echo.serve_forever, daemon=True).start()
    chosen = {"PORT": port, "RASA_PORT": echo.server_port, "ACTIONS_PORT": _free_port(), "VAR": folder}
    settings = {f"NAVIGATOR_{name}": str(value) for name, value in chosen.items()} | {"NAVIGATOR_DATABASE": database}
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT), "NAVIGATOR_LOG_LEVEL": "ERROR"}
    process = subprocess.Popen([sys.executable, "-m", "bot.web"], cwd=ROOT, env=environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/gesprek")
        yield Door(f"http://127.0.0.1:{port}", engine, process.pid)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        echo.shutdown()
        echo.server_close()
        engine.dispose()


def _wait_for(url: str) -> None:
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        try:
            httpx.get(url, trust_env=False)
        except httpx.ConnectError:
            sleep(0.1)
        else:
            return
    raise TimeoutError("the door did not start")


async def _listen(http: httpx.AsyncClient, talk: str, heard: Heard, ready: asyncio.Event) -> None:
    async with http.stream("GET", f"/api/chat/{talk}/stream", params={"after": 0}, timeout=None) as response:
        response.raise_for_status()
        async for line in response.aiter_lines():
            if line == "event: ready":
                ready.set()
            elif line.startswith("id: "):
                heard.numbers.append(int(line[4:]))
                heard.moments[heard.numbers[-1]] = perf_counter()


async def _talk(http: httpx.AsyncClient, turns: int, took: list[float]) -> None:
    conversation = None
    for number in range(turns):
        began = perf_counter()
        body = {"conversation": conversation, "text": f"ik ben lasser en wil iets met cobots {number}"}
        conversation = (await http.post("/api/chat", json=body)).raise_for_status().json()["conversation"]
        took.append(perf_counter() - began)


def _put(engine: Engine, talks: list[str]) -> list[int]:
    """One message for each talk, all in one transaction."""
    with writing(engine) as session:
        rows = [
            PostedMessage(
                conversation_id=talk,
                posted_at=utc_now(),
                body={"text": "Morgen is je workshop.", "buttons": [], "cards": []},
            )
            for talk in talks
        ]
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows if row.id]


def _cpu(pid: int | None) -> float:
    """Processor seconds of a process so far."""
    if pid is None:
        return 0.0
    used = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


async def measure(door: Door, pages: int, people: int, turns: int, rounds: int) -> None:
    """Opens pages, lets people talk meanwhile, puts messages in all talks, and says what came of it."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=door.url, trust_env=False, limits=limits, timeout=PATIENCE) as http:
        before = memory_of(door.pid) if door.pid else 0.0
        alone: list[float] = []
        await asyncio.gather(*(_talk(http, turns, alone) for _ in range(people)))
        talks = [(await http.post("/api/chat", json={"text": "hoi"})).json()["conversation"] for _ in range(pages)]
        heard, ready = [Heard() for _ in talks], [asyncio.Event() for _ in talks]
        open_pages = [asyncio.create_task(_listen(http, *one)) for one in zip(talks, heard, ready, strict=True)]
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(one.wait() for one in ready))
        opened = memory_of(door.pid) if door.pid else 0.0
        used = _cpu(door.pid)
        await asyncio.sleep(10)  # what it costs that nothing happens
        idle = (_cpu(door.pid) - used) / 10
        beside: list[float] = []
        late: list[float] = []
        talking = asyncio.gather(*(_talk(http, turns, beside) for _ in range(people)))
        wanted: list[list[int]] = [[] for _ in talks]
        for _ in range(rounds):
            numbers = await asyncio.to_thread(_put, door.engine, talks)
            posted = perf_counter()
            for mine, number in zip(wanted, numbers, strict=True):
                mine.append(number)
            await _all_heard(heard, wanted)
            late += [one.moments[mine[-1]] - posted for one, mine in zip(heard, wanted, strict=True)]
        await talking
        for task in open_pages:
            task.cancel()
        await asyncio.gather(*open_pages, return_exceptions=True)
    lost = sum(len(set(mine) - set(one.numbers)) for one, mine in zip(heard, wanted, strict=True))
    double = sum(len(one.numbers) - len(set(one.numbers)) for one in heard)
    _report("turns, nothing else going on", alone)
    _report(f"turns beside {pages} open pages", beside)
    _report("from kept to heard", late)
    say(f"messages: {rounds * pages} put, {lost} lost, {double} heard twice")
    if door.pid:
        say(f"memory of the bot: {before:.0f} MB, {opened:.0f} MB with the pages open; idle {idle:.1%} of a processor")


async def _all_heard(heard: list[Heard], wanted: list[list[int]]) -> None:
    """Until each page has its last message, or for as long as we have patience: what isn't there then, is lost."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        if all(mine[-1] in one.moments for one, mine in zip(heard, wanted, strict=True)):
            return
        await asyncio.sleep(0.02)
    for one, mine in zip(heard, wanted, strict=True):
        one.moments.setdefault(mine[-1], until)


def _report(what: str, seconds: list[float]) -> None:
    p50, p95 = (quantile(seconds, part) * 1000 for part in (0.5, 0.95))
    say(f"{what}: p50 {p50:.0f} ms, p95 {p95:.0f} ms ({len(seconds)} times)")


def main() -> None:
    """Reads what was asked, and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--turns", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--url", help="a door that runs, such as http://127.0.0.1:8080")
    parser.add_argument("--database", help="its database, such as sqlite:///var/navigator.db")
    parser.add_argument("--pid", type=int, help="its process, to look at its memory")
    asked = parser.parse_args()
    many = (asked.pages, asked.people, asked.turns, asked.rounds)
    if asked.url:
        say(f"{asked.pages} open pages and {asked.people} people at {asked.url}, with what runs behind it")
        engine = open_database(asked.database or "sqlite:///var/navigator.db")
        asyncio.run(measure(Door(asked.url, engine, asked.pid), *many))
        engine.dispose()
        return
    say(f"{asked.pages} open pages and {asked.people} people; the front door alone: its Rasa is an echo, not the model")
    with TemporaryDirectory() as folder, started(Path(folder)) as door:
        asyncio.run(measure(door, *many))


if __name__ == "__main__":
    main()
