"""What the tests of the audit share."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.seat.changing import move_offering, postpone, withdraw
from knowledge.seat.enrolling import claim
from knowledge.seat.leaving import leave
from knowledge.seat.settling import settle_due
from knowledge.telling.reminders import write_due
from tests.knowledge.seat.seats import add_learners, add_offering, ask
from tests.knowledge.telling.at import deliver


@pytest.fixture
def used(databases: Engine, now: datetime) -> Engine:
    """After normal use: bob has a seat, cas is offered one, dia and eva wait, ann left; "eigen" has ann."""
    add_offering(databases, now)
    add_offering(databases, now, "eigen", days=None)
    add_learners(databases, now, "ann", "bob", "cas", "dia", "eva")
    ask(databases, now, "ann", "bob", "cas", "dia", "eva")
    ask(databases, now, "ann", offering="eigen")
    leave(databases, "ann", "cobots", now)
    return databases


@pytest.fixture
def told(used: Engine, now: datetime) -> Engine:
    """The same six weeks later, through a go, a no-go, a withdrawal, a move and every message that was due."""
    day = timedelta(days=1)
    els = {"who": "els", "why": "zo is het beter"}
    add_offering(used, now, "go", days=20, decide_at=now + 5 * day)
    add_offering(used, now, "nogo", days=21, decide_at=now + 6 * day, minimum=2)
    add_offering(used, now, "weg", days=22)
    for offering in ("go", "nogo", "weg"):
        ask(used, now, "ann", "bob", "cas", offering=offering)
    leave(used, "ann", "nogo", now)
    claim(used, "cas", "cobots", now + day)
    postpone(used, "nogo", now + 7 * day, now + day, **els)
    withdraw(used, "weg", now + 2 * day, **els)
    start = now + 23 * day
    move_offering(used, "go", now + 6 * day, starts_at=start, ends_at=start + day / 6, place="Zaal 2", **els)
    for days in range(42):
        moment = now + days * day
        settle_due(used, moment)
        write_due(used, moment)
        deliver(used, moment)
    return used
