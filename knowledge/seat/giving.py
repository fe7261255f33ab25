"""Free seats and who waits for them: offered to the first in line for a while, or to whoever is first.

A seat that comes free is held for the first in line, who is told; after that it goes to the next. The nearer the
start, the shorter it is held. So near that there is no time to wait for each in turn, all who wait are told, and
the seat goes to who says yes first.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from knowledge.clock import to_local
from knowledge.seat.locking import move, seats_taken, waiting_list
from knowledge.tables import Enrolment, EnrolmentChange, Learner, Notice, Offering
from knowledge.telling.notices import allowed_from, tell
from knowledge.telling.quiet import next_allowed
from knowledge.telling.wishes import ReminderWishes
from knowledge.vocabulary import GIVEN_OUT, SEAT_HOLDING, EnrolmentState, NoticeKind

LONGEST_HOLD = timedelta(hours=48)
SHORTEST_HOLD = timedelta(hours=1)
PART_OF_WHAT_IS_LEFT = 4
"""A seat is held for a quarter of the time until the start, within the longest and the shortest."""

FIRST_COME = timedelta(hours=6)
"""So long before the start a free seat goes to whoever says yes first."""

TOO_LATE = timedelta(hours=2)
"""Who cannot be told before this long before the start without waking them, is told at once."""

LAPSED = "the offer ran out"
FIRST_TO_SAY_YES = "first to say yes"


def hold_until(offering: Offering, told_at: datetime) -> datetime:
    """Until when a seat is held for who is told at this moment, UTC."""
    if offering.starts_at is None:
        return told_at + LONGEST_HOLD
    share = (offering.starts_at - told_at) / PART_OF_WHAT_IS_LEFT
    return min(told_at + min(max(share, SHORTEST_HOLD), LONGEST_HOLD), offering.starts_at)


def is_first_come(starts_at: datetime | None, now: datetime) -> bool:
    """Whether it is so near the start, counted from when people may be told, that the first yes gets the seat."""
    if starts_at is None or starts_at - now > timedelta(days=7):
        return False
    told_at = next_allowed(now, ReminderWishes(), to_local(starts_at).date())
    return starts_at - told_at <= FIRST_COME


def is_given_out(offering: Offering, now: datetime) -> bool:
    """Whether seats are still given out."""
    return offering.state in GIVEN_OUT and (offering.starts_at is None or offering.starts_at > now)


def give_out(session: Session, offering: Offering, now: datetime, *, freed: bool = False) -> list[Enrolment]:
    """Offers every free seat of a locked offering to who waits, in order; returns who got an offer.

    ``freed``: a seat has come free just now of which no change of an enrolment tells.
    """
    if not is_given_out(offering, now):
        return []
    line = waiting_list(session, offering.id)
    free = max(0, offering.maximum - seats_taken(session, offering.id))
    if not line or not free:
        return []
    if is_first_come(offering.starts_at, now):
        _tell_all(session, offering, line, now, now if freed else _last_freed(session, offering))
        return []
    for enrolment in line[:free]:
        _offer(session, offering, enrolment, now)
    return line[:free]


def _offer(session: Session, offering: Offering, enrolment: Enrolment, now: datetime) -> None:
    told_at = allowed_from(session.get_one(Learner, enrolment.learner_id), offering, now)
    urgent = is_too_late(offering, told_at)
    held_until = hold_until(offering, now if urgent else told_at)
    move(session, enrolment, EnrolmentState.OFFERED, now, who="navigator", why="a seat came free")
    enrolment.held_until = held_until
    tell(
        session,
        enrolment,
        offering,
        NoticeKind.OFFER,
        now,
        about=held_until.isoformat(),
        due_at=now if urgent else told_at,
        useful_until=held_until,
        urgent=urgent,
    )


def is_too_late(offering: Offering, told_at: datetime) -> bool:
    """Whether who is told at this moment hears it too near the start."""
    return offering.starts_at is not None and told_at > offering.starts_at - TOO_LATE


def _last_freed(session: Session, offering: Offering) -> datetime | None:
    """When a seat came free last, as the changes of enrolments tell."""
    freed: datetime | None = session.scalar(
        select(func.max(col(EnrolmentChange.at)))
        .join(Enrolment, col(Enrolment.id) == col(EnrolmentChange.enrolment_id))
        .where(
            col(Enrolment.offering_id) == offering.id,
            col(EnrolmentChange.before).in_(SEAT_HOLDING),
            col(EnrolmentChange.after).not_in(SEAT_HOLDING),
        )
    )
    return freed


def _tell_all(
    session: Session, offering: Offering, line: list[Enrolment], now: datetime, freed_at: datetime | None
) -> None:
    """Once for each seat that came free: by moments, as the row that tells of it goes with who is forgotten."""
    about = freed_at or now
    query = select(col(Notice.enrolment_id)).where(
        col(Notice.enrolment_id).in_([one.id for one in line]),
        col(Notice.kind) == NoticeKind.FIRST_COME,
        col(Notice.starts_at) == offering.starts_at,
    )
    if freed_at is not None:
        query = query.where(col(Notice.created_at) >= freed_at)
    told = set(session.scalars(query))
    for enrolment in line:
        if enrolment.id not in told:
            tell(
                session,
                enrolment,
                offering,
                NoticeKind.FIRST_COME,
                now,
                about=about.isoformat(),
                useful_until=offering.starts_at,
            )


def lapse(session: Session, offering: Offering, now: datetime) -> int:
    """Takes back the offered seats of a locked offering whose time is over, and tells who let it go by."""
    rows = session.scalars(
        select(Enrolment)
        .where(
            col(Enrolment.offering_id) == offering.id,
            col(Enrolment.state) == EnrolmentState.OFFERED,
            col(Enrolment.held_until) <= now,
        )
        .order_by(col(Enrolment.id))
    ).all()
    for enrolment in rows:
        about = enrolment.held_until.isoformat() if enrolment.held_until else ""
        move(session, enrolment, EnrolmentState.CANCELLED, now, who="navigator", why=LAPSED)
        tell(session, enrolment, offering, NoticeKind.LAPSED, now, about=about, useful_until=offering.starts_at)
    return len(rows)
