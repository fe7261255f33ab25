"""An academy with a planned module far ahead and one long ago: the commands go by the real clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, update
from sqlmodel import col

from knowledge.database import open_database, writing
from knowledge.seat.enrolling import enrol
from knowledge.tables import Learner
from tests.bot.cli.doors import Navigator
from tests.bot.cli.offerings.planned import ASKED, LONG_AGO, STARTS, planned


@pytest.fixture
def academy(loaded: Navigator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Ann and Bob have the two seats of "las", Cas waits; Ann and Bob were on "toen"; the clerk is anna."""
    for key in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(key, "anna")
    engine = open_database("sqlite:///var/navigator.db")
    with writing(engine) as session:
        session.add_all([planned("las", STARTS, decide_at=STARTS - timedelta(days=7)), planned("toen", LONG_AGO)])
        session.add_all(Learner(id=id, created_at=LONG_AGO, consent_at=LONG_AGO) for id in ("ann", "bob", "cas"))
        session.flush()
        session.execute(update(Learner).where(col(Learner.id) == "ann").values(name="Ann de Vries"))
    for minute, id in enumerate(("ann", "bob", "cas")):
        enrol(engine, id, ["las"], ASKED + timedelta(minutes=minute))
    for id in ("ann", "bob"):
        enrol(engine, id, ["toen"], LONG_AGO - timedelta(days=9))
    yield engine
    engine.dispose()
