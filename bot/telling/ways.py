"""The ways out: what each can do, and how it says no."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.answers import ShownButton
from bot.telling.letter import Letter
from knowledge.errors import NavigatorError
from knowledge.telling.wishes import Way


class WayOut(Protocol):
    """One way by which a letter reaches somebody."""

    @property
    def name(self) -> Way:
        """Which way it is."""

    def reaches(self, letter: Letter) -> bool:
        """Whether there is anywhere to send it."""

    async def send(self, letter: Letter, buttons: Sequence[ShownButton], now: datetime) -> None:
        """Sends a letter, with its buttons as they were issued; returns once it was taken.

        Raises:
            Refused: it will never be taken.
            NotNow: it may be taken later.
        """

    async def close(self) -> None:
        """Lets go of what is still open."""


class Refused(NavigatorError):  # noqa: N818  # it reads as what it is
    """This letter is not taken, now or ever."""


class NoSuchAddress(Refused):
    """The address itself is refused, so no other letter will get there either."""


class NotNow(NavigatorError):  # noqa: N818  # it reads as what it is
    """It could not be sent just now; the same letter may be taken later."""
