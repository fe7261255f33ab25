"""One person, two doors: linked by a code that is asked about first, and let go again."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.desk import codes
from knowledge.database import writing
from knowledge.tables import Button, Conversation, Learner, TelegramChat
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.stage import KEES, Stage

pytestmark = pytest.mark.anyio

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def links(body: dict[str, Any]) -> list[dict[str, Any]]:
    """What the actions say of linking."""
    wishes = {"koppel": "make", "ontkoppel": "undo"}
    if body["message"] in wishes:
        return [{"text": "Goed."}, {"custom": {"link": wishes[body["message"]]}}]
    return [{"text": f"Je zei: {body['message']}"}]


@pytest.fixture
def rasa() -> FakeRasa:
    rasa = FakeRasa()
    rasa.says = links
    return rasa


@pytest.fixture
async def website(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(stage.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://navigator") as client:
        yield client


async def says(website: httpx.AsyncClient, conversation: str | None, text: str) -> dict[str, Any]:
    response = await website.post("/api/chat", json={"conversation": conversation, "text": text})
    return dict(response.json())


async def a_code_of(website: httpx.AsyncClient) -> tuple[str, str, str]:
    """A talk on the website, what it was told when it asked to be linked, and the code in that."""
    answer = await says(website, None, "koppel")
    said = "\n".join(message["text"] for message in answer["messages"])
    found = CODE.search(said)
    assert found is not None, said
    return answer["conversation"], said, found.group()


async def test_a_code_of_the_website_makes_the_chat_the_same_talk_after_a_yes(
    stage: Stage, website: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    talk, said, code = await a_code_of(website)
    assert f"https://t.me/navigator_test_bot?start=koppel-{code}" in said
    question = await stage.says(f"/start koppel-{code}")
    assert "Doe dit alleen als je de code net zelf hebt gevraagd." in question.text
    assert (await stage.presses(question, "Ja, koppel")).text == codes.JOINED
    await stage.says("hoi van Telegram")
    await says(website, talk, "hoi van de website")
    assert [body["message"] for body in rasa.heard] == ["koppel", "hoi van Telegram", "hoi van de website"]
    assert len({body["sender"] for body in rasa.heard[1:]}) == 1
    assert [body["metadata"]["channel"] for body in rasa.heard] == ["website", "telegram", "website"]


async def test_a_code_of_the_chat_typed_on_the_website_does_the_same_and_rasa_never_sees_it(
    stage: Stage, website: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    found = CODE.search((await stage.says("koppel")).text)
    assert found is not None
    question = await says(website, None, f"mijn code is {found.group().lower()}")
    (button,) = [one for one in question["messages"][0]["buttons"] if one["title"] == "Ja, koppel"]
    body = {"conversation": question["conversation"], "button": button["token"]}
    joined = (await website.post("/api/chat", json=body)).json()
    assert joined["conversation"] == question["conversation"]
    assert joined["messages"][0]["text"] == codes.JOINED
    await says(website, question["conversation"], "en verder")
    await stage.says("hier ook")
    assert rasa.texts == ["koppel", "en verder", "hier ook"]
    assert len({body["sender"] for body in rasa.heard[1:]}) == 1


async def test_a_link_alone_does_nothing(stage: Stage, website: httpx.AsyncClient, rasa: FakeRasa) -> None:
    _, _, code = await a_code_of(website)
    question = await stage.says(f"/start koppel-{code}")
    await stage.presses(question, "Nee")
    await stage.says("hoi")
    assert len({body["sender"] for body in rasa.heard}) == 2


async def test_a_code_works_once_and_after_five_wrong_ones_none_is_taken(
    stage: Stage, website: httpx.AsyncClient
) -> None:
    _, _, code = await a_code_of(website)
    await stage.presses(await stage.says(code), "Ja, koppel")
    again = await says(website, None, code)
    assert again["messages"][0]["text"] == codes.REFUSED["unknown"]
    stranger = again["conversation"]
    for wrong in ("K7MP-2X9Q", "K7MP-2X9R", "K7MP-2X9T", "K7MP-2X9W"):
        await says(website, stranger, f"code {wrong}")
    _, _, fresh = await a_code_of(website)
    answer = await says(website, stranger, f"code {fresh}")
    assert answer["messages"][0]["text"] == codes.REFUSED["too many"]


async def test_two_names_are_warned_about(
    stage: Stage, website: httpx.AsyncClient, filled: Engine, loaded: tuple[object, datetime]
) -> None:
    talk, _, code = await a_code_of(website)
    await stage.says("hoi")
    with writing(filled) as session:
        for name, of in (("Ann", talk), ("Bob", session.get_one(TelegramChat, KEES).conversation_id)):
            learner = Learner(created_at=loaded[1], consent_at=loaded[1], name=name)
            session.add(learner)
            session.flush()
            session.get_one(Conversation, of).learner_id = learner.id
    assert codes.TWO_PEOPLE.strip() in (await stage.says(code)).text


async def test_unlinking_leaves_the_chat_a_stranger_and_the_website_as_it_was(
    stage: Stage, website: httpx.AsyncClient, rasa: FakeRasa, filled: Engine
) -> None:
    talk, _, code = await a_code_of(website)
    await stage.presses(await stage.says(code), "Ja, koppel")
    assert codes.UNLINKED_HERE in (await stage.says("ontkoppel")).text
    await stage.says("wie ben ik")
    await says(website, talk, "en ik")
    with Session(filled) as session:
        chat = session.get_one(TelegramChat, KEES)
    linked, stranger, website_again = [body["sender"] for body in rasa.heard][-3:]
    assert (stranger, website_again) == (chat.conversation_id, linked)
    assert stranger != linked


async def test_nobody_can_forge_a_joining(stage: Stage, website: httpx.AsyncClient, filled: Engine) -> None:
    _, _, code = await a_code_of(website)
    await stage.says(f"desk:join {code}")
    with Session(filled) as session:
        assert not [row for row in session.exec(select(Button)) if row.payload.startswith("desk:join")]


async def test_what_is_forgotten_leaves_nothing_of_the_chat(stage: Stage, rasa: FakeRasa, filled: Engine) -> None:
    await stage.says("hoi")
    rasa.says = lambda body: [{"text": "Alles is gewist."}, {"custom": {"forget": True}}]
    assert (await stage.says("wis alles")).text == "Alles is gewist."
    await stage.all_taken()
    with Session(filled) as session:
        assert session.exec(select(TelegramChat)).all() == []
