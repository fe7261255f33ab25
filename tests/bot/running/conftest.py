"""The small navigator, started."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.bot.running.processes import HERE, ROOT, SmallUp, free_ports


@pytest.fixture
def small_up(tmp_path: Path) -> Iterator[Callable[..., SmallUp]]:
    """Starts the small navigator and waits until it runs."""
    with ExitStack() as stack:

        def start(*options: str) -> SmallUp:
            ports = free_ports(4)
            process = subprocess.Popen(
                [sys.executable, HERE / "small_up.py", tmp_path, *map(str, ports), *options],
                stdout=subprocess.PIPE,
                text=True,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )
            stack.callback(_end, process)
            assert process.stdout is not None
            assert process.stdout.readline() == "running\n"
            return SmallUp(process, ports, tmp_path)

        yield start


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate(timeout=30)
