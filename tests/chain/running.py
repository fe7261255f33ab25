"""A whole navigator for tests: `navigator up` in a folder of its own, on free ports, until it is stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE = 900.0
"""Seconds that setting up may take: a model is trained when there is none for the inputs as they are."""


@dataclass(frozen=True)
class Running:
    """A navigator that runs: a client of its website door, its process, where its actions answer, and its settings."""

    door: httpx.Client
    process: subprocess.Popen[bytes]
    actions_url: str
    settings: dict[str, str]

    @property
    def var(self) -> Path:
        """Where its data lies."""
        return Path(self.settings["NAVIGATOR_VAR"])


def free_ports(count: int) -> list[int]:
    """Ports on loopback that nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


@contextmanager
def navigator(folder: Path, **settings: str) -> Iterator[Running]:
    """Starts a navigator whose data lies in ``folder``, and stops it at the end.

    Raises:
        AssertionError: with what it printed, when it doesn't come up.
    """
    port, rasa, actions = free_ports(3)
    chosen = {
        "NAVIGATOR_VAR": str(folder),
        "NAVIGATOR_DATABASE": f"sqlite:///{folder}/navigator.db",
        "NAVIGATOR_PORT": str(port),
        "NAVIGATOR_RASA_PORT": str(rasa),
        "NAVIGATOR_ACTIONS_PORT": str(actions),
        **settings,
    }
    log = folder / "up.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [str(Path(sys.executable).with_name("navigator")), "up"],
            cwd=ROOT,
            env=os.environ | chosen,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as client:
            wait_until_it_runs(process, log)
            yield Running(client, process, f"http://127.0.0.1:{actions}", chosen)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


def wait_until_it_runs(process: subprocess.Popen[bytes], log: Path) -> None:
    """Follows what `navigator up` prints until it says that it runs."""
    with subprocess.Popen(
        ["tail", "--pid", str(process.pid), "-n", "+1", "-F", str(log)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as tail:
        try:
            assert tail.stdout is not None
            assert any("The navigator is running" in line for line in tail.stdout), log.read_text()
        finally:
            tail.terminate()
