"""What the tests of running things speak of: free ports, and the small navigator of tiny parts."""

from __future__ import annotations

import socket
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses now."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in sockets]


@dataclass
class SmallUp:
    """The small navigator: two parts, each with a child, on four ports."""

    process: subprocess.Popen[str]
    ports: list[int]
    folder: Path

    def hold(self) -> list[socket.socket]:
        """A connection to each of the four processes; each ends when its process does."""
        held = []
        for port in self.ports:
            connection = socket.create_connection(("127.0.0.1", port), timeout=20)
            connection.sendall(b"hold")
            assert connection.recv(4) == b"here"
            held.append(connection)
        return held

    def rest(self) -> str:
        """What it still says until it ends."""
        return self.process.communicate(timeout=30)[0]
