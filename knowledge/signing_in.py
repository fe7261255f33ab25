"""Signing in without a password: who can read the mail of an address is the person of that address.

A link is good for a quarter of an hour and opens once; a browser stays signed in for 30 days. Both are secrets of 256
bits that only the mail or the browser has: here lie their digests. An address gets at most three mails an hour. What
it asks for is answered alike whether the address is known or not; only a mail tells the difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import Engine, delete, func, select
from sqlmodel import Session, col

from knowledge.database import reading, writing
from knowledge.tables import Enrolment, Learner, SignInLink, WebSession

LINK_HOLDS = timedelta(minutes=15)
SESSION_HOLDS = timedelta(days=30)
HOUR = timedelta(hours=1)
MOST_MAILS = 3
"""Mails to one address in an hour."""

MOST_LEARNERS = 4
"""Links in one mail: somebody who began anew in another browser is a second learner with the same address."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


@dataclass(frozen=True)
class NewLink:
    """A link that is to be mailed: its secret, and what it opens.

    ``name`` and ``address`` are as the person gave them; ``enrolments`` counts all they ever had.
    """

    secret: str
    learner_id: str
    name: str | None
    address: str
    enrolments: int
    known_since: datetime


@dataclass(frozen=True)
class SignedIn:
    """Somebody in a browser of theirs."""

    learner_id: str
    name: str | None
    address: str
    until: datetime


def ask_links(engine: Engine, address: str, now: datetime) -> list[NewLink]:
    """New links for everybody with this address, newest person first.

    None for an address that nobody has, and when this one got three mails in the hour before.
    """
    if not _learners(engine, address):
        return []
    with writing(engine) as session:
        _tidy(session, now)
        learners = _with_address(session, address, lock=True)[:MOST_LEARNERS]
        if not learners or _mails_within(session, [one.id for one in learners], now - HOUR) >= MOST_MAILS:
            return []
        return [_new_link(session, learner, now) for learner in learners]


def link_opens(engine: Engine, secret: str, now: datetime) -> bool:
    """Whether a link would let somebody in now. Changes nothing."""
    with reading(engine) as session:
        return _open_link(session, secret, now) is not None


def use_link(engine: Engine, secret: str, now: datetime) -> str | None:
    """Signs somebody in by a link, once: the secret of their new session. None when the link is no good (any more)."""
    with writing(engine) as session:
        link = _open_link(session, secret, now, lock=True)
        learner = session.get(Learner, link.learner_id) if link else None
        if link is None or learner is None or not learner.email:
            return None
        link.used_at = now
        made = token_urlsafe(32)
        session.add(
            WebSession(
                digest=digest(made),
                learner_id=learner.id,
                address=_address_digest(learner.email),
                made_at=now,
                seen_at=now,
                valid_until=now + SESSION_HOLDS,
            )
        )
        return made


def who_is(engine: Engine, secret: str | None, now: datetime) -> SignedIn | None:
    """Who is signed in with this secret; nobody once it is over, or when they have another address by now."""
    if not secret or not _SECRET.fullmatch(secret):
        return None
    with reading(engine) as session:
        found = session.get(WebSession, digest(secret))
        learner = session.get(Learner, found.learner_id) if found else None
    if found is None or learner is None or not learner.email or found.valid_until <= now:
        return None
    if found.address != _address_digest(learner.email):
        return None
    if now - found.seen_at >= HOUR:
        _note_seen(engine, found.digest, now)
    return SignedIn(learner.id, learner.name, learner.email, found.valid_until)


def sign_out(engine: Engine, secret: str) -> None:
    """Ends this session; nothing happens when there is none."""
    with writing(engine) as session:
        session.execute(delete(WebSession).where(col(WebSession.digest) == digest(secret)))


def sign_out_everywhere(engine: Engine, learner_id: str) -> int:
    """Ends every session of a person, and the links that were not used yet; gives how many sessions ended."""
    with writing(engine) as session:
        session.execute(delete(SignInLink).where(col(SignInLink.learner_id) == learner_id))
        ended = session.scalars(select(WebSession).where(col(WebSession.learner_id) == learner_id)).all()
        for one in ended:
            session.delete(one)
        return len(ended)


def sessions_of(engine: Engine, learner_id: str, now: datetime) -> int:
    """In how many browsers somebody is signed in."""
    with reading(engine) as session:
        return session.scalar(
            select(func.count())
            .select_from(WebSession)
            .where(col(WebSession.learner_id) == learner_id, col(WebSession.valid_until) > now)
        ) or 0  # fmt: skip


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def _address_digest(address: str) -> str:
    return digest(f"address:{address.casefold()}")


def _learners(engine: Engine, address: str) -> Sequence[Learner]:
    with reading(engine) as session:
        return _with_address(session, address)


def _with_address(session: Session, address: str, *, lock: bool = False) -> list[Learner]:
    """Who has this address and agreed that we keep it, the newest first; capitals make no difference."""
    query = (
        select(Learner)
        .where(func.lower(col(Learner.email)) == address.lower(), col(Learner.consent_at).is_not(None))
        .order_by(col(Learner.created_at).desc(), col(Learner.id))
    )
    return list(session.scalars(query.with_for_update() if lock else query))


def _mails_within(session: Session, learners: Sequence[str], since: datetime) -> int:
    """How many mails went to these people: each mail had one link for a person."""
    made = session.execute(
        select(func.count())
        .where(col(SignInLink.learner_id).in_(learners), col(SignInLink.made_at) > since)
        .group_by(col(SignInLink.learner_id))
    )
    return max((count for (count,) in made), default=0)


def _new_link(session: Session, learner: Learner, now: datetime) -> NewLink:
    secret = token_urlsafe(32)
    session.add(SignInLink(digest=digest(secret), learner_id=learner.id, made_at=now, valid_until=now + LINK_HOLDS))
    mine = select(func.count()).select_from(Enrolment).where(col(Enrolment.learner_id) == learner.id)
    count = session.scalar(mine) or 0
    return NewLink(secret, learner.id, learner.name, learner.email or "", count, learner.created_at)


def _open_link(session: Session, secret: str, now: datetime, *, lock: bool = False) -> SignInLink | None:
    if not _SECRET.fullmatch(secret):
        return None
    link = session.get(SignInLink, digest(secret), with_for_update=lock)
    return link if link and link.used_at is None and link.valid_until > now else None


def _note_seen(engine: Engine, session_digest: str, now: datetime) -> None:
    with writing(engine) as session:
        if found := session.get(WebSession, session_digest):
            found.seen_at = now


def _tidy(session: Session, now: datetime) -> None:
    """Takes away what is over; links stay an hour longer, as they count for the next mail."""
    session.execute(delete(SignInLink).where(col(SignInLink.valid_until) <= now - HOUR))
    session.execute(delete(WebSession).where(col(WebSession.valid_until) <= now))
