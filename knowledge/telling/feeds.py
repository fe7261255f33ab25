"""The secret in the address of somebody's calendar feed: who has it sees their stations, and nothing else."""

from __future__ import annotations

import re
from secrets import token_urlsafe

from sqlalchemy import Engine, select
from sqlmodel import Session, col

from knowledge.database import reading, writing
from knowledge.errors import UnknownThing
from knowledge.tables import Learner

_KEY = re.compile(r"[A-Za-z0-9_-]{32}", re.ASCII)


def calendar_key(engine: Engine, learner_id: str) -> str:
    """The key of a learner, 192 bits in 32 signs; made when there is none. Raises UnknownThing."""
    with reading(engine) as session:
        learner = session.get(Learner, learner_id)
        if learner is not None and learner.calendar_key:
            return learner.calendar_key
    with writing(engine) as session:
        learner = _held(session, learner_id)
        learner.calendar_key = learner.calendar_key or token_urlsafe(24)
        return learner.calendar_key


def renew_calendar_key(engine: Engine, learner_id: str) -> str:
    """A new key; the address with the old one leads nowhere from now on. Raises UnknownThing."""
    with writing(engine) as session:
        learner = _held(session, learner_id)
        learner.calendar_key = token_urlsafe(24)
        return learner.calendar_key


def learner_of_key(engine: Engine, key: str) -> str | None:
    """Whose key it is; None when it is nobody's."""
    if not _KEY.fullmatch(key):
        return None
    with reading(engine) as session:
        return session.scalar(select(col(Learner.id)).where(col(Learner.calendar_key) == key))


def _held(session: Session, learner_id: str) -> Learner:
    """The learner's row, kept from others until the end of the transaction."""
    learner = session.get(Learner, learner_id, with_for_update=True)
    if learner is None:
        raise UnknownThing("learner", learner_id)
    return learner
