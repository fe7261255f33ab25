"""Personal data stays at the front door, and is kept only after a question for it or with consent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.chat import Chat
from knowledge.database import writing
from knowledge.people import give_consent, keep_contact
from knowledge.tables import AnsweredMessage, Button, Conversation, Learner, PersonalDatum
from tests.bot.fake_rasa import FakeRasa

pytestmark = pytest.mark.anyio

Rows = Callable[[Any], list[Any]]


async def begin(chat: Chat, engine: Engine, now: datetime, expects: str | None = None) -> str:
    talk = (await chat.answer(None, text="hoi", now=now)).conversation
    assert talk is not None
    with writing(engine) as session:
        conversation = session.get(Conversation, talk)
        assert conversation is not None
        conversation.expects = expects
    return talk


def kept(rows: Rows) -> list[tuple[str, str, str]]:
    return sorted((row.reference, row.kind, row.value) for row in rows(PersonalDatum))


async def test_what_was_not_asked_for_is_masked_and_dropped(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    talk = await begin(chat, engine, now)
    await chat.answer(talk, text="ik heet Jan, jan@x.nl, 0612345678", now=now)
    await chat.answer(None, text="ik heet Jan", now=now)
    assert rasa.texts[1:] == ["ik heet [naam-1], [mail-1], [tel-1]", "ik heet [naam-1]"]
    assert kept(rows) == []


@pytest.mark.parametrize("expects", ["consent", "email", "name", "phone"])
async def test_what_was_asked_for_is_kept(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows, expects: str
) -> None:
    talk = await begin(chat, engine, now, expects)
    await chat.answer(talk, text="ja, ik heet Jan Jansen, jan@x.nl of 0612345678", now=now)
    assert rasa.texts[-1] == "ja, ik heet [naam-1], [mail-1] of [tel-1]"
    assert kept(rows) == [
        ("[mail-1]", "email", "jan@x.nl"),
        ("[naam-1]", "name", "Jan Jansen"),
        ("[tel-1]", "phone", "0612345678"),
    ]


async def test_with_consent_everything_is_kept_under_one_reference_each(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    talk = await begin(chat, engine, now)
    give_consent(engine, talk, now)
    await chat.answer(talk, text="mijn mail is jan@x.nl", now=now)
    await chat.answer(talk, text="of toch piet@y.nl, niet JAN@x.nl", now=now)
    assert rasa.texts[1:] == ["mijn mail is [mail-1]", "of toch [mail-2], niet [mail-1]"]
    assert kept(rows) == [("[mail-1]", "email", "jan@x.nl"), ("[mail-2]", "email", "piet@y.nl")]


async def test_a_reference_leads_back_to_the_value_where_the_rules_are(
    chat: Chat, engine: Engine, now: datetime
) -> None:
    talk = await begin(chat, engine, now, "name")
    give_consent(engine, talk, now)
    await chat.answer(talk, text="Jan de Vries en jan@x.nl", now=now)
    known = keep_contact(engine, talk, ["[naam-1]", "[mail-1]"], now)
    assert (known.name, known.email) == ("Jan de Vries", "jan@x.nl")


async def test_a_reference_that_is_typed_is_no_reference(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    talk = await begin(chat, engine, now, "email")
    await chat.answer(talk, text="neem maar [mail-1]", now=now)
    assert rasa.texts[-1] == "neem maar mail-1"
    assert kept(rows) == []


async def test_the_person_reads_their_own_words_where_rasa_has_references(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    talk = await begin(chat, engine, now, "email")
    rasa.says = lambda _: [{"text": "Klopt [mail-1]?", "buttons": [{"title": "Ja, [mail-1]", "payload": "/affirm"}]}]
    first = await chat.answer(talk, text="jan@x.nl", message_id="m1", now=now)
    again = await chat.answer(talk, text="jan@x.nl", message_id="m1", now=now)
    (message,) = first.messages
    assert (message.text, message.buttons[0].title) == ("Klopt jan@x.nl?", "Ja, jan@x.nl")
    assert again == first
    assert "jan@x.nl" not in str([*rows(Button), *rows(AnsweredMessage)])


async def test_the_log_holds_no_texts_no_values_and_no_ids(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    talk = await begin(chat, engine, now, "email")
    rasa.up.clear()
    await chat.answer(talk, text="mijn geheime mail is jan@x.nl", now=now)
    said = str(log.entries)
    assert log.entries
    assert not [word for word in ("geheim", "jan@x.nl", talk) if word in said]


FORGET = [{"text": "Alles is gewist."}, {"custom": {"forget": True}}]


async def test_forgetting_erases_the_talk_and_begins_a_new_one(
    make_chat: Callable[..., Chat], engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    forgotten: list[str] = []

    def forget(talk: str) -> None:
        forgotten.append(talk)
        with writing(engine) as session:
            session.delete(session.get(Conversation, talk))

    chat = make_chat(forget=forget)
    talk = await begin(chat, engine, now, "email")
    await chat.answer(talk, text="jan@x.nl", message_id="m1", now=now)
    rasa.says = lambda _: FORGET
    answer = await chat.answer(talk, text="wis mijn gegevens", now=now)
    assert [message.text for message in answer.messages] == ["Alles is gewist."]
    assert forgotten == [talk]
    assert [row.id for row in rows(Conversation)] == [answer.conversation]
    assert (rows(PersonalDatum), rows(AnsweredMessage), rows(Learner)) == ([], [], [])


async def test_forgetting_that_fails_is_said(
    make_chat: Callable[..., Chat], engine: Engine, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    def forget(_talk: str) -> None:
        raise OSError("disk")

    chat = make_chat(forget=forget)
    talk = await begin(chat, engine, now)
    rasa.says = lambda _: FORGET
    answer = await chat.answer(talk, text="wis mijn gegevens", now=now)
    assert answer.conversation == talk
    assert "nog niet helemaal gelukt" in answer.messages[-1].text
    assert [line["part"] for line in log.entries] == ["database"]
