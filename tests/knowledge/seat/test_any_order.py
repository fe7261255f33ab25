"""Whatever people do in whatever order, the promises hold and everybody has what a plain model says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, delete
from sqlmodel import SQLModel

from knowledge.audit import audit
from knowledge.database import reading, writing
from knowledge.errors import Refusal
from knowledge.people import forget, give_consent
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.seat.looking import full_offerings, seats_left, seats_of
from knowledge.tables import Conversation
from tests.knowledge.seat.plain_seats import PlainSeats
from tests.knowledge.seat.seats import add_offering

DAYS = {"vroeg": 2, "laat": 5, "eigen": None}
MAXIMUM = {"vroeg": 1, "laat": 2, "eigen": 3}
PEOPLE = ("ann", "bob", "cas", "dia", "eva", "fien")
PERSON, OFFERING = st.sampled_from(PEOPLE), st.sampled_from(list(DAYS))


def told_by(deed: Callable[[], object]) -> object:
    """What a person is told: the answer, or the name of the response that refuses."""
    try:
        return deed()
    except Refusal as refusal:
        return refusal.response


class Seats(RuleBasedStateMachine):
    """Six people, three offerings, one of them at one's own pace, and the time that passes."""

    def __init__(self, engine: Engine, now: datetime) -> None:
        super().__init__()
        self.engine, self.start, self.now = engine, now, now + timedelta(minutes=30)
        self.plain = PlainSeats(MAXIMUM)

    @initialize()
    def an_empty_academy(self) -> None:
        with writing(self.engine) as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.execute(delete(table))
        for id, days in DAYS.items():
            add_offering(self.engine, self.start, id, days=days, maximum=MAXIMUM[id])

    def learner(self, person: str) -> str:
        """The learner's id; whoever is new or was forgotten begins a talk and agrees."""
        with writing(self.engine) as session:
            if session.get(Conversation, person) is None:
                session.add(Conversation(id=person, created_at=self.now, seen_at=self.now))
        return give_consent(self.engine, person, self.now)

    @rule(person=PERSON, offerings=st.lists(OFFERING, min_size=1, max_size=3), late=st.booleans())
    def somebody_enrols(self, person: str, offerings: list[str], late: bool) -> None:
        """Sometimes with a moment that is a second old by the time that it is their turn."""
        id, moment = self.learner(person), self.now - timedelta(seconds=late)
        told = told_by(lambda: [one.state.value for one in enrol(self.engine, id, offerings, moment)])
        assert told == self.plain.enrol(person, offerings)

    @rule(person=PERSON, offering=OFFERING)
    def somebody_leaves(self, person: str, offering: str) -> None:
        id = self.learner(person)
        told = told_by(lambda: leave(self.engine, id, offering, self.now).state.value)
        assert told == self.plain.leave(person, offering)

    @rule(person=PERSON)
    def somebody_is_forgotten(self, person: str) -> None:
        assert forget(self.engine, person, self.now) == self.plain.forget(person)

    @rule(hours=st.sampled_from((1, 24)))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        begins = {id: self.start + timedelta(days=days) for id, days in DAYS.items() if days is not None}
        self.plain.begun = {id for id, at in begins.items() if at <= self.now}

    @invariant()
    def every_promise_holds(self) -> None:
        assert audit(self.engine, self.now) == []

    @invariant()
    def everybody_has_what_the_plain_model_says(self) -> None:
        found = {}
        for person in PEOPLE:
            with reading(self.engine) as session:
                talk = session.get(Conversation, person)
            mine = seats_of(self.engine, talk.learner_id if talk else None, self.start)
            found |= {(person, one.offering.id): one.position or 0 for one in mine}
        assert found == self.plain.places()

    @invariant()
    def the_free_seats_are_what_the_plain_model_says(self) -> None:
        left = self.plain.left()
        assert seats_left(self.engine, list(DAYS)) == left
        full = {id for id, free in left.items() if not free and id not in self.plain.begun}
        assert full_offerings(self.engine, self.now) == full


def test_in_any_order_nobody_is_overbooked_passed_or_forgotten_by_the_line(databases: Engine, now: datetime) -> None:
    run_state_machine_as_test(
        lambda: Seats(databases, now),
        settings=settings(max_examples=12, stateful_step_count=25, derandomize=True, deadline=None),
    )
