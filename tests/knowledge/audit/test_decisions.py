"""The audit finds each broken promise about go and no-go, and nothing after normal use."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, update
from sqlmodel import col

from knowledge.audit import Finding, audit
from knowledge.database import writing
from knowledge.seat.leaving import leave
from knowledge.tables import EnrolmentChange, Notice, OfferingChange
from knowledge.vocabulary import EnrolmentState, NoticeKind, NoticeState, OfferingState
from tests.knowledge.audit.tampering import tamper
from tests.knowledge.seat.seats import ask, change_offering, seat

UNTOLD = "nobody on a decided offering is left untold"
DAY = timedelta(days=1)


@pytest.fixture
def later(now: datetime) -> datetime:
    """When all of "told" is over."""
    return now + 42 * DAY


def drop(engine: Engine, kind: NoticeKind, learner: str) -> None:
    with writing(engine) as session:
        session.execute(delete(Notice).where(col(Notice.kind) == kind, col(Notice.learner_id) == learner))


def test_after_all_of_it_every_promise_holds(told: Engine, later: datetime) -> None:
    assert audit(told, later) == []


def test_what_is_not_decided_on_its_date_is_found_after_a_while(used: Engine, now: datetime) -> None:
    change_offering(used, "eigen", decide_at=now)
    assert audit(used, now + timedelta(minutes=14)) == []
    assert audit(used, now + timedelta(minutes=15)) == [Finding("go or no-go is decided on its date", "eigen")]


def test_what_is_decided_twice_is_found(told: Engine, later: datetime) -> None:
    row = {"offering_id": "go", "at": later, "before": "open", "after": "confirmed", "who": "x", "why": "x"}
    with writing(told) as session:
        session.add(OfferingChange.model_validate(row))
        session.add(OfferingChange.model_validate(row | {"before": "confirmed", "after": "held"}))
    assert audit(told, later) == [Finding("go or no-go is decided once", "go: 2 times")]


def test_a_decision_without_its_row_is_found(told: Engine, later: datetime) -> None:
    change_offering(told, "go", state=OfferingState.CANCELLED)
    change_offering(told, "eigen", state=OfferingState.CONFIRMED)
    assert audit(told, later)[:2] == [
        Finding("every decision has its row", "eigen: confirmed, last row says None"),
        Finding("every decision has its row", "go: cancelled, last row says held"),
    ]


def test_a_seat_on_what_is_cancelled_is_found(told: Engine, later: datetime) -> None:
    ids = [tamper(told, who, "nogo", state=EnrolmentState.WAITING) for who in ("bob", "cas")]
    found = audit(told, later)
    for id in ids:
        assert Finding("nobody has a seat on what is cancelled", f"enrolment {id}") in found


def test_who_has_a_seat_and_was_not_told_of_the_go_is_found(told: Engine, later: datetime) -> None:
    drop(told, NoticeKind.GO, "bob")
    assert audit(told, later) == [Finding(UNTOLD, f"go: enrolment {seat(told, 'bob', 'go').id}")]


def test_who_asked_after_the_go_need_not_be_told_of_it(told: Engine, now: datetime, later: datetime) -> None:
    change_offering(told, "go", starts_at=later + 9 * DAY, ends_at=later + 10 * DAY, state=OfferingState.CONFIRMED)
    with writing(told) as session:
        held = (col(OfferingChange.offering_id) == "go") & (col(OfferingChange.after) == OfferingState.HELD)
        session.execute(delete(OfferingChange).where(held))
    leave(told, "bob", "go", later)
    ask(told, later, "bob", offering="go")
    drop(told, NoticeKind.GO, "bob")
    assert audit(told, later) == []


@pytest.mark.parametrize(("kind", "offering"), [(NoticeKind.NO_GO, "nogo"), (NoticeKind.WITHDRAWN, "weg")])
def test_who_lost_a_seat_and_was_not_told_is_found(
    told: Engine, later: datetime, kind: NoticeKind, offering: str
) -> None:
    drop(told, kind, "bob")
    assert audit(told, later) == [Finding(UNTOLD, f"{offering}: enrolment {seat(told, 'bob', offering).id}")]


def test_what_was_told_before_it_happened_does_not_count(told: Engine, later: datetime) -> None:
    with writing(told) as session:
        mine = (col(Notice.kind) == NoticeKind.NO_GO) & (col(Notice.learner_id) == "bob")
        session.execute(update(Notice).where(mine).values(created_at=later - 99 * DAY))
    assert audit(told, later) == [Finding(UNTOLD, f"nogo: enrolment {seat(told, 'bob', 'nogo').id}")]


def test_who_lost_it_by_themselves_need_not_be_told(told: Engine, later: datetime) -> None:
    drop(told, NoticeKind.NO_GO, "bob")
    with writing(told) as session:
        lost = col(EnrolmentChange.why) == "no-go"
        session.execute(update(EnrolmentChange).where(lost).values(why="left"))
    assert audit(told, later) == []


@pytest.mark.parametrize("kind", [NoticeKind.GO, NoticeKind.NO_GO, NoticeKind.WITHDRAWN, NoticeKind.CHANGED])
def test_what_must_arrive_and_no_way_took_is_found(told: Engine, later: datetime, kind: NoticeKind) -> None:
    with writing(told) as session:
        mine = (col(Notice.kind) == kind) & (col(Notice.learner_id) == "bob")
        session.execute(update(Notice).where(mine).values(state=NoticeState.FAILED))
    offering = {NoticeKind.NO_GO: "nogo", NoticeKind.WITHDRAWN: "weg"}.get(kind, "go")
    assert audit(told, later) == [Finding(UNTOLD, f"{offering}: enrolment {seat(told, 'bob', offering).id}")]


def test_a_nudge_that_no_way_took_is_no_fault(told: Engine, later: datetime) -> None:
    with writing(told) as session:
        session.execute(update(Notice).where(col(Notice.kind) == NoticeKind.NUDGE).values(state=NoticeState.FAILED))
    assert audit(told, later) == []
