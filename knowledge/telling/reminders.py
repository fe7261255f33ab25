"""Finds by asking the database what somebody should be told now because time passed, and writes it down once.

Reminders before a station, a question after it, a nudge for e-learning that lies still. Nothing is kept in memory:
whatever was not written down yet, the next look finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Engine, Row, exists, func, select
from sqlmodel import Session, col

from knowledge.clock import to_local
from knowledge.database import reading, writing
from knowledge.tables import Enrolment, Learner, Notice, Offering
from knowledge.telling.notices import add_once, notice_row
from knowledge.telling.quiet import SATURDAY, is_holiday, next_allowed
from knowledge.telling.times import DAYS_BEFORE, HOURS_BEFORE, USEFUL_UNTIL, due_now, useful_until
from knowledge.telling.wishes import ReminderWishes
from knowledge.vocabulary import GIVEN_OUT, REMINDERS, EnrolmentState, NoticeKind

SLACK = timedelta(hours=2)
"""The clock may be put forward or back in between."""

AFTER = timedelta(hours=1)
"""After the end of a station, before somebody is asked how it was."""

AFTER_USEFUL = timedelta(days=3)
STILL = timedelta(days=14)
"""E-learning that lies still for so long gets a nudge, and so does not more often."""

BATCH = 500
"""Rows that one look gives at most, and that are written in one transaction."""

AS_USUAL = ReminderWishes()
Rows = list[dict[str, Any]]


def write_due(engine: Engine, now: datetime) -> int:
    """Writes down every message that is due because of the time, a batch at a time; returns how many were new."""
    return sum(_write_all(engine, look, now) for look in (due_reminders, due_afterwards, due_nudges))


def _write_all(engine: Engine, look: Callable[[Engine, datetime], Rows], now: datetime) -> int:
    """Looks and writes until a look finds less than a batch, or somebody else wrote the same."""
    count = 0
    while rows := look(engine, now):
        new = _write(engine, rows)
        count += new
        if len(rows) < BATCH or not new:
            break
    return count


def _write(engine: Engine, rows: Rows) -> int:
    """In the meantime somebody may have been forgotten, or become one with another: their rows are left out."""
    with writing(engine) as session:
        theirs = select(col(Enrolment.id), col(Enrolment.learner_id)).where(
            col(Enrolment.id).in_([row["enrolment_id"] for row in rows])
        )
        there = {(id, learner) for id, learner in session.execute(theirs.with_for_update(read=True, key_share=True))}
        return add_once(session, [row for row in rows if (row["enrolment_id"], row["learner_id"]) in there])


def due_reminders(engine: Engine, now: datetime) -> Rows:
    """The reminders to be written now, as rows of notices: a batch at most, and one at most for each enrolment."""
    with reading(engine) as session:
        return list(islice(_reminders(session, now), BATCH))


def _reminders(session: Session, now: datetime) -> Iterator[dict[str, Any]]:
    for kind in REMINDERS:
        for row in _candidates(session, kind, now):
            wishes = _wishes(row.wishes)
            if due_now(row.starts_at, row.seated_at or row.asked_at, wishes, now) == kind:
                until = useful_until(kind, row.starts_at)
                yield notice_row(row, row.starts_at, kind, now, due_at=now, useful_until=until)


def _wishes(kept: dict[str, Any] | None) -> ReminderWishes:
    return ReminderWishes.model_validate(kept) if kept else AS_USUAL


def _candidates(session: Session, kind: NoticeKind, now: datetime) -> Sequence[Row[Any]]:
    """Who holds a seat that begins in the time in which this reminder can be due, and didn't get it yet."""
    ahead = DAYS_BEFORE.get(kind, HOURS_BEFORE) + reach(now)
    start = col(Offering.starts_at)
    told = exists().where(
        col(Notice.enrolment_id) == col(Enrolment.id), col(Notice.kind) == kind, col(Notice.starts_at) == start
    )
    names = ("id", "learner_id", "sequence", "seated_at", "asked_at")
    columns = [col(getattr(Enrolment, name)) for name in names]
    query = (
        select(*columns, start, col(Learner.wishes))
        .select_from(Offering)
        .join(Enrolment, col(Enrolment.offering_id) == col(Offering.id))
        .join(Learner, col(Learner.id) == col(Enrolment.learner_id))
        .where(
            col(Offering.state).in_(GIVEN_OUT),
            start > now + USEFUL_UNTIL[kind],
            start <= now + ahead,
            col(Enrolment.state) == EnrolmentState.ENROLLED,
            ~told,
        )
    )
    return session.execute(query).all()


def reach(now: datetime) -> timedelta:
    """How much earlier than its ideal moment a reminder can be due now: over quiet hours and the free days to come."""
    day = to_local(now).date()
    free = 0
    while free < len(REMINDERS) * 3 and _is_free(day + timedelta(days=free + 1)):
        free += 1
    return timedelta(days=free + 1) + SLACK


def _is_free(day: date) -> bool:
    return day.weekday() >= SATURDAY or is_holiday(day)


def due_afterwards(engine: Engine, now: datetime) -> Rows:
    """Who was at a station that ended some time ago is asked how it was, once."""
    end = col(Offering.ends_at)
    told = exists().where(col(Notice.enrolment_id) == col(Enrolment.id), col(Notice.kind) == NoticeKind.AFTERWARDS)
    with reading(engine) as session:
        rows = session.execute(
            select(Enrolment, col(Offering.starts_at), end, Learner)
            .join(Offering, col(Offering.id) == col(Enrolment.offering_id))
            .join(Learner, col(Learner.id) == col(Enrolment.learner_id))
            .where(
                end <= now - AFTER,
                end > now - AFTER_USEFUL,
                col(Enrolment.state).in_((EnrolmentState.ENROLLED, EnrolmentState.ATTENDED)),
                ~told,
            )
            .limit(BATCH)
        ).all()
    return [
        notice_row(
            enrolment,
            starts_at,
            NoticeKind.AFTERWARDS,
            now,
            due_at=next_allowed(now, _wishes(learner.wishes), None),
            useful_until=ends_at + AFTER_USEFUL,
        )
        for enrolment, starts_at, ends_at, learner in rows
    ]


def due_nudges(engine: Engine, now: datetime) -> Rows:
    """E-learning at one's own pace that was taken, or spoken of last, two weeks ago or more."""
    mine = (col(Notice.enrolment_id) == col(Enrolment.id)) & (col(Notice.kind) == NoticeKind.NUDGE)
    newest = select(func.max(col(Notice.created_at))).where(mine).scalar_subquery()
    before = select(func.count()).select_from(Notice).where(mine).scalar_subquery()
    coming, wanted = col(Enrolment.coming_at), col(Learner.wishes)["nudges"].as_boolean()
    with reading(engine) as session:
        rows = session.execute(
            select(Enrolment, Learner, before)
            .join(Offering, col(Offering.id) == col(Enrolment.offering_id))
            .join(Learner, col(Learner.id) == col(Enrolment.learner_id))
            .where(
                col(Offering.starts_at).is_(None),
                col(Enrolment.state) == EnrolmentState.ENROLLED,
                col(Enrolment.seated_at) <= now - STILL,
                coming.is_(None) | (coming <= now - STILL),
                newest.is_(None) | (newest <= now - STILL),
                wanted.is_distinct_from(False),
            )
            .limit(BATCH)
        ).all()
    return [
        notice_row(
            enrolment,
            None,
            NoticeKind.NUDGE,
            now,
            about=str(count + 1),
            due_at=next_allowed(now, _wishes(learner.wishes), None),
            useful_until=now + STILL,
        )
        for enrolment, learner, count in rows
    ]
