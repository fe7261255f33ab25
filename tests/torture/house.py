"""The running parts: started, killed, started again, and waited for by asking the bot how it is."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from threading import Event, Lock
from time import monotonic
from types import TracebackType

import httpx

from bot.running.children import Child, Nursery
from bot.running.parts import Part

PATIENCE = 240.0
"""Seconds that the parts may take to come up."""

LOOK_EVERY = 0.1
"""Seconds between two looks at how it is."""

GRACE = 5.0
"""Seconds that a part gets at the very end, to stop by itself."""


class Fallen(AssertionError):  # noqa: N818  # it reads as what it is
    """A part died that we did not kill, or never came up."""


@dataclass
class Outage:
    """What one kill did: ``cut`` turns that it left without an answer, ``claimed`` messages that were under way."""

    parts: tuple[str, ...]
    seconds: float = 0.0
    cut: int = 0
    claimed: int = 0


@dataclass
class _Running:
    """A process with the nursery that is its own: what is dead is let go of, before its number is another's."""

    child: Child
    room: ExitStack


@dataclass
class House:
    """The parts by name, in the order in which they are started; ``with`` starts and stops them."""

    parts: Sequence[Part]
    url: str
    outages: list[Outage] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._running: dict[str, _Running] = {}
        self._starts: dict[str, int] = {}
        self._up, self._counting = Event(), Lock()
        self._door = httpx.Client(base_url=self.url, timeout=5, trust_env=False)

    def __enter__(self) -> House:
        try:
            self._bring_up([part.name for part in self.parts])
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for running in reversed(self._running.values()):
            running.room.close()
        self._door.close()

    def kill(self, names: Sequence[str]) -> Outage:
        """Kills these parts in the middle of whatever they do; ``bring_back`` starts them again."""
        self.look_who_fell()
        outage = Outage(tuple(names))
        with self._counting:
            self.outages.append(outage)
            self._up.clear()
        for name in names:
            os.killpg(self._running[name].child.process.pid, signal.SIGKILL)
        for name in names:
            self._running.pop(name).room.close()
        return outage

    def bring_back(self, outage: Outage) -> None:
        """Starts what was killed, and waits until all is well."""
        began = monotonic()
        self._bring_up([part.name for part in self.parts if part.name in outage.parts])
        outage.seconds = monotonic() - began

    def look_who_fell(self) -> None:
        """Raises Fallen when a part is dead that should live."""
        for name, running in self._running.items():
            code = running.child.process.poll()
            if code is not None:
                raise Fallen(f"{name} stopped by itself ({code}). Its last lines:\n{running.child.last_lines(20)}")

    def cut(self) -> None:
        """A turn was left without an answer."""
        with self._counting:
            if self.outages:
                self.outages[-1].cut += 1

    def wait_until_well(self, seconds: float) -> bool:
        """Waits until everything answers; False when it doesn't within so many seconds."""
        ends = monotonic() + seconds
        while monotonic() < ends:
            if self._up.wait(LOOK_EVERY) and self._is_well():
                return True
        return False

    def _bring_up(self, names: Sequence[str]) -> None:
        for part in self.parts:
            if part.name in names:
                self._start(part)
        ends = monotonic() + PATIENCE
        while not self._is_well():
            self.look_who_fell()
            if monotonic() > ends:
                raise Fallen(f"The parts did not come up within {PATIENCE:.0f} s.")
            Event().wait(LOOK_EVERY)
        self._up.set()

    def _start(self, part: Part) -> None:
        number = self._starts[part.name] = self._starts.get(part.name, 0) + 1
        log = part.log.with_name(f"{part.name}-{number:03}.log")
        room = ExitStack()
        nursery = room.enter_context(Nursery(GRACE))
        child = nursery.start(part.name, part.command, cwd=part.cwd, env=part.env, log=log)
        self._running[part.name] = _Running(child, room)

    def _is_well(self) -> bool:
        try:
            said = self._door.get("/healthz").json()["parts"]
        except (httpx.HTTPError, ValueError):
            return False
        return all(said[name] == "ok" for name in ("database", *self._running))
