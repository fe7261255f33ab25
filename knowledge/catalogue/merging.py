"""Puts the planned offerings in the table, without taking anybody's seat away."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import func, insert, select, text
from sqlmodel import Session, col

from knowledge.catalogue.planning import Planned
from knowledge.seat.giving import give_out
from knowledge.seat.touching import WORTH_TELLING, Changed, plain, tell_of_change
from knowledge.tables import Enrolment, Offering
from knowledge.vocabulary import LIVE, SEAT_HOLDING, EnrolmentState, OfferingState

LATEST_DECISION = timedelta(days=1)
"""Before the start, for what is planned at short notice."""

A_MOMENT = timedelta(hours=1)
"""In which people can still enrol on what begins within a day when it is planned."""


def hold_still(session: Session) -> None:
    """Nobody takes or leaves a seat, and nobody else loads, until the transaction ends.

    On SQLite its one write lock already sees to that.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE offering IN EXCLUSIVE MODE"))


def merge_offerings(session: Session, planned: dict[str, Planned], now: datetime) -> None:
    """Adds what is new, brings what is known up to date, and lets go of what left the content.

    What left the content is removed only when nobody was ever enrolled on it; what is past stays. The
    state of an offering is never changed, nor what a coordinator set by hand. A lower maximum takes no seat that
    is taken; a higher one, or an offering that comes back, gives its free seats to who waits. Who counts on an
    offering is told when its place or its end changes.
    """
    have = {row.id: row for row in session.scalars(select(Offering))}
    _let_go(session, [row for id, row in have.items() if id not in planned], now)
    taken = _counted(session, SEAT_HOLDING)
    most = {row.id: row.maximum for row in have.values()}
    touched = {row.id: _update(row, planned[row.id], taken.get(row.id, 0), now) for row in _known(have, planned)}
    new = [_new(one, now) for id, one in planned.items() if id not in have]
    if new:
        session.execute(insert(Offering), new)
    session.flush()
    live = _counted(session, LIVE)
    for id in sorted(id for id, changed in touched.items() if changed and id in live):
        tell_of_change(session, have[id], touched[id], now)
    for id in sorted(_counted(session, [EnrolmentState.WAITING])):
        if id in planned:
            give_out(session, have[id], now, freed=have[id].maximum > most[id])


def _known(have: dict[str, Offering], planned: dict[str, Planned]) -> list[Offering]:
    return [row for id, row in have.items() if id in planned]


def _update(row: Offering, one: Planned, taken: int, now: datetime) -> Changed:
    """Brings a row up to date, and gives what of it people must know of, old and new."""
    changed = {}
    for field, value in _columns(one).items():
        old = getattr(row, field)
        if old == value or field in row.by_hand:
            continue
        if field == "decide_at" and one.decide_at is not None and one.decide_at <= now:
            continue  # what was to be decided by now is decided by what stood here
        setattr(row, field, value)
        if field in WORTH_TELLING:
            changed[field] = [plain(old), plain(value)]
    row.maximum = max(row.maximum, taken)
    row.minimum = min(row.minimum, row.maximum)
    return changed


def _new(one: Planned, now: datetime) -> dict[str, object]:
    """A new row. What is planned so late that its decision date has passed is decided a day before it begins."""
    columns = _columns(one)
    if one.starts_at is not None and one.decide_at is not None and one.decide_at <= now:
        in_a_moment = (now + A_MOMENT).replace(second=0, microsecond=0)
        columns["decide_at"] = max(one.starts_at - LATEST_DECISION, min(one.starts_at, in_a_moment))
    return {**columns, "state": OfferingState.OPEN, "by_hand": []}


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
