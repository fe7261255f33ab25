"""Ends process groups; run as a program it is the guard that does so when its maker is gone.

The guard reads process group ids from its input, one a line. The input ends when the maker closes it or
dies, be it by SIGKILL, and then the guard ends what is left. It needs nothing but the standard library.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence

GRACE = 8.0
"""Seconds that a group gets between being asked to stop and being killed."""

ORPHANS_GRACE = 3.0
"""The same when nobody waits for them any more."""


def end_groups(groups: Sequence[int], grace: float = GRACE, reap: Callable[[], None] = lambda: None) -> None:
    """Asks each group to stop, waits ``grace`` seconds at most, then kills what is left.

    ``reap`` collects those that ended, for whoever is their parent; without it they would count as there.
    """
    try:
        left = _signal(groups, signal.SIGTERM)
        deadline = time.monotonic() + grace
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            reap()
            left = _signal(left, 0)
    finally:
        _signal(groups, signal.SIGKILL)
        reap()


def _signal(groups: Sequence[int], number: int) -> list[int]:
    """Sends a signal (0: none) to each group; gives those that were still there."""
    there = []
    for group in groups:
        try:
            os.killpg(group, number)
        except (ProcessLookupError, PermissionError):
            continue
        there.append(group)
    return there


def main() -> None:
    """The guard's whole life; its one argument is the grace in seconds."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    end_groups([int(line) for line in sys.stdin], grace=float(sys.argv[1]))


if __name__ == "__main__":
    main()
