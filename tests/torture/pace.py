"""How far a run is, for whoever waits for a point of it; and when its time is over."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition
from time import monotonic

from tests.torture.plan import TURNS_OF_A_TALK, Plan

LOOK_EVERY = 0.2
"""Seconds between two looks at what nobody tells us of."""

PER_KILL, PER_MESSAGE = 15.0, 0.5
"""Seconds that a run without talks may take for each; after that it goes on though messages did not arrive."""


class Pace:
    """From 0 to 1: by the turns of the talks, or without talks by the ``arrived`` messages of those that are planned.

    Messages that get lost hold nothing up: time moves such a run on as well.
    ``stop`` ends all waiting; ``is_over`` is true from then on, and when the time limit has passed.
    """

    def __init__(self, plan: Plan, arrived: Callable[[], int]) -> None:
        self._plan, self._arrived = plan, arrived
        self._began = monotonic()
        self._talks: dict[int, float] = {}
        self._news = Condition()
        self._stopped = False

    @property
    def is_over(self) -> bool:
        """Whether everybody should stop."""
        return self._stopped or monotonic() > self._began + self._plan.limit

    @property
    def done(self) -> float:
        """How far it is."""
        if self._plan.talks:
            return sum(self._talks.values()) / self._plan.talks
        slowest = PER_KILL * self._plan.kills + PER_MESSAGE * self._plan.messages + 1
        return max(self._arrived() / max(1, self._plan.messages), (monotonic() - self._began) / slowest)

    def turn(self, talk: int, turns: int) -> None:
        """A talk got its answer to so many turns."""
        self._tell(talk, min(turns / (TURNS_OF_A_TALK + 1), 0.95))

    def talk_over(self, talk: int) -> None:
        """A talk came to its end."""
        self._tell(talk, 1.0)

    def stop(self) -> None:
        """Something is wrong, or all is done."""
        with self._news:
            self._stopped = True
            self._news.notify_all()

    def wait(self, point: float) -> bool:
        """Waits until the run is at a point; False when it is over before that."""
        with self._news:
            while not self.is_over and self.done < point:
                self._news.wait(LOOK_EVERY)
        return not self.is_over

    def _tell(self, talk: int, done: float) -> None:
        with self._news:
            self._talks[talk] = done
            self._news.notify_all()
