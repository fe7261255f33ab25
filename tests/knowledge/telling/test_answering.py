"""Which message waits for an answer: the newest that asks something, as long as an answer makes sense."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.database import reading, writing
from knowledge.seat.enrolling import claim as say_yes
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.seat.locking import locked_offering
from knowledge.seat.settling import settle_due
from knowledge.seat.touching import tell_of_change
from knowledge.tables import Notice
from knowledge.telling.answering import answered, answered_about, open_notice, open_notices
from knowledge.telling.outbox import claim, sent
from knowledge.telling.reminders import write_due
from knowledge.telling.wishes import Way
from tests.knowledge.seat.seats import add_learners, add_offering, ask, change_offering

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def academy(databases: Engine, now: datetime) -> Engine:
    """One offering of two seats, "cobots", in two weeks, and three people."""
    add_offering(databases, now, state="confirmed")
    add_learners(databases, now, "ann", "bob", "cas")
    return databases


@pytest.fixture
def offered(academy: Engine, now: datetime) -> Engine:
    """The seat of Ann, offered to Cas."""
    ask(academy, now, "ann", "bob", "cas")
    leave(academy, "ann", "cobots", now + HOUR)
    send(academy, now + HOUR)
    return academy


def send(engine: Engine, now: datetime) -> None:
    """The clock ticks."""
    settle_due(engine, now)
    write_due(engine, now)
    for one in claim(engine, now, 100):
        sent(engine, one, Way.WEBSITE, now)


def kinds(engine: Engine, learner: str, now: datetime) -> list[str]:
    return [asked.notice.kind.value for asked in open_notices(engine, learner, now)]


def test_an_offer_is_open_as_long_as_it_is_held(offered: Engine, now: datetime) -> None:
    assert kinds(offered, "cas", now + 2 * HOUR) == ["offer"]
    assert kinds(offered, "bob", now + 2 * HOUR) == []
    assert open_notice(offered, "bob", now) is None


def test_what_is_not_sent_yet_asks_nothing(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    leave(academy, "ann", "cobots", now + HOUR)
    assert kinds(academy, "cas", now + HOUR) == []


def test_an_offer_that_was_taken_asks_nothing_more(offered: Engine, now: datetime) -> None:
    say_yes(offered, "cas", "cobots", now + 2 * HOUR)
    assert kinds(offered, "cas", now + 2 * HOUR) == []


def test_after_an_offer_that_ran_out_there_is_the_way_back_for_three_days(offered: Engine, now: datetime) -> None:
    late = now + 3 * DAY
    send(offered, late)
    assert kinds(offered, "cas", late)[0] == "lapsed"
    assert kinds(offered, "cas", late + 3 * DAY) == []


def test_who_took_another_date_is_asked_about_none(offered: Engine, now: datetime) -> None:
    late = now + 3 * DAY
    send(offered, late)
    add_offering(offered, now, "later", days=20, module_id="module-cobots", state="confirmed")
    enrol(offered, "cas", ["later"], late)
    assert "lapsed" not in kinds(offered, "cas", late)


def test_a_reminder_is_open_until_the_start(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    start = now + 14 * DAY
    send(academy, start - 7 * DAY)
    assert kinds(academy, "ann", start - HOUR) == ["reminder_week"]
    assert kinds(academy, "ann", start) == []


def test_the_newest_comes_first(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    start = now + 14 * DAY
    for before in (7 * DAY, DAY):
        send(academy, start - before)
    assert kinds(academy, "ann", start - HOUR) == ["reminder_day", "reminder_week"]
    newest = open_notice(academy, "ann", start - HOUR)
    assert newest is not None
    assert newest.kind == "reminder_day"


def test_how_it_was_is_asked_for_three_days(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    asked = now + 15 * DAY
    send(academy, asked)
    assert kinds(academy, "ann", asked) == ["afterwards"]
    assert kinds(academy, "ann", asked + 3 * DAY) == []


def test_without_another_date_a_list_that_closed_asks_nothing(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann", "bob", "cas")
    begun = now + 14 * DAY + HOUR
    send(academy, begun)
    assert kinds(academy, "cas", begun) == []
    add_offering(academy, now, "later", days=20, module_id="module-cobots", state="confirmed")
    assert kinds(academy, "cas", begun) == ["list_closed"]


def test_the_first_answer_counts(offered: Engine, now: datetime) -> None:
    asked = open_notice(offered, "cas", now + 2 * HOUR)
    assert asked is not None
    assert asked.id is not None
    for moment in (now + 2 * HOUR, now + 3 * HOUR):
        answered(offered, asked.id, moment)
    assert open_notice(offered, "cas", now + 3 * HOUR) is None
    with reading(offered) as session:
        assert session.get_one(Notice, asked.id).answered_at == now + 2 * HOUR


def test_an_answer_about_a_seat_answers_all_that_was_asked_about_it_and_nothing_else(
    academy: Engine, now: datetime
) -> None:
    add_offering(academy, now, "vision", state="confirmed")
    for offering in ("cobots", "vision"):
        enrol(academy, "ann", [offering], now)
    start = now + 14 * DAY
    for before in (7 * DAY, DAY):
        send(academy, start - before)
    answered_about(academy, "ann", "cobots", start - HOUR)
    left = open_notices(academy, "ann", start - HOUR)
    assert {asked.offering.id for asked in left} == {"vision"}
    assert len(left) == 2
    with reading(academy) as session:
        silent = session.scalars(select(Notice).where(col(Notice.kind) == "seat_taken")).all()
    assert [notice.answered_at for notice in silent] == [None, None]


def test_a_change_asks_until_the_seat_is_gone(academy: Engine, now: datetime) -> None:
    ask(academy, now, "ann")
    with writing(academy) as session:
        tell_of_change(session, locked_offering(session, "cobots"), {"place": ["A", "B"]}, now + HOUR)
    send(academy, now + HOUR)
    assert kinds(academy, "ann", now + HOUR) == ["changed"]
    leave(academy, "ann", "cobots", now + 2 * HOUR)
    assert kinds(academy, "ann", now + 2 * HOUR) == []


def test_e_learning_that_lies_still_asks_whether_it_goes_on(academy: Engine, now: datetime) -> None:
    change_offering(academy, "cobots", starts_at=None, ends_at=None)
    ask(academy, now, "ann")
    still = now + 15 * DAY
    send(academy, still)
    assert kinds(academy, "ann", still) == ["nudge"]
