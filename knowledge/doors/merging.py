"""Makes two learners one person: what is known of them, their seats, and what they are told.

Of two enrolments on one offering the better stays, and the other is as if it had never been: its seat goes to who
waits, by the rules of seats, and what it was to tell is not told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from knowledge.doors.references import References, rewritten
from knowledge.seat.deciding import LOST
from knowledge.seat.enrolling import last_why
from knowledge.seat.giving import give_out
from knowledge.seat.locking import enrolment_of, locked_offering
from knowledge.seat.settling import settle
from knowledge.tables import Conversation, Enrolment, EnrolmentChange, Learner, Notice, Offering, PostedMessage
from knowledge.vocabulary import SEAT_HOLDING, EnrolmentState

BETTER: Mapping[EnrolmentState, int] = {
    state: rank
    for rank, state in enumerate(
        (
            EnrolmentState.ATTENDED,
            EnrolmentState.ENROLLED,
            EnrolmentState.OFFERED,
            EnrolmentState.PENDING,
            EnrolmentState.WAITING,
            EnrolmentState.MISSED,
        )
    )
}
"""Which of two enrolments is worth more, the best first; the states that are not here come last."""

TEXTS = ("own_case", "learning_question", "leave_reason", "feedback")
"""What somebody said at an enrolment; it can hold references."""


def merge(session: Session, keep: Learner, gone: Learner, changed: References, now: datetime) -> None:
    """Makes ``gone`` part of ``keep``; both are locked, as are their conversations, and ``gone`` is erased."""
    offerings = _locked_offerings(session, keep.id, gone.id)
    rewrite_texts(session, gone.id, changed)
    for offering in offerings:
        settle(session, offering, now)
        freed = _take_over(session, keep.id, gone.id, offering.id)
        give_out(session, offering, now, freed=freed)
    session.execute(update(Notice).where(col(Notice.learner_id) == gone.id).values(learner_id=keep.id))
    session.execute(update(Conversation).where(col(Conversation.learner_id) == gone.id).values(learner_id=keep.id))
    _fill(session, keep, gone)


def rewrite_texts(session: Session, learner_id: str, changed: References) -> None:
    """Puts new references in what a learner said at their enrolments; nobody else changes it meanwhile."""
    if changed:
        _locked_offerings(session, learner_id)
        for enrolment in session.scalars(select(Enrolment).where(col(Enrolment.learner_id) == learner_id)):
            for name in TEXTS:
                setattr(enrolment, name, rewritten(getattr(enrolment, name), changed))
        session.flush()


def _locked_offerings(session: Session, *learner_ids: str) -> list[Offering]:
    theirs = col(Enrolment.learner_id).in_(learner_ids)
    ids = session.scalars(select(col(Enrolment.offering_id)).where(theirs).distinct()).all()
    return [locked_offering(session, id) for id in sorted(ids)]


def _take_over(session: Session, keep: str, gone: str, offering: str) -> bool:
    """One enrolment on a settled offering is left of two; whether a seat came free."""
    mine, theirs = enrolment_of(session, keep, offering), enrolment_of(session, gone, offering)
    if theirs is None:
        return False
    freed = False
    if mine is not None:
        better, worse = sorted((mine, theirs), key=lambda one: _worth(session, one))
        freed = worse.state in SEAT_HOLDING
        _bring_along(better, worse)
        _erase(session, worse)
        theirs = better
    theirs.learner_id = keep
    session.add(theirs)
    session.flush()
    return freed


def _worth(session: Session, one: Enrolment) -> tuple[int, bool, int, datetime, int]:
    """The better state first, then what gives priority elsewhere, then the place in line."""
    lost = last_why(session, one) in LOST
    return BETTER.get(one.state, len(BETTER)), not lost, -one.priority, one.asked_at, one.id or 0


def _bring_along(better: Enrolment, worse: Enrolment) -> None:
    """What they said at the enrolment that goes stays, where nothing was said at the other."""
    if better.own_case is None and better.learning_question is None:
        better.own_case, better.learning_question = worse.own_case, worse.learning_question
        better.shared_at = worse.shared_at
    better.feedback = better.feedback or worse.feedback
    better.line_id = better.line_id or worse.line_id
    if better.state == worse.state == EnrolmentState.ENROLLED:
        better.coming_at = better.coming_at or worse.coming_at


def _erase(session: Session, enrolment: Enrolment) -> None:
    told = select(col(Notice.id)).where(col(Notice.enrolment_id) == enrolment.id)
    session.execute(delete(PostedMessage).where(col(PostedMessage.notice_id).in_(told)))
    session.execute(delete(Notice).where(col(Notice.enrolment_id) == enrolment.id))
    session.execute(delete(EnrolmentChange).where(col(EnrolmentChange.enrolment_id) == enrolment.id))
    session.execute(delete(Enrolment).where(col(Enrolment.id) == enrolment.id))


def _fill(session: Session, keep: Learner, gone: Learner) -> None:
    """Fills what is empty. The key of a calendar can be nobody else's, so it comes over when the other is erased."""
    if keep.email is None:
        keep.email, keep.email_refused = gone.email, gone.email_refused
    keep.name, keep.phone = keep.name or gone.name, keep.phone or gone.phone
    keep.consent_at = keep.consent_at or gone.consent_at
    keep.created_at = min(keep.created_at, gone.created_at)
    keep.wishes = {**gone.wishes, **keep.wishes}
    key = keep.calendar_key or gone.calendar_key
    session.execute(delete(Learner).where(col(Learner.id) == gone.id))
    keep.calendar_key = key
    session.add(keep)
    session.flush()
