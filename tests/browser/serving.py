"""What every test in a real browser stands on: a door that is served in a thread of its own, and Chromium."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any

import pytest
import uvicorn

ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-quic"]

PATIENCE = 20.0
"""Seconds in which a door must be there."""


@contextmanager
def running(app: Any, bound: socket.socket) -> Iterator[None]:
    """Serves a door on a bound socket, in a thread of its own."""
    config = uvicorn.Config(
        app, log_config=None, access_log=False, proxy_headers=False, ws="none", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    try:
        began = monotonic()
        while not server.started:  # uvicorn tells nobody that it is there
            assert thread.is_alive(), "the door did not start"
            assert monotonic() - began < PATIENCE, "the door did not start in time"
            sleep(0.02)
        yield
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


def chromium_path() -> str:
    """Chromium as the system has it; the test is skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium here; `apt-get install chromium` brings it")
    return found
