"""What falls due while everything is killed: reminders, decisions, offers that run out, seats that come free."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from knowledge.clock import utc_now
from knowledge.seat.changing import decide_now, withdraw
from knowledge.seat.leaving import leave
from knowledge.tables import Offering
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.torture.crowd import add_offering
from tests.torture.pace import Pace
from tests.torture.plan import Plan
from tests.torture.scene import Scene

UNTIL = 0.9
"""The point of the run at which the last of them happens."""

IN_A_GROUP, PER_DECISION, PER_OFFER = 10, 25, 50
"""Reminders that fall due at once, and for how many of them there is a decision, and an offer of each kind."""

ON_A_DECISION = 4
MANY_OFFERINGS = 4
"""From so many offerings on, the academy also decides about two of those that people are talking about."""

REMINDED = "herinnering"
LATER = timedelta(days=10)
TRIES = 10

Expected = tuple[NoticeKind, str]
"""A message that must arrive: its kind, and whose it is."""


@dataclass
class Stage:
    """Does the deeds, each at its point of the run; ``expected`` has every message that must come of them."""

    engine: Engine
    plan: Plan
    scene: Scene
    expected: set[Expected] = field(default_factory=set)

    def play(self, pace: Pace) -> None:
        """All of them, in order; stops when the run is over."""
        for point, deed in sorted(self._deeds(), key=lambda one: one[0]):
            if not pace.wait(point):
                return
            _try(deed)

    def _deeds(self) -> Iterator[tuple[float, Callable[[], None]]]:
        yield from _spread([partial(self._remind, start) for start in range(0, self.plan.messages, IN_A_GROUP)])
        yield from _spread([partial(self._decide, n) for n in range(max(2, self.plan.messages // PER_DECISION))])
        offers = max(1, self.plan.messages // PER_OFFER)
        yield from _spread([partial(self._run_out, n) for n in range(offers)])
        yield from _spread([partial(self._come_free, n) for n in range(offers)])
        talked_of = [id for ids in self.scene.offerings.values() for id in ids]
        if self.plan.talks and len(talked_of) >= MANY_OFFERINGS:
            yield UNTIL / 2, partial(self._go, talked_of[0])
            yield UNTIL * 0.8, partial(self._withdraw, talked_of[-1])

    def _remind(self, start: int) -> None:
        """A group that has a seat on something tomorrow, and hears so today."""
        names = [f"{REMINDED}-{n}" for n in range(start, min(start + IN_A_GROUP, self.plan.messages))]
        offering = self._offering(f"morgen-{start}", timedelta(hours=22), maximum=len(names))
        add_offering(self.engine, offering, dict.fromkeys(names, EnrolmentState.ENROLLED))
        self.expected |= {(NoticeKind.REMINDER_DAY, name) for name in names}

    def _decide(self, number: int) -> None:
        """Three with a seat and one in line hear whether it goes on; every second one doesn't."""
        names = [f"besluit-{number}-{n}" for n in range(ON_A_DECISION)]
        seats = ON_A_DECISION - 1
        goes_on = number % 2 == 0
        minimum, due = (2 if goes_on else seats), utc_now() + timedelta(seconds=1)
        states = dict.fromkeys(names, EnrolmentState.ENROLLED) | {names[-1]: EnrolmentState.WAITING}
        if not goes_on:  # one of the seats is only offered, and that is no yes
            states[names[0]] = EnrolmentState.OFFERED
        offering = self._offering(f"besluit-{number}", LATER, maximum=seats, minimum=minimum, decide_at=due)
        add_offering(self.engine, offering, states, held_until=due + timedelta(days=1))
        self.expected |= {(NoticeKind.GO if goes_on else NoticeKind.NO_GO, name) for name in names}

    def _run_out(self, number: int) -> None:
        """An offered seat that nobody says yes to goes to the next in line."""
        first, second, third = (f"aanbod-{number}-{n}" for n in range(3))
        states = {first: EnrolmentState.OFFERED, second: EnrolmentState.WAITING, third: EnrolmentState.WAITING}
        offering = self._offering(f"aanbod-{number}", LATER, maximum=1)
        add_offering(self.engine, offering, states, held_until=utc_now() + timedelta(seconds=1))
        self.expected |= {(NoticeKind.LAPSED, first), (NoticeKind.OFFER, second)}

    def _come_free(self, number: int) -> None:
        """Somebody gives up a seat, and it is offered to the first in line."""
        first, second, third = (f"vrij-{number}-{n}" for n in range(3))
        states = {first: EnrolmentState.ENROLLED, second: EnrolmentState.WAITING, third: EnrolmentState.WAITING}
        add_offering(self.engine, self._offering(f"vrij-{number}", LATER, maximum=1), states)
        _try(partial(leave, self.engine, first, f"vrij-{number}", utc_now()))
        self.expected.add((NoticeKind.OFFER, second))

    def _go(self, offering: str) -> None:
        decide_now(self.engine, offering, True, utc_now(), who="coordinator", why="genoeg mensen")

    def _withdraw(self, offering: str) -> None:
        withdraw(self.engine, offering, utc_now(), who="coordinator", why="de trainer is ziek")

    def _offering(
        self, id: str, starts_in: timedelta, *, maximum: int, minimum: int = 1, decide_at: datetime | None = None
    ) -> Offering:
        starts_at = utc_now() + starts_in
        return Offering(
            id=id,
            module_id=self.scene.module,
            academy_id="zwolle",
            rule="",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=4),
            decide_at=decide_at,
            place="Praktijkhal, Zwolle",
            minimum=minimum,
            maximum=maximum,
            cost=0,
        )


def _spread(deeds: list[Callable[[], None]]) -> Iterator[tuple[float, Callable[[], None]]]:
    """Over the whole run, the first one at its beginning."""
    return ((UNTIL * number / len(deeds), deed) for number, deed in enumerate(deeds))


def _try(deed: Callable[[], object]) -> None:
    """Does a deed, again when others kept the database to themselves for too long."""
    for left in reversed(range(TRIES)):
        try:
            deed()
        except OperationalError:
            if not left:
                raise
        else:
            return
