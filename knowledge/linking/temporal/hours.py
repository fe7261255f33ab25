"""Values of the clock: a time of day, a stretch from one to another, a part of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class Clock:
    """A time of day.

    Attributes:
        unsure: twelve hours later can be meant as well.
        part: the part of the day that was said with it: MO, AF, EV or NI.
    """

    hour: int
    minute: int = 0
    second: int = 0
    unsure: bool = False
    part: str = ""

    @property
    def minutes(self) -> int:
        return self.hour * 60 + self.minute

    @property
    def readings(self) -> tuple[time, ...]:
        """What can be meant, as said first."""
        said = time(self.hour % 24, self.minute, self.second)
        return (said, time((self.hour + 12) % 24, self.minute, self.second)) if self.unsure else (said,)

    def at(self, hour: int, *, unsure: bool = False) -> Clock:
        """The same minute of another hour."""
        return Clock(hour % 24, self.minute, self.second, unsure, self.part)

    def until(self, other: Clock) -> int:
        """Minutes from here to the next such time: 1 to 1440."""
        return (other.minutes - self.minutes - 1) % (24 * 60) + 1


@dataclass(frozen=True)
class Times:
    """From one time of day to another; None is open."""

    start: Clock | None
    end: Clock | None

    @property
    def readings(self) -> tuple[tuple[time | None, time | None], ...]:
        """Start and end, as said first, and twelve hours later when both can be meant so."""
        ends = [(clock.readings if clock else (None, None)) for clock in (self.start, self.end)]
        return (
            tuple(zip(*ends, strict=False))
            if any(len(end) > 1 and end[0] for end in ends)
            else ((ends[0][0], ends[1][0]),)
        )


@dataclass(frozen=True)
class PartOfDay:
    """``part``: MO, AF, EV, NI, DT (by day), BH (office hours), MEB, MEL or MED (meals); ``side``: "start", "end",
    "approx" or "" (all of it).
    """

    part: str
    side: str = ""
