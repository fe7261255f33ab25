from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.database import reading, writing
from knowledge.seat.leaving import leave
from knowledge.tables import Notice, Offering
from knowledge.telling.notices import notice_row
from knowledge.vocabulary import EnrolmentState, NoticeKind, NoticeState
from tests.knowledge.seat.seats import notices, seat
from tests.torture.crowd import add_offering
from tests.torture.mailbox import Mail
from tests.torture.posting import Figured, Posting

KIND = NoticeKind.REMINDER_DAY
SENT = {"state": NoticeState.SENT, "way": "email"}


@pytest.fixture
def notice(engine: Engine, now: datetime) -> int:
    """A reminder of Ann that was mailed; gives its id."""
    starts_at = now + timedelta(days=1)
    row = {"id": "cobots", "module_id": "cobots", "academy_id": "zwolle", "rule": "", "minimum": 1, "maximum": 2}
    offering = Offering(**row, cost=0, starts_at=starts_at, ends_at=starts_at + timedelta(hours=4))
    add_offering(engine, offering, {"ann": EnrolmentState.ENROLLED})
    made = Notice(**notice_row(seat(engine, "ann"), starts_at, KIND, now, due_at=now) | SENT)
    with writing(engine) as session:
        session.add(made)
    return made.id


def mail(notice: int, now: datetime, *, line: int = 1, code: str = "0a", subject: str = "Morgen") -> Mail:
    return Mail(f"<notice-{notice}.{code}@example.org>", "ann@bedrijf.example", subject, now, line)


def posting(engine: Engine, *mails: Mail) -> Posting:
    with reading(engine) as session:
        return Posting(session, mails)


def change(engine: Engine, notice: int, **fields: object) -> None:
    with writing(engine) as session:
        session.get_one(Notice, notice).sqlmodel_update(fields)


def faults(found: Figured) -> list[str]:
    return found[1]


def test_a_message_that_arrived_is_not_missing_and_one_that_did_not_is(
    engine: Engine, now: datetime, notice: int
) -> None:
    assert posting(engine, mail(notice, now)).missing({(KIND, "ann")}) == []
    said = f"notice {notice}, reminder_day for ann@bedrijf.example: sent, tried 0 times"
    assert posting(engine).missing({(KIND, "ann")}) == [f"reminder_day for ann: {said}"]
    assert posting(engine).missing({(KIND, "bob")}) == ["reminder_day for bob: never written"]
    assert faults(posting(engine).signed_off()) == [said]


@pytest.mark.parametrize("state", [NoticeState.DUE, NoticeState.FAILED])
def test_what_is_still_due_or_was_given_up_is_found(
    engine: Engine, now: datetime, notice: int, state: NoticeState
) -> None:
    assert faults(posting(engine).left()) == []
    change(engine, notice, state=state)
    assert len(faults(posting(engine).left())) == 1


def test_a_decision_that_did_not_arrive_is_found_unless_it_was_no_longer_true(
    engine: Engine, now: datetime, notice: int
) -> None:
    change(engine, notice, kind=NoticeKind.GO)
    assert len(faults(posting(engine).decisions())) == 1
    assert faults(posting(engine, mail(notice, now)).decisions()) == []
    change(engine, notice, state=NoticeState.DROPPED)
    assert faults(posting(engine).decisions()) == []


def test_an_invitation_for_a_seat_that_is_gone_must_be_taken_back(engine: Engine, now: datetime, notice: int) -> None:
    change(engine, notice, kind=NoticeKind.SEAT_TAKEN)
    with reading(engine) as session:
        assert Posting(session, [mail(notice, now)]).taken_back(session) == ("0 invited", [])
    leave(engine, "ann", "cobots", now)
    left = notices(engine, NoticeKind.SEAT_LEFT)[0].id or 0
    with reading(engine) as session:
        assert len(faults(Posting(session, [mail(notice, now)]).taken_back(session))) == 1
        both = Posting(session, [mail(notice, now), mail(left, now)])
        assert both.taken_back(session) == ("1 invited", [])


def test_a_copy_is_allowed_when_it_was_the_last_mail_before_a_kill(engine: Engine, now: datetime, notice: int) -> None:
    mails = mail(notice, now), mail(notice, now + timedelta(seconds=9), line=2)
    assert posting(engine, *mails).doubled(kills=1) == ("1 of 2 mails came once more, with 1 kills", [])
    assert faults(posting(engine, *mails).doubled(kills=0)) == ["1 copies, and only 0 kills of the bot"]


def test_a_copy_that_was_followed_by_other_mails_is_found(engine: Engine, now: datetime, notice: int) -> None:
    mails = mail(notice, now), mail(notice, now + timedelta(seconds=9))
    found = faults(posting(engine, *mails).doubled(kills=1))
    assert found == [f"<notice-{notice}.0a@example.org> at 09:00:00: other mails followed over the same connection"]


def test_a_mail_that_was_never_signed_off_needs_a_kill_too(engine: Engine, now: datetime, notice: int) -> None:
    change(engine, notice, state=NoticeState.DROPPED)
    assert len(faults(posting(engine, mail(notice, now)).doubled(kills=0))) == 1


def test_one_message_under_two_names_is_found(engine: Engine, now: datetime, notice: int) -> None:
    once, again = mail(notice, now), mail(notice, now, code="0b", subject="Morgen weer")
    assert faults(posting(engine, once).names()) == []
    assert len(faults(posting(engine, once, again).names())) == 1


def test_two_messages_that_read_the_same_are_found(engine: Engine, now: datetime, notice: int) -> None:
    found = faults(posting(engine, mail(notice, now), mail(notice + 1, now)).names())
    assert found == [
        f"('ann@bedrijf.example', 'Morgen'): ['<notice-{notice}.0a@example.org>', "
        f"'<notice-{notice + 1}.0a@example.org>']",
        f"<notice-{notice + 1}.0a@example.org> is no message of ours",
    ]
