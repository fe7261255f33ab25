"""One look for all open pages: what it finds, what it costs, and whom it lets go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, delete, event
from sqlmodel import Session, col

from bot.web.streams import BACK, ROOM, Arrived, Stream, Streams
from knowledge.database import writing
from knowledge.tables import Conversation, PostedMessage
from tests.bot.web.test_posted import Clock, put

pytestmark = pytest.mark.anyio


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
async def streams(engine: Engine, clock: Clock) -> Streams:
    with writing(engine) as session:
        talks = [f"talk-{n}" for n in range(100)]
        session.add_all(Conversation(id=id, created_at=clock.now, seen_at=clock.now) for id in ["talk-ann", *talks])
    made = Streams(engine, clock)
    await made.look()
    return made


def put_as(engine: Engine, now: datetime, number: int, text: str, talk: str = "talk-ann") -> None:
    with writing(engine) as session:
        session.add(PostedMessage(id=number, conversation_id=talk, posted_at=now, body={"text": text}))


async def numbers(stream: Stream, count: int) -> list[int]:
    found = [await stream.next() for _ in range(count)]
    return [one.id for one in found if one]


async def test_what_was_there_before_the_first_look_is_not_new(engine: Engine, clock: Clock) -> None:
    with writing(engine) as session:
        session.add(Conversation(id="talk-ann", created_at=clock.now, seen_at=clock.now))
    put(engine, clock.now, "oud")
    streams = Streams(engine, clock)
    with streams.open("talk-ann") as stream:
        await streams.look()
        put(engine, clock.now, "nieuw")
        await streams.look()
        assert await stream.next() == Arrived(2, '{"text":"nieuw","buttons":[{"title":"Ja","token":"t"}],"cards":[]}')


async def test_a_number_that_comes_after_a_higher_one_is_found_and_each_is_found_once(
    streams: Streams, engine: Engine, clock: Clock
) -> None:
    with streams.open("talk-ann") as stream:
        for number in (10, 12, 11, 13):
            put_as(engine, clock.now, number, "x")
            await streams.look()
            await streams.look()
        assert await numbers(stream, 4) == [10, 12, 11, 13]


async def test_a_number_that_is_given_out_again_is_a_new_message(
    streams: Streams, engine: Engine, clock: Clock
) -> None:
    with streams.open("talk-ann") as stream:
        put_as(engine, clock.now, 10, "van een ander", talk="talk-1")
        await streams.look()
        with writing(engine) as session:
            session.execute(delete(PostedMessage).where(col(PostedMessage.id) == 10))
        put_as(engine, clock.now, 10, "van ann")
        await streams.look()
        assert await numbers(stream, 1) == [10]


async def test_many_at_once_all_come_and_in_order(streams: Streams, engine: Engine, clock: Clock) -> None:
    put(engine, clock.now, *("vol" for _ in range(2 * BACK)), talk="talk-1")
    put(engine, clock.now, *("x" for _ in range(ROOM)))
    with streams.open("talk-ann") as stream:
        await streams.look()
        assert await numbers(stream, ROOM) == list(range(2 * BACK + 1, 2 * BACK + 1 + ROOM))


async def test_a_look_costs_the_same_for_one_page_and_for_a_hundred(
    streams: Streams, engine: Engine, clock: Clock
) -> None:
    ran: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: ran.append(args[2].split()[0]))

    async def cost(talks: Sequence[str]) -> list[str]:
        opened = [streams.open(talk) for talk in talks]
        for one in opened:
            one.__enter__()
        clock.now += timedelta(seconds=30)
        await streams.look()
        ran.clear()
        await streams.look()
        quiet = list(ran)
        clock.now += timedelta(seconds=30)
        await streams.look()
        for one in opened:
            one.__exit__(None, None, None)
        return [*quiet, "|", *ran[len(quiet) :]]

    costs = [await cost(["talk-0"]), await cost([f"talk-{n}" for n in range(100)])]
    assert costs == [["BEGIN", "SELECT", "SELECT", "|", "BEGIN", "SELECT", "SELECT", "BEGIN", "UPDATE"]] * 2


async def test_who_is_here_is_written_down_when_they_come_and_every_half_minute(
    streams: Streams, engine: Engine, clock: Clock
) -> None:
    def present() -> datetime | None:
        with Session(engine) as session:
            return session.get_one(Conversation, "talk-ann").present_at

    began, seen = clock.now, []
    with streams.open("talk-ann"):
        for seconds in (0, 10, 29, 31, 45):
            clock.now = began + timedelta(seconds=seconds)
            await streams.look()
            at = present()
            seen.append(at and (at - began).total_seconds())
    clock.now = began + timedelta(seconds=90)
    await streams.look()
    at = present()
    assert (seen, at and (at - began).total_seconds()) == ([0, 0, 0, 31, 31], 31)


async def test_what_could_not_be_written_down_is_written_down_later(
    streams: Streams, engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(engine, clock.now, "een")

    def broken(*_: Any) -> None:
        raise OSError("full")

    with streams.open("talk-ann"):
        streams.sent(1)
        with monkeypatch.context() as patched:
            patched.setattr("bot.web.streams.note", broken)
            with pytest.raises(OSError, match="full"):
                await streams.look()
        await streams.look()
    with Session(engine) as session:
        assert session.get_one(PostedMessage, 1).fetched_at == clock.now
        assert session.get_one(Conversation, "talk-ann").present_at == clock.now


async def test_a_page_that_reads_nothing_is_let_go_and_holds_nothing() -> None:
    stream = Stream()
    for number in range(ROOM):
        stream.put(Arrived(number, "{}"))
    assert await stream.next() == Arrived(0, "{}")
    for number in range(2):
        stream.put(Arrived(ROOM + number, "{}"))
    assert await stream.next() is None


async def test_a_page_that_closed_leaves_nothing_behind(streams: Streams) -> None:
    with streams.open("talk-ann"), streams.open("talk-ann"), streams.open("talk-1"):
        assert len(streams) == 3
    assert (len(streams), streams.full("talk-ann")) == (0, False)
