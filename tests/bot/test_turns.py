"""One conversation answers in the order in which its messages came."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import pytest

from bot.chat import Chat
from bot.turns import Turns
from tests.bot.fake_rasa import FakeRasa, echo

pytestmark = pytest.mark.anyio


class NoTurns(Turns):
    """The twin: nobody waits for anybody."""

    @asynccontextmanager
    async def of(self, conversation: str) -> AsyncIterator[None]:
        yield


class Crowd:
    """A Rasa that sees how many messages it has at once; the first of them waits a while for a second."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self.second = asyncio.Event()

    async def __call__(self, body: dict[str, Any]) -> Any:
        self.inside += 1
        self.most = max(self.most, self.inside)
        if self.inside > 1:
            self.second.set()
        try:
            await asyncio.wait_for(self.second.wait(), 0.05)
        except TimeoutError:
            self.second.set()
        self.inside -= 1
        return echo(body)


async def talk_at_once(chat: Chat, now: datetime) -> list[str]:
    """Sends twenty messages at once in one conversation; their answers in the order of the messages."""
    begun = await chat.answer(None, text="hoi", now=now)
    answers = await asyncio.gather(*(chat.answer(begun.conversation, text=f"bericht {n}", now=now) for n in range(20)))
    return [answer.messages[0].text for answer in answers]


async def test_twenty_messages_at_once_reach_rasa_one_by_one_and_in_order(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    crowd = Crowd()
    rasa.says = crowd
    answers = await talk_at_once(chat, now)
    assert rasa.texts[1:] == [f"bericht {n}" for n in range(20)]
    assert answers == [f"Je zei: bericht {n}" for n in range(20)]
    assert crowd.most == 1


async def test_without_turns_messages_are_with_rasa_at_the_same_time(
    make_chat: Callable[..., Chat], rasa: FakeRasa, now: datetime
) -> None:
    crowd = Crowd()
    rasa.says = crowd
    chat = make_chat()
    chat._turns = NoTurns()
    await talk_at_once(chat, now)
    assert crowd.most > 1


async def test_conversations_do_not_wait_for_each_other(chat: Chat, rasa: FakeRasa, now: datetime) -> None:
    one, two = [(await chat.answer(None, text="hoi", now=now)).conversation for _ in range(2)]
    crowd = Crowd()
    rasa.says = crowd
    await asyncio.gather(chat.answer(one, text="a", now=now), chat.answer(two, text="b", now=now))
    assert crowd.most == 2


async def test_a_lock_is_gone_when_nobody_needs_it() -> None:
    turns = Turns()
    async with turns.of("a"), turns.of("b"):
        assert len(turns) == 2
    assert len(turns) == 0


async def test_who_gives_up_waiting_lets_the_next_one_through() -> None:
    turns = Turns()
    served: list[str] = []

    async def wait(name: str) -> None:
        async with turns.of("talk"):
            served.append(name)

    async with turns.of("talk"):
        waiting = [asyncio.create_task(wait(name)) for name in ("first", "second", "third")]
        await asyncio.wait(waiting, timeout=0)
        waiting[1].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert served == ["first", "third"]
    assert len(turns) == 0


async def deliver_at_once(chat: Chat, now: datetime) -> list[list[str]]:
    """One message that arrives five times at once; what each delivery is answered."""
    talk = (await chat.answer(None, text="hoi", now=now)).conversation
    said = [chat.answer(talk, text="schrijf me in", message_id="m1", now=now) for _ in range(5)]
    return [[message.text for message in answer.messages] for answer in await asyncio.gather(*said)]


async def test_a_message_that_arrives_five_times_at_once_is_done_once(
    chat: Chat, rasa: FakeRasa, now: datetime
) -> None:
    rasa.says = Crowd()
    assert await deliver_at_once(chat, now) == [["Je zei: schrijf me in"]] * 5
    assert rasa.texts == ["hoi", "schrijf me in"]


async def test_without_turns_it_is_done_more_than_once(
    make_chat: Callable[..., Chat], rasa: FakeRasa, now: datetime
) -> None:
    rasa.says = Crowd()
    chat = make_chat()
    chat._turns = NoTurns()
    await deliver_at_once(chat, now)
    assert len(rasa.texts) > 2
