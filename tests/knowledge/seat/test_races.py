"""Everybody at once, in processes of their own: the promises hold, and without the locks they break.

Every race has a twin: the same race in which the locks are taken out, which must show in the same look.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from knowledge.clock import utc_now
from knowledge.vocabulary import NoticeKind
from tests.knowledge.seat.racing import Deed, broken, race
from tests.knowledge.seat.seats import add_learners, add_offering, ask, changes, crowd, notices, seats

OVERBOOKED, IDLE = "no offering is overbooked", "the waiting list moves"


def states(engine: Engine, offering: str = "cobots") -> dict[str, int]:
    """How many there are in each state."""
    all_states = list(seats(engine)[offering].values())
    return {state: all_states.count(state) for state in all_states}


def test_of_sixty_at_once_five_get_a_seat_and_the_others_wait_in_order(databases: Engine, now: datetime) -> None:
    add_offering(databases, utc_now(), maximum=5)
    people = crowd(databases, now, 60)
    told = race(databases, [Deed("enrol", id, skew=n % 7 * 100) for n, id in enumerate(people)])
    assert broken(databases, told) == set()
    assert states(databases) == {"enrolled": 5, "waiting": 55}
    line = list(seats(databases)["cobots"])[5:]
    assert {one.deed.learner: one.answer for one in told if one.answer} == {id: n for n, id in enumerate(line, start=1)}
    assert [learner for learner, *_ in changes(databases)][5:] == line


def test_without_the_locks_twelve_at_once_break_five_seats(databases: Engine, now: datetime) -> None:
    add_offering(databases, utc_now(), maximum=5)
    people = crowd(databases, now, 12)
    told = race(databases, [Deed("enrol", id) for id in people], look="before moving")
    expected = {"postgresql": {OVERBOOKED}, "sqlite": {"OperationalError"}}
    assert broken(databases, told) == expected[databases.dialect.name]


def full_house(engine: Engine, now: datetime) -> list[Deed]:
    """Five seats taken and five in line; those with a seat leave while five others enrol."""
    add_offering(engine, utc_now(), maximum=5)
    seated, waiting, new = (crowd(engine, now, 5, name) for name in ("seated", "waiting", "new"))
    ask(engine, now, *seated, *waiting)
    return [*(Deed("leave", id) for id in seated), *(Deed("enrol", id) for id in new)]


def test_leaving_and_enrolling_at_once_offers_each_freed_seat_to_the_next_in_line(
    databases: Engine, now: datetime
) -> None:
    told = race(databases, full_house(databases, now))
    assert broken(databases, told) == set()
    assert states(databases) == {"cancelled": 5, "offered": 5, "waiting": 5}
    first = [f"waiting{n:02}" for n in range(5)]
    assert [learner for learner, *change in changes(databases) if change[:2] == ["waiting", "offered"]] == first
    assert [row.learner_id for row in notices(databases, NoticeKind.OFFER)] == first


def test_without_the_locks_freed_seats_stay_empty(databases: Engine, now: datetime) -> None:
    on_sqlite = databases.dialect.name == "sqlite"
    deeds = full_house(databases, now)
    told = race(databases, deeds, look="before moving" if on_sqlite else "at the line")
    assert broken(databases, told) == ({"OperationalError"} if on_sqlite else {IDLE})


def test_one_learner_enrolling_twenty_times_at_once_has_one_enrolment(databases: Engine, now: datetime) -> None:
    add_offering(databases, utc_now(), maximum=5)
    add_learners(databases, now, "ann")
    told = race(databases, [Deed("enrol", "ann")] * 20)
    assert broken(databases, told) == set()
    assert [one.answer for one in told] == [None] * 20
    assert seats(databases) == {"cobots": {"ann": "enrolled"}}
    assert changes(databases) == [("ann", None, "enrolled", "learner")]


def test_without_the_locks_all_but_one_of_twenty_get_an_error(databases: Engine, now: datetime) -> None:
    add_offering(databases, utc_now(), maximum=5)
    add_learners(databases, now, "ann")
    told = race(databases, [Deed("enrol", "ann")] * 20, look="before moving")
    expected = {"postgresql": {"IntegrityError"}, "sqlite": {"OperationalError"}}
    assert broken(databases, told) == expected[databases.dialect.name]
    assert len([one for one in told if one.error]) == 19
