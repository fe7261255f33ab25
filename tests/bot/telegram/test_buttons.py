"""Buttons on Telegram: answered at once, marked when used, good for days, and only in their own chat."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.telegram import words
from knowledge.tables import Button
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.conftest import Opens
from tests.bot.telegram.stage import JOKE, KEES, Stage
from tests.telegram_api.fake import FakeBotApi

pytestmark = pytest.mark.anyio

YES_NO = [{"title": "Ja, graag", "payload": "/affirm"}, {"title": "Nee", "payload": "/deny"}]


def asks(body: dict[str, Any]) -> list[dict[str, Any]]:
    """A question with two buttons, and what a press of one means."""
    if body["message"].startswith("/"):
        return [{"text": f"Gedaan: {body['message']}"}]
    return [{"text": "Zal ik?", "buttons": YES_NO}]


@pytest.fixture
def rasa() -> FakeRasa:
    rasa = FakeRasa()
    rasa.says = asks
    return rasa


async def test_a_press_means_its_payload_and_the_button_is_marked(stage: Stage) -> None:
    question = await stage.says("hoi")
    assert question.titles == ["Ja, graag", "Nee"]
    assert (await stage.presses(question, "Ja, graag")).text == "Gedaan: /affirm"
    await stage.sees_buttons(question, ["✓ Ja, graag"])
    assert [(one.text, one.alert) for one in stage.api.answers] == [("", False)]


async def test_the_payload_never_leaves_the_house(stage: Stage) -> None:
    question = await stage.says("hoi")
    data = [button.data or "" for button in question.buttons]
    assert all("affirm" not in one and "deny" not in one and len(one.encode()) <= 64 for one in data)


async def test_a_marked_button_pressed_again_does_nothing(stage: Stage, rasa: FakeRasa) -> None:
    question = await stage.says("hoi")
    await stage.presses(question, "Nee")
    await stage.sees_buttons(question, ["✓ Nee"])
    again = stage.api.presses(KEES, question.id, "✓ Nee")
    answered = await asyncio.to_thread(stage.api.wait_for_answer, again.query_id)
    assert answered.text == words.USED
    assert rasa.texts == ["hoi", "/deny"]


async def test_two_quick_presses_are_one(stage: Stage, rasa: FakeRasa) -> None:
    question = await stage.says("hoi")
    token = question.button("Ja, graag").data
    with stage.api.together():
        stage.api.presses_data(KEES, question.id, token)
        second = stage.api.presses_data(KEES, question.id, token)
    assert (await asyncio.to_thread(stage.api.wait_for_answer, second.query_id)).text == words.ALREADY
    await stage.sees("Gedaan")
    assert rasa.texts == ["hoi", "/affirm"]


async def test_a_press_that_could_not_be_done_can_be_done_again_at_once(stage: Stage, rasa: FakeRasa) -> None:
    question = await stage.says("hoi")
    rasa.up = {"actions"}
    sorry = await stage.presses(question, "Ja, graag")
    assert "niet verwerkt" in sorry.text
    rasa.up = {"rasa", "actions"}
    assert (await stage.presses(sorry, "Ja, graag")).text == "Gedaan: /affirm"


async def test_the_buttons_of_a_question_go_when_something_else_is_said(stage: Stage) -> None:
    question = await stage.says("hoi")
    await stage.says("en verder")
    await stage.sees_buttons(question, [])


async def test_a_button_of_another_chat_does_nothing_and_says_so(stage: Stage, rasa: FakeRasa) -> None:
    question = await stage.says("hoi", KEES)
    other = await stage.says("hallo", JOKE)
    stolen = stage.api.presses_data(JOKE, other.id, question.button("Ja, graag").data)
    answered = await asyncio.to_thread(stage.api.wait_for_answer, stolen.query_id)
    assert (answered.text, answered.alert) == (words.NO_SUCH_BUTTON, True)
    assert rasa.texts == ["hoi", "hallo"]


@pytest.mark.parametrize("data", ["", " ", "x" * 64, "/affirm", "desk:join AAAA-AAAA", "'; DROP TABLE button; --"])
async def test_data_that_was_never_given_out_does_nothing(stage: Stage, rasa: FakeRasa, data: str) -> None:
    question = await stage.says("hoi")
    forged = stage.api.presses_data(KEES, question.id, data)
    if data:
        assert (await asyncio.to_thread(stage.api.wait_for_answer, forged.query_id)).text == words.NO_SUCH_BUTTON
    await stage.all_taken()
    assert rasa.texts == ["hoi"]


async def test_a_button_works_after_a_restart_and_when_the_press_is_too_old_to_be_answered(
    opens: Opens, api: FakeBotApi, rasa: FakeRasa
) -> None:
    async with opens() as app:
        question = await Stage(api, app).says("hoi")
    async with opens() as app:
        api.expires(api.presses(KEES, question.id, "Ja, graag").query_id)
        assert (await Stage(api, app).sees("Gedaan")).text == "Gedaan: /affirm"


async def test_a_title_typed_as_a_reply_is_a_press(stage: Stage, rasa: FakeRasa) -> None:
    question = await stage.says("hoi")
    assert (await stage.says("ja, graag", reply_to=question.id)).text == "Gedaan: /affirm"


async def test_a_button_of_the_desk_cannot_be_had_by_typing(stage: Stage, rasa: FakeRasa, filled: Engine) -> None:
    await stage.says("desk:pause ")
    assert rasa.texts == ["desk:pause"]
    with Session(filled) as session:
        assert all(not row.payload.startswith("desk:") for row in session.exec(select(Button)))
