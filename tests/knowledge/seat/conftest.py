"""What the tests of seats share."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine

from tests.knowledge.seat.seats import add_learners, add_offering


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """A database with one offering of two seats, "cobots", and five people."""
    add_offering(databases, now)
    add_learners(databases, now, "ann", "bob", "cas", "dia", "eva")
    return databases
