"""What somebody wants to be told about their seats, when not, and by which way.

A frozen value that is kept with the learner as JSON. Times are wall-clock time in the Netherlands.
"""

from __future__ import annotations

from datetime import time
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Shift(StrEnum):
    """When somebody works, and so when they sleep."""

    DAY = "day"
    EARLY = "early"
    LATE = "late"
    NIGHT = "night"


class Way(StrEnum):
    """A way by which somebody can be reached."""

    WEBSITE = "website"
    EMAIL = "email"
    TELEGRAM = "telegram"


QUIET_OF: dict[Shift, tuple[time, time]] = {
    Shift.DAY: (time(21), time(8)),
    Shift.EARLY: (time(20), time(5)),
    Shift.LATE: (time(23), time(9)),
    Shift.NIGHT: (time(7), time(15)),
}
"""The quiet hours of each shift, from and until: the time in which such people rest or sleep.

Those of the day shift are a promise of the design. All but those of the night shift cross midnight.
"""

NIGHT_TIME = time(3)
"""When nobody is awake who doesn't work at night."""


class ReminderWishes(BaseModel):
    """What somebody wants; what they never said stands as it is here.

    Attributes:
        week, day, hours: a reminder a week, a day and two hours before a station begins.
        weekend: False: no message on a Saturday or Sunday, not even for a station on that day.
        quiet_from, quiet_until: own quiet hours; an end that is None is that of the shift. Two equal
            times are no quiet hours at all.
        nudges: a word about an e-learning that lies still.
        way: None when they have no preference.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    week: bool = True
    day: bool = True
    hours: bool = True
    weekend: bool = True
    shift: Shift = Shift.DAY
    quiet_from: time | None = None
    quiet_until: time | None = None
    nudges: bool = True
    way: Way | None = None

    @property
    def any_reminder(self) -> bool:
        """Whether any reminder of a dated station is wanted."""
        return self.week or self.day or self.hours


def quiet_hours(wishes: ReminderWishes) -> tuple[time, time]:
    """From and until when nothing is sent; equal when that is never."""
    start, end = QUIET_OF[wishes.shift]
    return (
        start if wishes.quiet_from is None else wishes.quiet_from,
        end if wishes.quiet_until is None else wishes.quiet_until,
    )


def within(at: time, hours: tuple[time, time]) -> bool:
    """Whether a time on the wall lies in hours that may cross midnight; the end is not in them."""
    start, end = hours
    return start <= at < end if start <= end else at >= start or at < end
