"""What a test lets go wrong between the bot and Telegram."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.telegram_api.faults import Fault, error_for
from tests.telegram_api.serving import Serving
from tests.telegram_api.world import World


class Trouble:
    """The side of the fake that makes faults. Everything may be used from any thread."""

    def __init__(self, world: World, serving: Serving) -> None:
        self._world, self._serving = world, serving

    def fail(
        self,
        method: str,
        status: int,
        description: str | None = None,
        *,
        retry_after: int | None = None,
        chat: int | None = None,
        times: int = 1,
        after_doing: bool = False,
    ) -> None:
        """The next `times` calls of `method` (``*``: of all but getUpdates) get this error.

        Without a description it is Telegram's usual one for the status; 502, 503 and 504 then are a gateway's HTML
        page. With `after_doing` the call is done all the same, and only its answer is wrong.
        """
        error, html = error_for(status, description, retry_after)
        self._set(Fault(method.lower(), chat, times, after_doing, error=error, html=html))

    def hang(
        self,
        method: str,
        until: float | threading.Event,
        *,
        chat: int | None = None,
        times: int = 1,
        after_doing: bool = False,
    ) -> None:
        """The next calls get their answer after so many seconds, or when the event is set.

        A call whose other side gave up meanwhile isn't done at all; with `after_doing` it was done at once.
        """
        self._set(Fault(method.lower(), chat, times, after_doing, hang=until))

    def cut(self, method: str, *, chat: int | None = None, times: int = 1, after_doing: bool = False) -> None:
        """The connection of the next calls is closed without an answer."""
        self._set(Fault(method.lower(), chat, times, after_doing, cut=True))

    def mend(self) -> None:
        """Take back every fault that is set and not met yet."""
        with self._world.changing():
            self._world.faults.set.clear()

    @property
    def faults_left(self) -> int:
        """How many times the faults that are set are still to be met."""
        with self._world.changed:
            return sum(fault.times for fault in self._world.faults.set)

    def down(self) -> None:
        """Close the port and all connections; people can go on, their updates wait."""
        with self._world.changing():
            self._world.reachable = False
        self._serving.down()

    def up(self) -> None:
        """Come up again on the same port."""
        self._serving.up()
        with self._world.changing():
            self._world.reachable = True

    def duplicate_next_update(self) -> None:
        """The next update is delivered twice, with the same number, although it was confirmed."""
        with self._world.changing():
            self._world.updates.doubling = True

    @contextmanager
    def out_of_order(self) -> Iterator[None]:
        """What people do in this block is delivered after it, the last first."""
        with self._held(backwards=True):
            yield

    @contextmanager
    def together(self) -> Iterator[None]:
        """What people do in this block is delivered after it, all at once."""
        with self._held(backwards=False):
            yield

    @contextmanager
    def _held(self, *, backwards: bool) -> Iterator[None]:
        with self._world.changing():
            self._world.updates.hold()
        try:
            yield
        finally:
            with self._world.changing():
                self._world.updates.release(backwards=backwards)

    def _set(self, fault: Fault) -> None:
        with self._world.changing():
            self._world.faults.set.append(fault)
