"""Writes down people who have what they have since long: an address, a talk, and a seat or a place in line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from knowledge.clock import as_utc
from knowledge.database import writing
from knowledge.tables import Conversation, Enrolment, EnrolmentChange, Learner, Offering
from knowledge.vocabulary import EnrolmentState
from tests.torture.person import DOMAIN

LONG_AGO = timedelta(days=10)
WAYS: Mapping[EnrolmentState, Sequence[EnrolmentState]] = {
    EnrolmentState.ENROLLED: (EnrolmentState.ENROLLED,),
    EnrolmentState.WAITING: (EnrolmentState.WAITING,),
    EnrolmentState.OFFERED: (EnrolmentState.WAITING, EnrolmentState.OFFERED),
}
"""The states through which somebody came to each state."""

AWAKE = """
CREATE TRIGGER awake AFTER INSERT ON learner BEGIN
    UPDATE learner SET wishes = '{"quiet_from": "00:00:00", "quiet_until": "00:00:00"}' WHERE id = NEW.id;
END
"""


def let_nobody_sleep(engine: Engine) -> None:
    """Gives everybody who will ever be written down no quiet hours, so that a run goes as well by night."""
    with engine.begin() as connection:
        connection.exec_driver_sql(AWAKE)


def add_offering(
    engine: Engine, offering: Offering, people: Mapping[str, EnrolmentState], held_until: datetime | None = None
) -> None:
    """An offering with its people by name, in the order in which they asked; in one breath.

    ``held_until`` holds for who has an offered seat.
    """
    with writing(engine) as session:
        session.add(offering)
        session.flush()
        for number, (name, state) in enumerate(people.items()):
            _add(session, name, offering, state, number, held_until)


def _add(
    session: Session,
    name: str,
    offering: Offering,
    state: EnrolmentState,
    number: int,
    held_until: datetime | None,
) -> None:
    assert offering.starts_at is not None
    at = as_utc(offering.starts_at) - timedelta(days=30) + timedelta(seconds=number)
    session.add(Learner(id=name, created_at=at, consent_at=at, name="Sam Smit", email=f"{name}@{DOMAIN}"))
    session.flush()
    session.add(Conversation(id=f"gesprek-{name}", learner_id=name, created_at=at, seen_at=at))
    enrolment = Enrolment(learner_id=name, offering_id=offering.id, state=state, asked_at=at, cost=0)
    if state == EnrolmentState.ENROLLED:
        enrolment.seated_at, enrolment.sequence = at, 1
    if state == EnrolmentState.OFFERED:
        enrolment.held_until = held_until
    session.add(enrolment)
    session.flush()
    before = None
    for after in WAYS[state]:
        why = "a seat came free" if after == EnrolmentState.OFFERED else "asked for a seat"
        row = {"enrolment_id": enrolment.id, "at": at, "before": before, "after": after}
        session.add(EnrolmentChange(**row, who="learner", why=why))
        session.flush()
        before = after
