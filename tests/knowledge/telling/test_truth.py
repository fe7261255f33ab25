"""What is no longer true, wanted or in time when it is about to go out, does not go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.database import reading, writing
from knowledge.seat.attending import mark
from knowledge.seat.changing import decide_now, move_offering, postpone, withdraw
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.leaving import leave
from knowledge.tables import Notice
from knowledge.telling.reminders import write_due
from knowledge.telling.truth import TRUE_IN, why_not
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.knowledge.seat.seats import add_learners, add_offering, ask, change_offering, notices, seat
from tests.knowledge.telling.at import deliver, wish

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
ELS = {"who": "els", "why": "zo is het beter"}


@pytest.fixture
def used(databases: Engine, now: datetime) -> Engine:
    """ann left, bob has a seat and his invitation, cas is offered one, dia waits; it begins in two weeks."""
    add_offering(databases, now)
    add_learners(databases, now, "ann", "bob", "cas", "dia")
    ask(databases, now - HOUR, "ann", "bob", "cas", "dia")
    deliver(databases, now)
    leave(databases, "ann", "cobots", now)
    return databases


def reason(engine: Engine, kind: NoticeKind, now: datetime, learner: str) -> str:
    """Why the last message of this kind to somebody must not go."""
    row = [one for one in notices(engine, kind) if one.learner_id == learner][-1]
    with reading(engine) as session:
        return why_not(session, session.get_one(Notice, row.id), now)


def move(engine: Engine, now: datetime, days: int) -> None:
    start = now + days * DAY
    move_offering(engine, "cobots", now, starts_at=start, ends_at=start + 4 * HOUR, **ELS)


def test_every_kind_of_message_says_in_which_states_it_is_true() -> None:
    assert set(TRUE_IN) == set(NoticeKind)


def yes(engine: Engine, now: datetime) -> None:
    claim(engine, "cas", "cobots", now)


def no(engine: Engine, now: datetime) -> None:
    leave(engine, "cas", "cobots", now)


def back(engine: Engine, now: datetime) -> None:
    enrol(engine, "ann", ["cobots"], now)


def nothing(engine: Engine, now: datetime) -> None:
    """Time stands still."""


@pytest.mark.parametrize(
    ("kind", "learner", "meanwhile", "why"),
    [
        (NoticeKind.OFFER, "cas", nothing, ""),
        (NoticeKind.OFFER, "cas", yes, "the enrolment is enrolled"),
        (NoticeKind.OFFER, "cas", no, "the enrolment is cancelled"),
        (NoticeKind.SEAT_LEFT, "ann", nothing, ""),
        (NoticeKind.SEAT_LEFT, "ann", back, "the enrolment is waiting"),
    ],
)
def test_a_message_is_true_in_some_states_only(
    used: Engine, now: datetime, kind: NoticeKind, learner: str, meanwhile: Callable[[Engine, datetime], None], why: str
) -> None:
    meanwhile(used, now)
    assert reason(used, kind, now, learner) == why


def test_an_offer_is_of_use_as_long_as_it_is_held(used: Engine, now: datetime) -> None:
    until = now + 48 * HOUR
    assert reason(used, NoticeKind.OFFER, until - MINUTE, "cas") == ""
    assert reason(used, NoticeKind.OFFER, until, "cas") == "too late to be of use"


def test_a_go_is_true_until_it_is_withdrawn(used: Engine, now: datetime) -> None:
    decide_now(used, "cobots", True, now, **ELS)
    assert [reason(used, NoticeKind.GO, now, who) for who in ("bob", "cas", "dia")] == ["", "", ""]
    change_offering(used, "cobots", state="held")
    assert reason(used, NoticeKind.GO, now, "bob") == "the offering is held"
    change_offering(used, "cobots", state="confirmed")
    withdraw(used, "cobots", now, **ELS)
    assert reason(used, NoticeKind.GO, now, "bob") == "the enrolment is cancelled"
    assert reason(used, NoticeKind.WITHDRAWN, now, "bob") == ""


def test_a_later_decision_is_of_no_use_once_it_is_decided(used: Engine, now: datetime) -> None:
    postpone(used, "cobots", now + 9 * DAY, now, **ELS)
    assert reason(used, NoticeKind.POSTPONED, now, "bob") == ""
    assert reason(used, NoticeKind.POSTPONED, now + 9 * DAY, "bob") == "too late to be of use"
    decide_now(used, "cobots", True, now, **ELS)
    assert reason(used, NoticeKind.POSTPONED, now, "bob") == "the offering is confirmed"


def test_a_reminder_is_true_of_a_seat_at_that_time(used: Engine, now: datetime) -> None:
    write_due(used, now + 13 * DAY)
    moment = now + 13 * DAY
    assert reason(used, NoticeKind.REMINDER_DAY, moment, "bob") == ""
    move(used, moment, 3)
    assert reason(used, NoticeKind.REMINDER_DAY, moment, "bob") == "it is not held at that time"
    change_offering(used, "cobots", starts_at=now + 14 * DAY)
    assert reason(used, NoticeKind.REMINDER_DAY, moment, "bob") == ""
    leave(used, "bob", "cobots", moment)
    assert reason(used, NoticeKind.REMINDER_DAY, moment, "bob") == "the enrolment is cancelled"


def test_what_somebody_no_longer_wants_does_not_go(used: Engine, now: datetime) -> None:
    write_due(used, now + 13 * DAY)
    wish(used, "bob", day=False)
    assert reason(used, NoticeKind.REMINDER_DAY, now + 13 * DAY, "bob") == "they don't want it"


def test_the_first_yes_is_only_told_of_while_there_is_a_seat(used: Engine, now: datetime) -> None:
    soon = now + 14 * DAY - 2 * HOUR
    leave(used, "bob", "cobots", soon)
    assert reason(used, NoticeKind.FIRST_COME, soon, "dia") == ""
    change_offering(used, "cobots", maximum=1)
    enrol(used, "ann", ["cobots"], soon)
    assert reason(used, NoticeKind.FIRST_COME, soon, "dia") == "the seat is taken"
    assert reason(used, NoticeKind.FIRST_COME, soon + 2 * HOUR, "dia") == "too late to be of use"


def test_of_two_invitations_the_newest_goes(used: Engine, now: datetime) -> None:
    leave(used, "bob", "cobots", now)
    claim(used, "cas", "cobots", now)
    first = notices(used, NoticeKind.SEAT_TAKEN)[-1]
    move_offering(used, "cobots", now, place="Zaal 2", **ELS)
    with reading(used) as session:
        assert why_not(session, session.get_one(Notice, first.id), now) == "a later message tells it"
    assert reason(used, NoticeKind.CHANGED, now, "cas") == ""


def test_what_was_changed_back_before_anybody_knew_holds_back_no_invitation(used: Engine, now: datetime) -> None:
    claim(used, "cas", "cobots", now)
    for place in ("Zaal 2", "Leerplein"):
        move_offering(used, "cobots", now, place=place, **ELS)
    assert reason(used, NoticeKind.SEAT_TAKEN, now, "cas") == ""


@pytest.mark.parametrize(
    ("way", "why"),
    [("email", ""), ("telegram", "no invitation went out"), (None, "no invitation went out")],
)
def test_a_calendar_is_cleared_only_of_what_was_put_in_it(
    used: Engine, now: datetime, way: str | None, why: str
) -> None:
    with writing(used) as session:
        for row in notices(used, NoticeKind.SEAT_TAKEN):
            session.get_one(Notice, row.id).way = way
    assert reason(used, NoticeKind.SEAT_LEFT, now, "ann") == why


def test_who_was_absent_is_not_asked_how_it_was(used: Engine, now: datetime) -> None:
    end = now + 14 * DAY + 4 * HOUR
    write_due(used, end + HOUR)
    assert reason(used, NoticeKind.AFTERWARDS, end + HOUR, "bob") == ""
    for present, why in ((True, ""), (False, "the enrolment is missed")):
        mark(used, "cobots", {seat(used, "bob").id or 0: present}, end, who="els")
        assert reason(used, NoticeKind.AFTERWARDS, end + HOUR, "bob") == why
    assert seat(used, "bob").state == EnrolmentState.MISSED
