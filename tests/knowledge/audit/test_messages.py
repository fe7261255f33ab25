"""The audit finds a message in quiet hours and a reminder of a seat that was gone; nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.audit import Finding, audit
from knowledge.seat.enrolling import enrol
from knowledge.seat.leaving import leave
from knowledge.vocabulary import NoticeKind
from tests.knowledge.audit.tampering import send
from tests.knowledge.seat.seats import seat
from tests.knowledge.telling.at import at

QUIET, GONE = "no message goes out in quiet hours", "no reminder for a seat that is gone"


@pytest.mark.parametrize(
    ("sent", "fields", "found"),
    [
        ("2026-11-25 20:59", {}, False),
        ("2026-11-25 21:04", {}, False),  # it was on its way when the quiet began
        ("2026-11-25 21:05", {}, True),
        ("2026-11-25 03:00", {}, True),
        ("2026-11-25 07:59", {}, True),
        ("2026-11-25 08:00", {}, False),
        ("2026-11-25 03:00", {"urgent": True}, False),
        ("2026-11-25 03:00", {"quiet": "07:00-15:00"}, False),
        ("2026-11-25 12:00", {"quiet": "07:00-15:00"}, True),
        ("2026-11-25 12:00", {"quiet": "12:00-12:00"}, False),
        ("2026-12-25 12:00", {}, True),
        ("2026-12-25 12:00", {"starts_at": at("2026-12-25 15:00")}, False),
        ("2026-12-25 12:00", {"starts_at": at("2026-12-26 15:00")}, True),
    ],
)
def test_a_message_in_quiet_hours_is_found(
    used: Engine, now: datetime, sent: str, fields: dict[str, object], found: bool
) -> None:
    id = send(used, seat(used, "bob").id or 0, NoticeKind.CHANGED, at(sent), **fields)
    assert audit(used, now) == ([Finding(QUIET, f"notice {id}: {sent}")] if found else [])


@pytest.mark.parametrize(("minutes", "found"), [(-60, False), (0, False), (15, False), (16, True), (600, True)])
@pytest.mark.parametrize("kind", [NoticeKind.REMINDER_DAY, NoticeKind.GO])
def test_a_reminder_of_a_seat_that_was_gone_for_a_while_is_found(
    used: Engine, now: datetime, kind: NoticeKind, minutes: int, found: bool
) -> None:
    leave(used, "bob", "cobots", now)
    bob = seat(used, "bob").id or 0
    id = send(used, bob, kind, now + timedelta(minutes=minutes))
    expected = [Finding(GONE, f"notice {id}: enrolment {bob}")] if found and kind != NoticeKind.GO else []
    assert audit(used, now) == expected


def test_a_reminder_of_a_seat_that_came_back_is_no_fault(used: Engine, now: datetime) -> None:
    leave(used, "ann", "eigen", now)
    ann = seat(used, "ann", "eigen").id or 0
    enrol(used, "ann", ["eigen"], now + timedelta(hours=1))
    early = send(used, ann, NoticeKind.REMINDER_DAY, now + timedelta(minutes=30))
    send(used, ann, NoticeKind.REMINDER_DAY, now + timedelta(hours=2))
    assert audit(used, now) == [Finding(GONE, f"notice {early}: enrolment {ann}")]


def test_who_never_had_a_seat_lost_none(used: Engine, now: datetime) -> None:
    leave(used, "eva", "cobots", now)
    send(used, seat(used, "eva").id or 0, NoticeKind.REMINDER_DAY, now + timedelta(hours=2))
    assert audit(used, now) == []
