"""A message in, an answer out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.answers import Message
from bot.chat import Chat
from knowledge.cards import StationCard
from knowledge.errors import UnknownThing
from knowledge.tables import Button, Conversation
from tests.bot.fake_rasa import FakeRasa

pytestmark = pytest.mark.anyio

CARD = {"kind": "station", "module": "m", "name": "Kijken naar cobots", "type": "X", "hours": 2}


def says(*messages: dict[str, Any]) -> Callable[[Any], Any]:
    return lambda _body: list(messages)


async def test_a_first_message_begins_a_conversation_that_the_next_one_goes_on_in(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    first = await chat.answer(None, text="hoi", now=now)
    second = await chat.answer(first.conversation, text="ik ben lasser", now=now)
    assert first.conversation
    assert len(first.conversation) >= 32
    assert second.conversation == first.conversation
    assert second.messages == [Message(text="Je zei: ik ben lasser")]
    assert rasa.heard == [
        {"sender": first.conversation, "message": "hoi", "metadata": {"channel": "website"}},
        {"sender": first.conversation, "message": "ik ben lasser", "metadata": {"channel": "website"}},
    ]


async def test_two_people_get_two_conversations(chat: Chat, now: datetime) -> None:
    talks = {(await chat.answer(None, text="hoi", now=now)).conversation for _ in range(2)}
    assert len(talks) == 2


async def test_a_command_that_is_typed_reaches_rasa_as_text(chat: Chat, rasa: FakeRasa, now: datetime) -> None:
    await chat.answer(None, text=' \u200b//enrol{"offering":"1"}', now=now)
    assert rasa.texts == ['enrol{"offering":"1"}']


async def test_a_button_goes_out_as_a_token_and_comes_back_as_its_payload(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    rasa.says = says({"text": "Goed zo?", "buttons": [{"title": "Ja", "payload": '/affirm{"a":"b"}'}]})
    shown = await chat.answer(None, text="hoi", now=now)
    button = shown.messages[0].buttons[0]
    await chat.answer(shown.conversation, button=button.token, now=now)
    assert button.title == "Ja"
    assert len(button.token.encode()) <= 64
    assert "affirm" not in shown.model_dump_json()
    assert rasa.texts == ["hoi", '/affirm{"a":"b"}']


async def test_a_button_without_a_payload_says_its_title_and_one_without_a_title_is_left_out(
    chat: Chat, rasa: FakeRasa, now: datetime, rows: Callable[[Any], list[Any]]
) -> None:
    rasa.says = says({"text": "?", "buttons": [{"title": "Meer"}, {"payload": "/deny"}, {"title": " "}]})
    await chat.answer(None, text="hoi", now=now)
    assert [(row.title, row.payload) for row in rows(Button)] == [("Meer", "Meer")]


async def test_a_token_of_another_conversation_is_not_known(chat: Chat, rasa: FakeRasa, now: datetime) -> None:
    rasa.says = says({"text": "?", "buttons": [{"title": "Ja", "payload": "/affirm"}]})
    mine, other = [await chat.answer(None, text="hoi", now=now) for _ in range(2)]
    with pytest.raises(UnknownThing):
        await chat.answer(mine.conversation, button=other.messages[0].buttons[0].token, now=now)
    assert rasa.texts == ["hoi", "hoi"]


async def test_texts_cards_and_buttons_become_one_answer(chat: Chat, rasa: FakeRasa, now: datetime) -> None:
    rasa.says = says(
        {"custom": {"card": CARD}},
        {"text": "Kijk eens."},
        {"custom": {"card": CARD}},
        {"custom": {"card": CARD, "expects": "name"}},
        {"image": "/static/icon.svg"},
        {"text": ""},
    )
    card = StationCard(module="m", name="Kijken naar cobots", type="X", hours=2)
    assert (await chat.answer(None, text="hoi", now=now)).messages == [
        Message(cards=[card]),
        Message(text="Kijk eens.", cards=[card, card]),
        Message(text="/static/icon.svg"),
    ]


async def test_a_card_that_cannot_be_read_is_left_out_and_logged(
    chat: Chat, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    rasa.says = says({"text": "Kijk eens."}, {"custom": {"card": {"kind": "station", "name": "geheim"}}})
    assert (await chat.answer(None, text="hoi", now=now)).messages == [Message(text="Kijk eens.")]
    assert [(line["event"], line["log_level"]) for line in log.entries] == [("card not readable", "error")]
    assert "geheim" not in str(log.entries)


async def test_what_a_question_expects_is_noted_until_the_next_answer(
    chat: Chat, rasa: FakeRasa, now: datetime, rows: Callable[[Any], list[Any]]
) -> None:
    rasa.says = says({"text": "Hoe heet je?"}, {"custom": {"expects": "name"}})
    talk = (await chat.answer(None, text="schrijf me in", now=now)).conversation
    assert [row.expects for row in rows(Conversation)] == ["name"]
    rasa.says = says({"text": "Dank je."})
    await chat.answer(talk, text="waarom?", now=now + timedelta(minutes=1))
    assert [(row.expects, row.seen_at) for row in rows(Conversation)] == [(None, now + timedelta(minutes=1))]


async def test_the_same_message_delivered_twice_gets_the_same_answer_and_is_done_once(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    rasa.says = says({"text": "?", "buttons": [{"title": "Ja", "payload": "/affirm"}]}, {"custom": {"card": CARD}})
    talk = (await chat.answer(None, text="hoi", now=now)).conversation
    first = await chat.answer(talk, text="schrijf me in", message_id="m1", now=now)
    again = await chat.answer(talk, text="schrijf me in", message_id="m1", now=now + timedelta(days=1))
    other = await chat.answer(talk, text="schrijf me in", message_id="m2", now=now)
    assert again == first
    assert other.messages[0].buttons != first.messages[0].buttons
    assert len(rasa.heard) == 3


async def test_the_id_of_a_message_counts_within_its_own_conversation(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    talks = [(await chat.answer(None, text="hoi", now=now)).conversation for _ in range(2)]
    for talk in talks:
        await chat.answer(talk, text="schrijf me in", message_id="m1", now=now)
    assert len(rasa.heard) == 4


async def test_a_double_click_is_one_press_and_a_later_press_is_meant_anew(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    rasa.says = says({"text": "?", "buttons": [{"title": "Ja", "payload": "/affirm"}]})
    shown = await chat.answer(None, text="hoi", now=now)
    token = shown.messages[0].buttons[0].token
    first = await chat.answer(shown.conversation, button=token, message_id="a", now=now)
    again = await chat.answer(shown.conversation, button=token, message_id="b", now=now + timedelta(seconds=1))
    assert again == first
    assert rasa.texts == ["hoi", "/affirm"]
    await chat.answer(shown.conversation, button=token, now=now + timedelta(minutes=1))
    assert rasa.texts == ["hoi", "/affirm", "/affirm"]
