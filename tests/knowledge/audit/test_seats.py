"""The audit finds each broken promise about seats, and nothing after normal use."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, text
from sqlmodel import col

from knowledge.audit import Finding, audit
from knowledge.audit.seats import seats
from knowledge.database import reading, writing
from knowledge.seat.enrolling import enrol
from knowledge.tables import Enrolment, EnrolmentChange
from knowledge.vocabulary import EnrolmentState, OfferingState
from tests.knowledge.audit.tampering import moved, tamper
from tests.knowledge.seat.seats import change_offering
from tests.knowledge.talks import every_row

IDLE, PASSED, ROW = "the waiting list moves", "nobody who waits is passed", "every change has its row"
HELD = "an offered seat is held no longer than was said"
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("hours", [0, 24, 48])
def test_after_normal_use_every_promise_holds(used: Engine, now: datetime, hours: int) -> None:
    assert audit(used, now + hours * HOUR) == []


def test_an_empty_database_breaks_no_promise(databases: Engine, now: datetime) -> None:
    assert audit(databases, now) == []


def test_an_overbooked_offering_is_found(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", maximum=1)
    change_offering(used, "eigen", maximum=0)
    assert audit(used, now) == [
        Finding("no offering is overbooked", "cobots: 2 seats of 1"),
        Finding("no offering is overbooked", "eigen: 1 seats of 0"),
    ]


def test_a_learner_who_is_there_twice_is_found_in_a_table_that_allows_it(used: Engine, now: datetime) -> None:
    with reading(used) as session:
        for statement in (
            "ALTER TABLE enrolment RENAME TO before",
            "CREATE TABLE enrolment AS SELECT * FROM before",
            "INSERT INTO enrolment SELECT * FROM before WHERE learner_id = 'bob'",
        ):
            session.execute(text(statement))
        found = seats(session, now)
        session.rollback()
    assert Finding("nobody is enrolled twice", "cobots: one learner 2 times") in found


def test_a_free_seat_while_people_wait_is_found(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", maximum=5)
    assert audit(used, now) == [Finding(IDLE, "cobots: 2 wait for 3 free seats")]


def test_nobody_in_a_seat_at_all_while_people_wait_is_found(used: Engine, now: datetime) -> None:
    with writing(used) as session:
        seated = col(Enrolment.state).in_((EnrolmentState.ENROLLED, EnrolmentState.OFFERED))
        session.execute(delete(Enrolment).where(seated))
    assert audit(used, now) == [Finding(IDLE, "cobots: 2 wait for 2 free seats")]


def test_it_is_found_too_when_only_the_first_in_line_can_still_come(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", maximum=3, in_content=False)
    assert audit(used, now) == [Finding(IDLE, "cobots: 2 wait for 1 free seats")]


def test_where_no_seats_are_held_for_the_first_in_line_waiting_is_no_fault(used: Engine, now: datetime) -> None:
    change_offering(used, "cobots", maximum=5)
    start = now + timedelta(days=14)
    tamper(used, "cas", held_until=start)
    assert audit(used, start) == []
    assert audit(used, start - 2 * HOUR) == []
    assert audit(used, start - 7 * HOUR - timedelta(hours=12)) == [Finding(IDLE, "cobots: 2 wait for 3 free seats")]


def test_an_offer_that_ran_out_and_was_not_taken_back_is_found_after_a_while(used: Engine, now: datetime) -> None:
    late = now + 48 * HOUR + timedelta(minutes=15)
    assert audit(used, late - timedelta(seconds=1)) == []
    id = tamper(used, "cas", line_id=None)
    assert audit(used, late) == [Finding(HELD, f"cobots: enrolment {id}")]


def passed(now: datetime, asked_at: datetime) -> Finding:
    waits = (now + timedelta(minutes=3)).isoformat()
    return Finding(PASSED, f"cobots: waits since {waits}, a seat went to who asked at {asked_at.isoformat()}")


def test_a_seat_for_who_asked_later_is_found(used: Engine, now: datetime) -> None:
    tamper(used, "cas", asked_at=now + HOUR)
    assert audit(used, now) == [passed(now, now + HOUR)]
    id = tamper(used, "cas", state=EnrolmentState.ENROLLED)
    moved(used, id, "offered", "enrolled", now, "said yes to an offered seat")
    assert audit(used, now) == [passed(now, now + HOUR)]


def test_a_seat_for_who_has_less_priority_is_found(used: Engine, now: datetime) -> None:
    tamper(used, "dia", priority=1)
    assert audit(used, now) == [passed(now, now + timedelta(minutes=2))]


def test_what_somebody_had_before_the_other_stood_in_line_is_no_fault(used: Engine, now: datetime) -> None:
    tamper(used, "bob", asked_at=now + HOUR)
    assert audit(used, now) == []


def test_the_first_to_say_yes_passes_others_rightly(used: Engine, now: datetime) -> None:
    id = tamper(used, "eva", state=EnrolmentState.ENROLLED)
    change_offering(used, "cobots", maximum=3)
    moved(used, id, "waiting", "enrolled", now, "asked for a seat")
    assert audit(used, now) == [passed(now, now + timedelta(minutes=4))]
    with writing(used) as session:
        session.execute(text("UPDATE enrolment_change SET why = 'first to say yes' WHERE before = 'waiting'"))
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
    change_offering(used, "eigen", state=OfferingState.CANCELLED)
    tamper(used, "bob", state=EnrolmentState.MISSED)
    assert [one.promise for one in audit(used, now)] == [
        "no offering is overbooked",
        IDLE,
        ROW,
        "every decision has its row",
        *["nobody has a seat on what is cancelled"] * 2,
    ]


def test_the_audit_changes_nothing(told: Engine, now: datetime) -> None:
    before = every_row(told)
    audit(told, now)
    assert every_row(told) == before
