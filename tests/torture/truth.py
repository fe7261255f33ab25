"""Whether what people were told of their seats is what the database says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from knowledge.tables import Conversation, Enrolment, EnrolmentChange, Learner
from knowledge.vocabulary import LIVE
from tests.torture.line import Talked, Told
from tests.torture.person import DOMAIN

SLACK = timedelta(seconds=12)
"""A change bears the moment at which its maker looked at the clock; after that it may wait for the database, and for
the turn before it."""


def untrue(session: Session, talked: Sequence[Talked]) -> list[str]:
    """Who was told of a state that their seat did not have then, and how it has changed since."""
    learner_of = _learners(session)
    changes = _changes(session)
    faults = []
    for one in talked:
        learner = learner_of.get(one.conversation or "", "")
        for told in one.told:
            rows = changes.get((learner, told.offering), [])
            if not _was_so(rows, told):
                had = [f"{row.after} at {row.at:%H:%M:%S}" for row in rows] or ["nothing"]
                faults.append(
                    f"{one.name}, {told.offering}: told {told.state} at {told.read_at:%H:%M:%S}, had {', '.join(had)}"
                )
    return faults


def enrolled_twice(session: Session) -> list[str]:
    """Who talked and counts on two offerings; each of them asked for one."""
    rows = session.execute(
        select(col(Learner.email), func.count())
        .join(Enrolment, col(Enrolment.learner_id) == col(Learner.id))
        .where(col(Enrolment.state).in_(LIVE))
        .group_by(col(Learner.id), col(Learner.email))
        .having(func.count() > 1)
        .order_by(col(Learner.email))
    )
    return [f"{email}: {count} enrolments" for email, count in rows]


def learners(session: Session, talked: Sequence[Talked]) -> tuple[int, list[str]]:
    """How many learners the talks have, and which talks have another's or none though they were told of a seat."""
    learner_of = _learners(session)
    mine = {learner_of[one.conversation] for one in talked if one.conversation in learner_of}
    return len(mine), list(_wrong_learners(session, talked, learner_of))


def _wrong_learners(session: Session, talked: Sequence[Talked], learner_of: dict[str, str]) -> Iterator[str]:
    for one in talked:
        mine = learner_of.get(one.conversation or "")
        named = list(session.scalars(select(col(Learner.id)).where(col(Learner.email) == f"{one.name}@{DOMAIN}")))
        if one.told and named != [mine]:
            yield f"{one.name}: the talk is with {mine}, the address with {named}"
    has_talk = select(col(Conversation.learner_id)).where(col(Conversation.learner_id).is_not(None))
    yield from (
        f"learner {id} has no talk"
        for id in session.scalars(select(col(Learner.id)).where(col(Learner.id).not_in(has_talk)))
    )


def _was_so(rows: Sequence[EnrolmentChange], told: Told) -> bool:
    """Whether the state held at some moment between asking and reading."""
    ends = [*(row.at for row in rows[1:]), told.read_at]
    return any(
        row.after == told.state and row.at <= told.read_at and end >= told.asked_at - SLACK
        for row, end in zip(rows, ends, strict=False)
    )


def _learners(session: Session) -> dict[str, str]:
    """The learner of each conversation that has one."""
    rows = session.execute(select(col(Conversation.id), col(Conversation.learner_id)))
    return {id: learner for id, learner in rows if learner is not None}


def _changes(session: Session) -> dict[tuple[str, str], list[EnrolmentChange]]:
    """The changes of every enrolment in their order, by learner and offering."""
    rows = session.execute(
        select(col(Enrolment.learner_id), col(Enrolment.offering_id), EnrolmentChange)
        .join(EnrolmentChange, col(EnrolmentChange.enrolment_id) == col(Enrolment.id))
        .order_by(col(EnrolmentChange.id))
    )
    found = defaultdict(list)
    for learner, offering, change in rows:
        found[learner, offering].append(change)
    return found
