"""A letter in the talk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.answers import Message, ShownButton
from bot.composing import DraftButton
from bot.telling.issuing import issue
from bot.telling.ways import Refused
from bot.telling.website import post
from knowledge.database import writing
from knowledge.seat.looking import offering_card
from knowledge.tables import Button, Conversation, Enrolment, Learner, Notice, PostedMessage
from knowledge.vocabulary import EnrolmentState, NoticeKind
from tests.bot.telling.letters import a_letter, an_offering


@pytest.fixture
def told(databases: Engine, now: datetime) -> Engine:
    """Ann in a talk, with a notice."""
    with writing(databases) as session:
        session.add_all([Learner(id="ann", created_at=now), an_offering()])
        session.flush()
        seat = {"offering_id": "eerste.20261208", "state": EnrolmentState.ENROLLED, "asked_at": now}
        session.add(Enrolment(id=5, learner_id="ann", **seat))
        session.add(Conversation(id="talk-ann", learner_id="ann", created_at=now, seen_at=now))
        session.flush()
        moments = {"created_at": now, "due_at": now}
        session.add(Notice(id=7, key="go:5", kind=NoticeKind.GO, learner_id="ann", enrolment_id=5, **moments))
    return databases


def rows(engine: Engine, table: type[Any]) -> list[Any]:
    with Session(engine) as session:
        return list(session.exec(select(table)))


def test_a_letter_waits_in_the_talk_with_its_card_and_its_buttons(told: Engine, now: datetime, catalogue: Any) -> None:
    card = offering_card(catalogue, an_offering())
    letter = a_letter(card=card)
    with writing(told) as session:
        assert post(session, "talk-ann", letter, letter.buttons, 7, now)
    (button,) = rows(told, Button)
    (posted,) = rows(told, PostedMessage)
    assert (button.conversation_id, button.payload) == ("talk-ann", '/accept_seat{"offering": "las"}')
    assert (posted.conversation_id, posted.notice_id, posted.posted_at, posted.fetched_at) == ("talk-ann", 7, now, None)
    assert Message.model_validate(posted.body) == Message(
        text="Er is een plek vrij bij lassen.\n\nIk houd hem vast tot morgen.",
        buttons=[ShownButton(title="Ja", token=button.token)],
        cards=[card],
    )


def test_posting_twice_is_once(told: Engine, now: datetime) -> None:
    letter = a_letter()
    for first in (True, False):
        with writing(told) as session:
            assert post(session, "talk-ann", letter, letter.buttons, 7, now) is first
    assert (len(rows(told, PostedMessage)), len(rows(told, Button))) == (1, 1)


def test_a_talk_that_is_gone_takes_nothing(told: Engine, now: datetime) -> None:
    with writing(told) as session, pytest.raises(Refused):
        post(session, "talk-bob", a_letter(), [], 7, now)
    assert rows(told, PostedMessage) == []


def test_what_is_undone_around_it_leaves_nothing(told: Engine, now: datetime) -> None:
    letter = a_letter()
    with writing(told) as session:
        post(session, "talk-ann", letter, letter.buttons, 7, now)
        session.rollback()
    assert (rows(told, PostedMessage), rows(told, Button)) == ([], [])


def test_tokens_are_secrets_and_fit_in_64_bytes(told: Engine, now: datetime) -> None:
    with writing(told) as session:
        shown = issue(session, "talk-ann", [DraftButton("Ja", "/affirm"), DraftButton("Ja", "/affirm")], now)
    assert [one.title for one in shown] == ["Ja", "Ja"]
    assert {len(one.token) for one in shown} == {22}
    assert len({one.token for one in shown}) == 2


def test_a_letter_goes_with_its_talk(told: Engine, now: datetime) -> None:
    with writing(told) as session:
        post(session, "talk-ann", a_letter(), [], 7, now)
    with writing(told) as session:
        session.delete(session.get_one(Conversation, "talk-ann"))
    assert (rows(told, PostedMessage), len(rows(told, Notice))) == ([], 1)
