"""Whether a message is still true when it is about to go out. What isn't, is dropped, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.seat.locking import seats_taken
from knowledge.tables import Enrolment, Learner, Notice, Offering
from knowledge.telling.notices import wishes_of
from knowledge.telling.wishes import ReminderWishes, Way
from knowledge.vocabulary import (
    GIVEN_OUT,
    LIVE,
    REMINDERS,
    EnrolmentState,
    NoticeKind,
    NoticeState,
    OfferingState,
)

ENDED = (EnrolmentState.CANCELLED,)
WAS_THERE = (EnrolmentState.ENROLLED, EnrolmentState.ATTENDED)
TRUE_IN: dict[NoticeKind, tuple[EnrolmentState, ...]] = {
    NoticeKind.SEAT_TAKEN: (EnrolmentState.ENROLLED,),
    NoticeKind.SEAT_LEFT: ENDED,
    NoticeKind.OFFER: (EnrolmentState.OFFERED,),
    NoticeKind.FIRST_COME: (EnrolmentState.WAITING,),
    NoticeKind.LAPSED: ENDED,
    NoticeKind.LIST_CLOSED: ENDED,
    NoticeKind.GO: LIVE,
    NoticeKind.NO_GO: ENDED,
    NoticeKind.POSTPONED: LIVE,
    NoticeKind.WITHDRAWN: ENDED,
    NoticeKind.CHANGED: LIVE,
    **dict.fromkeys(REMINDERS, (EnrolmentState.ENROLLED,)),
    NoticeKind.AFTERWARDS: WAS_THERE,
    NoticeKind.NUDGE: (EnrolmentState.ENROLLED,),
}
"""The states of the enrolment in which each message is true."""

TRUE_OF = {NoticeKind.GO: OfferingState.CONFIRMED, NoticeKind.POSTPONED: OfferingState.OPEN}
"""The one state of the offering in which some messages are true."""

OTHER_TIME = "it is not held at that time"
WITH_AN_INVITATION = (NoticeKind.SEAT_TAKEN, NoticeKind.CHANGED)
WANTED: dict[NoticeKind, Callable[[ReminderWishes], bool]] = {
    NoticeKind.REMINDER_WEEK: lambda wishes: wishes.week,
    NoticeKind.REMINDER_DAY: lambda wishes: wishes.day,
    NoticeKind.REMINDER_HOURS: lambda wishes: wishes.hours,
    NoticeKind.NUDGE: lambda wishes: wishes.nudges,
}


def why_not(session: Session, notice: Notice, now: datetime) -> str:
    """Why a notice must not be sent any more; empty when it is true, wanted and in time."""
    enrolment = session.get_one(Enrolment, notice.enrolment_id)
    offering = session.get_one(Offering, enrolment.offering_id)
    if enrolment.state not in TRUE_IN[notice.kind]:
        return f"the enrolment is {enrolment.state}"
    if notice.useful_until is not None and now >= notice.useful_until:
        return "too late to be of use"
    if notice.kind in REMINDERS and (offering.state not in GIVEN_OUT or offering.starts_at != notice.starts_at):
        return OTHER_TIME
    if offering.state != TRUE_OF.get(notice.kind, offering.state):
        return f"the offering is {offering.state}"
    if notice.kind == NoticeKind.FIRST_COME and seats_taken(session, offering.id) >= offering.maximum:
        return "the seat is taken"
    if notice.kind in WITH_AN_INVITATION and _is_told_later(session, notice):
        return "a later message tells it"
    wanted = WANTED.get(notice.kind)
    if wanted and not wanted(wishes_of(session.get_one(Learner, notice.learner_id))):
        return "they don't want it"
    if notice.kind == NoticeKind.SEAT_LEFT and not _was_invited(session, enrolment):
        return "no invitation went out"
    return ""


def _is_told_later(session: Session, notice: Notice) -> bool:
    """Whether a newer invitation goes in its place, or went; none does after a change that was changed back."""
    newer = select(col(Notice.id)).where(
        col(Notice.enrolment_id) == notice.enrolment_id,
        col(Notice.kind).in_(WITH_AN_INVITATION),
        col(Notice.sequence) > notice.sequence,
        col(Notice.state).in_((NoticeState.DUE, NoticeState.SENT)),
    )
    return session.scalar(newer.limit(1)) is not None


def _was_invited(session: Session, enrolment: Enrolment) -> bool:
    """Whether a calendar can have an entry that must go: one went by mail, or was on its way and never signed off."""
    sent_by_mail = (col(Notice.state) == NoticeState.SENT) & (col(Notice.way) == Way.EMAIL)
    on_its_way = (col(Notice.state) != NoticeState.SENT) & (col(Notice.attempts) > 0)
    invited = select(col(Notice.id)).where(
        col(Notice.enrolment_id) == enrolment.id,
        col(Notice.kind).in_(WITH_AN_INVITATION),
        sent_by_mail | on_its_way,
    )
    return session.scalar(invited.limit(1)) is not None
