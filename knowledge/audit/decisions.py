"""Promises about go and no-go: decided once, on its date, with its row, and everybody on it told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, exists, func, select
from sqlmodel import Session, col

from knowledge.audit.finding import GRACE, Finding
from knowledge.seat.deciding import LOST
from knowledge.tables import Enrolment, EnrolmentChange, Notice, Offering, OfferingChange
from knowledge.vocabulary import LIVE, NoticeKind, NoticeState, OfferingState

DECIDED = (OfferingState.CONFIRMED, OfferingState.CANCELLED)
OPEN = OfferingState.OPEN
BAD_NEWS = (NoticeKind.NO_GO, NoticeKind.WITHDRAWN)
MUST_ARRIVE = (NoticeKind.GO, *BAD_NEWS, NoticeKind.CHANGED)
TOLD = "nobody on a decided offering is left untold"


def decisions(session: Session, now: datetime) -> list[Finding]:
    """Every broken promise about offerings."""
    return [
        *_undecided(session, now),
        *_decided_twice(session),
        *_without_a_row(session),
        *_seats_on_what_is_cancelled(session),
        *_untold_of_a_go(session),
        *_untold_of_a_loss(session),
        *_never_arrived(session),
    ]


def _undecided(session: Session, now: datetime) -> list[Finding]:
    late = (col(Offering.state) == OPEN) & (col(Offering.decide_at) <= now - GRACE)
    ids = session.scalars(select(col(Offering.id)).where(late).order_by(col(Offering.id)))
    return [Finding("go or no-go is decided on its date", id) for id in ids]


def _decided_twice(session: Session) -> list[Finding]:
    rows = session.execute(
        select(col(OfferingChange.offering_id), func.count())
        .where(col(OfferingChange.before) == OPEN, col(OfferingChange.after).in_(DECIDED))
        .group_by(col(OfferingChange.offering_id))
        .having(func.count() > 1)
        .order_by(col(OfferingChange.offering_id))
    )
    return [Finding("go or no-go is decided once", f"{id}: {n} times") for id, n in rows]


def _without_a_row(session: Session) -> list[Finding]:
    last = (
        select(col(OfferingChange.offering_id), func.max(col(OfferingChange.id)).label("id"))
        .group_by(col(OfferingChange.offering_id))
        .subquery()
    )
    after = func.coalesce(col(OfferingChange.after), OPEN)
    rows = session.execute(
        select(col(Offering.id), col(Offering.state), col(OfferingChange.after))
        .join(last, last.c.offering_id == col(Offering.id), isouter=True)
        .join(OfferingChange, col(OfferingChange.id) == last.c.id, isouter=True)
        .where(col(Offering.state) != after)
        .order_by(col(Offering.id))
    )
    return [Finding("every decision has its row", f"{id}: {state}, last row says {said}") for id, state, said in rows]


def _seats_on_what_is_cancelled(session: Session) -> list[Finding]:
    rows = session.scalars(
        select(col(Enrolment.id))
        .join(Offering, col(Offering.id) == col(Enrolment.offering_id))
        .where(col(Offering.state) == OfferingState.CANCELLED, col(Enrolment.state).in_(LIVE))
        .order_by(col(Enrolment.id))
    )
    return [Finding("nobody has a seat on what is cancelled", f"enrolment {id}") for id in rows]


def _untold_of_a_go(session: Session) -> list[Finding]:
    """Who counts on it since before the decision."""
    decision = (
        select(col(OfferingChange.offering_id), col(OfferingChange.at))
        .where(col(OfferingChange.before) == OPEN, col(OfferingChange.after) == OfferingState.CONFIRMED)
        .subquery()
    )
    told = exists().where(col(Notice.enrolment_id) == col(Enrolment.id), col(Notice.kind) == NoticeKind.GO)
    query = (
        select(col(Enrolment.id), col(Enrolment.offering_id))
        .join(decision, decision.c.offering_id == col(Enrolment.offering_id))
        .where(col(Enrolment.state).in_(LIVE), col(Enrolment.asked_at) < decision.c.at, ~told)
    )
    return _told(session, query)


def _untold_of_a_loss(session: Session) -> list[Finding]:
    """Who lost a seat or a place in line through a decision of the academy."""
    lost = (
        select(col(EnrolmentChange.enrolment_id), func.max(col(EnrolmentChange.at)).label("at"))
        .where(col(EnrolmentChange.why).in_(LOST))
        .group_by(col(EnrolmentChange.enrolment_id))
        .subquery()
    )
    told = exists().where(
        col(Notice.enrolment_id) == col(Enrolment.id),
        col(Notice.kind).in_(BAD_NEWS),
        col(Notice.created_at) >= lost.c.at,
    )
    query = (
        select(col(Enrolment.id), col(Enrolment.offering_id))
        .join(lost, lost.c.enrolment_id == col(Enrolment.id))
        .where(~told)
    )
    return _told(session, query)


def _never_arrived(session: Session) -> list[Finding]:
    query = (
        select(col(Enrolment.id), col(Enrolment.offering_id))
        .join(Notice, col(Notice.enrolment_id) == col(Enrolment.id))
        .where(col(Notice.state) == NoticeState.FAILED, col(Notice.kind).in_(MUST_ARRIVE))
    )
    return _told(session, query)


def _told(session: Session, query: Select[int | None, str]) -> list[Finding]:
    rows = session.execute(query.order_by(col(Enrolment.id))).all()
    return [Finding(TOLD, f"{offering}: enrolment {id}") for id, offering in rows]
