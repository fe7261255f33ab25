"""What isn't a plain text in a chat of two: corrections, replies, pictures, groups, and who blocks the bot."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session

from bot.telegram import words
from knowledge.tables import TelegramChat
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.stage import KEES, Stage

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("sticker", words.STICKER),
        ("dice", words.STICKER),
        ("voice", words.VOICE),
        ("video_note", words.VOICE),
        ("photo", words.PICTURE),
        ("document", words.FILE),
        ("location", words.PLACE),
        ("contact", words.CONTACT),
        ("poll", words.OTHER),
    ],
)
async def test_what_cannot_be_read_gets_a_kind_sentence(stage: Stage, rasa: FakeRasa, kind: str, sentence: str) -> None:
    sent = stage.api.sends(KEES, kind)
    assert (await stage.sees("", after=sent.message_id)).text == sentence
    assert rasa.texts == []


async def test_the_words_under_a_picture_are_understood(stage: Stage) -> None:
    sent = stage.api.sends(KEES, "photo", caption="hier werk ik")
    assert (await stage.sees("", after=sent.message_id)).text == "Je zei: hier werk ik"


async def test_a_corrected_message_is_answered_anew_under_itself(stage: Stage) -> None:
    said = stage.api.says(KEES, "ik ben laser")
    first = await stage.sees("laser", after=said.message_id)
    stage.api.edits(KEES, said.message_id, "ik ben lasser")
    again = await stage.sees("", after=first.id)
    assert (again.text, again.reply_to) == ("Je zei: ik ben lasser", said.message_id)


async def test_in_a_group_it_declines_once_and_goes(stage: Stage, rasa: FakeRasa) -> None:
    stage.api.adds_to_group(-100)
    declined = await stage.sees("één op één", -100)
    await asyncio.to_thread(lambda: stage.api.wait_for(lambda: stage.api.chat(-100).left, what="the bot leaves"))
    assert "https://t.me/" in declined.text
    assert stage.api.chat(-100).left
    assert rasa.texts == []


async def test_who_blocks_the_bot_is_noted_until_they_are_back(stage: Stage, filled: Engine) -> None:
    await stage.says("hoi")
    stage.api.blocks(KEES)
    await stage.all_taken()
    await stage.says("hallo", 8)  # what came before it was handled, or is being

    def blocked() -> bool:
        with Session(filled) as session:
            return (
                session.scalars(select(TelegramChat).where(TelegramChat.chat_id == KEES)).one().blocked_at is not None
            )

    stage.api.unblocks(KEES)
    assert (await stage.says("ik ben er weer")).text == "Je zei: ik ben er weer"
    assert not blocked()
