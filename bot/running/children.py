"""Child processes that never outlive us, each with a log file of its own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from bot.running import groups
from knowledge.errors import NavigatorError

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Child:
    """A started process and where its output goes."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def last_lines(self, count: int) -> str:
        """The last lines that it wrote, indented."""
        return "\n".join(f"  {line}" for line in tail(self.log, count)) or "  (it wrote nothing)"


def tail(log: Path, count: int) -> list[str]:
    """The last lines of a log that aren't empty, read from its last 64 KB; none when there is no log."""
    with suppress(FileNotFoundError), log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 65_536))
        lines = file.read().decode(errors="replace").splitlines()
        return [line for line in lines if line.strip()][-count:]
    return []


class Nursery:
    """Starts processes, and ends them all when it is left.

    Three belts: leaving the ``with`` block; a guard, a process that ends their groups when ours dies in
    whatever way; and Linux's death signal, for the moment before the guard knows of one.
    """

    def __init__(self, grace: float = groups.GRACE) -> None:
        self._grace = grace
        self._children: list[Child] = []

    def __enter__(self) -> Nursery:
        self._guard = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-I", "-S", groups.__file__, str(min(self._grace, groups.ORPHANS_GRACE))],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
        return self

    def start(self, name: str, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], log: Path) -> Child:
        """Starts a program with its output in ``log``; the log of the run before is kept beside it.

        Raises:
            NavigatorError: when the program isn't there.
        """
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists():
            log.replace(log.with_name(f"{log.name}.before"))
        try:
            with log.open("wb") as output:
                process = subprocess.Popen(  # noqa: S603  # our own programs
                    command,
                    cwd=cwd,
                    env=env,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    preexec_fn=_end_with_parent(),
                )
        except FileNotFoundError:
            raise NavigatorError(
                f"{name} cannot start: there is no {command[0]}. Run `make run`; it sets up what is missing."
            ) from None
        child = Child(name, process, log)
        self._children.append(child)
        self._tell_guard(process.pid)
        return child

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            groups.end_groups([child.process.pid for child in self._children], self._grace, self._reap)
        finally:
            for child in self._children:
                child.process.wait()
            self._guard.kill()
            self._guard.communicate()

    def _tell_guard(self, group: int) -> None:
        assert self._guard.stdin is not None  # noqa: S101  # it was made with a pipe
        with suppress(BrokenPipeError):
            self._guard.stdin.write(f"{group}\n".encode())
            self._guard.stdin.flush()

    def _reap(self) -> None:
        for child in self._children:
            child.process.poll()


class _end_with_parent:  # noqa: N801  # read as the function that it serves as
    """Called in the child before its program begins: asks Linux for a SIGTERM when our process ends."""

    def __init__(self) -> None:
        self._parent = os.getpid()
        self._libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def __call__(self) -> None:
        if self._libc is not None:
            self._libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != self._parent:
            os._exit(1)
