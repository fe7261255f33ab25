"""The secret of a calendar feed."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.errors import UnknownThing
from knowledge.tables import Learner
from knowledge.telling.feeds import calendar_key, learner_of_key, renew_calendar_key


@pytest.fixture
def learners(databases: Engine, now: datetime) -> Engine:
    with writing(databases) as session:
        session.add_all(Learner(id=id, created_at=now) for id in ("ann", "bob"))
    return databases


def test_a_key_is_made_once_and_leads_to_its_owner(learners: Engine) -> None:
    key = calendar_key(learners, "ann")
    assert len(key) == 32
    assert calendar_key(learners, "ann") == key
    assert calendar_key(learners, "bob") != key
    assert learner_of_key(learners, key) == "ann"


def test_a_renewed_key_leaves_the_old_one_dead(learners: Engine) -> None:
    old = calendar_key(learners, "ann")
    new = renew_calendar_key(learners, "ann")
    assert (learner_of_key(learners, old), learner_of_key(learners, new)) == (None, "ann")
    assert calendar_key(learners, "ann") == new


@pytest.mark.parametrize("key", ["", "x", "x" * 32, "x" * 33, "é" * 32, "' OR 1=1 --", "%" * 32, "x" * 31 + "\n"])
def test_what_is_nobodys_key_leads_to_nobody(learners: Engine, key: str) -> None:
    calendar_key(learners, "ann")
    assert learner_of_key(learners, key) is None


def test_nobody_without_a_row_gets_a_key(learners: Engine) -> None:
    for make in (calendar_key, renew_calendar_key):
        with pytest.raises(UnknownThing):
            make(learners, "cas")
