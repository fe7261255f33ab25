"""The audit finds each broken promise, and nothing after normal use."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, select, update
from sqlmodel import col

from knowledge.audit import Finding, audit
from knowledge.database import writing
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.tables import Enrolment, EnrolmentChange
from knowledge.vocabulary import EnrolmentState, OfferingState
from tests.knowledge.seat.seats import add_learners, add_offering, ask, change_offering
from tests.knowledge.talks import every_row

IDLE, PASSED, ROW = "the waiting list moves", "nobody who waits is passed", "every change has its row"


@pytest.fixture
def used(databases: Engine, now: datetime) -> Engine:
    """After normal use: two have a seat, two wait, one left; one has a seat at their own pace."""
    add_offering(databases, now)
    add_offering(databases, now, "eigen", days=None)
    add_learners(databases, now, "ann", "bob", "cas", "dia", "eva")
    ask(databases, now, "ann", "bob", "cas", "dia", "eva")
    ask(databases, now, "ann", offering="eigen")
    leave(databases, "ann", "cobots", now)
    return databases


def tamper(engine: Engine, learner: str, **fields: object) -> int:
    """Changes an enrolment on "cobots" behind the back of the rules; gives its id."""
    mine = (col(Enrolment.learner_id) == learner) & (col(Enrolment.offering_id) == "cobots")
    with writing(engine) as session:
        session.execute(update(Enrolment).where(mine).values(**fields))
        return session.execute(select(col(Enrolment.id)).where(mine)).scalar_one()


def test_after_normal_use_every_promise_holds(used: Engine, now: datetime) -> None:
    assert audit(used, now) == []


def test_an_empty_database_breaks_no_promise(databases: Engine, now: datetime) -> None:
    assert audit(databases, now) == []


def test_an_overbooked_offering_is_found(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", maximum=1)
    change_offering(used, "eigen", maximum=0)
    assert audit(used, now) == [
        Finding("no offering is overbooked", "cobots: 2 seats of 1"),
        Finding("no offering is overbooked", "eigen: 1 seats of 0"),
    ]


def test_a_free_seat_while_people_wait_is_found(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", maximum=5)
    assert audit(used, now) == [Finding(IDLE, "cobots: 2 wait for 3 free seats")]


def test_nobody_in_a_seat_at_all_while_people_wait_is_found(used: Engine, now: datetime) -> None:
    with writing(used) as session:
        session.execute(delete(Enrolment).where(col(Enrolment.state) == EnrolmentState.ENROLLED))
    assert audit(used, now) == [Finding(IDLE, "cobots: 2 wait for 2 free seats")]


@pytest.mark.parametrize("fields", [{"in_content": False}, {"state": OfferingState.CONFIRMED}])
def test_it_is_found_too_when_only_the_first_in_line_can_still_come(
    used: Engine, now: datetime, fields: dict[str, object]
) -> None:
    change_offering(used, "cobots", maximum=3, **fields)
    assert audit(used, now) == [Finding(IDLE, "cobots: 2 wait for 1 free seats")]


def test_where_no_seats_are_given_out_any_more_waiting_is_no_fault(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", maximum=5)
    assert audit(used, now + timedelta(days=14)) == []
    change_offering(used, "cobots", state=OfferingState.CANCELLED)
    assert audit(used, now) == []


def test_a_seat_for_who_asked_later_is_found(used: Engine, now: datetime) -> None:
    asked_at = now + timedelta(hours=1)
    tamper(used, "bob", asked_at=asked_at)
    waits = (now + timedelta(minutes=3)).isoformat()
    assert audit(used, now) == [
        Finding(PASSED, f"cobots: waits since {waits}, a seat went to who asked at {asked_at.isoformat()}")
    ]


def test_asking_at_the_same_moment_is_no_fault(used: Engine, now: datetime) -> None:
    tamper(used, "bob", asked_at=now + timedelta(minutes=3))
    assert audit(used, now) == []


def test_an_enrolment_without_any_row_is_found(used: Engine, now: datetime) -> None:
    id = tamper(used, "bob", line_id="lijn-1")
    with writing(used) as session:
        session.execute(delete(EnrolmentChange).where(col(EnrolmentChange.enrolment_id) == id))
    assert audit(used, now) == [Finding(ROW, f"enrolment {id}: enrolled, last row says None")]


def test_a_change_without_its_row_is_found(used: Engine, now: datetime) -> None:
    id = tamper(used, "eva", state=EnrolmentState.CANCELLED)
    assert audit(used, now) == [Finding(ROW, f"enrolment {id}: cancelled, last row says waiting")]


def test_every_broken_promise_is_told(used: Engine, now: datetime) -> None:
    enrol(used, "eva", ["eigen"], now)
    change_offering(used, "eigen", maximum=1)
    tamper(used, "bob", state=EnrolmentState.MISSED)
    assert [one.promise for one in audit(used, now)] == ["no offering is overbooked", IDLE, ROW]


def test_the_audit_changes_nothing(used: Engine, now: datetime) -> None:
    before = every_row(used)
    audit(used, now)
    assert every_row(used) == before
