"""Signing in by a link in a mail: once, not for long, and never so that anybody learns who is known."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlmodel import SQLModel

from knowledge.database import reading, writing
from knowledge.own_data import export, forget
from knowledge.signing_in import (
    LINK_HOLDS,
    SESSION_HOLDS,
    ask_links,
    digest,
    link_opens,
    sessions_of,
    sign_out,
    sign_out_everywhere,
    use_link,
    who_is,
)
from knowledge.tables import Conversation, Learner, SignInLink, WebSession

ADDRESS = "Ann@bedrijf.example"
SECOND = timedelta(seconds=1)


@pytest.fixture
def ann(databases: Engine, now: datetime) -> Engine:
    """Ann, with her address and a talk."""
    with writing(databases) as session:
        session.add(Learner(id="ann", created_at=now, consent_at=now, name="Ann", email=ADDRESS))
        session.flush()
        session.add(Conversation(id="talk-ann", learner_id="ann", created_at=now, seen_at=now))
    return databases


def count(engine: Engine, table: type[SQLModel]) -> int:
    with reading(engine) as session:
        return len(session.scalars(select(table)).all())


def signed_in(engine: Engine, now: datetime) -> str:
    (link,) = ask_links(engine, ADDRESS, now)
    secret = use_link(engine, link.secret, now)
    assert secret
    return secret


def test_a_link_signs_in_once_and_the_session_says_who_it_is(ann: Engine, now: datetime) -> None:
    (link,) = ask_links(ann, ADDRESS, now)
    assert (link.learner_id, link.name, link.address, link.enrolments) == ("ann", "Ann", ADDRESS, 0)
    assert link_opens(ann, link.secret, now)
    secret = use_link(ann, link.secret, now)
    found = who_is(ann, secret, now)
    assert found is not None
    assert (found.learner_id, found.name, found.until) == ("ann", "Ann", now + SESSION_HOLDS)
    assert use_link(ann, link.secret, now) is None
    assert not link_opens(ann, link.secret, now)


def test_capitals_in_an_address_make_no_difference(ann: Engine, now: datetime) -> None:
    assert [one.address for one in ask_links(ann, "aNN@BEDRIJF.example", now)] == [ADDRESS]


def test_a_link_is_good_for_a_quarter_of_an_hour(ann: Engine, now: datetime) -> None:
    (link,) = ask_links(ann, ADDRESS, now)
    assert link_opens(ann, link.secret, now + LINK_HOLDS - SECOND)
    assert not link_opens(ann, link.secret, now + LINK_HOLDS)
    assert use_link(ann, link.secret, now + LINK_HOLDS) is None
    assert count(ann, WebSession) == 0


def test_a_session_ends_after_thirty_days(ann: Engine, now: datetime) -> None:
    secret = signed_in(ann, now)
    assert who_is(ann, secret, now + SESSION_HOLDS - SECOND)
    assert who_is(ann, secret, now + SESSION_HOLDS) is None


@pytest.mark.parametrize("wrong", [None, "", "x", "x" * 43, "ü" * 43, "x" * 5000, "'; drop table learner; --"])
def test_a_secret_that_is_none_lets_nobody_in(ann: Engine, now: datetime, wrong: str | None) -> None:
    signed_in(ann, now)
    assert who_is(ann, wrong, now) is None
    assert wrong is None or use_link(ann, wrong, now) is None


def test_only_digests_are_kept(ann: Engine, now: datetime) -> None:
    (link,) = ask_links(ann, ADDRESS, now)
    secret = use_link(ann, link.secret, now)
    assert secret
    with reading(ann) as session:
        kept = [*session.scalars(select(SignInLink)), *session.scalars(select(WebSession))]
        assert [row.digest for row in kept] == [digest(link.secret), digest(secret)]
        assert [word for word in (link.secret, secret, ADDRESS) if word in repr(kept)] == []


def test_an_address_gets_three_mails_an_hour_and_more_the_hour_after(ann: Engine, now: datetime) -> None:
    asked = [len(ask_links(ann, ADDRESS, now + n * SECOND)) for n in range(5)]
    assert asked == [1, 1, 1, 0, 0]
    assert len(ask_links(ann, ADDRESS, now + timedelta(hours=1, seconds=1))) == 1


def test_using_a_link_gives_no_fourth_mail(ann: Engine, now: datetime) -> None:
    for _ in range(3):
        signed_in(ann, now)
    assert ask_links(ann, ADDRESS, now) == []


@pytest.mark.parametrize("address", ["nobody@bedrijf.example", "", "ann", "%", "an_@bedrijf.example"])
def test_an_address_that_nobody_has_gets_no_link(ann: Engine, now: datetime, address: str) -> None:
    assert ask_links(ann, address, now) == []
    assert count(ann, SignInLink) == 0


def test_who_did_not_agree_that_we_keep_the_address_gets_no_link(databases: Engine, now: datetime) -> None:
    with writing(databases) as session:
        session.add(Learner(id="bob", created_at=now, email="bob@bedrijf.example"))
    assert ask_links(databases, "bob@bedrijf.example", now) == []


def test_two_people_with_one_address_get_a_link_each_in_one_mail(ann: Engine, now: datetime) -> None:
    with writing(ann) as session:
        session.add(Learner(id="later", created_at=now + SECOND, consent_at=now, email=ADDRESS.lower()))
    for _ in range(3):
        assert [one.learner_id for one in ask_links(ann, ADDRESS, now)] == ["later", "ann"]
    assert ask_links(ann, ADDRESS, now) == []


def test_another_address_ends_what_the_old_one_opened(ann: Engine, now: datetime) -> None:
    secret = signed_in(ann, now)
    with writing(ann) as session:
        session.get_one(Learner, "ann").email = "ann@thuis.example"
    assert who_is(ann, secret, now) is None


def test_signing_out_ends_one_session_and_everywhere_ends_all(ann: Engine, now: datetime) -> None:
    first, second, third = (signed_in(ann, now) for _ in range(3))
    sign_out(ann, first)
    assert [who_is(ann, one, now) is None for one in (first, second, third)] == [True, False, False]
    assert sessions_of(ann, "ann", now) == 2
    assert sign_out_everywhere(ann, "ann") == 2
    assert (who_is(ann, second, now), count(ann, SignInLink)) == (None, 0)


def test_erasing_somebody_ends_their_sessions_and_links(ann: Engine, now: datetime) -> None:
    secret = signed_in(ann, now)
    forget(ann, "talk-ann", now)
    assert (who_is(ann, secret, now), count(ann, WebSession), count(ann, SignInLink)) == (None, 0, 0)


def test_what_is_over_is_taken_away_with_the_next_link(ann: Engine, now: datetime) -> None:
    signed_in(ann, now)
    ask_links(ann, ADDRESS, now + SESSION_HOLDS)
    assert (count(ann, WebSession), count(ann, SignInLink)) == (0, 1)


def test_when_a_session_was_used_is_noted_at_most_once_an_hour(ann: Engine, now: datetime) -> None:
    secret = signed_in(ann, now)
    for minutes in (5, 59, 61, 70):
        who_is(ann, secret, now + timedelta(minutes=minutes))
    with reading(ann) as session:
        assert session.get_one(WebSession, digest(secret)).seen_at == now + timedelta(minutes=61)


def test_the_export_tells_of_sessions_and_links_and_holds_no_way_in(ann: Engine, now: datetime) -> None:
    signed_in(ann, now)
    given = export(ann, "talk-ann")
    assert given["signed_in"] == [
        {"made_at": "2026-11-24T09:00:00Z", "seen_at": "2026-11-24T09:00:00Z", "valid_until": "2026-12-24T09:00:00Z"}
    ]
    assert given["sign_in_links"] == [
        {"made_at": "2026-11-24T09:00:00Z", "valid_until": "2026-11-24T09:15:00Z", "used_at": "2026-11-24T09:00:00Z"}
    ]
