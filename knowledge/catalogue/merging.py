"""Puts the planned offerings in the table, without taking anybody's seat away."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, insert, select, text
from sqlmodel import Session, col

from knowledge.catalogue.planning import Planned
from knowledge.seat.leaving import fill_free_seats
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import SEAT_HOLDING, EnrolmentState, OfferingState


def hold_still(session: Session) -> None:
    """Nobody takes or leaves a seat, and nobody else loads, until the transaction ends.

    On SQLite its one write lock already sees to that.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE offering IN EXCLUSIVE MODE"))


def merge_offerings(session: Session, planned: dict[str, Planned], now: datetime) -> None:
    """Adds what is new, brings what is known up to date, and lets go of what left the content.

    What left the content is removed only when nobody was ever enrolled on it; what is past stays. The
    state of an offering is never changed. A lower maximum takes no seat that is taken; a higher one, or an
    offering that comes back, gives its free seats to who waits.
    """
    have = {row.id: row for row in session.scalars(select(Offering))}
    _let_go(session, [row for id, row in have.items() if id not in planned], now)
    taken = _counted(session, SEAT_HOLDING)
    for id, row in have.items():
        if id in planned:
            for field, value in _columns(planned[id]).items():
                setattr(row, field, value)
            row.maximum = max(row.maximum, taken.get(id, 0))
    new = [{**_columns(one), "state": OfferingState.OPEN} for id, one in planned.items() if id not in have]
    if new:
        session.execute(insert(Offering), new)
    session.flush()
    for id in sorted(_counted(session, [EnrolmentState.WAITING])):
        if id in planned:
            fill_free_seats(session, have[id], now)


def _let_go(session: Session, gone: list[Offering], now: datetime) -> None:
    used = set(session.scalars(select(col(Enrolment.offering_id)).distinct()))
    for row in gone:
        if row.starts_at and row.starts_at <= now:
            continue
        if row.id in used:
            row.in_content = False
        else:
            session.delete(row)
    session.flush()


def _counted(session: Session, states: Collection[EnrolmentState]) -> dict[str, int]:
    """How many enrolments in these states each offering has, of those that have any."""
    rows = session.execute(
        select(col(Enrolment.offering_id), func.count())
        .where(col(Enrolment.state).in_(states))
        .group_by(col(Enrolment.offering_id))
    )
    return {id: count for id, count in rows}  # noqa: C416  # rows are no pairs to mypy


def _columns(one: Planned) -> dict[str, object]:
    rule = one.rule
    return {
        "id": one.id,
        "module_id": rule.module,
        "academy_id": rule.academy,
        "rule": json.dumps(rule.when.model_dump(mode="json")) if rule.when else "",
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "decide_at": one.decide_at,
        "place": rule.place,
        "town": rule.town,
        "online": rule.online or rule.self_paced,
        "minimum": rule.minimum,
        "maximum": rule.maximum,
        "cost": rule.cost,
        "paid_by": rule.paid_by,
        "bring": rule.bring,
        "owner": rule.owner,
        "partners": rule.partners,
        "in_content": True,
    }
