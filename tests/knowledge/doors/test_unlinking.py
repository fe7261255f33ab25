"""The chat on Telegram of somebody: which it is, and that it is let go when they say so."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from knowledge.database import reading
from knowledge.doors.codes import make_code, use_code
from knowledge.doors.unlinking import telegram_of, unlink_telegram
from knowledge.tables import Conversation, Learner, TelegramChat, TelegramMessage
from tests.knowledge.doors.two_doors import add, chat, column, joined, one, open_door, refused
from tests.knowledge.seat.seats import add_offering, ask, notices

MINUTE = timedelta(minutes=1)


@pytest.fixture
def doors(databases: Engine, now: datetime) -> Engine:
    """Ann has a talk on the website that her chat 7 leads to as well; bob has chat 8."""
    open_door(databases, now, "web", "ann")
    open_door(databases, now, "app", channel="telegram")
    open_door(databases, now, "bobs", "bob")
    add(databases, chat(now, 7, "app"), chat(now, 8, "bobs"))
    joined(databases, "web", "app", now)
    return databases


def of(engine: Engine, **whose: str) -> int | None:
    with reading(engine) as session:
        found = telegram_of(session, **whose)
        return found.chat_id if found else None


def change_chat(engine: Engine, **fields: object) -> None:
    row = one(engine, TelegramChat, 7)
    row.sqlmodel_update(fields)
    add(engine, row)


def test_the_chat_is_found_by_the_learner_and_by_every_id_of_the_talk(doors: Engine) -> None:
    assert [of(doors, conversation_id=id) for id in ("web", "app", "bobs", "nergens")] == [7, 7, 8, None]
    assert [of(doors, learner_id=id) for id in ("ann", "bob", "niemand")] == [7, 8, None]


@pytest.mark.parametrize("field", ["blocked_at", "stopped_at"])
def test_nothing_is_sent_where_it_is_blocked_or_not_wanted(doors: Engine, now: datetime, field: str) -> None:
    change_chat(doors, **{field: now})
    assert (of(doors, learner_id="ann"), of(doors, conversation_id="web")) == (None, None)


def test_of_two_chats_of_one_learner_the_one_where_they_were_last_is_used(doors: Engine, now: datetime) -> None:
    open_door(doors, now, "nog een", "ann")
    add(doors, chat(now, 9, "nog een", minutes=5))
    assert (of(doors, learner_id="ann"), of(doors, conversation_id="web")) == (9, 7)


@pytest.mark.parametrize("door", ["web", "app"])
def test_a_chat_is_let_go_from_whichever_door(doors: Engine, now: datetime, door: str) -> None:
    assert [unlink_telegram(doors, door, now) for _ in range(2)] == [True, False]
    assert dict(column(doors, TelegramChat, "chat_id", "conversation_id")) == {8: "bobs"}
    assert one(doors, Conversation, "web").learner_id == "ann"


def test_a_talk_without_a_chat_and_one_that_is_not_there_have_nothing_to_let_go(doors: Engine, now: datetime) -> None:
    open_door(doors, now, "los")
    assert [unlink_telegram(doors, talk, now) for talk in ("los", "nergens")] == [False, False]


def test_who_wanted_messages_there_gets_them_as_usual_and_other_wishes_stay(doors: Engine, now: datetime) -> None:
    ann, bob = one(doors, Learner, "ann"), one(doors, Learner, "bob")
    ann.wishes, bob.wishes = {"way": "telegram", "shift": "night"}, {"way": "email"}
    add(doors, ann, bob)
    for talk in ("web", "bobs"):
        unlink_telegram(doors, talk, now)
    assert (one(doors, Learner, "ann").wishes, one(doors, Learner, "bob").wishes) == (
        {"shift": "night"},
        {"way": "email"},
    )


def test_a_code_from_before_leads_nowhere_any_more(doors: Engine, now: datetime) -> None:
    code = make_code(doors, "web", now)
    unlink_telegram(doors, "app", now + MINUTE)
    assert refused(lambda: use_code(doors, "bobs", code, now + MINUTE)) == "unknown"


def test_a_reply_in_the_chat_to_an_earlier_message_is_about_nothing(doors: Engine, now: datetime) -> None:
    add_offering(doors, now)
    ask(doors, now, "ann", "bob")
    mine, others = notices(doors)
    add(
        doors,
        TelegramMessage(chat_id=7, message_id=1, notice_id=mine.id),
        TelegramMessage(chat_id=8, message_id=1, notice_id=others.id),
    )
    unlink_telegram(doors, "web", now)
    assert column(doors, TelegramMessage, "chat_id") == [8]
