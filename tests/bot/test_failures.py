"""A part is down, slow or broken: an honest sentence in time, a line in the log, and the talk goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot import sentences
from bot.answers import Answer, Message
from bot.chat import Chat
from knowledge.database import open_database
from knowledge.settings import Settings
from tests.bot.fake_rasa import FakeRasa, echo

pytestmark = pytest.mark.anyio

QUESTION = {"text": "Deze?", "buttons": [{"title": "Ja", "payload": "/affirm"}]}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, var=tmp_path, answer_timeout=0.3)


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Somebody else holds the database."""
    with Session(engine.execution_options(writes=True)) as session:
        session.connection()
        yield


def text_of(answer: Answer) -> list[str]:
    return [message.text for message in answer.messages]


def failures(log: Any) -> list[tuple[str, str]]:
    return [(line["part"], line["reason"]) for line in log.entries if line["event"] == "part failed"]


async def test_with_rasa_down_the_person_hears_that_nothing_was_done_and_can_go_on(
    chat: Chat, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    rasa.up.clear()
    down = await chat.answer(None, text="hoi", now=now)
    rasa.up.add("rasa")
    up = await chat.answer(down.conversation, text="hoi", now=now)
    assert text_of(down) == [sentences.NOT_PROCESSED]
    assert failures(log) == [("rasa", "no connection: ConnectError")]
    assert (up.conversation, text_of(up)) == (down.conversation, ["Je zei: hoi"])


async def test_a_button_that_was_pressed_in_vain_can_be_pressed_again(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    rasa.says = lambda _: [QUESTION]
    shown = await chat.answer(None, text="hoi", now=now)
    button = shown.messages[0].buttons[0]
    rasa.up.clear()
    vain = await chat.answer(shown.conversation, button=button.token, now=now)
    rasa.up.add("rasa")
    await chat.answer(shown.conversation, button=vain.messages[0].buttons[0].token, now=now)
    assert vain.messages == [Message(text=sentences.NOT_PROCESSED, buttons=[button])]
    assert rasa.texts == ["hoi", "/affirm"]


BROKEN = [
    (lambda: httpx.Response(500), "HTTP 500", sentences.NO_ANSWER),
    (lambda: httpx.Response(409), "HTTP 409", sentences.NOT_PROCESSED),
    (lambda: httpx.Response(200, text="<html>"), "an answer that cannot be read", sentences.NO_ANSWER),
    (lambda: httpx.Response(200, json={"a": 1}), "an answer that cannot be read", sentences.NO_ANSWER),
    (lambda: httpx.Response(200, json=[{"text": [1]}]), "an answer that cannot be read", sentences.NO_ANSWER),
    (lambda: httpx.Response(200, content=b"\xff"), "an answer that cannot be read", sentences.NO_ANSWER),
]


@pytest.mark.parametrize(("reply", "reason", "sentence"), BROKEN)
async def test_an_answer_of_rasa_that_is_none_becomes_a_sentence(
    chat: Chat, rasa: FakeRasa, now: datetime, log: Any, reply: Any, reason: str, sentence: str
) -> None:
    rasa.says = lambda _: reply()
    answer = await chat.answer(None, text="hoi", now=now)
    assert answer.conversation
    assert text_of(answer) == [sentence]
    assert failures(log) == [("rasa", reason)]


async def test_a_connection_that_breaks_half_way_leaves_the_outcome_open(
    chat: Chat, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    def breaks(_body: Any) -> Any:
        raise httpx.ReadError("gone")

    rasa.says = breaks
    assert text_of(await chat.answer(None, text="hoi", now=now)) == [sentences.NO_ANSWER]
    assert failures(log) == [("rasa", "connection lost: ReadError")]


async def test_silence_means_that_the_actions_are_down_or_broke(
    chat: Chat, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    rasa.says = lambda _: []
    assert text_of(await chat.answer(None, text="hoi", now=now)) == [sentences.NO_ANSWER]
    rasa.up.remove("actions")
    assert text_of(await chat.answer(None, text="hoi", now=now)) == [sentences.NO_ANSWER]
    assert failures(log) == [
        ("actions", "an action broke: nothing came out"),
        ("actions", "no answer from http://127.0.0.1:5055/health: ConnectError"),
    ]


async def test_with_rasa_slow_the_person_hears_that_the_outcome_is_unknown_and_the_answer_is_kept(
    chat: Chat, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    talk = (await chat.answer(None, text="hoi", now=now)).conversation
    done = asyncio.Event()

    async def slowly(body: Any) -> Any:
        await done.wait()
        return echo(body)

    rasa.says = slowly
    late = await chat.answer(talk, text="schrijf me in", message_id="m1", now=now)
    assert (late.conversation, text_of(late)) == (talk, [sentences.OUTCOME_UNKNOWN])
    assert failures(log) == [("rasa", "no answer within 0.3 s")]
    done.set()
    again = await chat.answer(talk, text="schrijf me in", message_id="m1", now=now)
    assert text_of(again) == ["Je zei: schrijf me in"]
    assert rasa.texts == ["hoi", "schrijf me in"]


async def test_a_message_behind_a_slow_one_is_not_processed_and_says_so(
    chat: Chat, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    talk = (await chat.answer(None, text="hoi", now=now)).conversation
    done = asyncio.Event()

    async def slowly(body: Any) -> Any:
        await done.wait()
        return echo(body)

    rasa.says = slowly
    answers = await asyncio.gather(*(chat.answer(talk, text=text, now=now) for text in ("een", "twee")))
    assert [text_of(answer) for answer in answers] == [[sentences.OUTCOME_UNKNOWN], [sentences.STILL_BUSY]]
    done.set()
    assert text_of(await chat.answer(talk, text="drie", now=now)) == ["Je zei: drie"]
    assert rasa.texts == ["hoi", "een", "drie"]
    assert [part for part, _ in failures(log)] == ["rasa", "bot"]


async def test_with_the_database_broken_the_person_still_gets_a_sentence(
    make_chat: Callable[..., Chat], rasa: FakeRasa, tmp_path: Path, now: datetime, log: Any
) -> None:
    (tmp_path / "broken.db").write_bytes(b"this is no database" * 100)
    engine = open_database(f"sqlite:///{tmp_path / 'broken.db'}")
    chat = make_chat(engine=engine)
    new = await chat.answer(None, text="hoi", now=now)
    known = await chat.answer("a-talk-of-before", text="hoi", now=now)
    assert (new.conversation, text_of(new)) == (None, [sentences.NOT_PROCESSED])
    assert (known.conversation, text_of(known)) == ("a-talk-of-before", [sentences.NOT_PROCESSED])
    assert [part for part, _ in failures(log)] == ["database", "database"]
    assert rasa.heard == []


async def test_with_the_database_without_its_tables_the_person_still_gets_a_sentence(
    make_chat: Callable[..., Chat], tmp_path: Path, now: datetime, log: Any
) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'empty.db'}")
    answer = await make_chat(engine=engine).answer(None, text="hoi", now=now)
    engine.dispose()
    assert text_of(answer) == [sentences.NOT_PROCESSED]
    assert failures(log) == [("database", "OperationalError: no such table: conversation")]


async def test_with_the_database_slow_nothing_reaches_rasa(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    with locked(engine):
        answer = await chat.answer(None, text="hoi", now=now)
    assert (answer.conversation, text_of(answer)) == (None, [sentences.NOT_PROCESSED])
    assert failures(log) == [("database", "too slow")]
    assert rasa.heard == []


async def test_with_the_database_gone_after_rasa_spoke_the_words_are_still_given(
    chat: Chat, engine: Engine, rasa: FakeRasa, now: datetime, log: Any
) -> None:
    talk = (await chat.answer(None, text="hoi", now=now)).conversation
    rasa.says = lambda _: [QUESTION]
    with locked(engine):
        answer = await chat.answer(talk, text="ja", now=now)
    assert (answer.conversation, text_of(answer)) == (talk, ["Deze?", sentences.BUTTONS_LOST])
    assert failures(log) == [("database", "too slow")]


async def test_a_fault_of_our_own_is_a_sentence_too(
    make_chat: Callable[..., Chat], rasa: FakeRasa, now: datetime, log: Any
) -> None:
    def breaks(_talk: str) -> None:
        raise ZeroDivisionError

    rasa.says = lambda _: [{"text": "Gewist."}, {"custom": {"forget": True}}]
    answer = await make_chat(forget=breaks).answer(None, text="wis mijn gegevens", now=now)
    assert text_of(answer) == [sentences.SOMETHING_BROKE]
    assert failures(log) == [("bot", "ZeroDivisionError while saving")]


async def test_what_still_runs_is_let_go_when_the_door_closes(chat: Chat, rasa: FakeRasa, now: datetime) -> None:
    rasa.says = lambda _: asyncio.get_running_loop().create_future()
    answer = await chat.answer(None, text="hoi", now=now)
    assert text_of(answer) == [sentences.OUTCOME_UNKNOWN]
    await chat.close()
    assert not [task for task in asyncio.all_tasks() if task.get_coro().__name__ == "_take"]
