"""Offerings and people for the tests of seats, and how the seats are to be read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.database import reading, writing
from knowledge.errors import Refusal
from knowledge.seat.enrolling import enrol
from knowledge.tables import Conversation, Enrolment, EnrolmentChange, Learner, Notice, Offering, OfferingChange
from knowledge.vocabulary import EnrolmentState, NoticeKind


def add_offering(engine: Engine, now: datetime, id: str = "cobots", *, days: int | None = 14, **fields: object) -> str:
    """An open offering of four hours for two people, in so many days; at one's own pace for None."""
    starts_at = None if days is None else now + timedelta(days=days)
    row = {
        "id": id,
        "module_id": f"module-{id}",
        "academy_id": "zwolle",
        "rule": "",
        "starts_at": starts_at,
        "ends_at": starts_at and starts_at + timedelta(hours=4),
        "place": "Leerplein",
        "minimum": 1,
        "maximum": 2,
        "cost": 75,
        "paid_by": "je werkgever",
    }
    with writing(engine) as session:
        session.add(Offering(**(row | fields)))
    return id


def change_offering(engine: Engine, id: str, **fields: object) -> None:
    """Changes an offering as a new catalogue or a decision would."""
    with writing(engine) as session:
        session.get(Offering, id).sqlmodel_update(fields)


def add_learners(engine: Engine, now: datetime, *ids: str) -> None:
    """Learners, each with one conversation that is named after them."""
    with writing(engine) as session:
        session.add_all(Learner(id=id, created_at=now, consent_at=now) for id in ids)
        session.flush()
        session.add_all(talk_of(id, now) for id in ids)


def crowd(engine: Engine, now: datetime, count: int, name: str = "p") -> list[str]:
    """That many learners."""
    ids = [f"{name}{n:02}" for n in range(count)]
    add_learners(engine, now, *ids)
    return ids


def talk_of(learner_id: str, now: datetime, name: str = "talk") -> Conversation:
    """A conversation of a learner."""
    return Conversation(id=f"{name}-{learner_id}", learner_id=learner_id, created_at=now, seen_at=now)


def ask(engine: Engine, now: datetime, *ids: str, offering: str = "cobots") -> list[str]:
    """Everybody enrols, a minute after each other; gives the state that each is told."""
    return [enrol(engine, id, [offering], now + timedelta(minutes=n))[0].state.value for n, id in enumerate(ids)]


def seats(engine: Engine) -> dict[str, dict[str, str]]:
    """The state of everybody by offering and learner; who waits comes last, first in line first."""
    found: dict[str, dict[str, str]] = {}
    with reading(engine) as session:
        rows = session.scalars(select(Enrolment).order_by(col(Enrolment.asked_at), col(Enrolment.id))).all()
    for row in sorted(rows, key=lambda row: row.state is EnrolmentState.WAITING):
        found.setdefault(row.offering_id, {})[row.learner_id] = row.state.value
    return found


def changes(engine: Engine) -> list[tuple[str, str | None, str, str]]:
    """Every change in the order in which it was made: learner, before, after, who."""
    with reading(engine) as session:
        rows = session.execute(
            select(Enrolment, EnrolmentChange)
            .join(EnrolmentChange, col(EnrolmentChange.enrolment_id) == col(Enrolment.id))
            .order_by(col(EnrolmentChange.id))
        ).all()
    return [(one.learner_id, change.before, change.after, change.who) for one, change in rows]


def why(engine: Engine, learner: str, offering: str = "cobots") -> list[str]:
    """Why each change of an enrolment was made, in order."""
    with reading(engine) as session:
        return list(
            session.scalars(
                select(col(EnrolmentChange.why))
                .join(Enrolment, col(Enrolment.id) == col(EnrolmentChange.enrolment_id))
                .where(col(Enrolment.learner_id) == learner, col(Enrolment.offering_id) == offering)
                .order_by(col(EnrolmentChange.id))
            )
        )


def seat(engine: Engine, learner: str, offering: str = "cobots") -> Enrolment:
    """The one enrolment of a learner on an offering."""
    with reading(engine) as session:
        mine = (col(Enrolment.learner_id) == learner, col(Enrolment.offering_id) == offering)
        return session.scalars(select(Enrolment).where(*mine)).one()


def offering(engine: Engine, id: str = "cobots") -> Offering:
    """An offering as it is now."""
    with reading(engine) as session:
        return session.get_one(Offering, id)


def decisions(engine: Engine, id: str = "cobots") -> list[tuple[str, str, str, str]]:
    """Every change of an offering: before, after, who, why."""
    with reading(engine) as session:
        mine = col(OfferingChange.offering_id) == id
        rows = session.scalars(select(OfferingChange).where(mine).order_by(col(OfferingChange.id))).all()
    return [(row.before, row.after, row.who, row.why) for row in rows]


def notices(engine: Engine, *kinds: NoticeKind) -> list[Notice]:
    """Every message (of these kinds), in the order in which they were written."""
    with reading(engine) as session:
        rows = session.scalars(select(Notice).order_by(col(Notice.id))).all()
    return [row for row in rows if not kinds or row.kind in kinds]


def told(engine: Engine, *without: NoticeKind) -> list[tuple[str, str]]:
    """Who is told what, but for these kinds and that a seat was taken."""
    left_out = (NoticeKind.SEAT_TAKEN, *without)
    return [(row.learner_id, row.kind.value) for row in notices(engine) if row.kind not in left_out]


def refusal(deed: Callable[[], object]) -> str:
    """The name of the response that refuses it."""
    try:
        deed()
    except Refusal as found:
        return found.response
    raise AssertionError("it was not refused")
