"""Another front door of a navigator that runs: over the same database, Rasa and actions, with settings of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import httpx

from tests.chain.running import ROOT, Running, free_ports

LISTENS, TALKS = "Uvicorn running on", "telegram: talking"
"""What a front door says in its log when it can be asked something, and when it has found its bot on Telegram."""

STOPS_WITHIN = 30
"""Seconds from being asked to stop until it is gone."""

_numbers = count(1)


@dataclass(frozen=True)
class FrontDoor:
    """A front door that runs: a client of its website, its process, and its log."""

    website: httpx.Client
    process: subprocess.Popen[bytes]
    log: Path

    def health(self) -> dict[str, str]:
        """How it says that each part is."""
        parts: dict[str, str] = self.website.get("/healthz").json()["parts"]
        return parts


@contextmanager
def front_door(running: Running, **settings: str) -> Iterator[FrontDoor]:
    """Starts a front door beside that of ``running``, and stops it at the end as Ctrl-C does.

    Raises:
        AssertionError: with its log, when it doesn't come up or doesn't stop.
    """
    port = settings.pop("NAVIGATOR_PORT", "") or str(free_ports(1)[0])
    log = running.var / "logs" / f"door-{next(_numbers)}.log"
    chosen = running.settings | {"NAVIGATOR_PORT": port} | settings
    with log.open("w") as out:
        command = [sys.executable, "-m", "bot.web"]
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | chosen, stdout=out, stderr=subprocess.STDOUT)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as website:
            _wait_for(LISTENS, process, log)
            if settings.get("NAVIGATOR_TELEGRAM_TOKEN"):
                _wait_for(TALKS, process, log)
            yield FrontDoor(website, process, log)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            raise AssertionError(f"a front door did not stop:\n{log.read_text()}") from None


def _wait_for(words: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Follows a log until it has these words; its end is the end of the process."""
    command = ["tail", "--pid", str(process.pid), "-n", "+1", "-F", str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as tail:
        try:
            assert tail.stdout is not None
            assert any(words in line for line in tail.stdout), f"no {words!r} in:\n{log.read_text()}"
        finally:
            tail.terminate()
