"""Everything of one offering, for its coordinator: who is on it, what was decided, and what was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, func, select
from sqlmodel import Session, col

from knowledge.database import reading
from knowledge.errors import UnknownThing
from knowledge.seat.locking import IN_LINE
from knowledge.seat.overview import MARKED, Standing, find_standings
from knowledge.tables import Enrolment, EnrolmentChange, Learner, Notice, Offering, OfferingChange
from knowledge.vocabulary import LIVE, EnrolmentState, NoticeKind, NoticeState, OfferingState


@dataclass(frozen=True)
class Person:
    """Somebody with a seat, in line, or marked afterwards; ``number`` is that of the enrolment, moments are UTC.

    The question and the case are there only when the person shares them with the trainer.
    """

    number: int
    name: str | None
    state: EnrolmentState
    since: datetime
    place_in_line: int | None
    held_until: datetime | None
    said_they_come: datetime | None
    learning_question: str | None
    own_case: str | None


@dataclass(frozen=True)
class Change:
    """One decision or change: who, when (UTC), why; ``changed`` has old and new of each column as plain data."""

    at: datetime
    who: str
    why: str
    before: OfferingState
    after: OfferingState
    changed: dict[str, Any]


@dataclass(frozen=True)
class Told:
    """One message to the person of an enrolment.

    ``at`` is when it went, or else when it may go; ``refusals`` are the ways that refused it, with when and why.
    """

    number: int
    kind: NoticeKind
    written_at: datetime
    state: NoticeState
    at: datetime
    way: str | None
    why: str
    refusals: list[dict[str, Any]]


@dataclass(frozen=True)
class WholeOffering(Standing):
    """An offering with its counts, and all that there is to know of it."""

    people: list[Person]
    changes: list[Change]
    told: list[Told]


def whole_offering(engine: Engine, offering_id: str) -> WholeOffering:
    """Everything of one offering; who has a seat comes before who waits, changes and messages oldest first.

    Raises:
        UnknownThing: for an offering that does not exist.
    """
    with reading(engine) as session:
        found = next(find_standings(session, col(Offering.id) == offering_id), None)
        if found is None:
            raise UnknownThing("offering", offering_id)
        people, changes = list(_people(session, offering_id)), _changes(session, offering_id)
        return WholeOffering(**vars(found), people=people, changes=changes, told=_told(session, offering_id))


def _people(session: Session, offering_id: str) -> Iterator[Person]:
    last = func.max(col(EnrolmentChange.at)).label("since")
    since = select(col(EnrolmentChange.enrolment_id).label("of"), last).group_by("of").subquery()
    rows = session.execute(
        select(Enrolment, col(Learner.name), since.c.since)
        .join(Learner, col(Learner.id) == col(Enrolment.learner_id))
        .join(since, since.c.of == col(Enrolment.id), isouter=True)
        .where(col(Enrolment.offering_id) == offering_id, col(Enrolment.state).in_((*LIVE, *MARKED)))
        .order_by(col(Enrolment.state) == EnrolmentState.WAITING, *IN_LINE)
    ).all()
    in_line = [row.id for row, *_ in rows if row.state == EnrolmentState.WAITING]
    for row, name, at in rows:
        yield _person(row, name, at or row.asked_at, in_line.index(row.id) + 1 if row.id in in_line else None)


def _person(row: Enrolment, name: str | None, since: datetime, place_in_line: int | None) -> Person:
    shared = row.shared_at is not None
    return Person(
        number=row.id or 0,
        name=name,
        state=row.state,
        since=since,
        place_in_line=place_in_line,
        held_until=row.held_until,
        said_they_come=row.coming_at,
        learning_question=row.learning_question if shared else None,
        own_case=row.own_case if shared else None,
    )


def _changes(session: Session, offering_id: str) -> list[Change]:
    query = select(OfferingChange).where(col(OfferingChange.offering_id) == offering_id)
    rows = session.scalars(query.order_by(col(OfferingChange.id)))
    return [Change(row.at, row.who, row.why, row.before, row.after, row.changed) for row in rows]


def _told(session: Session, offering_id: str) -> list[Told]:
    rows = session.scalars(
        select(Notice)
        .join(Enrolment, col(Enrolment.id) == col(Notice.enrolment_id))
        .where(col(Enrolment.offering_id) == offering_id)
        .order_by(col(Notice.id))
    )
    return [
        Told(
            number=row.enrolment_id,
            kind=row.kind,
            written_at=row.created_at,
            state=row.state,
            at=row.sent_at or row.due_at,
            way=row.way,
            why=row.why,
            refusals=row.refusals,
        )
        for row in rows
    ]
