"""Writes down that somebody must be told something, in the transaction that makes it true."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from knowledge.clock import to_local
from knowledge.tables import Enrolment, Learner, Notice, Offering
from knowledge.telling.quiet import next_allowed
from knowledge.telling.wishes import ReminderWishes
from knowledge.vocabulary import NoticeKind, NoticeState


def wishes_of(learner: Learner) -> ReminderWishes:
    """How a learner wants to be told; as usual where they said nothing."""
    return ReminderWishes.model_validate(learner.wishes or {})


def allowed_from(learner: Learner, offering: Offering, now: datetime) -> datetime:
    """The first moment from now on at which this learner may be told of this offering, UTC."""
    day = to_local(offering.starts_at).date() if offering.starts_at else None
    return next_allowed(now, wishes_of(learner), day)


def tell(
    session: Session,
    enrolment: Enrolment,
    offering: Offering,
    kind: NoticeKind,
    now: datetime,
    *,
    about: str = "",
    due_at: datetime | None = None,
    useful_until: datetime | None = None,
    urgent: bool = False,
    facts: dict[str, Any] | None = None,
) -> None:
    """Leaves a row that makes this message go out, and a second one of it impossible.

    Args:
        about: what tells one such message from another of the same kind about the same enrolment and date.
        due_at: not before this moment; by default as soon as the person may be told.
        urgent: whether quiet hours don't hold: what answers somebody, or would come too late.
    """
    if due_at is None:
        due_at = now if urgent else allowed_from(session.get_one(Learner, enrolment.learner_id), offering, now)
    row = notice_row(
        enrolment,
        offering.starts_at,
        kind,
        now,
        about=about,
        due_at=due_at,
        useful_until=useful_until,
        urgent=urgent,
        facts=facts,
    )
    add_once(session, [row])


def notice_row(
    enrolment: Any,
    starts_at: datetime | None,
    kind: NoticeKind,
    now: datetime,
    *,
    about: str = "",
    due_at: datetime,
    useful_until: datetime | None = None,
    urgent: bool = False,
    facts: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A notice as a row to be added; ``enrolment`` has an ``id``, a ``learner_id`` and a ``sequence``."""
    starts = starts_at.isoformat() if starts_at else ""
    return {
        "key": ":".join((kind.value, str(enrolment.id), about or starts)),
        "kind": kind,
        "learner_id": enrolment.learner_id,
        "enrolment_id": enrolment.id,
        "sequence": enrolment.sequence,
        "starts_at": starts_at,
        "facts": facts or {},
        "created_at": now,
        "due_at": due_at,
        "useful_until": useful_until,
        "urgent": urgent,
        "state": NoticeState.DUE,
        "why": "",
        "attempts": 0,
        "refusals": [],
        "quiet": "",
    }


def add_once(session: Session, rows: list[dict[str, Any]]) -> int:
    """Adds notices whose key isn't there yet, in one statement; returns how many were new."""
    if not rows:
        return 0
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(Notice).values(rows).on_conflict_do_nothing(index_elements=["key"])
    return len(session.execute(statement.returning(col(Notice.id))).all())


def take_back(session: Session, enrolment: Enrolment, kind: NoticeKind, why: str) -> list[Notice]:
    """Drops what of a kind was not sent yet, and returns it."""
    unsent = (
        col(Notice.enrolment_id) == enrolment.id,
        col(Notice.kind) == kind,
        col(Notice.state) == NoticeState.DUE,
    )
    rows = list(session.scalars(select(Notice).where(*unsent).order_by(col(Notice.id))))
    if rows:
        session.execute(update(Notice).where(*unsent).values(state=NoticeState.DROPPED, why=why))
    return rows
