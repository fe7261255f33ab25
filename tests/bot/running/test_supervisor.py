"""What holds for running parts, tried on tiny programs: `part.py`, run by `small_up.py`."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.bot.running.processes import SmallUp

Start = Callable[..., SmallUp]


@contextmanager
def all_held(running: SmallUp) -> Iterator[list[socket.socket]]:
    with ExitStack() as stack:
        yield [stack.enter_context(connection) for connection in running.hold()]


def ended(connections: list[socket.socket]) -> bool:
    """Waits until the process behind each connection is gone."""
    return [_last_word(connection) for connection in connections] == [b""] * len(connections)


def _last_word(connection: socket.socket) -> bytes:
    try:
        return connection.recv(10)
    except ConnectionResetError:
        return b""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_stop_ends_the_parts_and_their_children(small_up: Start, number: signal.Signals) -> None:
    running = small_up()
    with all_held(running) as connections:
        running.process.send_signal(number)
        assert running.process.wait(timeout=30) == 0
        assert ended(connections)


def test_parts_that_do_not_listen_are_killed(small_up: Start) -> None:
    running = small_up("--stubborn")
    with all_held(running) as connections:
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=30) == 0
        assert ended(connections)


def test_a_second_ctrl_c_does_not_leave_anything_behind(small_up: Start) -> None:
    running = small_up("--stubborn")
    with all_held(running) as connections:
        running.process.send_signal(signal.SIGINT)
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=30) == 0
        assert ended(connections)


@pytest.mark.parametrize("options", [(), ("--stubborn",)], ids=["willing", "stubborn"])
def test_no_orphan_is_left_when_the_supervisor_is_killed(small_up: Start, options: tuple[str, ...]) -> None:
    running = small_up(*options)
    with all_held(running) as connections:
        running.process.send_signal(signal.SIGKILL)
        assert running.process.wait(timeout=30) == -signal.SIGKILL
        assert ended(connections)


def test_a_part_that_dies_is_named_with_its_last_lines_and_the_rest_is_stopped(small_up: Start) -> None:
    running = small_up()
    with all_held(running) as connections:
        with socket.create_connection(("127.0.0.1", running.ports[2])) as connection:
            connection.sendall(b"GET /die HTTP/1.1\r\n\r\n")
        last = "\n".join(f"  line {number}" for number in range(6, 21))
        assert running.rest() == (
            f"second stopped by itself (exit code 3). The last lines of logs/second.log:\n{last}\n"
        )
        assert running.process.returncode == 1
        assert ended(connections)
