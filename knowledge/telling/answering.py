"""Messages that ask something and wait for an answer: which are open, and that one was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, exists, select, update
from sqlmodel import Session, col

from knowledge.database import reading, writing
from knowledge.seat.enrolling import last_why
from knowledge.seat.giving import LAPSED, is_given_out
from knowledge.seat.runs import next_runs
from knowledge.tables import Enrolment, Notice, Offering
from knowledge.telling.truth import TRUE_IN
from knowledge.vocabulary import LIVE, REMINDERS, EnrolmentState, NoticeKind, NoticeState

WITH_OTHER_DATES = (NoticeKind.NO_GO, NoticeKind.WITHDRAWN, NoticeKind.LAPSED, NoticeKind.LIST_CLOSED)
"""What tells that a seat is gone, and asks whether another date will do."""

ASKS = (
    *(NoticeKind.OFFER, NoticeKind.FIRST_COME, NoticeKind.CHANGED, *REMINDERS),
    *(NoticeKind.AFTERWARDS, NoticeKind.NUDGE, *WITH_OTHER_DATES),
)
"""The messages that ask something."""

OPEN_FOR = timedelta(days=3)
"""So long a message waits for its answer, when nothing else ends that."""


@dataclass(frozen=True)
class Asked:
    """A message that was sent, with the enrolment that it asks about."""

    notice: Notice
    enrolment: Enrolment
    offering: Offering


def open_notice(engine: Engine, learner_id: str, now: datetime) -> Notice | None:
    """The newest message sent to a learner that asks something and is not answered yet."""
    return next((asked.notice for asked in open_notices(engine, learner_id, now)), None)


def open_notices(engine: Engine, learner_id: str, now: datetime) -> list[Asked]:
    """All of these, the newest first.

    A reminder and a first come are open until the start, an offer as long as it is held; what comes after that is
    open for three days. An offer that ran out is open for as long, so that a late yes is told that it ran out.
    """
    with reading(engine) as session:
        rows = session.execute(
            select(Notice, Enrolment, Offering)
            .join(Enrolment, col(Enrolment.id) == col(Notice.enrolment_id))
            .join(Offering, col(Offering.id) == col(Enrolment.offering_id))
            .where(
                col(Notice.learner_id) == learner_id,
                col(Notice.state) == NoticeState.SENT,
                col(Notice.kind).in_(ASKS),
                col(Notice.answered_at).is_(None),
            )
            .order_by(col(Notice.sent_at).desc(), col(Notice.id).desc())
        ).all()
        found = [Asked(notice, enrolment, offering) for notice, enrolment, offering in rows]
        return [asked for asked in found if _is_open(session, asked, now)]


def asked_by(engine: Engine, learner_id: str, notice_id: int) -> Asked | None:
    """The message of this number that was sent to a learner, open or not; None when it is none of theirs."""
    with reading(engine) as session:
        notice = session.get(Notice, notice_id)
        if notice is None or notice.learner_id != learner_id or notice.state != NoticeState.SENT:
            return None
        enrolment = session.get_one(Enrolment, notice.enrolment_id)
        return Asked(notice, enrolment, session.get_one(Offering, enrolment.offering_id))


def _is_open(session: Session, asked: Asked, now: datetime) -> bool:
    notice, enrolment, offering = asked.notice, asked.enrolment, asked.offering
    fresh = notice.sent_at is not None and notice.sent_at > now - OPEN_FOR
    if notice.kind == NoticeKind.OFFER:
        return enrolment.state == EnrolmentState.OFFERED or (fresh and last_why(session, enrolment) == LAPSED)
    if enrolment.state not in TRUE_IN[notice.kind]:
        return False
    if notice.kind in (*REMINDERS, NoticeKind.FIRST_COME):
        return offering.starts_at is None or offering.starts_at > now
    if notice.kind == NoticeKind.CHANGED:
        return fresh and (offering.starts_at is None or offering.starts_at > now)
    if notice.kind in WITH_OTHER_DATES:
        return fresh and _can_go_elsewhere(session, asked, now)
    return fresh


def _can_go_elsewhere(session: Session, asked: Asked, now: datetime) -> bool:
    """Whether there is another date, or the list to go back to, and they have nothing on this module yet."""
    offering = asked.offering
    query = exists().where(
        col(Enrolment.learner_id) == asked.enrolment.learner_id,
        col(Enrolment.state).in_(LIVE),
        col(Enrolment.offering_id) == col(Offering.id),
        col(Offering.module_id) == offering.module_id,
    )
    if session.scalar(select(query)):
        return False
    back = asked.notice.kind == NoticeKind.LAPSED and is_given_out(offering, now)
    return back or bool(next_runs(session, offering, now))


def answered(engine: Engine, notice_id: int, now: datetime) -> None:
    """Notes that a message has its answer; the first answer counts."""
    with writing(engine) as session:
        session.execute(
            update(Notice).where(col(Notice.id) == notice_id, col(Notice.answered_at).is_(None)).values(answered_at=now)
        )


def answered_about(engine: Engine, learner_id: str, offering_id: str, now: datetime) -> None:
    """Notes that everything that was asked about this enrolment has its answer, by whichever button or words."""
    mine = select(col(Enrolment.id)).where(
        col(Enrolment.learner_id) == learner_id, col(Enrolment.offering_id) == offering_id
    )
    with writing(engine) as session:
        session.execute(
            update(Notice)
            .where(
                col(Notice.enrolment_id).in_(mine),
                col(Notice.kind).in_(ASKS),
                col(Notice.state) == NoticeState.SENT,
                col(Notice.answered_at).is_(None),
            )
            .values(answered_at=now)
        )
