"""A talk that became part of another: who still holds its id talks on, in the one that goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.chat import Chat
from bot.telling.letter import Letter
from bot.telling.website import post
from knowledge.database import writing
from knowledge.doors.joining import join
from knowledge.errors import UnknownThing
from knowledge.people import forget
from knowledge.settings import Settings
from knowledge.tables import Button, Conversation, Learner, Notice, PostedMessage
from tests.bot.fake_rasa import FakeRasa
from tests.bot.test_forgetting import events_of, senders
from tests.knowledge.doors.two_doors import button as a_button
from tests.knowledge.seat.seats import add_offering, ask

pytestmark = pytest.mark.anyio

Rows = Callable[[Any], list[Any]]


async def two_talks(chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime) -> tuple[str, str, str]:
    """A talk that goes on, one that leads there, and the token of a button that was shown in the latter."""
    rasa.says = lambda _body: [{"text": "Goed zo?", "buttons": [{"title": "Ja", "payload": "/affirm"}]}]
    survivor = await chat.answer(None, text="hoi", now=now)
    gone = await chat.answer(None, text="hallo", message_id="m0", now=now + timedelta(minutes=1))
    assert survivor.conversation
    assert gone.conversation
    with writing(engine) as session:
        join(session, survivor.conversation, gone.conversation, now)
    return survivor.conversation, gone.conversation, gone.messages[0].buttons[0].token


async def test_who_holds_the_old_id_talks_on_in_the_talk_that_goes_on_and_keeps_the_id(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    survivor, gone, _ = await two_talks(chat, engine, rasa, now)
    answer = await chat.answer(gone, text="ik ben lasser", now=now)
    assert answer.conversation == gone
    assert rasa.heard[-1]["sender"] == survivor
    assert {button.conversation_id for button in rows(Button)} == {survivor}
    again = await chat.answer(gone, button=answer.messages[0].buttons[0].token, now=now)
    assert (again.conversation, rasa.texts[-1]) == (gone, "/affirm")


async def test_a_button_from_before_is_pressed_at_either_door(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime
) -> None:
    survivor, gone, token = await two_talks(chat, engine, rasa, now)
    for door in (gone, survivor):
        later = now + timedelta(minutes=5 if door == gone else 10)
        assert (await chat.answer(door, button=token, now=later)).conversation == door
    assert [(body["sender"], body["message"]) for body in rasa.heard[-2:]] == [(survivor, "/affirm")] * 2


async def test_a_button_that_was_kept_under_the_old_id_at_that_very_moment_works(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime
) -> None:
    _, gone, _ = await two_talks(chat, engine, rasa, now)
    with writing(engine) as session:
        session.add(a_button(now, "laat", gone, "Nee", "/deny"))
    await chat.answer(gone, button="laat", now=now)
    assert rasa.texts[-1] == "/deny"


async def test_a_message_delivered_twice_at_the_old_door_is_done_once(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime
) -> None:
    _, gone, _ = await two_talks(chat, engine, rasa, now)
    first = await chat.answer(gone, text="schrijf me in", message_id="m1", now=now)
    assert await chat.answer(gone, text="schrijf me in", message_id="m1", now=now) == first
    assert len(rasa.heard) == 3


async def test_a_turn_that_was_under_way_is_kept_in_the_talk_that_goes_on(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    one, other = [(await chat.answer(None, text="hoi", now=now)).conversation or "" for _ in range(2)]
    survivor, gone = sorted((one, other))

    def joined_meanwhile(_body: dict[str, Any]) -> list[dict[str, Any]]:
        with writing(engine) as session:
            join(session, gone, survivor, now)
        return [
            {"text": "Goed zo?", "buttons": [{"title": "Ja", "payload": "/affirm"}]},
            {"custom": {"expects": "name"}},
        ]

    rasa.says = joined_meanwhile
    answer = await chat.answer(gone, text="ja", now=now)
    assert answer.conversation == gone
    assert {row.id: (row.continued_as, row.expects) for row in rows(Conversation)} == {
        survivor: (None, "name"),
        gone: (survivor, None),
    }
    assert [button.conversation_id for button in rows(Button)] == [survivor]


async def test_who_is_forgotten_at_the_old_door_gets_a_new_talk_and_both_ids_lead_nowhere(
    chat: Chat, engine: Engine, rasa: FakeRasa, settings: Settings, now: datetime, rows: Rows
) -> None:
    survivor, gone, _ = await two_talks(chat, engine, rasa, now)
    stranger = (await chat.answer(None, text="hoi", now=now)).conversation
    store = events_of(settings.var / "rasa.db", survivor, gone, stranger or "")

    def forgets(_body: dict[str, Any]) -> list[dict[str, Any]]:
        """The rules erase all that they know of first, as they do in the talk."""
        forget(engine, survivor, now)
        return [{"text": "Alles is weg."}, {"custom": {"forget": True}}]

    rasa.says = forgets
    answer = await chat.answer(gone, text="wis mijn gegevens", now=now)
    assert answer.conversation not in (survivor, gone, None)
    assert {row.id for row in rows(Conversation)} == {stranger, answer.conversation}
    assert senders(store) == [stranger]
    for door in (survivor, gone):
        with pytest.raises(UnknownThing):
            await chat.answer(door, text="hoi", now=now)


async def test_a_letter_for_the_old_talk_waits_in_the_one_that_goes_on(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, rows: Rows
) -> None:
    survivor, gone, _ = await two_talks(chat, engine, rasa, now)
    add_offering(engine, now)
    with writing(engine) as session:
        session.add(Learner(id="ann", created_at=now))
    ask(engine, now, "ann")
    (notice,) = rows(Notice)
    with writing(engine) as session:
        letter = Letter(notice.id, "<1@huis>", gone, None, None, "Je plek", ["Je hebt een plek."], [], None)
        assert post(session, gone, letter, [], notice.id, now)
    assert [row.conversation_id for row in rows(PostedMessage)] == [survivor]
