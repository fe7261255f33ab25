"""The messages that are due, and how one process at a time takes, sends and signs them off.

A claim is a lease: it is taken in a transaction of its own before anything leaves the house. Who dies in between
lets it run out, and the message goes again, with the same Message-ID; only the instant between a way's yes and
``sent`` can double one. On PostgreSQL others pass over what is being claimed (``SKIP LOCKED``); SQLite has one
writer anyhow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select
from sqlmodel import Session, col

from knowledge.clock import to_local
from knowledge.database import reading, writing
from knowledge.tables import Learner, Notice
from knowledge.telling.notices import wishes_of
from knowledge.telling.quiet import may_go, next_allowed
from knowledge.telling.story import Story, story_of
from knowledge.telling.truth import why_not
from knowledge.telling.wishes import Way, quiet_hours
from knowledge.vocabulary import NoticeState

LEASE = timedelta(minutes=5)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
MOST_ATTEMPTS = 15
"""Tries of a message before it is given up; with the pauses in between some ten hours."""

AfterSending = Callable[[Session], None]


@dataclass(frozen=True)
class Claim:
    """A message that only we send until ``until``."""

    story: Story
    until: datetime


def claim(engine: Engine, now: datetime, most: int, lease: timedelta = LEASE) -> list[Claim]:
    """Takes up to ``most`` due messages, the longest due first. What is no longer true is dropped on the way."""
    until = now + lease
    with writing(engine) as session:
        rows = session.scalars(
            select(Notice)
            .where(
                col(Notice.state) == NoticeState.DUE,
                col(Notice.due_at) <= now,
                col(Notice.claimed_until).is_(None) | (col(Notice.claimed_until) <= now),
            )
            .order_by(col(Notice.due_at), col(Notice.id))
            .limit(most)
            .with_for_update(skip_locked=True)
        ).all()
        return [Claim(story_of(session, row, now), until) for row in rows if _is_taken(session, row, now, until)]


def _is_taken(session: Session, notice: Notice, now: datetime, until: datetime) -> bool:
    """Whether it goes out now; else it was dropped, or put off until the quiet is over."""
    session.add(notice)
    why = why_not(session, notice, now)
    if why:
        notice.state, notice.why = NoticeState.DROPPED, why
        return False
    wishes = wishes_of(session.get_one(Learner, notice.learner_id))
    day = to_local(notice.starts_at).date() if notice.starts_at else None
    if not notice.urgent and not may_go(now, wishes, day):
        notice.due_at = next_allowed(now, wishes, day)
        return False
    notice.claimed_until, notice.attempts = until, notice.attempts + 1
    notice.quiet = "-".join(f"{edge:%H:%M}" for edge in quiet_hours(wishes))
    session.flush()
    return True


def is_still_mine(engine: Engine, claimed: Claim, now: datetime) -> bool:
    """Whether a claim still holds and the message is still true, looked at just before it is sent."""
    if now >= claimed.until:
        return False
    with reading(engine) as session:
        notice = session.get(Notice, claimed.story.notice.id)
        if notice is None or not _is_ours(notice, claimed):
            return False
        return not why_not(session, notice, now)


def _is_ours(notice: Notice, claimed: Claim) -> bool:
    """Whether nobody took it over after our lease ran out."""
    return notice.state == NoticeState.DUE and notice.claimed_until == claimed.until


def sent(engine: Engine, claimed: Claim, way: Way, now: datetime, also: AfterSending | None = None) -> bool:
    """Signs a message off as sent by a way; what must be true together with that is done by ``also``.

    Returns:
        False when it is gone or was signed off already; then ``also`` is not done.
    """
    with writing(engine) as session:
        notice = session.get(Notice, claimed.story.notice.id, with_for_update=True)
        if notice is None or notice.state != NoticeState.DUE:
            return False
        notice.state, notice.way, notice.sent_at, notice.claimed_until = NoticeState.SENT, way.value, now, None
        session.add(notice)
        session.flush()
        if also is not None:
            also(session)
        return True


def refused(engine: Engine, claimed: Claim, way: Way, why: str, now: datetime, *, address: bool) -> None:
    """Notes that a way refuses this message for good; an ``address`` that is refused isn't tried again."""
    with writing(engine) as session:
        learner = session.get(Learner, claimed.story.learner.id, with_for_update=True)
        notice = session.get(Notice, claimed.story.notice.id, with_for_update=True)
        if notice is None or learner is None:
            return
        notice.refusals = [*notice.refusals, {"way": way.value, "at": now.isoformat(), "why": why}]
        if way == Way.EMAIL and address:
            learner.email_refused = claimed.story.learner.email
        session.add_all([notice, learner])


@contextmanager
def _ours(engine: Engine, claimed: Claim) -> Iterator[Notice | None]:
    """The message of a claim, locked, to be changed; None when it is gone, or no longer ours."""
    with writing(engine) as session:
        notice = session.get(Notice, claimed.story.notice.id, with_for_update=True)
        yield notice if notice is not None and _is_ours(notice, claimed) else None


def put_off(engine: Engine, claimed: Claim, why: str, now: datetime) -> None:
    """Tries again later, each time after a longer pause; after many times it is given up."""
    with _ours(engine, claimed) as notice:
        if notice is None:
            return
        notice.claimed_until, notice.why = None, why
        if notice.attempts >= MOST_ATTEMPTS:
            notice.state = NoticeState.FAILED
        else:
            notice.due_at = now + min(FIRST_PAUSE * 2 ** (notice.attempts - 1), LONGEST_PAUSE)


def give_up(engine: Engine, claimed: Claim, why: str) -> None:
    """No way reaches this person."""
    with _ours(engine, claimed) as notice:
        if notice is not None:
            notice.claimed_until, notice.state, notice.why = None, NoticeState.FAILED, why


def waiting(engine: Engine, now: datetime) -> int:
    """How many messages are due and not sent yet."""
    with reading(engine) as session:
        count = select(func.count()).where(col(Notice.state) == NoticeState.DUE, col(Notice.due_at) <= now)
        return session.scalar(count) or 0


def let_go(engine: Engine, claimed: Claim) -> None:
    """Gives a claim back without having tried."""
    with _ours(engine, claimed) as notice:
        if notice is not None:
            notice.claimed_until = None
            notice.attempts -= 1
