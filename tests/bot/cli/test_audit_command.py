"""`navigator audit`."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from knowledge.audit import Finding
from knowledge.database import open_database, writing
from knowledge.tables import Enrolment, Learner, Offering
from knowledge.vocabulary import EnrolmentState
from tests.bot.cli.doors import Navigator, Said

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def tampered(loaded: Navigator) -> Navigator:
    """A database in which an enrolment fell from the sky."""
    engine = open_database("sqlite:///var/navigator.db")
    with writing(engine) as session:
        offering = session.exec(select(Offering)).one()
        session.add(Learner(id="ann", created_at=NOW))
        session.flush()
        seat = Enrolment(id=1, learner_id="ann", offering_id=offering.id, state=EnrolmentState.ENROLLED, asked_at=NOW)
        session.add(seat)
    engine.dispose()
    return loaded


def test_a_database_that_keeps_the_promises_gives_0(loaded: Navigator) -> None:
    assert loaded("audit") == Said(0, "", "All promises hold.\n")
    assert loaded("audit", "--json") == Said(0, "[]\n", "")


def test_a_broken_promise_is_told_and_gives_2(tampered: Navigator) -> None:
    where = "enrolment 1: enrolled, last row says None"
    assert tampered("audit") == Said(2, f"Broken: every change has its row. {where}\n", "1 promises are broken.\n")
    as_json = tampered("audit", "--json")
    assert as_json.code == 2
    assert [Finding(**one) for one in json.loads(as_json.out)] == [Finding("every change has its row", where)]
