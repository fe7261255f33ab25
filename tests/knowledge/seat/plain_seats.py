"""Seats as simply as they can be told, without a database: who sits, who is offered a seat, who waits.

Every deed first does what is due by then, for the offerings that it is about, as the rules do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from knowledge.clock import to_local
from knowledge.seat.giving import hold_until, is_first_come
from knowledge.tables import Offering
from knowledge.telling.quiet import next_allowed
from knowledge.telling.wishes import ReminderWishes


@dataclass
class Plain:
    """One offering. ``offers`` has until when each is held; ``was`` what became of who is no longer on it."""

    maximum: int
    minimum: int
    starts_at: datetime | None
    decide_at: datetime | None
    state: str = "open"
    seats: list[str] = field(default_factory=list)
    offers: dict[str, datetime] = field(default_factory=dict)
    line: list[str] = field(default_factory=list)
    was: dict[str, str] = field(default_factory=dict)

    def has(self, person: str) -> str | None:
        places = {"enrolled": self.seats, "offered": self.offers, "waiting": self.line}
        return next((state for state, people in places.items() if person in people), None)

    def begun(self, now: datetime) -> bool:
        return self.starts_at is not None and self.starts_at <= now

    def free(self) -> int:
        return self.maximum - len(self.seats) - len(self.offers)

    def near(self, now: datetime) -> bool:
        return is_first_come(self.starts_at, now)

    def out(self, person: str, why: str) -> None:
        self.seats = [one for one in self.seats if one != person]
        self.line = [one for one in self.line if one != person]
        self.offers.pop(person, None)
        self.was[person] = why

    def everybody_out(self, why: str) -> None:
        for person in [*self.seats, *self.offers, *self.line]:
            self.out(person, why)

    def settle(self, now: datetime) -> None:
        for person in [person for person, until in self.offers.items() if until <= now]:
            self.out(person, "lapsed")
        if self.state == "open" and self.decide_at and self.decide_at <= now:
            self.state = "confirmed" if len(self.seats) >= self.minimum else "cancelled"
            if self.state == "cancelled":
                self.everybody_out("lost")
        if self.begun(now):
            for person in [*self.offers, *self.line]:
                self.out(person, "began")
            if self.starts_at and self.starts_at + timedelta(hours=4) <= now and self.state != "cancelled":
                self.state = "held"
        self.give(now)

    def give(self, now: datetime) -> None:
        """The first in line are offered what is free, for as long as the table of ``hold_until`` says."""
        if self.begun(now) or self.state not in ("open", "confirmed") or self.near(now):
            return
        day = to_local(self.starts_at).date() if self.starts_at else None
        until = self.held_until(next_allowed(now, ReminderWishes(), day))
        while self.line and self.free() > 0:
            self.offers[self.line.pop(0)] = until

    def held_until(self, told_at: datetime) -> datetime:
        row = Offering(id="", module_id="", academy_id="", rule="", minimum=1, maximum=1, cost=0)
        row.starts_at = self.starts_at
        return hold_until(row, told_at)

    def refusal(self, now: datetime) -> str | None:
        if self.state == "cancelled":
            return "utter_offering_cancelled"
        return "utter_offering_over" if self.begun(now) else None


class PlainSeats:
    """All offerings by id; what a person is told is a state or the name of a response."""

    def __init__(self, offerings: dict[str, Plain]) -> None:
        self.all = offerings

    def enrol(self, person: str, ids: Sequence[str], now: datetime) -> list[str] | str:
        """All or nothing, each once; what is refused is not even brought up to now."""
        each = [self.all[id] for id in dict.fromkeys(ids)]
        kept = [(one, _copy(one)) for one in each]
        answers = []
        for one in each:
            one.settle(now)
            if one.has(person) is None and (response := one.refusal(now)):
                for changed, before in kept:
                    changed.__dict__.update(before.__dict__)
                return response
            answers.append(self._enrol(one, person, now))
        return answers

    def _enrol(self, one: Plain, person: str, now: datetime) -> str:
        state = one.has(person)
        first = one.free() > 0 and one.near(now)
        if state == "offered" or (state == "waiting" and first):
            one.out(person, "")
            one.seats.append(person)
        elif state is None:
            (one.seats if one.free() > 0 and (first or not one.line) else one.line).append(person)
        one.was.pop(person, None)
        return one.has(person) or ""

    def claim(self, person: str, id: str, now: datetime) -> str:
        one, before = self.all[id], _copy(self.all[id])
        one.settle(now)
        state = one.has(person)
        answer = "enrolled" if state == "enrolled" else one.refusal(now)
        if answer is None and state is None:
            answer = "utter_offer_lapsed" if one.was.get(person) == "lapsed" else "utter_not_enrolled"
        if answer is None and state == "waiting" and not (one.free() > 0 and one.near(now)):
            answer = "utter_offer_taken"
        if answer and answer.startswith("utter"):
            one.__dict__.update(before.__dict__)
            return answer
        return answer or self._enrol(one, person, now)

    def leave(self, person: str, id: str, now: datetime) -> str:
        one, before = self.all[id], _copy(self.all[id])
        one.settle(now)
        answer = "cancelled" if person in one.was else "utter_not_enrolled"
        if one.has(person):
            answer = "utter_offering_over" if one.begun(now) else "cancelled"
        if answer.startswith("utter"):
            one.__dict__.update(before.__dict__)
        elif one.has(person):
            one.out(person, "left")
            one.give(now)
        return answer

    def forget(self, person: str, now: datetime) -> int:
        """How many offerings they were ever on."""
        mine = [one for one in self.all.values() if one.has(person) or person in one.was]
        for one in mine:
            one.out(person, "")
            one.was.pop(person)
            one.settle(now)
        return len(mine)

    def places(self) -> dict[tuple[str, str], tuple[str, int | None, datetime | None]]:
        """Everybody's state, place in line and until when an offer is held, by person and offering."""
        return {
            (person, id): (
                one.has(person) or "",
                one.line.index(person) + 1 if person in one.line else None,
                one.offers.get(person),
            )
            for id, one in self.all.items()
            for person in [*one.seats, *one.offers, *one.line]
        }


def _copy(one: Plain) -> Plain:
    same = Plain(**one.__dict__)
    same.seats, same.offers, same.line, same.was = list(one.seats), dict(one.offers), list(one.line), dict(one.was)
    return same
