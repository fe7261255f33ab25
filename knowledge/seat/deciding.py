"""Go or no-go: whether a planned module is held, decided once, and nobody on it left untold.

On its date enough people make it a go, too few a no-go. A coordinator may decide earlier or postpone, with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from knowledge.seat.giving import is_too_late
from knowledge.seat.locking import live_on, move
from knowledge.tables import CatalogueState, Enrolment, Learner, Offering, OfferingChange
from knowledge.telling.notices import allowed_from, tell
from knowledge.vocabulary import EnrolmentState, NoticeKind, OfferingState

COMING = (EnrolmentState.ENROLLED, EnrolmentState.PENDING)
"""Who counts for the minimum: who has said yes."""

NO_GO = "no-go"
"""Why an enrolment ended when too few came."""

WITHDRAWN = "withdrawn"
"""Why an enrolment ended when the academy took the offering back."""

NAVIGATOR = "navigator"
"""Who decides when it is the clock."""

LOST = (NO_GO, WITHDRAWN)
"""Why somebody lost a seat through no doing of their own; it gives them priority on other dates."""


def coming(session: Session, offering_id: str) -> int:
    """How many have said yes to a seat."""
    count = select(func.count()).where(col(Enrolment.offering_id) == offering_id, col(Enrolment.state).in_(COMING))
    return session.scalar(count) or 0


def decide(session: Session, offering: Offering, now: datetime) -> None:
    """Decides about a locked offering whose date has come: a go with the minimum reached, else a no-go."""
    count = coming(session, offering.id)
    why = f"{count} of at least {offering.minimum}"
    if count >= offering.minimum:
        go(session, offering, now, who=NAVIGATOR, why=why)
    else:
        call_off(session, offering, now, who=NAVIGATOR, why=why, kind=NoticeKind.NO_GO)


def go(session: Session, offering: Offering, now: datetime, *, who: str, why: str) -> None:
    """Makes a locked offering certain, and tells everybody on it."""
    change_state(session, offering, OfferingState.CONFIRMED, now, who=who, why=why)
    for enrolment in live_on(session, offering.id):
        tell(session, enrolment, offering, NoticeKind.GO, now, useful_until=offering.starts_at)


def call_off(session: Session, offering: Offering, now: datetime, *, who: str, why: str, kind: NoticeKind) -> None:
    """Cancels a locked offering and every seat on it, and tells everybody; their calendars come free.

    ``kind`` is NO_GO or WITHDRAWN; with the latter people read why. Who could not be told well before the start
    without waking them, is told at once.
    """
    change_state(session, offering, OfferingState.CANCELLED, now, who=who, why=why)
    for enrolment in live_on(session, offering.id):
        facts = {"was": enrolment.state.value} | ({"why": why} if who != NAVIGATOR else {})
        ended = NO_GO if kind == NoticeKind.NO_GO else WITHDRAWN
        move(session, enrolment, EnrolmentState.CANCELLED, now, who=who, why=ended)
        told_at = allowed_from(session.get_one(Learner, enrolment.learner_id), offering, now)
        tell(session, enrolment, offering, kind, now, facts=facts, urgent=is_too_late(offering, told_at))


def change_state(
    session: Session, offering: Offering, state: OfferingState, now: datetime, *, who: str, why: str
) -> None:
    """Changes the state of a locked offering, adds the row that says so, and lets everybody read the new catalogue."""
    note(session, offering, offering.state, state, now, who=who, why=why, changed={})
    offering.state = state
    session.add(offering)
    session.flush()


def note(
    session: Session,
    offering: Offering,
    before: OfferingState,
    after: OfferingState,
    now: datetime,
    *,
    who: str,
    why: str,
    changed: Mapping[str, Any],
) -> None:
    """Adds the row of a change of a locked offering; from then on the catalogue in memory is out of date."""
    row = OfferingChange(
        offering_id=offering.id, at=now, before=before, after=after, who=who, why=why, changed=dict(changed)
    )
    session.add(row)
    session.flush()
    session.execute(update(CatalogueState).values(version=col(CatalogueState.version) + 1))
