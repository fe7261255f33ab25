"""Which of the dates that are shown suits somebody best, as they would see at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.vocabulary import Attendance

FAR = 70.0
"""Kilometres as the crow flies that nobody drives for an evening."""


@dataclass(frozen=True)
class Suits:
    """One date: its number among those shown, and how many kilometres away it is."""

    number: int
    away: float


def best_dates(profile: Profile, catalogue: Catalogue, ids: Sequence[str]) -> list[Suits]:
    """The dates with these ids, best first: near enough, then at a time that suits, then nearer."""
    sessions = {session.id: session for session in catalogue.sessions}
    shown = [(number, sessions[id]) for number, id in enumerate(ids) if id in sessions]
    away = {number: _away(profile, catalogue, session) for number, session in shown}
    order = sorted(shown, key=lambda one: (away[one[0]] > FAR, not _in_time(profile, one[1]), away[one[0]]))
    return [Suits(number, away[number]) for number, _ in order]


def _away(profile: Profile, catalogue: Catalogue, session: Session) -> float:
    if session.online or session.town is None or profile.place is None or profile.attendance == Attendance.ONLINE:
        return 0.0
    return catalogue.kilometres(profile.place, session.town)


def _in_time(profile: Profile, session: Session) -> bool:
    return not profile.dayparts or session.daypart is None or session.daypart in profile.dayparts
