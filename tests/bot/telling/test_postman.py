"""Messages go out once, by the way that reaches people; what is killed, refused or untrue on the way is put right."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from bot.telling.clock import tick
from bot.telling.postman import Postman
from bot.telling.wording import letter
from knowledge.audit import audit
from knowledge.database import reading, writing
from knowledge.seat.enrolling import claim, enrol
from knowledge.seat.leaving import leave
from knowledge.tables import Button, Learner, Notice, Offering
from knowledge.telling import outbox
from knowledge.telling.wishes import Way
from tests.bot.telling.house import a_house, add_people, tell_present

pytestmark = pytest.mark.anyio


def waits(engine: Engine, now: datetime) -> None:
    """Ann has the seat, Bob waits for it, and Ann leaves: it is offered to Bob."""
    enrol(engine, "ann", ["cobots"], now)
    enrol(engine, "bob", ["cobots"], now)
    leave(engine, "ann", "cobots", now)


async def test_an_offer_goes_by_mail_and_stands_in_the_talk_with_buttons_that_exist(
    engine: Engine, now: datetime, tmp_path: Path
) -> None:
    async with a_house(engine, now, tmp_path, ["ann", "bob"]) as house:
        waits(engine, now)
        await house.tick()
        await house.tick()
        assert house.notices() == [
            ("ann", "seat_taken", "dropped", None),
            ("ann", "seat_left", "dropped", None),
            ("bob", "offer", "sent", "email"),
        ]
        (mail,) = house.mails()
        ((talk, body),) = house.posted()
    assert mail["To"].addresses[0].addr_spec == "bob@bedrijf.example"
    assert talk == "talk-bob"
    with reading(engine) as session:
        tokens = set(session.scalars(select(col(Button.token)).where(col(Button.conversation_id) == talk)))
    links = {token for token in tokens if f"/knop/{token}" in mail.get_body(("plain",)).get_content()}
    shown = {button["token"] for button in body["buttons"]}
    assert len(links) == len(shown) == 2
    assert links | shown == tokens


async def test_who_has_the_talk_open_is_told_there_and_gets_no_mail(
    engine: Engine, now: datetime, tmp_path: Path
) -> None:
    async with a_house(engine, now, tmp_path, ["ann", "bob"]) as house:
        waits(engine, now)
        tell_present(engine, "talk-bob", now - timedelta(seconds=20))
        await house.tick()
        assert house.notices()[-1] == ("bob", "offer", "sent", "website")
        assert house.mails() == []
        assert [talk for talk, _ in house.posted()] == ["talk-bob"]


async def test_an_address_that_is_refused_is_noted_and_the_talk_is_the_way(
    engine: Engine, now: datetime, tmp_path: Path
) -> None:
    async with a_house(engine, now, tmp_path, ["ann", "bob"], rcpt="550 5.1.1 nobody here") as house:
        waits(engine, now)
        await house.tick()
        assert house.notices()[-1] == ("bob", "offer", "sent", "website")
    with reading(engine) as session:
        assert session.get_one(Learner, "bob").email_refused == "bob@bedrijf.example"
        (refusal,) = session.get_one(Notice, 3).refusals
    assert refusal["way"] == "email"
    assert "bob" not in refusal["why"]


async def test_a_server_that_is_busy_gets_it_later_and_once(engine: Engine, now: datetime, tmp_path: Path) -> None:
    async with a_house(engine, now, tmp_path, ["ann", "bob"], data="451 later") as house:
        waits(engine, now)
        assert (await house.tick()).put_off == 1
        assert (await house.tick()).put_off == 0
        house.server.says = {}
        assert (await house.after(minutes=1)).sent == {Way.EMAIL: 1}
        assert (await house.after(minutes=10)).sent == {}
        assert len(house.mails()) == 1


async def test_a_server_that_stays_busy_is_passed_by_in_the_end(engine: Engine, now: datetime, tmp_path: Path) -> None:
    async with a_house(engine, now, tmp_path, ["ann", "bob"], data="451 later") as house:
        waits(engine, now)
        rounds = [await house.after(minutes=minutes) for minutes in (0, 1, 2)]
        assert [one.sent for one in rounds] == [{}, {}, {Way.WEBSITE: 1}]


async def test_who_dies_between_the_servers_yes_and_the_sign_off_repeats_it_with_the_same_name(
    engine: Engine, now: datetime, tmp_path: Path
) -> None:
    async with a_house(engine, now, tmp_path, ["ann"]) as house:
        enrol(engine, "ann", ["cobots"], now)
        dying = house.postman()
        (claimed,) = outbox.claim(engine, now, 20)
        name = await sent_and_died(dying, claimed)
        assert (await house.tick()).sent == {}, "the lease still holds"
        assert (await house.after(minutes=6)).sent == {Way.EMAIL: 1}
        assert Counter(mail["Message-ID"] for mail in house.mails()) == {name: 2}


async def test_an_invitation_that_was_never_signed_off_is_taken_back_all_the_same(
    engine: Engine, now: datetime, tmp_path: Path
) -> None:
    async with a_house(engine, now, tmp_path, ["ann"]) as house:
        enrol(engine, "ann", ["cobots"], now)
        (claimed,) = outbox.claim(engine, now, 20)
        await sent_and_died(house.postman(), claimed)
        leave(engine, "ann", "cobots", now + timedelta(minutes=1))
        await house.after(minutes=10)
        entries = [entry_of(mail) for mail in house.mails() if has_entry(mail)]
    assert [(method, sequence) for method, _, sequence in entries] == [("REQUEST", 1), ("CANCEL", 2)]


async def sent_and_died(postman: Postman, claimed: outbox.Claim) -> str:
    """Sends one message and goes no further."""
    written = letter(claimed.story, postman.view.now(), postman.settings, postman.clock())
    await postman.ways[Way.EMAIL].send(written, [], postman.clock())
    await postman.close()
    return written.message_id


async def test_two_postmen_at_once_send_each_message_once(engine: Engine, now: datetime, tmp_path: Path) -> None:
    people = [f"p{n:02}" for n in range(30)]
    async with a_house(engine, now, tmp_path, ["ann"]) as house:
        add_people(engine, now, *people)
        with writing(engine) as session:
            session.get_one(Offering, "cobots").maximum = 40
        for id in people:
            enrol(engine, id, ["cobots"], now)
        both = [house.postman(), house.postman()]
        done = await asyncio.gather(*(one.deliver() for one in both))
        for one in both:
            await one.close()
        names = [str(mail["Message-ID"]) for mail in house.mails()]
    assert len(names) == len(set(names)) == 30
    assert sum(one.sent[Way.EMAIL] for one in done if one.sent) == 30


async def test_nothing_goes_out_at_night_and_the_morning_makes_up_for_it(
    engine: Engine, now: datetime, tmp_path: Path
) -> None:
    night = now + timedelta(hours=13)
    async with a_house(engine, now, tmp_path, ["ann", "bob"]) as house:
        waits(engine, night)
        house.now = night
        assert (await house.tick()).sent == {}
        assert (await house.after(hours=9, minutes=59)).sent == {Way.EMAIL: 1}
    assert audit(engine, house.now) == []


async def test_a_whole_story(engine: Engine, now: datetime, tmp_path: Path) -> None:
    """A full station, a place in line, a freed seat, a yes, the reminders, and a seat that goes on to the next."""
    async with a_house(engine, now, tmp_path, ["ann", "bob", "cas"]) as house:
        enrol(engine, "ann", ["cobots"], now)
        assert [enrol(engine, id, ["cobots"], now)[0].state.value for id in ("bob", "cas")] == ["waiting", "waiting"]
        await house.tick()
        leave(engine, "ann", "cobots", house.now)
        await house.after(minutes=1)
        claim(engine, "bob", "cobots", house.now)
        await house.after(minutes=1)
        await house.after(days=7)
        await house.after(days=6)
        leave(engine, "bob", "cobots", house.now)
        await house.after(minutes=1)
        told = house.notices()
        mails = house.mails()
    assert told == [
        ("ann", "seat_taken", "sent", "email"),
        ("ann", "seat_left", "sent", "email"),
        ("bob", "offer", "sent", "email"),
        ("bob", "seat_taken", "sent", "email"),
        ("bob", "reminder_week", "sent", "email"),
        ("bob", "reminder_day", "sent", "email"),
        ("bob", "seat_left", "sent", "email"),
        ("cas", "offer", "sent", "email"),
    ]
    assert audit(engine, house.now) == []
    entries = [entry_of(mail) for mail in mails if has_entry(mail)]
    assert [(method, sequence) for method, _, sequence in entries] == [
        ("REQUEST", 1),
        ("CANCEL", 2),
        ("REQUEST", 1),
        ("CANCEL", 2),
    ]
    assert entries[0][1] == entries[1][1] != entries[2][1] == entries[3][1]


def has_entry(mail: EmailMessage) -> bool:
    return any(part.get_content_type() == "text/calendar" for part in mail.walk())


def entry_of(mail: EmailMessage) -> tuple[str, str, int]:
    """The method, the name and the SEQUENCE of what a mail says to a calendar."""
    part = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    (event,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), str(event["UID"]), int(event["SEQUENCE"])


async def test_pages_that_are_open_are_told_once_a_message_is_kept_in_the_talk(
    engine: Engine, now: datetime, tmp_path: Path
) -> None:
    told: list[int] = []
    async with a_house(engine, now, tmp_path, ["ann", "bob"]) as house:
        waits(engine, now)
        postman = replace(house.postman(), posted=lambda: told.append(len(house.posted())))
        await tick(postman)
        await postman.close()
    assert told == [1]
