"""The talk on Telegram: every message gets its own answer, once, in its own chat and in order."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session

from knowledge.tables import TelegramUpdate
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.conftest import Opens
from tests.bot.telegram.stage import JOKE, KEES, Stage
from tests.telegram_api.fake import FakeBotApi

pytestmark = pytest.mark.anyio


async def test_a_message_is_answered_and_the_next_goes_on_in_the_same_talk(stage: Stage, rasa: FakeRasa) -> None:
    assert (await stage.says("ik ben lasser")).text == "Je zei: ik ben lasser"
    assert (await stage.says("en verder")).text == "Je zei: en verder"
    first, second = rasa.heard
    assert first["sender"] == second["sender"]
    assert first["metadata"] == {"channel": "telegram"}


async def test_two_people_have_two_talks(stage: Stage, rasa: FakeRasa) -> None:
    await stage.says("hoi", KEES)
    await stage.says("hallo", JOKE)
    assert len({body["sender"] for body in rasa.heard}) == 2


async def test_the_same_update_delivered_twice_is_answered_once(stage: Stage, rasa: FakeRasa) -> None:
    stage.api.duplicate_next_update()
    await stage.says("hoi")
    after = await stage.says("en verder")
    assert rasa.texts == ["hoi", "en verder"]
    assert [message.text for message in stage.api.chat(KEES).messages] == ["Je zei: hoi", after.text]


async def test_one_chat_that_waits_holds_up_no_other_and_keeps_its_own_order(stage: Stage, rasa: FakeRasa) -> None:
    go_on = asyncio.Event()

    async def slow(body: dict[str, Any]) -> list[dict[str, Any]]:
        if body["message"] == "langzaam":
            await go_on.wait()
        return [{"text": f"Je zei: {body['message']}"}]

    rasa.says = slow
    stage.api.says(KEES, "langzaam")
    stage.api.says(KEES, "snel")
    assert (await stage.says("hallo", JOKE)).text == "Je zei: hallo"
    assert stage.api.chat(KEES).texts == []
    go_on.set()
    await stage.sees("snel")
    assert stage.api.chat(KEES).texts == ["Je zei: langzaam", "Je zei: snel"]


async def test_it_shows_that_it_thinks_when_that_takes_long(stage: Stage, rasa: FakeRasa) -> None:
    shown = asyncio.Event()

    async def until_shown(body: dict[str, Any]) -> list[dict[str, Any]]:
        await asyncio.to_thread(stage.api.wait_for_calls, "sendChatAction")
        shown.set()
        return [{"text": "klaar"}]

    rasa.says = until_shown
    assert (await stage.says("denk eens na")).text == "klaar"
    assert shown.is_set()
    assert stage.api.actions == [(KEES, "typing")]


async def test_a_long_answer_is_split_and_signs_of_markup_are_just_signs(stage: Stage, rasa: FakeRasa) -> None:
    rasa.says = lambda body: [{"text": "<b>Let op</b> & [dit](x) _niet_ *zo*\n\n" + "Een zin van niets. " * 400}]
    first = await stage.says("vertel")
    parts = await asyncio.to_thread(stage.api.chat(KEES).wait_for_messages, 2)
    assert first.text.startswith("<b>Let op</b> & [dit](x) _niet_ *zo*")
    assert all(len(part.text) <= 4096 for part in parts)
    assert sum(part.text.count("Een zin van niets.") for part in parts) == 400


async def test_what_is_too_long_or_empty_gets_a_sentence(stage: Stage, rasa: FakeRasa) -> None:
    assert (await stage.says("a" * 4096)).text.startswith("Dat is te lang: ik lees hooguit 2000 tekens")
    assert (await stage.says("\x00\x07\u200b")).text == "Ik zie geen tekst. Typ in een paar woorden wat je wilt."
    assert (await stage.says("hoi\x00 daar\x1b")).text == "Je zei: hoi daar"
    assert rasa.texts == ["hoi daar"]


async def test_with_rasa_down_somebody_hears_so_and_the_next_message_is_answered(stage: Stage, rasa: FakeRasa) -> None:
    rasa.up = {"actions"}
    assert "Je bericht is niet verwerkt" in (await stage.says("hoi")).text
    rasa.up = {"rasa", "actions"}
    assert (await stage.says("hoi")).text == "Je zei: hoi"


async def test_with_the_database_down_somebody_hears_so(stage: Stage, filled: Engine) -> None:
    await stage.says("hoi")
    with filled.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE telegram_chat RENAME TO elsewhere")
    assert "Je bericht is niet verwerkt" in (await stage.says("en nu")).text
    with filled.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO telegram_chat")
    assert (await stage.says("hoi")).text == "Je zei: hoi"


async def test_what_was_taken_in_and_not_answered_is_answered_at_the_next_start(
    opens: Opens, api: FakeBotApi, rasa: FakeRasa, filled: Engine
) -> None:
    never = asyncio.Event()
    heard = asyncio.Event()

    async def dies(body: dict[str, Any]) -> list[dict[str, Any]]:
        heard.set()
        await never.wait()
        return []

    rasa.says = dies
    async with opens(answer_timeout=9):
        api.says(KEES, "vergeet me niet")
        await heard.wait()
        await asyncio.to_thread(api.wait_until_taken)
        with Session(filled) as session:  # as it is when the process is killed now
            (row,) = session.scalars(select(TelegramUpdate)).all()
            left = row.model_copy()
        never.set()
    with Session(filled) as session:
        session.merge(TelegramUpdate(**left.model_dump()))
        session.commit()
    before = len(api.chat(KEES).messages)
    rasa.says = lambda body: [{"text": "hier ben ik weer"}]
    async with opens():
        seen = await asyncio.to_thread(api.chat(KEES).wait_for_messages, before + 1)
    assert seen[-1].text == "hier ben ik weer"
    with Session(filled) as session:
        (row,) = session.scalars(select(TelegramUpdate)).all()
        assert (row.body, row.handled_at is not None) == (None, True)
