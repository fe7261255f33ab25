"""All that a message can tell of: the notice and what it is about, as the database has it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlmodel import Session, col

from knowledge.doors.unlinking import telegram_of
from knowledge.seat.looking import place_of
from knowledge.seat.runs import next_runs
from knowledge.tables import Conversation, Enrolment, Learner, Notice, Offering
from knowledge.telling.wishes import Way


@dataclass(frozen=True)
class Story:
    """One notice with everything around it.

    Attributes:
        conversation: the talk that the learner was in last; None when there is none left.
        on_website: whether that talk has ever been on the website, so that a message put in it can be read there.
        present_at: when the open page of that talk last asked for messages, UTC.
        chat: their chat on Telegram that takes messages we send of our own accord; None when there is none.
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
    on_website: bool = True
    chat: int | None = None


def story_of(session: Session, notice: Notice, now: datetime) -> Story:
    """The story of a notice, whose learner and enrolment are still there."""
    enrolment = session.get_one(Enrolment, notice.enrolment_id)
    offering = session.get_one(Offering, enrolment.offering_id)
    talk = session.scalars(
        select(Conversation)
        .where(col(Conversation.learner_id) == notice.learner_id, col(Conversation.continued_as).is_(None))
        .order_by(col(Conversation.seen_at).desc(), col(Conversation.id))
        .limit(1)
    ).first()
    chat = telegram_of(session, learner_id=notice.learner_id)
    return Story(
        notice=notice,
        learner=session.get_one(Learner, notice.learner_id),
        enrolment=enrolment,
        offering=offering,
        conversation=talk.id if talk else None,
        on_website=talk is not None and _is_on_website(session, talk),
        present_at=talk.present_at if talk else None,
        chat=chat.chat_id if chat else None,
        position=place_of(session, enrolment),
        runs=next_runs(session, offering, now),
    )


def _is_on_website(session: Session, talk: Conversation) -> bool:
    """Whether this talk, or one that became part of it, is one of the website."""
    if talk.channel != Way.TELEGRAM:
        return True
    part = exists().where(col(Conversation.continued_as) == talk.id, col(Conversation.channel) != Way.TELEGRAM)
    return bool(session.scalar(select(part)))
