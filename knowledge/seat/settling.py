"""Brings an offering up to now: offers that ran out, go or no-go, what has begun or ended, and seats that are free.

Every rule about seats does this first, under the offering's lock, so that what holds never depends on a clock that
ticked in time. The clock only finds the offerings for which something is due.
"""

from __future__ import annotations

import logging
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, exists, select
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col

from knowledge.database import reading, writing
from knowledge.seat.deciding import change_state, decide
from knowledge.seat.giving import give_out, lapse
from knowledge.seat.locking import live_on, locked_offering, move
from knowledge.tables import Enrolment, Offering
from knowledge.telling.notices import tell
from knowledge.vocabulary import GIVEN_OUT, EnrolmentState, NoticeKind, OfferingState

log = logging.getLogger(__name__)

IN_LINE = (EnrolmentState.WAITING, EnrolmentState.OFFERED)
BEGUN = "it began"


def settle(session: Session, offering: Offering, now: datetime) -> None:
    """Brings a locked offering up to now; doing it twice is the same as once."""
    lapse(session, offering, now)
    if offering.state == OfferingState.OPEN and offering.decide_at is not None and offering.decide_at <= now:
        decide(session, offering, now)
    if offering.state in GIVEN_OUT and offering.starts_at is not None and offering.starts_at <= now:
        _close_the_line(session, offering, now)
    if offering.state in GIVEN_OUT and offering.ends_at is not None and offering.ends_at <= now:
        change_state(session, offering, OfferingState.HELD, now, who="navigator", why="it ended")
    give_out(session, offering, now)


def _close_the_line(session: Session, offering: Offering, now: datetime) -> None:
    for enrolment in live_on(session, offering.id):
        if enrolment.state in IN_LINE:
            move(session, enrolment, EnrolmentState.CANCELLED, now, who="navigator", why=BEGUN)
            tell(session, enrolment, offering, NoticeKind.LIST_CLOSED, now)


def is_due(now: datetime) -> ColumnElement[bool]:
    """Which offerings something is due for: a decision, an end, a line that closes, an offer that ran out."""
    state, start = col(Offering.state), col(Offering.starts_at)
    decision = (state == OfferingState.OPEN) & (col(Offering.decide_at) <= now)
    end = state.in_(GIVEN_OUT) & (start <= now) & (col(Offering.ends_at) <= now)
    in_line = exists().where(col(Enrolment.offering_id) == col(Offering.id), col(Enrolment.state).in_(IN_LINE))
    line = state.in_(GIVEN_OUT) & (start <= now) & in_line
    ran_out = col(Offering.id).in_(
        select(col(Enrolment.offering_id)).where(
            col(Enrolment.held_until) <= now, col(Enrolment.state) == EnrolmentState.OFFERED
        )
    )
    return decision | end | line | ran_out


def due_offerings(engine: Engine, now: datetime, most: int = 500) -> list[str]:
    """The offerings for which something is due, by id."""
    with reading(engine) as session:
        query = select(col(Offering.id)).where(is_due(now)).order_by(col(Offering.id)).limit(most)
        return list(session.scalars(query))


def settle_due(engine: Engine, now: datetime) -> int:
    """Settles every offering for which something is due, a transaction each; returns how many there were.

    Killed half way it goes on where it was: what was not settled is still due.
    """
    settled: set[str] = set()
    while ids := set(due_offerings(engine, now)) - settled:
        for id in sorted(ids):
            _try_to_settle(engine, id, now)
        settled |= ids
    return len(settled)


def _try_to_settle(engine: Engine, offering_id: str, now: datetime) -> None:
    """One that cannot be settled holds up no other; it stays due, and the audit names it."""
    try:
        with writing(engine) as session:
            settle(session, locked_offering(session, offering_id), now)
    except OperationalError:  # the database itself: the next look tries again
        raise
    except Exception:
        log.exception("offering %s cannot be settled", offering_id)
