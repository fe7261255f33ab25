"""When a reminder of a dated station is due, and until when it is still of use.

A reminder that falls in a time in which nothing may go is sent before it, never after: a station at eight is
spoken of the evening before. Two reminders that so fall together are one, the one nearest to the start.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from knowledge.clock import as_utc, to_local
from knowledge.telling.quiet import FARTHEST, last_allowed, may_go
from knowledge.telling.wishes import ReminderWishes
from knowledge.vocabulary import REMINDERS, NoticeKind

DAYS_BEFORE = {NoticeKind.REMINDER_WEEK: timedelta(days=7), NoticeKind.REMINDER_DAY: timedelta(days=1)}
"""Counted on the wall: at the same time of an earlier day."""

HOURS_BEFORE = timedelta(hours=2)
USEFUL_UNTIL = {
    NoticeKind.REMINDER_WEEK: timedelta(hours=36),
    NoticeKind.REMINDER_DAY: timedelta(hours=3),
    NoticeKind.REMINDER_HOURS: timedelta(minutes=15),
}
"""How long before the start each reminder comes too late to be of use."""

LOOK_AHEAD = DAYS_BEFORE[NoticeKind.REMINDER_WEEK] + FARTHEST
"""No reminder is ever due longer than this before the start."""


@lru_cache(maxsize=4096)  # most people want what is usual, and many go to the same station
def reminder_due(kind: NoticeKind, starts_at: datetime, wishes: ReminderWishes) -> datetime | None:
    """The moment (UTC) at which a reminder should go; None when it is not wanted.

    Raises:
        KeyError: for a kind that is no reminder of a dated station.
    """
    if not _wanted(kind, wishes):
        return None
    return last_allowed(_ideal(kind, starts_at), wishes, to_local(starts_at).date())


def useful_until(kind: NoticeKind, starts_at: datetime) -> datetime:
    """From when on (UTC) a reminder would say nothing new, so that it is not sent any more.

    Raises:
        KeyError: for a kind that is no reminder of a dated station.
    """
    return as_utc(starts_at) - USEFUL_UNTIL[kind]


def due_now(starts_at: datetime, seated_at: datetime, wishes: ReminderWishes, now: datetime) -> NoticeKind | None:
    """The one reminder that should go now, whether or not it went before; None when there is none.

    ``seated_at``: since when they have the seat. Nobody is reminded of what they chose after that reminder's
    moment: they have just read it.
    """
    if not may_go(now, wishes, to_local(starts_at).date()):
        return None
    return next((kind for kind in reversed(REMINDERS) if _is_due(kind, starts_at, seated_at, wishes, now)), None)


def _is_due(kind: NoticeKind, starts_at: datetime, seated_at: datetime, wishes: ReminderWishes, now: datetime) -> bool:
    due = reminder_due(kind, starts_at, wishes)
    return due is not None and as_utc(seated_at) < due <= as_utc(now) < useful_until(kind, starts_at)


def _wanted(kind: NoticeKind, wishes: ReminderWishes) -> bool:
    return {
        NoticeKind.REMINDER_WEEK: wishes.week,
        NoticeKind.REMINDER_DAY: wishes.day,
        NoticeKind.REMINDER_HOURS: wishes.hours,
    }[kind]


def _ideal(kind: NoticeKind, starts_at: datetime) -> datetime:
    if kind is NoticeKind.REMINDER_HOURS:
        return as_utc(starts_at) - HOURS_BEFORE
    # Python takes days off the time on the wall, not off the moment: the same hour, also over a change of the clock.
    return as_utc(to_local(starts_at) - DAYS_BEFORE[kind])
