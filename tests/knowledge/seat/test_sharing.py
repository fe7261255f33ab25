"""A case or a question stands with the enrolment, and the trainer gets it only as it was agreed to."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.errors import Refusal, UnknownThing
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.seat.looking import seats_of
from knowledge.seat.sharing import Brought, bring, share, take_back
from tests.knowledge.seat.seats import ask, changes

Kept = tuple[str | None, str | None, datetime | None]


def kept(engine: Engine, now: datetime, learner: str = "ann") -> Kept:
    """The case, the question, and since when the trainer may read them."""
    (seat,) = seats_of(engine, learner, now)
    return seat.enrolment.own_case, seat.enrolment.learning_question, seat.enrolment.shared_at


@pytest.fixture
def seated(academy: Engine, now: datetime) -> Engine:
    """Ann has a seat and Cas waits."""
    ask(academy, now, "ann", "bob", "cas")
    return academy


def test_what_is_brought_is_for_oneself_until_a_yes(seated: Engine, now: datetime) -> None:
    bring(seated, "ann", "cobots", Brought.OWN_CASE, "de pers van [naam-1] staat stil", now)
    assert kept(seated, now) == ("de pers van [naam-1] staat stil", None, None)
    share(seated, "ann", "cobots", True, now)
    assert kept(seated, now) == ("de pers van [naam-1] staat stil", None, now)


def test_a_yes_twice_keeps_the_first_moment_and_a_no_takes_it_back(seated: Engine, now: datetime) -> None:
    bring(seated, "ann", "cobots", Brought.LEARNING_QUESTION, "hoe meet ik trillingen", now)
    share(seated, "ann", "cobots", True, now)
    share(seated, "ann", "cobots", True, now + timedelta(hours=1))
    assert kept(seated, now) == (None, "hoe meet ik trillingen", now)
    share(seated, "ann", "cobots", False, now)
    assert kept(seated, now) == (None, "hoe meet ik trillingen", None)


def test_other_words_ask_for_another_yes_and_the_same_words_do_not(seated: Engine, now: datetime) -> None:
    bring(seated, "ann", "cobots", Brought.OWN_CASE, "de pers", now)
    share(seated, "ann", "cobots", True, now)
    bring(seated, "ann", "cobots", Brought.OWN_CASE, "de pers", now)
    assert kept(seated, now) == ("de pers", None, now)
    bring(seated, "ann", "cobots", Brought.LEARNING_QUESTION, "waarom slijt hij", now)
    assert kept(seated, now) == ("de pers", "waarom slijt hij", None)


def test_with_nothing_brought_there_is_nothing_to_share(seated: Engine, now: datetime) -> None:
    share(seated, "ann", "cobots", True, now)
    assert kept(seated, now) == (None, None, None)


def test_what_is_taken_back_is_gone(seated: Engine, now: datetime) -> None:
    bring(seated, "ann", "cobots", Brought.OWN_CASE, "de pers", now)
    bring(seated, "ann", "cobots", Brought.LEARNING_QUESTION, "waarom slijt hij", now)
    share(seated, "ann", "cobots", True, now)
    take_back(seated, "ann", "cobots", now)
    assert kept(seated, now) == (None, None, None)


def test_who_waits_can_bring_something_too_and_no_seat_changes(seated: Engine, now: datetime) -> None:
    before = changes(seated)
    bring(seated, "cas", "cobots", Brought.OWN_CASE, "onze kantbank", now)
    share(seated, "cas", "cobots", True, now)
    assert kept(seated, now, "cas") == ("onze kantbank", None, now)
    assert changes(seated) == before


def test_who_has_no_seat_brings_nothing(seated: Engine, now: datetime) -> None:
    leave(seated, "ann", "cobots", now)
    for learner in ("ann", "eva"):
        for what in (
            lambda who=learner: bring(seated, who, "cobots", Brought.OWN_CASE, "de pers", now),
            lambda who=learner: share(seated, who, "cobots", True, now),
            lambda who=learner: take_back(seated, who, "cobots", now),
        ):
            with pytest.raises(Refusal) as caught:
                what()
            assert caught.value.response == "utter_not_enrolled"
    with pytest.raises(UnknownThing):
        share(seated, "ann", "nergens", True, now)


def test_what_one_brings_stays_when_they_ask_for_the_seat_again(seated: Engine, now: datetime) -> None:
    bring(seated, "ann", "cobots", Brought.OWN_CASE, "de pers", now)
    enrol(seated, "ann", ["cobots"], now)
    assert kept(seated, now) == ("de pers", None, None)
