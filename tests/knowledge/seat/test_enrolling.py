"""Enrolling is a lock, a look, a rule."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine

from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.seat.looking import seats_of
from knowledge.tables import Enrolment
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.knowledge.seat.seats import add_offering, ask, change_offering, changes, notices, seat, seats


def test_with_a_seat_free_you_are_enrolled(academy: Engine, now: datetime) -> None:
    told = enrol(academy, "ann", ["cobots"], now, line_id="lijn-1", who="hr")
    assert [one.model_dump() for one in told] == [
        {
            "id": told[0].id,
            "learner_id": "ann",
            "offering_id": "cobots",
            "state": EnrolmentState.ENROLLED,
            "line_id": "lijn-1",
            "asked_at": now,
            "priority": 0,
            "held_until": None,
            "seated_at": now,
            "cost": 75,
            "paid_by": "je werkgever",
            "coming_at": None,
            "sequence": 1,
            "learning_question": None,
            "own_case": None,
            "shared_at": None,
            "leave_reason": None,
            "feedback": None,
        }
    ]
    assert seats(academy) == {"cobots": {"ann": "enrolled"}}
    assert changes(academy) == [("ann", None, "enrolled", "hr")]


def test_who_gets_a_seat_is_sent_an_invitation_at_once_and_who_waits_is_not(academy: Engine, now: datetime) -> None:
    night = now + timedelta(hours=13)
    ask(academy, night, "ann", "bob", "cas")
    start = now + timedelta(days=14)
    assert [
        (row.kind, row.learner_id, row.sequence, row.starts_at, row.due_at, row.useful_until, row.urgent)
        for row in notices(academy)
    ] == [
        (NoticeKind.SEAT_TAKEN, "ann", 1, start, night, start, True),
        (NoticeKind.SEAT_TAKEN, "bob", 1, start, night + timedelta(minutes=1), start, True),
    ]


def test_what_was_shown_and_agreed_to_stays_with_the_seat(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    change_offering(academy, "cobots", cost=90, paid_by="jij")
    ask(academy, now, "ann", "bob")
    assert [(seat(academy, id).cost, seat(academy, id).paid_by) for id in ("ann", "bob")] == [
        (75, "je werkgever"),
        (90, "jij"),
    ]


def test_a_full_offering_puts_you_on_the_waiting_list_with_your_position(academy: Engine, now: datetime) -> None:
    assert ask(academy, now, "ann", "bob", "cas", "dia") == ["enrolled", "enrolled", "waiting", "waiting"]
    positions = [seats_of(academy, id, now)[0].position for id in ("ann", "bob", "cas", "dia")]
    assert positions == [None, None, 1, 2]


def test_asking_twice_is_one_enrolment(academy: Engine, now: datetime) -> None:
    first = enrol(academy, "ann", ["cobots"], now)
    again = enrol(academy, "ann", ["cobots", "cobots"], now + timedelta(hours=1))
    assert again == first
    assert seats(academy) == {"cobots": {"ann": "enrolled"}}
    assert changes(academy) == [("ann", None, "enrolled", "learner")]


def test_asking_twice_on_the_waiting_list_keeps_your_place(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    assert ask(academy, now + timedelta(hours=1), "cas") == ["waiting"]
    assert list(seats(academy)["cobots"]) == ["ann", "bob", "cas", "dia"]
    assert len(changes(academy)) == 4


def test_what_you_have_is_shown_again_after_it_began(academy: Engine, now: datetime) -> None:
    first = enrol(academy, "ann", ["cobots"], now)
    assert enrol(academy, "ann", ["cobots"], now + timedelta(days=15)) == first


def test_a_cancelled_enrolment_revives_in_its_own_row(academy: Engine, now: datetime) -> None:
    (first,) = enrol(academy, "ann", ["cobots"], now)
    leave(academy, "ann", "cobots", now)
    (again,) = enrol(academy, "ann", ["cobots"], now + timedelta(hours=1))
    assert (again.id, again.state) == (first.id, EnrolmentState.ENROLLED)
    assert changes(academy) == [
        ("ann", None, "enrolled", "learner"),
        ("ann", "enrolled", "cancelled", "learner"),
        ("ann", "cancelled", "enrolled", "learner"),
    ]


def test_a_cancelled_enrolment_revives_at_the_end_of_the_line(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas", "dia")
    leave(academy, "ann", "cobots", now)
    assert ask(academy, now + timedelta(hours=1), "ann") == ["waiting"]
    assert seats(academy) == {"cobots": {"bob": "enrolled", "cas": "offered", "dia": "waiting", "ann": "waiting"}}


def test_at_the_same_instant_a_revived_one_is_still_last(academy: Engine, now: datetime) -> None:
    for id in ("ann", "bob", "cas", "dia", "eva"):
        enrol(academy, id, ["cobots"], now)
    leave(academy, "cas", "cobots", now)
    enrol(academy, "cas", ["cobots"], now)
    assert list(seats(academy)["cobots"]) == ["ann", "bob", "dia", "eva", "cas"]


def test_who_waits_is_never_passed_by_a_slower_clock(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    assert ask(academy, now - timedelta(minutes=5), "dia") == ["waiting"]
    assert list(seats(academy)["cobots"]) == ["ann", "bob", "cas", "dia"]


def test_who_waits_is_never_passed_for_a_seat_that_is_free(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    change_offering(academy, "cobots", maximum=3)
    assert ask(academy, now + timedelta(hours=1), "dia") == ["waiting"]
    assert seats(academy)["cobots"] == {"ann": "enrolled", "bob": "enrolled", "cas": "offered", "dia": "waiting"}


def test_at_your_own_pace_there_is_no_date_but_there_are_seats(academy: Engine, now: datetime) -> None:
    add_offering(academy, now, "meten", days=None, maximum=1)
    assert ask(academy, now + timedelta(days=900), "ann", "bob", offering="meten") == ["enrolled", "waiting"]


def test_several_at_once_come_in_the_order_you_asked(academy: Engine, now: datetime) -> None:
    add_offering(academy, now, "meten")
    told: list[Enrolment] = enrol(academy, "ann", ["meten", "cobots", "meten"], now)
    assert [(one.offering_id, one.state.value) for one in told] == [
        ("meten", "enrolled"),
        ("cobots", "enrolled"),
    ]


def test_nothing_asked_is_nothing_changed(academy: Engine, now: datetime) -> None:
    assert enrol(academy, "ann", [], now) == []
    assert seats(academy) == {}
