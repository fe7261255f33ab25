"""A message that is due is taken by one, sent once, put off when it fails and given up in the end."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from knowledge.database import reading, writing
from knowledge.people import forget
from knowledge.seat.leaving import leave
from knowledge.tables import Conversation, Learner, Notice
from knowledge.telling.outbox import (
    LEASE,
    MOST_ATTEMPTS,
    Claim,
    claim,
    give_up,
    is_still_mine,
    let_go,
    put_off,
    refused,
    sent,
    waiting,
)
from knowledge.telling.wishes import Way
from knowledge.vocabulary import NoticeKind, NoticeState
from tests.knowledge.seat.seats import add_learners, add_offering, ask, notices
from tests.knowledge.telling.at import the_notice

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


@pytest.fixture
def invited(databases: Engine, now: datetime) -> Engine:
    """ann, bob and cas have just got a seat; their invitations are due, a minute after each other."""
    add_offering(databases, now, maximum=3)
    add_learners(databases, now, "ann", "bob", "cas")
    ask(databases, now - 3 * MINUTE, "ann", "bob", "cas")
    return databases


def take(engine: Engine, now: datetime) -> Claim:
    """The first that is due."""
    (one,) = claim(engine, now, 1)
    return one


def who(claims: list[Claim]) -> list[str]:
    return [one.story.learner.id for one in claims]


def test_each_is_taken_once_the_longest_due_first(invited: Engine, now: datetime) -> None:
    first = claim(invited, now, 2)
    assert [who(first), who(claim(invited, now, 2)), who(claim(invited, now, 2))] == [["ann", "bob"], ["cas"], []]
    notice = first[0].story.notice
    assert (first[0].until, notice.claimed_until, notice.attempts, notice.quiet) == (
        now + LEASE,
        now + LEASE,
        1,
        "21:00-08:00",
    )
    assert waiting(invited, now) == 3


def test_nothing_is_taken_before_it_is_due(invited: Engine, now: datetime) -> None:
    assert who(claim(invited, now - 3 * MINUTE - SECOND, 5)) == []
    assert waiting(invited, now - 2 * MINUTE) == 2
    assert who(claim(invited, now - 2 * MINUTE, 5)) == ["ann", "bob"]


def test_a_story_has_everything_around_it(invited: Engine, now: datetime) -> None:
    with writing(invited) as session:
        session.add(Conversation(id="nieuw", learner_id="ann", created_at=now, seen_at=now + SECOND, present_at=now))
    story = take(invited, now).story
    assert (story.learner.id, story.enrolment.learner_id, story.offering.id) == ("ann", "ann", "cobots")
    assert (story.conversation, story.present_at, story.position, list(story.runs)) == ("nieuw", now, None, [])


def test_a_lease_that_ran_out_is_taken_again_and_the_first_is_no_longer_ours(invited: Engine, now: datetime) -> None:
    mine = take(invited, now)
    assert is_still_mine(invited, mine, now + LEASE - SECOND)
    assert "ann" not in who(claim(invited, now + LEASE - SECOND, 5))
    assert not is_still_mine(invited, mine, now + LEASE)
    (theirs,) = claim(invited, now + LEASE, 1)
    assert (theirs.story.learner.id, theirs.story.notice.attempts) == ("ann", 2)
    assert not is_still_mine(invited, mine, now + SECOND)
    assert is_still_mine(invited, theirs, now + LEASE)


def test_who_lost_a_claim_leaves_it_alone(invited: Engine, now: datetime) -> None:
    mine = take(invited, now)
    theirs = take(invited, now + LEASE)
    before = the_notice(invited, theirs.story.notice.id)
    put_off(invited, mine, "te druk", now + LEASE)
    give_up(invited, mine, "geen weg")
    let_go(invited, mine)
    assert the_notice(invited, theirs.story.notice.id) == before


def test_sent_twice_is_once(invited: Engine, now: datetime) -> None:
    mine, also = take(invited, now), []

    def note(session: Session) -> None:
        also.append(session.get_one(Notice, mine.story.notice.id).state)

    assert sent(invited, mine, Way.EMAIL, now + SECOND, note)
    assert not sent(invited, mine, Way.TELEGRAM, now + MINUTE, note)
    assert also == [NoticeState.SENT]
    row = the_notice(invited, mine.story.notice.id)
    assert (row.state, row.way, row.sent_at, row.claimed_until) == (NoticeState.SENT, "email", now + SECOND, None)
    assert who(claim(invited, now + LEASE, 5)) == ["bob", "cas"]


def test_what_cannot_be_done_together_with_sending_is_not_signed_off(invited: Engine, now: datetime) -> None:
    mine = take(invited, now)

    def fail(_session: Session) -> None:
        raise RuntimeError("the talk is gone")

    with pytest.raises(RuntimeError, match="the talk is gone"):
        sent(invited, mine, Way.WEBSITE, now, fail)
    assert the_notice(invited, mine.story.notice.id).state == NoticeState.DUE


def test_each_pause_is_longer_and_in_the_end_it_is_given_up(invited: Engine, now: datetime) -> None:
    moment, pauses = now, []
    for _ in range(MOST_ATTEMPTS - 1):
        mine = take(invited, moment)
        put_off(invited, mine, "te druk", moment)
        row = the_notice(invited, mine.story.notice.id)
        assert (row.state, row.claimed_until, row.why) == (NoticeState.DUE, None, "te druk")
        pauses.append((row.due_at - moment) // MINUTE)
        with writing(invited) as session:  # the others are out of the way
            for other in notices(invited)[1:]:
                session.get_one(Notice, other.id).due_at = now + timedelta(days=9)
        moment = row.due_at
    assert pauses == [1, 2, 4, 8, 16, 32, *[60] * 8]
    mine = take(invited, moment)
    put_off(invited, mine, "nog steeds", moment)
    row = the_notice(invited, mine.story.notice.id)
    assert (row.state, row.attempts, row.why) == (NoticeState.FAILED, MOST_ATTEMPTS, "nog steeds")
    assert claim(invited, moment + timedelta(days=1), 5) == []


def test_a_claim_is_given_back_without_counting_as_a_try(invited: Engine, now: datetime) -> None:
    let_go(invited, take(invited, now))
    assert take(invited, now).story.notice.attempts == 1


def test_what_no_way_takes_has_failed(invited: Engine, now: datetime) -> None:
    mine = take(invited, now)
    give_up(invited, mine, "no way out takes it")
    row = the_notice(invited, mine.story.notice.id)
    assert (row.state, row.why, row.claimed_until) == (NoticeState.FAILED, "no way out takes it", None)
    give_up(invited, mine, "again")
    assert the_notice(invited, mine.story.notice.id) == row


@pytest.mark.parametrize(
    ("way", "address", "noted"),
    [(Way.EMAIL, True, "ann@bedrijf.nl"), (Way.EMAIL, False, None), (Way.TELEGRAM, True, None)],
)
def test_an_address_that_is_refused_for_good_is_noted(
    invited: Engine, now: datetime, way: Way, address: bool, noted: str | None
) -> None:
    with writing(invited) as session:
        session.get_one(Learner, "ann").email = "ann@bedrijf.nl"
    mine = take(invited, now)
    refused(invited, mine, way, "550 onbekend", now, address=address)
    row = the_notice(invited, mine.story.notice.id)
    assert row.refusals == [{"way": way.value, "at": now.isoformat(), "why": "550 onbekend"}]
    with reading(invited) as session:
        assert session.get_one(Learner, "ann").email_refused == noted
    assert sent(invited, mine, Way.WEBSITE, now)


def test_of_who_was_forgotten_meanwhile_nothing_is_signed_off(invited: Engine, now: datetime) -> None:
    mine = take(invited, now)
    forget(invited, "talk-ann", now)
    assert not is_still_mine(invited, mine, now)
    assert not sent(invited, mine, Way.EMAIL, now)
    refused(invited, mine, Way.EMAIL, "550", now, address=True)
    put_off(invited, mine, "te druk", now)
    give_up(invited, mine, "geen weg")
    let_go(invited, mine)
    assert [row.learner_id for row in notices(invited)] == ["bob", "cas"]


def test_what_is_no_longer_true_is_dropped_on_the_way(invited: Engine, now: datetime) -> None:
    mine = take(invited, now)
    leave(invited, "ann", "cobots", now)
    leave(invited, "bob", "cobots", now)
    assert not is_still_mine(invited, mine, now)
    assert who(claim(invited, now + LEASE, 9)) == ["cas", "ann"]  # hers was taken, so it may have gone
    assert [(row.learner_id, row.kind, row.why) for row in notices(invited) if row.state == NoticeState.DROPPED] == [
        ("ann", NoticeKind.SEAT_TAKEN, "the enrolment is cancelled"),
        ("bob", NoticeKind.SEAT_TAKEN, "the enrolment is cancelled"),
        ("bob", NoticeKind.SEAT_LEFT, "no invitation went out"),
    ]
