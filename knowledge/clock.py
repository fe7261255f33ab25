"""Time: stored in UTC, thought in Europe/Amsterdam, and always handed in as a parameter."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def utc_now() -> datetime:
    """The present moment, for the outermost callers only; everything else takes ``now``."""
    return datetime.now(UTC)


def as_utc(moment: datetime) -> datetime:
    """A moment in UTC; one without a zone (as SQLite returns it) is taken to be UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def from_local(day: date, at: time) -> datetime:
    """The UTC moment of a wall-clock time in the Netherlands; of a doubled hour the first."""
    return datetime.combine(day, at, AMSTERDAM).astimezone(UTC)


def to_local(moment: datetime) -> datetime:
    """The wall-clock time in the Netherlands of a moment."""
    return as_utc(moment).astimezone(AMSTERDAM)


def say_day(moment: datetime) -> str:
    """``dinsdag 8 december``."""
    local = to_local(moment)
    return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"


def say_short(moment: datetime) -> str:
    """``di 8 dec 13:00``, for a button."""
    local = to_local(moment)
    return f"{DAYS[local.weekday()][:2]} {local.day} {SHORT_MONTHS[local.month - 1]} {local:%H:%M}"


def say_period(starts_at: datetime, ends_at: datetime) -> str:
    """``dinsdag 8 december, 13:00–17:00``."""
    return f"{say_day(starts_at)}, {to_local(starts_at):%H:%M}–{to_local(ends_at):%H:%M}"
