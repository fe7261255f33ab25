"""Which sessions to show to somebody, and which to take for a whole line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from knowledge.advice.profile import Profile
from knowledge.catalogue.content import Line
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.clock import to_local
from knowledge.vocabulary import Attendance

Period = tuple[datetime, datetime]
Days = tuple[date, date]
"""The first and the last of some days."""


def open_sessions(catalogue: Catalogue, module: str, now: datetime) -> list[Session]:
    """The sessions of a module that have not begun, earliest first, own pace last."""
    return [s for s in catalogue.sessions_of.get(module, []) if s.starts_at is None or s.starts_at > now]


def sessions_to_show(
    catalogue: Catalogue,
    module: str,
    profile: Profile,
    now: datetime,
    *,
    full: Collection[str] = (),
    within: Days | None = None,
    without: Collection[str] = (),
    most: int = 4,
) -> list[Session]:
    """The sessions that suit somebody best, in order of date; only those ``within`` some days, when there are any,
    and none in the towns ``without``, unless there is nothing else.

    What meets more of the wishes comes before what meets fewer, a free seat before a full one, and the
    nearest town before others; what is left out is only what suits less.
    """
    found = open_sessions(catalogue, module, now)
    found = [s for s in found if within and is_within(s, within)] or found
    found = [s for s in found if s.town not in without] or found
    best = sorted(found, key=lambda s: (violations(catalogue, s, profile), s.id in full, _when(s)))[:most]
    return sorted(best, key=_when)


def sessions_for_line(
    catalogue: Catalogue,
    line: Line,
    profile: Profile,
    now: datetime,
    *,
    skip: Collection[str] = (),
    full: Collection[str] = (),
    taken: Sequence[Period] = (),
    clashing: bool = False,
) -> tuple[list[Session], list[str]]:
    """One session for each station, in the order of the line and without two at one time.

    With ``clashing`` a station that has none at a free time gets one that overlaps something else.

    Returns:
        the sessions, and the modules for which there is none; ``skip`` are modules left out on purpose.
    """
    chosen: list[Session] = []
    missing: list[str] = []
    busy = list(taken)
    after = now
    for station in line.stations:
        if station.module in skip:
            continue
        with_seat = [s for s in open_sessions(catalogue, station.module, now) if s.id not in full]
        possible = [s for s in with_seat if not clashes(s, busy)] or (with_seat if clashing else [])
        later = [s for s in possible if s.starts_at is None or s.starts_at >= after] or possible
        if not later:
            missing.append(station.module)
            continue
        session = min(later, key=lambda s: (violations(catalogue, s, profile), _when(s)))
        chosen.append(session)
        if session.starts_at and session.ends_at:
            busy.append((session.starts_at, session.ends_at))
            after = session.ends_at
    return chosen, missing


def violations(catalogue: Catalogue, session: Session, profile: Profile) -> float:
    """How badly a session misses somebody's wishes; 0 when it misses none. An hour's drive is 1."""
    if session.starts_at is None:
        return 0.0 if profile.attendance != Attendance.ON_SITE else 1.0
    missed = 0.0
    if profile.dayparts and session.daypart not in profile.dayparts:
        missed += 1
    if session.daypart in profile.not_dayparts or session.day in profile.not_days:
        missed += 2
    if profile.days and session.day not in profile.days:
        missed += 1
    if profile.attendance and (profile.attendance == Attendance.ONLINE) != session.online:
        missed += 1
    if profile.place and session.town and profile.attendance != Attendance.ONLINE:
        missed += catalogue.kilometres(profile.place, session.town) * 1.3 / 60
    return round(missed, 1)


def is_within(session: Session, days: Days) -> bool:
    """Whether a session begins on one of these days, in the Netherlands; one at one's own pace never does."""
    first, last = days
    return session.starts_at is not None and first <= to_local(session.starts_at).date() <= last


def clashes(session: Session, busy: Iterable[Period]) -> bool:
    """Whether a session overlaps one of these periods."""
    if session.starts_at is None or session.ends_at is None:
        return False
    return any(session.starts_at < end and start < session.ends_at for start, end in busy)


def _when(session: Session) -> tuple[bool, float, str]:
    return (
        session.starts_at is None,
        session.starts_at.timestamp() if session.starts_at else 0.0,
        session.id,
    )
