"""The codes that make two doors one: made in one talk, typed in the other, good once and for ten minutes.

Who has the code of a talk comes into it, so only its hash is kept, a wrong one says nothing about why it is wrong,
and only a few can be tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from sqlalchemy import Engine, delete, func, select
from sqlmodel import Session, col

from knowledge.database import writing
from knowledge.doors.code_words import bare, draw_code, read_code
from knowledge.doors.joining import Joined, join
from knowledge.doors.talks import locked_family, locked_talk, talk_of
from knowledge.errors import CodeRefused, UnknownThing
from knowledge.tables import Conversation, Learner, LinkCode, LinkTry

__all__ = ["MOST_TRIES", "TRIES_IN", "VALID", "Offered", "look_at_code", "make_code", "read_code", "use_code"]

VALID = timedelta(minutes=10)
MOST_TRIES = 5
TRIES_IN = timedelta(hours=1)
"""So many wrong codes are taken in a talk in this time."""

Why = Literal["unknown", "own", "too many"]


@dataclass(frozen=True)
class Offered:
    """What using a code would do.

    Attributes:
        channel: where the other talk began: ``"website"`` or ``"telegram"``.
        valid_until: UTC.
        two_people: whether the talks know different names or addresses, so that somebody may take over by mistake
            (or be made to) what is not theirs.
    """

    channel: str
    valid_until: datetime
    two_people: bool


def make_code(engine: Engine, conversation_id: str, now: datetime) -> str:
    """A new code that leads to a talk, such as ``K7MP-2X9Q``; older ones of the talk end.

    Raises:
        UnknownThing: for a conversation that does not exist.
    """
    with writing(engine) as session:
        talk = _locked(session, conversation_id)
        session.execute(delete(LinkCode).where(col(LinkCode.conversation_id) == talk.id))
        while session.get(LinkCode, _digest(code := draw_code())) is not None:
            pass
        session.add(
            LinkCode(digest=_digest(code), conversation_id=talk.id, made_at=now, valid_until=now + VALID),
        )
        return code


def look_at_code(engine: Engine, conversation_id: str, code: str, now: datetime) -> Offered:
    """What a code would do, without using it. A wrong one counts as a try.

    Raises:
        CodeRefused: when it does nothing here.
        UnknownThing: for a conversation that does not exist.
    """
    with writing(engine) as session:
        talk = _locked(session, conversation_id)
        row = session.get(LinkCode, _digest(code))
        if (why := _why_not(session, talk, row, now)) is None and row is not None:
            other = session.get_one(Conversation, row.conversation_id)
            return Offered(other.channel, row.valid_until, _two_people(session, talk, other))
    raise CodeRefused(why or "unknown")


def use_code(engine: Engine, conversation_id: str, code: str, now: datetime) -> Joined:
    """Makes the talk in which a code was typed and the talk of the code one; a code works once.

    Raises:
        CodeRefused: when it does nothing here.
        UnknownThing: for a conversation that does not exist.
    """
    with writing(engine) as session:
        seen = session.get(LinkCode, _digest(code))
        locked_family(session, conversation_id, *([seen.conversation_id] if seen else []))
        talk = _talk(session, conversation_id)
        row = _locked_code(session, code)
        if (why := _why_not(session, talk, row, now)) is None and row is not None:
            _used(session, row, now)
            return join(session, talk.id, row.conversation_id, now)
    raise CodeRefused(why or "unknown")


def _digest(code: str) -> str:
    return sha256(bare(code).encode()).hexdigest()


def _locked_code(session: Session, code: str) -> LinkCode | None:
    """A code as it is now: when two use it at a time, the second sees that it was used."""
    return session.get(LinkCode, _digest(code), with_for_update=True, populate_existing=True)


def _used(session: Session, row: LinkCode, now: datetime) -> None:
    row.used_at = now
    session.add(row)
    session.flush()


def _locked(session: Session, conversation_id: str) -> Conversation:
    talk = locked_talk(session, conversation_id)
    if talk is None:
        raise UnknownThing("conversation", conversation_id)
    return talk


def _talk(session: Session, conversation_id: str) -> Conversation:
    talk = talk_of(session, conversation_id)
    if talk is None:
        raise UnknownThing("conversation", conversation_id)
    return talk


def _why_not(session: Session, talk: Conversation, row: LinkCode | None, now: datetime) -> Why | None:
    """Why a code does nothing in a locked talk; a wrong one is noted."""
    mine = col(LinkTry.conversation_id) == talk.id
    session.execute(delete(LinkTry).where(mine, col(LinkTry.tried_at) <= now - TRIES_IN))
    if (session.scalar(select(func.count()).where(mine)) or 0) >= MOST_TRIES:
        return "too many"
    if row is None or row.used_at is not None or row.valid_until <= now:
        session.add(LinkTry(conversation_id=talk.id, tried_at=now))
        return "unknown"
    return "own" if row.conversation_id == talk.id else None


def _two_people(session: Session, one: Conversation, other: Conversation) -> bool:
    learners = [session.get(Learner, talk.learner_id) for talk in (one, other) if talk.learner_id]
    names = {learner.name.casefold() for learner in learners if learner and learner.name}
    addresses = {learner.email.casefold() for learner in learners if learner and learner.email}
    return len(names) > 1 or len(addresses) > 1
