"""A message waits for the end of the quiet hours, and is dropped when it comes too late."""

from __future__ import annotations

from sqlalchemy import Engine

from knowledge.database import writing
from knowledge.tables import Notice
from knowledge.telling.outbox import claim
from knowledge.telling.reminders import write_due
from tests.knowledge.seat.seats import change_offering
from tests.knowledge.telling.at import at, deliver, station, the_notice, wall, wish


def test_in_quiet_hours_a_message_is_put_off_until_the_morning_and_an_urgent_one_is_not(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann", "bob")
    deliver(databases, at("2026-01-05 12:00"))
    write_due(databases, at("2026-12-07 20:55"))
    with writing(databases) as session:
        session.get_one(Notice, 3).urgent = True
    night = at("2026-12-07 21:00")
    (urgent,) = claim(databases, night, 9)
    assert urgent.story.notice.id == 3
    row = the_notice(databases, 4)
    assert (wall(row.due_at), row.attempts, row.claimed_until, row.state) == ("2026-12-08 08:00", 0, None, "due")
    assert len(claim(databases, at("2026-12-08 08:00"), 9)) == 2


def test_the_quiet_hours_are_those_of_the_moment_of_sending(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    deliver(databases, at("2026-01-05 12:00"))
    write_due(databases, at("2026-12-07 13:00"))
    wish(databases, "ann", shift="night")
    assert claim(databases, at("2026-12-07 14:00"), 9) == []
    (one,) = claim(databases, at("2026-12-07 15:00"), 9)
    assert one.story.notice.quiet == "07:00-15:00"


def test_what_came_too_late_is_dropped(databases: Engine) -> None:
    station(databases, "2026-12-08 13:00", "ann")
    deliver(databases, at("2026-01-05 12:00"))
    write_due(databases, at("2026-12-07 13:00"))
    change_offering(databases, "cobots", place="Zaal 2")
    assert claim(databases, at("2026-12-08 10:00"), 9) == []
    assert the_notice(databases, 2).why == "too late to be of use"
