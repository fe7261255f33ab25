"""Whatever people and academies do, in any order: beside the rules a plain model, looked at after every step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, delete, select
from sqlmodel import SQLModel

from knowledge.audit import audit
from knowledge.database import reading, writing
from knowledge.errors import NavigatorError, Refusal
from knowledge.people import forget, give_consent
from knowledge.seat.changing import move_offering, postpone, set_capacity, withdraw
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.leaving import leave
from knowledge.seat.locking import locked_offering
from knowledge.seat.looking import full_offerings, seats_left, seats_of
from knowledge.seat.settling import due_offerings, settle
from knowledge.tables import Conversation, Offering
from knowledge.vocabulary import GIVEN_OUT
from tests.knowledge.seat.plain_seats import Plain, PlainSeats
from tests.knowledge.seat.seats import add_offering

DAYS = {"vroeg": 2, "laat": 6, "eigen": None}
MAXIMUM = {"vroeg": 1, "laat": 2, "eigen": 1}
PEOPLE = ("ann", "bob", "cas", "dia", "eva")
PERSON, OFFERING = st.sampled_from(PEOPLE), st.sampled_from(list(DAYS))
DATED = st.sampled_from(("vroeg", "laat"))
ELS = {"who": "els", "why": "zo is het beter"}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def told_by(deed: Callable[[], object]) -> object:
    """What a person is told: the answer, the name of the response that refuses, or that it cannot be."""
    try:
        return deed()
    except Refusal as refusal:
        return refusal.response
    except NavigatorError:
        return "cannot be"


class Seats(RuleBasedStateMachine):
    """Five people, who all want everything, three offerings, one at one's own pace, and the time that passes."""

    def __init__(self, engine: Engine, now: datetime) -> None:
        super().__init__()
        self.engine, self.now = engine, now + timedelta(minutes=30)
        starts = {id: None if days is None else now + days * DAY for id, days in DAYS.items()}
        decisions = {id: start and start - 30 * HOUR for id, start in starts.items()}
        self.plain = PlainSeats({id: Plain(MAXIMUM[id], 1, starts[id], decisions[id]) for id in DAYS})

    @initialize()
    def an_empty_academy(self) -> None:
        with writing(self.engine) as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.execute(delete(table))
        for id, one in self.plain.all.items():
            ends_at = one.starts_at and one.starts_at + 4 * HOUR
            fields = {"starts_at": one.starts_at, "ends_at": ends_at, "decide_at": one.decide_at}
            add_offering(self.engine, self.now, id, maximum=MAXIMUM[id], **fields)
        for person in PEOPLE:
            self.somebody_enrols(person, list(DAYS))

    def learner(self, person: str) -> str:
        """The learner's id; whoever is new or was forgotten begins a talk and agrees."""
        with writing(self.engine) as session:
            if session.get(Conversation, person) is None:
                session.add(Conversation(id=person, created_at=self.now, seen_at=self.now))
        return give_consent(self.engine, person, self.now)

    @rule(person=PERSON, offerings=st.lists(OFFERING, min_size=1, max_size=3))
    def somebody_enrols(self, person: str, offerings: list[str]) -> None:
        id = self.learner(person)
        told = told_by(lambda: [one.state.value for one in enrol(self.engine, id, offerings, self.now)])
        assert told == self.plain.enrol(person, offerings, self.now)

    @rule(person=PERSON, offering=OFFERING)
    def somebody_says_yes(self, person: str, offering: str) -> None:
        id = self.learner(person)
        told = told_by(lambda: claim(self.engine, id, offering, self.now).state.value)
        assert told == self.plain.claim(person, offering, self.now)

    @rule(person=PERSON, offering=OFFERING)
    def somebody_leaves(self, person: str, offering: str) -> None:
        id = self.learner(person)
        told = told_by(lambda: leave(self.engine, id, offering, self.now).state.value)
        assert told == self.plain.leave(person, offering, self.now)

    @rule(person=PERSON)
    def somebody_is_forgotten(self, person: str) -> None:
        assert forget(self.engine, person, self.now) == self.plain.forget(person, self.now)

    @rule(hours=st.sampled_from((3, 13, 49)))
    def time_passes_and_the_clock_ticks(self, hours: int) -> None:
        self.now += hours * HOUR
        for id in due_offerings(self.engine, self.now):
            with writing(self.engine) as session:
                settle(session, locked_offering(session, id), self.now)
        assert due_offerings(self.engine, self.now) == []
        for one in self.plain.all.values():
            one.settle(self.now)

    @rule(offering=OFFERING, maximum=st.integers(0, 3))
    def the_room_changes(self, offering: str, maximum: int) -> None:
        one = self.plain.all[offering]
        told = told_by(lambda: set_capacity(self.engine, offering, self.now, maximum=maximum, **ELS).maximum)
        held = len(one.seats) + len(one.offers)
        can = self.is_open(one) and max(1, held) <= maximum
        assert told == (maximum if can else "cannot be")
        if can:
            one.maximum = maximum
            one.settle(self.now)

    @rule(offering=DATED, really=st.sampled_from((True, False, False, False, False)))
    def it_is_withdrawn(self, offering: str, really: bool) -> None:
        if not really:
            return  # or there would soon be nothing left
        one = self.plain.all[offering]
        told = told_by(lambda: withdraw(self.engine, offering, self.now, **ELS).state.value)
        can = one.state == "cancelled" or self.is_open(one)
        assert told == ("cancelled" if can else "cannot be")
        if can:
            one.state = "cancelled"
            one.everybody_out("lost")

    @rule(offering=DATED, hours=st.integers(1, 40))
    def the_decision_is_postponed(self, offering: str, hours: int) -> None:
        one, until = self.plain.all[offering], self.now + hours * HOUR
        told = told_by(lambda: postpone(self.engine, offering, until, self.now, **ELS).decide_at)
        can = one.state == "open" and one.starts_at is not None and self.now < until <= one.starts_at
        assert told == (until if can else "cannot be")
        if can:
            one.decide_at = until

    @rule(offering=DATED, hours=st.sampled_from((-24, -5, 5, 24, 72)))
    def it_is_moved(self, offering: str, hours: int) -> None:
        one = self.plain.all[offering]
        assert one.starts_at is not None
        start = one.starts_at + hours * HOUR
        times = {"starts_at": start, "ends_at": start + 4 * HOUR}
        told = told_by(lambda: move_offering(self.engine, offering, self.now, **times, **ELS).starts_at)
        can = self.is_open(one) and start > self.now
        assert told == (start if can else "cannot be")
        if can:
            one.starts_at, one.decide_at = start, one.decide_at and min(one.decide_at, start)
            longer = one.held_until(self.now)
            one.offers = {person: max(longer, until) for person, until in one.offers.items()}
            one.give(self.now)

    def is_open(self, one: Plain) -> bool:
        return one.state in GIVEN_OUT and not one.begun(self.now)

    @invariant()
    def every_promise_holds(self) -> None:
        assert audit(self.engine, self.now) == []

    @invariant()
    def everybody_has_what_the_plain_model_says(self) -> None:
        found = {}
        for person in PEOPLE:
            with reading(self.engine) as session:
                talk = session.get(Conversation, person)
            mine = seats_of(self.engine, talk.learner_id if talk else None, self.now - 99 * DAY)
            found |= {
                (person, one.offering.id): (one.enrolment.state.value, one.position, one.enrolment.held_until)
                for one in mine
            }
        assert found == self.plain.places()

    @invariant()
    def every_offering_is_as_the_plain_model_says(self) -> None:
        with reading(self.engine) as session:
            rows = session.scalars(select(Offering)).all()
        found = {row.id: (row.state.value, row.maximum, row.starts_at, row.decide_at) for row in rows}
        assert found == {
            id: (one.state, one.maximum, one.starts_at, one.decide_at) for id, one in self.plain.all.items()
        }
        left = {
            id: 0 if one.line and not one.near(self.now) else max(0, one.free()) for id, one in self.plain.all.items()
        }
        assert seats_left(self.engine, list(DAYS), self.now) == left
        coming = [id for id, one in self.plain.all.items() if not one.begun(self.now)]
        assert full_offerings(self.engine, self.now) == {id for id in coming if not left[id]}


def in_any_order(engine: Engine, now: datetime, *phases: Phase) -> None:
    run_state_machine_as_test(
        lambda: Seats(engine, now),
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            derandomize=True,
            deadline=None,
            report_multiple_bugs=False,
            phases=[Phase.generate, *phases],
        ),
    )
