"""A message is written once, for when the person may be told it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from knowledge.database import writing
from knowledge.tables import Enrolment, Learner, Offering
from knowledge.telling.notices import add_once, allowed_from, notice_row, take_back, tell, wishes_of
from knowledge.telling.wishes import ReminderWishes, Shift
from knowledge.vocabulary import NoticeKind, NoticeState
from tests.knowledge.seat.seats import add_learners, add_offering, ask, notices
from tests.knowledge.telling.at import at, wall, wish

NIGHT = timedelta(hours=13)


@pytest.fixture
def seated(databases: Engine, now: datetime) -> Engine:
    """ann has a seat on what begins in two weeks; her invitation is notice 1."""
    add_offering(databases, now)
    add_learners(databases, now, "ann")
    ask(databases, now, "ann")
    return databases


def tell_ann(engine: Engine, now: datetime, **how: object) -> None:
    with writing(engine) as session:
        tell(session, session.get_one(Enrolment, 1), session.get_one(Offering, "cobots"), NoticeKind.GO, now, **how)


def test_a_message_holds_all_that_it_tells(seated: Engine, now: datetime) -> None:
    until = now + timedelta(days=1)
    tell_ann(seated, now, about="x", facts={"why": "daarom"}, useful_until=until)
    (row,) = notices(seated, NoticeKind.GO)
    assert row.model_dump() == {
        "id": row.id,
        "key": "go:1:x",
        "kind": NoticeKind.GO,
        "learner_id": "ann",
        "enrolment_id": 1,
        "sequence": 1,
        "starts_at": now + timedelta(days=14),
        "facts": {"why": "daarom"},
        "created_at": now,
        "due_at": now,
        "useful_until": until,
        "urgent": False,
        "state": NoticeState.DUE,
        "why": "",
        "claimed_until": None,
        "attempts": 0,
        "refusals": [],
        "way": None,
        "sent_at": None,
        "quiet": "",
        "answered_at": None,
    }


def test_told_twice_is_told_once_and_about_something_else_again(seated: Engine, now: datetime) -> None:
    for hours in range(3):
        tell_ann(seated, now + timedelta(hours=hours))
    tell_ann(seated, now, about="iets anders")
    start = (now + timedelta(days=14)).isoformat()
    assert [row.key for row in notices(seated, NoticeKind.GO)] == [f"go:1:{start}", "go:1:iets anders"]


@pytest.mark.parametrize(
    ("wishes", "how", "due"),
    [
        ({}, {}, "2026-11-25 08:00"),
        ({}, {"urgent": True}, "2026-11-24 23:00"),
        ({"shift": "night"}, {}, "2026-11-24 23:00"),
        ({"quiet_until": "10:30"}, {}, "2026-11-25 10:30"),
        ({}, {"due_at": at("2026-11-26 12:00")}, "2026-11-26 12:00"),
    ],
)
def test_it_is_due_as_soon_as_they_may_be_told(
    seated: Engine, now: datetime, wishes: dict[str, object], how: dict[str, object], due: str
) -> None:
    wish(seated, "ann", **wishes)
    tell_ann(seated, now + NIGHT, **how)
    (row,) = notices(seated, NoticeKind.GO)
    assert (wall(row.due_at), row.created_at) == (due, now + NIGHT)


def test_on_the_day_of_the_station_a_holiday_is_no_holiday(now: datetime) -> None:
    ann = Learner(id="ann", created_at=now)
    christmas = at("2026-12-25 12:00")
    row = Offering(id="a", module_id="m", academy_id="z", rule="", minimum=1, maximum=2, cost=0)
    assert wall(allowed_from(ann, row, christmas)) == "2026-12-27 08:00"
    row.starts_at = at("2026-12-25 18:00")
    assert allowed_from(ann, row, christmas) == christmas


def test_wishes_that_were_never_said_are_as_usual(now: datetime) -> None:
    assert wishes_of(Learner(id="ann", created_at=now)) == ReminderWishes()
    kept = {"shift": "night", "old setting": 1}
    assert wishes_of(Learner(id="ann", created_at=now, wishes=kept)) == ReminderWishes(shift=Shift.NIGHT)


def test_of_many_at_once_only_the_new_ones_are_added(seated: Engine, now: datetime) -> None:
    with writing(seated) as session:
        mine = session.get_one(Enrolment, 1)
        rows = [notice_row(mine, None, NoticeKind.NUDGE, now, about=str(n), due_at=now) for n in range(4)]
        assert [add_once(session, rows[:2]), add_once(session, rows), add_once(session, rows)] == [2, 2, 0]
        assert add_once(session, []) == 0
    assert [row.key for row in notices(seated, NoticeKind.NUDGE)] == [f"nudge:1:{n}" for n in range(4)]


def test_only_what_was_not_sent_yet_is_taken_back(seated: Engine, now: datetime) -> None:
    tell_ann(seated, now, about="1")
    with writing(seated) as session:
        mine = session.get_one(Enrolment, 1)
        assert [row.key for row in take_back(session, mine, NoticeKind.GO, "later meer")] == ["go:1:1"]
        assert take_back(session, mine, NoticeKind.GO, "later meer") == []
        assert take_back(session, mine, NoticeKind.CHANGED, "later meer") == []
    assert [(row.kind, row.state, row.why) for row in notices(seated)] == [
        (NoticeKind.SEAT_TAKEN, NoticeState.DUE, ""),
        (NoticeKind.GO, NoticeState.DROPPED, "later meer"),
    ]


def test_a_message_about_nobody_is_refused_by_the_database(seated: Engine, now: datetime) -> None:
    ghost = Enrolment(id=99, learner_id="niemand", offering_id="cobots", state="enrolled", asked_at=now)
    rows = [notice_row(ghost, None, NoticeKind.GO, now, due_at=now)]
    with pytest.raises(IntegrityError), writing(seated) as session:
        add_once(session, rows)
