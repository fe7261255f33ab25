"""Promises about messages: none in quiet hours, and no reminder of a seat that was gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.audit.finding import GRACE, Finding
from knowledge.clock import to_local
from knowledge.tables import Enrolment, EnrolmentChange, Notice
from knowledge.telling.outbox import LEASE
from knowledge.telling.quiet import may_go
from knowledge.telling.wishes import ReminderWishes
from knowledge.vocabulary import REMINDERS, EnrolmentState, NoticeState


def messages(session: Session, now: datetime) -> list[Finding]:
    """Every broken promise about messages."""
    return [*_in_quiet_hours(session), *_of_a_seat_that_was_gone(session)]


def _in_quiet_hours(session: Session) -> Iterator[Finding]:
    """By the quiet hours that held for the person when it went; on the way out it may take as long as a lease."""
    rows = session.execute(
        select(col(Notice.id), col(Notice.sent_at), col(Notice.quiet), col(Notice.starts_at))
        .where(col(Notice.state) == NoticeState.SENT, ~col(Notice.urgent))
        .order_by(col(Notice.id))
        .execution_options(yield_per=1000)
    )
    for id, sent_at, quiet, starts_at in rows:
        if _was_quiet(sent_at, quiet, starts_at) and _was_quiet(sent_at - LEASE, quiet, starts_at):
            yield Finding("no message goes out in quiet hours", f"notice {id}: {to_local(sent_at):%Y-%m-%d %H:%M}")


def _was_quiet(at: datetime, quiet: str, starts_at: datetime | None) -> bool:
    start, end = (time.fromisoformat(edge) for edge in quiet.split("-"))
    wishes = ReminderWishes(quiet_from=start, quiet_until=end)
    return not may_go(at, wishes, to_local(starts_at).date() if starts_at else None)


def _of_a_seat_that_was_gone(session: Session) -> list[Finding]:
    """A seat can be given up while its reminder is on the way; longer before than that it must not have gone."""
    grace: timedelta = max(GRACE, LEASE)
    later = (
        select(col(EnrolmentChange.enrolment_id), col(EnrolmentChange.id), col(EnrolmentChange.at))
        .where(col(EnrolmentChange.before) == EnrolmentState.ENROLLED)
        .subquery()
    )
    rows = session.execute(
        select(col(Notice.id), col(Notice.sent_at), later.c.id, later.c.at, col(Enrolment.id))
        .join(Enrolment, col(Enrolment.id) == col(Notice.enrolment_id))
        .join(later, later.c.enrolment_id == col(Enrolment.id))
        .where(
            col(Notice.state) == NoticeState.SENT,
            col(Notice.kind).in_(REMINDERS),
            later.c.at < col(Notice.sent_at),
        )
        .order_by(col(Notice.id))
    )
    return [
        Finding("no reminder for a seat that is gone", f"notice {notice}: enrolment {enrolment}")
        for notice, sent_at, lost_id, lost_at, enrolment in rows
        if lost_at < sent_at - grace and not _seated_again(session, enrolment, lost_id, sent_at)
    ]


def _seated_again(session: Session, enrolment: int, after: int, until: datetime) -> bool:
    """Whether there was a seat again when the reminder went."""
    again = select(col(EnrolmentChange.id)).where(
        col(EnrolmentChange.enrolment_id) == enrolment,
        col(EnrolmentChange.id) > after,
        col(EnrolmentChange.after) == EnrolmentState.ENROLLED,
        col(EnrolmentChange.at) <= until,
    )
    return session.scalar(again.limit(1)) is not None
