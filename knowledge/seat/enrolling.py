"""Enrolling: a lock, a look, a rule.

Asking twice is one enrolment. A cancelled one revives, at the end of the line. With a seat free and
nobody waiting you are enrolled; else you are on the waiting list. Several at once is all or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Engine, func, select
from sqlmodel import Session, col

from knowledge.database import writing
from knowledge.errors import Refusal
from knowledge.seat.deciding import COMING, LOST, coming
from knowledge.seat.giving import FIRST_TO_SAY_YES, LAPSED, is_first_come
from knowledge.seat.locking import (
    enrolment_of,
    locked_offering,
    move,
    present_learner,
    seats_taken,
    waiting_list,
)
from knowledge.seat.settling import settle
from knowledge.tables import Enrolment, EnrolmentChange, Offering
from knowledge.telling.notices import tell
from knowledge.vocabulary import GIVEN_OUT, LIVE, EnrolmentState, NoticeKind, OfferingState


def enrol(
    engine: Engine,
    learner_id: str,
    offering_ids: Sequence[str],
    now: datetime,
    *,
    line_id: str | None = None,
    who: str = "learner",
) -> list[Enrolment]:
    """Enrols a learner on these offerings, in the order given.

    Returns the enrolments, each ``enrolled`` or ``waiting``; one that was live already is returned as it was, but
    for a seat that was offered: asking for it is saying yes.

    Raises:
        UnknownThing: for a learner or an offering that does not exist.
        Refusal: ``utter_offering_over``, ``utter_offering_cancelled``, ``utter_offering_gone`` or
            ``utter_done_already``; nothing is changed then.
    """
    with writing(engine) as session:
        present_learner(session, learner_id)
        locked = {id: locked_offering(session, id) for id in sorted(set(offering_ids))}
        return [enrol_in(session, learner_id, locked[id], now, line_id, who) for id in dict.fromkeys(offering_ids)]


def enrol_in(
    session: Session, learner_id: str, offering: Offering, now: datetime, line_id: str | None, who: str
) -> Enrolment:
    """The same for one offering that is locked already, in a transaction that goes on."""
    settle(session, offering, now)
    enrolment = enrolment_of(session, learner_id, offering.id)
    if enrolment is not None and enrolment.state in LIVE:
        if can_say_yes(session, enrolment, offering, now):
            say_yes(session, enrolment, offering, now, who)
        return enrolment
    if enrolment is not None and enrolment.state == EnrolmentState.ATTENDED:
        raise Refusal("utter_done_already", offering=offering.id, module=offering.module_id)
    _refuse_what_cannot_be(offering, now)
    if enrolment is None:
        enrolment = Enrolment(
            learner_id=learner_id, offering_id=offering.id, state=EnrolmentState.WAITING, asked_at=now
        )
    enrolment.priority = priority_of(session, learner_id, offering)
    enrolment.asked_at, enrolment.line_id = _after_everybody(session, offering.id, now), line_id
    enrolment.cost, enrolment.paid_by = offering.cost, offering.paid_by
    enrolment.leave_reason = None
    line = waiting_list(session, offering.id)
    free = seats_taken(session, offering.id) < offering.maximum
    if free and (not line or is_first_come(offering.starts_at, now)):
        take_seat(session, enrolment, offering, now, who=who, why=FIRST_TO_SAY_YES if line else "asked for a seat")
    else:
        move(session, enrolment, EnrolmentState.WAITING, now, who=who, why="asked for a seat")
    return enrolment


def claim(engine: Engine, learner_id: str, offering_id: str, now: datetime, *, who: str = "learner") -> Enrolment:
    """Says yes to a seat that was offered, or that goes to the first yes; saying it twice is the same as once.

    Raises:
        UnknownThing: for a learner or an offering that does not exist.
        Refusal: ``utter_offer_lapsed`` when its time was over, ``utter_offer_taken`` when somebody was first,
            ``utter_not_enrolled``, ``utter_offering_over`` or ``utter_offering_cancelled``.
    """
    with writing(engine) as session:
        present_learner(session, learner_id)
        offering = locked_offering(session, offering_id)
        settle(session, offering, now)
        enrolment = enrolment_of(session, learner_id, offering_id)
        if enrolment is not None and enrolment.state in COMING:
            return enrolment
        _refuse_what_cannot_be(offering, now, in_content=False)
        names = {"offering": offering_id, "module": offering.module_id}
        if enrolment is None or enrolment.state not in LIVE:
            lapsed = enrolment is not None and last_why(session, enrolment) == LAPSED
            raise Refusal("utter_offer_lapsed" if lapsed else "utter_not_enrolled", **names)
        if not can_say_yes(session, enrolment, offering, now):
            raise Refusal("utter_offer_taken", **names)
        say_yes(session, enrolment, offering, now, who)
        return enrolment


def can_say_yes(session: Session, enrolment: Enrolment, offering: Offering, now: datetime) -> bool:
    """Whether a live enrolment on a settled offering can become a seat now."""
    if enrolment.state == EnrolmentState.OFFERED:
        return True
    free = seats_taken(session, offering.id) < offering.maximum
    return enrolment.state == EnrolmentState.WAITING and free and is_first_come(offering.starts_at, now)


def say_yes(session: Session, enrolment: Enrolment, offering: Offering, now: datetime, who: str) -> None:
    """Makes a seat of an offered one, or of a place in line when the first yes gets it."""
    offered = enrolment.state == EnrolmentState.OFFERED
    why = "said yes to an offered seat" if offered else FIRST_TO_SAY_YES
    take_seat(session, enrolment, offering, now, who=who, why=why)


def take_seat(session: Session, enrolment: Enrolment, offering: Offering, now: datetime, *, who: str, why: str) -> None:
    """Gives somebody a free seat, and sends them the invitation."""
    move(session, enrolment, EnrolmentState.ENROLLED, now, who=who, why=why)
    missing = offering.minimum - coming(session, offering.id) if offering.state == OfferingState.OPEN else 0
    tell(
        session,
        enrolment,
        offering,
        NoticeKind.SEAT_TAKEN,
        now,
        about=str(enrolment.sequence),
        useful_until=offering.starts_at,
        urgent=True,
        facts={"needed": missing} if missing > 0 else None,
    )


def priority_of(session: Session, learner_id: str, offering: Offering) -> int:
    """1 for who lost a seat on this module through no doing of their own and has had none since, else 0."""
    rows = session.execute(
        select(col(Enrolment.id), col(Enrolment.state), func.max(col(EnrolmentChange.id)))
        .join(Offering, col(Offering.id) == col(Enrolment.offering_id))
        .join(EnrolmentChange, col(EnrolmentChange.enrolment_id) == col(Enrolment.id))
        .where(col(Enrolment.learner_id) == learner_id, col(Offering.module_id) == offering.module_id)
        .group_by(col(Enrolment.id), col(Enrolment.state))
    ).all()
    if any(state in (EnrolmentState.ENROLLED, EnrolmentState.ATTENDED) for _, state, _ in rows):
        return 0
    last = [change for *_, change in rows]
    return int(bool(session.scalar(select(func.count()).where(col(EnrolmentChange.id).in_(last), _lost()))))


def _lost() -> ColumnElement[bool]:
    return col(EnrolmentChange.why).in_(LOST)


def last_why(session: Session, enrolment: Enrolment) -> str:
    """Why the state of an enrolment is what it is."""
    query = select(col(EnrolmentChange.why)).where(col(EnrolmentChange.enrolment_id) == enrolment.id)
    return session.scalar(query.order_by(col(EnrolmentChange.id).desc()).limit(1)) or ""


def _after_everybody(session: Session, offering_id: str, now: datetime) -> datetime:
    """Now, or just after who asked last: who gets the lock later, or has a slower clock, passes nobody."""
    last = session.scalar(
        select(func.max(col(Enrolment.asked_at))).where(
            col(Enrolment.offering_id) == offering_id, col(Enrolment.state).in_(LIVE)
        )
    )
    return max(now, last + timedelta(microseconds=1)) if last else now


def _refuse_what_cannot_be(offering: Offering, now: datetime, *, in_content: bool = True) -> None:
    names = {"offering": offering.id, "module": offering.module_id}
    if offering.state == OfferingState.CANCELLED:
        raise Refusal("utter_offering_cancelled", **names)
    if offering.starts_at is not None and offering.starts_at <= now:
        raise Refusal("utter_offering_over", **names)
    if offering.state not in GIVEN_OUT or (in_content and not offering.in_content):
        raise Refusal("utter_offering_gone", **names)
