"""Changes rows behind the back of the rules."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, select, update
from sqlmodel import col

from knowledge.database import writing
from knowledge.tables import Enrolment, EnrolmentChange, Notice
from knowledge.vocabulary import NoticeKind, NoticeState


def tamper(engine: Engine, learner: str, offering: str = "cobots", **fields: object) -> int:
    """Changes an enrolment; gives its id."""
    mine = (col(Enrolment.learner_id) == learner) & (col(Enrolment.offering_id) == offering)
    with writing(engine) as session:
        session.execute(update(Enrolment).where(mine).values(**fields))
        return session.execute(select(col(Enrolment.id)).where(mine)).scalar_one()


def moved(engine: Engine, enrolment: int, before: str | None, after: str, at: datetime, why: str) -> None:
    """Adds a row that says that an enrolment changed."""
    row = {"enrolment_id": enrolment, "before": before, "after": after, "at": at, "who": "x", "why": why}
    with writing(engine) as session:
        session.add(EnrolmentChange.model_validate(row))


def send(engine: Engine, enrolment: int, kind: NoticeKind, sent_at: datetime, **fields: object) -> int:
    """Adds a message that was sent at a moment; gives its id."""
    with writing(engine) as session:
        mine = session.get_one(Enrolment, enrolment)
        row = {
            "key": f"{kind}:{enrolment}:{sent_at.isoformat()}",
            "kind": kind,
            "learner_id": mine.learner_id,
            "enrolment_id": enrolment,
            "created_at": sent_at,
            "due_at": sent_at,
            "state": NoticeState.SENT,
            "sent_at": sent_at,
            "quiet": "21:00-08:00",
        }
        notice = Notice(**(row | fields))
        session.add(notice)
        session.flush()
        return notice.id or 0
