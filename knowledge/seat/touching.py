"""Tells everybody on an offering what changed about it, each what they last knew and what holds now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col

from knowledge.seat.giving import TOO_LATE, hold_until
from knowledge.seat.locking import live_on
from knowledge.tables import Enrolment, Notice, Offering
from knowledge.telling.notices import take_back, tell
from knowledge.telling.truth import OTHER_TIME
from knowledge.vocabulary import REMINDERS, EnrolmentState, NoticeKind, NoticeState

WORTH_TELLING = ("starts_at", "ends_at", "place", "town", "online", "bring")
"""The columns whose change people must know of."""

Changed = Mapping[str, list[Any]]
"""The old and the new value of each column that changed, as plain data."""


def plain(value: Any) -> Any:
    """A column's value as plain data: moments in ISO 8601."""
    return value.isoformat() if isinstance(value, datetime) else value


def tell_of_change(session: Session, offering: Offering, changed: Changed, now: datetime) -> None:
    """Tells everybody on a locked offering, and raises the SEQUENCE of their calendar entries."""
    worth = {name: list(values) for name, values in changed.items() if name in WORTH_TELLING}
    if not worth:
        return
    for enrolment in live_on(session, offering.id):
        _tell(session, enrolment, offering, worth, now)


def _tell(session: Session, enrolment: Enrolment, offering: Offering, changed: Changed, now: datetime) -> None:
    enrolment.sequence += 1
    enrolment.coming_at = None
    if enrolment.state == EnrolmentState.OFFERED and "starts_at" in changed:
        enrolment.held_until = max(hold_until(offering, now), enrolment.held_until or now)
    session.add(enrolment)
    session.flush()
    _restore_reminders(session, enrolment, offering)
    known = dict(changed)
    for unsent in take_back(session, enrolment, NoticeKind.CHANGED, "a later change goes in its place"):
        known = _since(unsent.facts.get("changed", {}), known)
    if all(old == new for old, new in known.values()):
        return  # changed and changed back before anybody knew
    soon = offering.starts_at is not None and offering.starts_at - now < TOO_LATE * 6
    tell(
        session,
        enrolment,
        offering,
        NoticeKind.CHANGED,
        now,
        about=str(enrolment.sequence),
        facts={"changed": known},
        urgent=soon,
        useful_until=offering.starts_at,
    )


def _restore_reminders(session: Session, enrolment: Enrolment, offering: Offering) -> None:
    """What was dropped because of another time is true again when it moves back; nobody is reminded twice of a time."""
    session.execute(
        update(Notice)
        .where(
            col(Notice.enrolment_id) == enrolment.id,
            col(Notice.kind).in_(REMINDERS),
            col(Notice.starts_at) == offering.starts_at,
            col(Notice.state) == NoticeState.DROPPED,
            col(Notice.why) == OTHER_TIME,
        )
        .values(state=NoticeState.DUE, why="")
    )


def _since(earlier: Changed, later: Changed) -> dict[str, list[Any]]:
    """Two changes as one: from the oldest value to the newest."""
    both = {name: [old, later[name][1] if name in later else new] for name, (old, new) in earlier.items()}
    return both | {name: list(values) for name, values in later.items() if name not in earlier}
