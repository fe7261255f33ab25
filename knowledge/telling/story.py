"""All that a message can tell of: the notice and what it is about, as the database has it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.seat.looking import place_of
from knowledge.seat.runs import next_runs
from knowledge.tables import Conversation, Enrolment, Learner, Notice, Offering


@dataclass(frozen=True)
class Story:
    """One notice with everything around it.

    Attributes:
        conversation: the talk that the learner was in last; None when there is none left.
        present_at: when the open page of that talk last asked for messages, UTC.
        position: the place in line, from 1, of who waits; else None.
        runs: other dates of the same module on which somebody can still enrol, the best first; at most three.
    """

    notice: Notice
    learner: Learner
    enrolment: Enrolment
    offering: Offering
    conversation: str | None
    present_at: datetime | None
    position: int | None
    runs: Sequence[Offering]


def story_of(session: Session, notice: Notice, now: datetime) -> Story:
    """The story of a notice, whose learner and enrolment are still there."""
    enrolment = session.get_one(Enrolment, notice.enrolment_id)
    offering = session.get_one(Offering, enrolment.offering_id)
    talk = session.scalars(
        select(Conversation)
        .where(col(Conversation.learner_id) == notice.learner_id)
        .order_by(col(Conversation.seen_at).desc(), col(Conversation.id))
        .limit(1)
    ).first()
    return Story(
        notice=notice,
        learner=session.get_one(Learner, notice.learner_id),
        enrolment=enrolment,
        offering=offering,
        conversation=talk.id if talk else None,
        present_at=talk.present_at if talk else None,
        position=place_of(session, enrolment),
        runs=next_runs(session, offering, now),
    )
