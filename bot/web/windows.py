"""The moments at which things were last counted, in memory, for the library that limits them.

The library's own memory starts a thread for each thing it counts and goes through all it holds; this one forgets who
was longest away, so a flood of addresses takes no more room than `MOST`.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable

from limits.storage import MovingWindowSupport, Storage

MOST = 20_000
"""Addresses and talks that are remembered."""


class Windows(Storage, MovingWindowSupport):
    """Moving windows; the counters of `Storage` that other strategies need are left out.

    Args:
        clock: seconds that only go up.
    """

    STORAGE_SCHEME = None

    def __init__(self, clock: Callable[[], float], most: int = MOST) -> None:
        super().__init__()
        self._clock, self._most = clock, most
        self._held: OrderedDict[str, deque[float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    @property
    def base_exceptions(self) -> type[Exception]:
        return LookupError

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Counts ``amount`` more, unless that makes more than ``limit`` in ``expiry`` seconds."""
        moments = self._of(key, expiry)
        if len(moments) + amount > limit:
            return False
        moments.extend([self._clock()] * amount)
        self._held[key] = moments
        self._held.move_to_end(key)
        while len(self._held) > self._most:
            self._held.popitem(last=False)
        return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        """When the oldest that still counts was counted, and how many count."""
        moments = self._of(key, expiry)
        return (moments[0] if moments else self._clock()), len(moments)

    def clear(self, key: str) -> None:
        self._held.pop(key, None)

    def reset(self) -> int:
        held = len(self._held)
        self._held.clear()
        return held

    def check(self) -> bool:
        return True

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        raise NotImplementedError

    def get(self, key: str) -> int:
        raise NotImplementedError

    def get_expiry(self, key: str) -> float:
        raise NotImplementedError

    def _of(self, key: str, expiry: int) -> deque[float]:
        moments = self._held.get(key) or deque()
        oldest = self._clock() - expiry
        while moments and moments[0] <= oldest:
            moments.popleft()
        return moments
