"""What falls together with what: sessions that somebody chooses, and what they have already."""

from __future__ import annotations

from collections.abc import Sequence

from actions.seats import my_seats
from actions.talk import Talk
from knowledge.catalogue.snapshot import Session, session_of
from knowledge.clock import say_short
from knowledge.seat.choosing import clashes
from knowledge.vocabulary import EnrolmentState

HAVE = {
    EnrolmentState.WAITING: "waar je voor op de wachtlijst staat",
    EnrolmentState.OFFERED: "waar een plek voor je wordt vastgehouden",
}
"""What is said of something that somebody has, when that is not simply a seat."""

MOST_NAMED = 3

Clash = tuple[Session, str]
"""A session, and what it falls together with, in words."""


def clashes_of(talk: Talk, sessions: Sequence[Session], *, but: str = "") -> list[Clash]:
    """The sessions that overlap something that the person has (``but`` one offering), or one that comes before it."""
    chosen = {session.id for session in sessions}
    mine = [seat for seat in my_seats(talk) if seat.offering.id not in chosen | {but}]
    found: list[Clash] = []
    for at, session in enumerate(sessions):
        seat = next((seat for seat in mine if _overlap(session, session_of(seat.offering))), None)
        before = next((one for one in sessions[:at] if _overlap(session, one)), None)
        if seat:
            have = HAVE.get(EnrolmentState(seat.enrolment.state), "waar je al een plek voor hebt")
            found.append((session, f"{_name(talk, session_of(seat.offering))}, {have}"))
        elif before:
            found.append((session, _name(talk, before)))
    return found


def say_clashes(talk: Talk, sessions: Sequence[Session], *, but: str = "") -> str:
    """``Let op: … valt samen met …`` as a paragraph of its own; empty when nothing does."""
    found = clashes_of(talk, sessions, but=but)
    if not found:
        return ""
    said = [f"{_name(talk, session)} ({_when(session)}) valt samen met {what}" for session, what in found[:MOST_NAMED]]
    more = f"; en zo nog {len(found) - MOST_NAMED}" if len(found) > MOST_NAMED else ""
    return f"Let op: {'; '.join(said)}{more}.\n\n"


def _overlap(one: Session, other: Session) -> bool:
    return bool(other.starts_at and other.ends_at and clashes(one, [(other.starts_at, other.ends_at)]))


def _name(talk: Talk, session: Session) -> str:
    module = talk.catalogue.modules.get(session.module)
    return module.name if module else session.module


def _when(session: Session) -> str:
    return say_short(session.starts_at) if session.starts_at else ""
