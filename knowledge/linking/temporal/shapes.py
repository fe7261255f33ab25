"""What a temporal expression is: its kind, its exact value and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.linking.temporal.hours import Clock, PartOfDay, Times

ONE_DAY = timedelta(days=1)


class Kind(StrEnum):
    """The sorts of expressions; the class in brackets is that of their values."""

    NUMBER = "number"  # float or int
    ORDINAL = "ordinal"  # int: 1 is the first, -1 the last, -2 the last but one
    STEP = "step"  # int: 1 is the next, -1 the one before
    DURATION = "duration"  # Duration
    DATE = "date"  # Day
    PERIOD = "period"  # Period
    TIME = "time"  # Clock
    TIMES = "times"  # Times
    DAYPART = "daypart"  # PartOfDay
    REPETITION = "repetition"  # str, as in ISO-TimeML: "P1W", "XXXX-WXX-1T16:00"


SECONDS = {
    "S": 1, "TM": 60, "H": 3600, "D": 86_400, "W": 604_800, "M": 2_592_000, "Y": 31_536_000, "WE": 172_800,
    "BD": 86_400,
}  # fmt: skip
"""Seconds in a unit; a month has 30 days, a year 365, a weekend two. TM is a minute, BD a working day."""

IN_ORDER = ("Y", "M", "W", "WE", "BD", "D", "H", "TM", "S")


@dataclass(frozen=True)
class Duration:
    """Amounts of units, largest first, such as ``((1, "Y"), (2, "M"))``; for units see ``SECONDS``."""

    parts: tuple[tuple[float, str], ...]

    @property
    def seconds(self) -> float:
        return sum(amount * SECONDS[unit] for amount, unit in self.parts)

    @property
    def iso(self) -> str:
        """``P1Y2M``, ``PT0.5H``; a weekend is ``WE``."""
        days = "".join(f"{amount:g}{unit}" for amount, unit in self.parts if unit not in ("H", "TM", "S"))
        hours = "".join(f"{amount:g}{unit[-1]}" for amount, unit in self.parts if unit in ("H", "TM", "S"))
        return f"P{days}" + (f"T{hours}" if hours else "")

    @property
    def has_days(self) -> bool:
        """Whether it counts in days or more: only then does it lead to another date."""
        return all(unit not in ("H", "TM", "S") for _, unit in self.parts)

    def plus(self, other: Duration) -> Duration:
        return Duration(tuple(sorted(self.parts + other.parts, key=lambda part: IN_ORDER.index(part[1]))))


@dataclass(frozen=True)
class Day:
    """A date; of one that comes again (each year, month or week) the next.

    Attributes:
        yearly: month and day, when the year was not said.
        weekday: 0 (Monday) to 6, when that is all that was said.
        name: the feast, when it is one.
        part: the part of that day ("morgenavond"): MO, AF, EV or NI.
    """

    date: date
    yearly: tuple[int, int] | None = None
    weekday: int | None = None
    name: str = ""
    part: str = ""


@dataclass(frozen=True)
class Period:
    """A stretch of days.

    Attributes:
        start, end: the bounds as they were named, ``end`` not included; None is open.
        first, last: the first and the last day in it; None is open.
        name: as in ISO-TimeML, for one whose days are a matter of taste ("2026-SU", "SY2026").
        yearly: the year was not said: it is the next such one.
        pointed: said by pointing ("volgende week") or with both its ends: "voor" before it means "for".
        edge: the moment that is meant when this is one end of a longer period ("eind maart" is 1 April).
        weekdays: both ends, when they are bare days of the week ("maandag t/m vrijdag").
    """

    start: date | None
    end: date | None
    first: date | None
    last: date | None
    name: str = ""
    yearly: bool = False
    pointed: bool = False
    edge: date | None = None
    weekdays: tuple[int, int] | None = None

    @classmethod
    def of(
        cls,
        start: date,
        end: date,
        *,
        name: str = "",
        yearly: bool = False,
        pointed: bool = False,
        edge: date | None = None,
    ) -> Period:
        """A whole unit: all days from ``start`` to before ``end``."""
        return cls(start, end, start, end - ONE_DAY, name, yearly, pointed, edge)


Value = int | float | str | Duration | Day | Period | Clock | Times | PartOfDay


@dataclass(frozen=True)
class Expression:
    """One expression: ``text == whole[start:end]``; ``first`` and ``last`` count words, last not included."""

    kind: Kind
    value: Value
    start: int
    end: int
    first: int
    last: int
