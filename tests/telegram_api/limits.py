"""How fast messages came: kept for every send, and in strict mode refused when it is too fast.

Telegram publishes no exact numbers: about 30 messages a second over all chats, about one a second in one chat with
short bursts allowed, 20 a minute in a group. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
The choice here: over all chats at most 30 in any second; in one chat at most 3 in any second and 20 in any 20 seconds
(20 in any 60 in a group). An edit counts as a send. A refused send counts in `busiest_second`, which judges the sender,
but takes no room in the window of strict mode.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from tests.telegram_api.errors import too_many

OVERALL = ((30, 1.0),)
PRIVATE = ((3, 1.0), (20, 20.0))
GROUP = ((3, 1.0), (20, 60.0))


class Rates:
    """The moments (monotonic seconds) of all sends, with their chats."""

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict
        self.attempts: list[tuple[float, int]] = []
        self._accepted: list[tuple[float, int]] = []

    def note(self, chat: int, at: float) -> None:
        """Keep a send; in strict mode one that comes too fast is refused.

        Raises:
            BotApiError: 429 with the seconds after which there is room again.
        """
        self.attempts.append((at, chat))
        if self.strict:
            own = [moment for moment, of in self._accepted if of == chat]
            every = [moment for moment, _ in self._accepted]
            wait = max(_wait(every, at, OVERALL), _wait(own, at, GROUP if chat < 0 else PRIVATE))
            if wait > 0:
                raise too_many(math.ceil(wait))
        self._accepted.append((at, chat))

    def busiest(self, chat: int | None = None) -> int:
        """The most sends in any window of one second, of one chat or of all."""
        moments = [at for at, of in self.attempts if chat in (None, of)]
        return max((_within(moments[i:], 1.0) for i in range(len(moments))), default=0)


def _within(moments: Iterable[float], seconds: float) -> int:
    first: float | None = None
    count = 0
    for moment in moments:
        first = moment if first is None else first
        if moment - first >= seconds:
            break
        count += 1
    return count


def _wait(moments: Sequence[float], now: float, rules: Iterable[tuple[int, float]]) -> float:
    """The seconds until every rule (so many in so many seconds) leaves room for one more; 0 when there is room."""
    longest = 0.0
    for most, seconds in rules:
        recent = [moment for moment in moments if now - moment < seconds]
        if len(recent) >= most:
            longest = max(longest, recent[-most] + seconds - now)
    return longest
