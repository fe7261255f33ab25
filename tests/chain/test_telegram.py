"""People on Telegram, through a Bot API server on loopback, the really trained model and the really running parts."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from knowledge.clock import as_utc
from tests.chain.coordinator import Coordinator, mails
from tests.chain.person import Person
from tests.chain.running import Running, free_ports
from tests.chain.telegram_door import PATIENCE, OnTheEmulator, OnTheFake, telegram_door
from tests.telegram_api.emulator import Emulator, emulator
from tests.telegram_api.fake import FakeBotApi, fake_bot_api
from tests.telegram_api.seen import SeenMessage

pytestmark = pytest.mark.chain

ANN, BOB, CAS, EVA, KEES, PIM = (5_031_977_000 + number for number in range(6))
"""Numbers of chats as Telegram gives them out nowadays: more than 32 bits, and nothing else looks like one."""

CODE = re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", re.MULTILINE)


@pytest.fixture(scope="module")
def api() -> Iterator[FakeBotApi]:
    """One for all, for a bot counts its updates on, and a number that was there before is passed over."""
    with fake_bot_api() as api:
        yield api


@pytest.fixture(scope="module")
def other_api() -> Iterator[Emulator]:
    """A server of another's making; likewise one for all."""
    with emulator() as api:
        yield api


def test_a_fitter_is_advised_sees_pictures_and_enrols_by_polling(running: Running, other_api: Emulator) -> None:
    with telegram_door(running, other_api) as door:
        assert door.health()["telegram"] == "ok"
        kees = OnTheEmulator(other_api, KEES)
        hello = kees.says("/start", "Ik ben de navigator")
        assert hello.titles[0] == "Zoek een lijn voor mij"

        advice = kees.says("hoi ik ben storingsmonteur en wil iets met slim onderhoud", "Smart Maintenance")
        assert is_picture(advice)
        assert advice.titles == ["Schrijf me in", "Laat mijn pad zien", "Waarom deze?", "Iets anders"]
        why = kees.presses(advice, "Waarom deze?", "Daarom raad ik Smart Maintenance aan")
        assert re.search(r"^- .*onderhoudsmonteur", why.text, re.MULTILINE)
        kees.presses(why, "Laat mijn pad zien", "Dit is jouw pad naar Smart Maintenance")
        assert "1. " in kees.sees("Ontwikkelpad: Smart Maintenance").text
        assert [is_picture(one) for one in other_api.messages(KEES) if one.kind == "photo"] == [True, True, True]

        dates = kees.says("schrijf me in", "Welke past je?")
        assert 2 <= len(dates.titles) <= 4
        consent = kees.presses(dates, dates.titles[1], "e-mailadres")
        kees.presses(consent, "Ja, dat is goed", "Wat is je e-mailadres?")
        kees.says("kees@bedrijf.example", "hoe heet je?")
        seat = kees.says("Kees de Vries", "Gelukt, Kees de Vries!")
        assert "ingeschreven" in seat.text
        assert "Zet in mijn agenda" in seat.titles
        mine = kees.presses(seat, "Mijn inschrijvingen", "Dit staat er voor je klaar (1)")
        assert day_in(mine.text) == day_in(seat.text)


def test_a_short_talk_by_webhook(running: Running, other_api: Emulator) -> None:
    port = str(free_ports(1)[0])
    here = {"NAVIGATOR_PORT": port, "NAVIGATOR_PUBLIC_URL": f"http://127.0.0.1:{port}"}
    with telegram_door(running, other_api, NAVIGATOR_TELEGRAM_WEBHOOK="true", **here):
        other_api.wait_for(lambda: hooked_to(other_api, here["NAVIGATOR_PUBLIC_URL"]), PATIENCE, "no webhook was set")
        pim = OnTheEmulator(other_api, PIM)
        advice = pim.says("ik ben lasser en wil iets met cobots", "Cobots op de werkvloer")
        assert is_picture(advice)
        pim.presses(advice, "Waarom deze?", "Daarom raad ik Cobots op de werkvloer aan")
        assert other_api.message(PIM, advice.id).titles == ["✓ Waarom deze?"]
        pim.says("mijn inschrijvingen", "nog geen inschrijvingen")


def test_one_person_comes_in_by_two_doors_and_lets_one_go_again(running: Running, api: FakeBotApi) -> None:
    with telegram_door(running, api) as door:
        page, phone = Person(door.website), OnTheFake(api, EVA)
        page.say("schrijf me in voor de slimme fabriek beleven in zwolle")
        page.press(page.buttons[0])
        page.press("Ja")
        page.say("eva@bedrijf.example")
        assert "Gelukt, Eva Mol" in page.say("Eva Mol")
        seat = page.cards("offering")[0]

        line = phone.says("/start lijn-cyber-security", "Lijn Cyber Security")
        assert is_picture(line)
        assert "nog geen inschrijvingen" in phone.says("/mijn", "inschrijvingen").text

        code = code_in(page.say("koppel telegram"))
        assert f"https://t.me/navigator_test_bot?start=koppel-{code}" in page.text
        asked = phone.says(f"/start koppel-{code}", "op de website")
        assert asked.titles == ["Ja, koppel", "Nee"]
        phone.presses("Ja, koppel", "Gelukt")
        phone.sees_buttons(asked, ["✓ Ja, koppel"])
        assert "klopt niet, of is al gebruikt" in phone.says(f"/start koppel-{code}", "code").text
        mine = phone.says("mijn inschrijvingen", "Dit staat er voor je klaar (1)")
        assert seat["when"] in mine.text
        assert starts_in(phone.presses("Zet in mijn agenda", "Open dit bestand")) == start_of(running, seat["id"])
        page.say("waar sta ik voor ingeschreven?")
        assert [card["id"] for card in page.cards("offering")] == [seat["id"]]

        phone.says("ontkoppel", "Deze chat is losgekoppeld")
        phone.says("mijn inschrijvingen", "nog geen inschrijvingen")
        page.say("mijn inschrijvingen")
        assert [card["id"] for card in page.cards("offering")] == [seat["id"]]

        assert "klopt niet" in phone.says("koppel K7MP-2X9Q", "code").text
        code = code_in(phone.says("koppel website", "Typ deze code").text)
        assert "op Telegram" in page.say(f"mijn code is {code.lower()}")
        assert "Gelukt" in page.press("Ja, koppel")
        assert "klopt niet, of is al gebruikt" in page.say(code)
        assert seat["when"] in phone.says("mijn inschrijvingen", "Dit staat er voor je klaar (1)").text
        assert "Telegram is losgekoppeld" in page.say("ontkoppel")
        phone.says("mijn inschrijvingen", "nog geen inschrijvingen")


def test_seats_come_free_and_people_are_told_where_they_want_it(running: Running, api: FakeBotApi) -> None:
    coordinator = Coordinator(running)
    factory = coordinator.untouched("slimme-fabriek-beleven", "zwolle")[-1]["id"]
    webinar = coordinator.untouched("webinar-kansen-van-ai")[-1]["id"]
    for offering in (factory, webinar):
        coordinator.seats(offering, 1)
    ann, bob, cas = (OnTheFake(api, chat) for chat in (ANN, BOB, CAS))
    with telegram_door(running, api):
        enrols(ann, "Ann Smit", "Gelukt", factory, webinar)
        enrols(bob, "Bob Smit", "wachtlijst", factory, webinar)
        enrols(cas, "Cas Smit", "wachtlijst", factory)

        since = bob.newest
        for offering in (factory, webinar):
            coordinator.seats(offering, 2)
        first = bob.sees("plek vrij bij ‘De slimme fabriek", after=since)
        second = bob.sees("plek vrij bij ‘Webinar", after=since)
        assert first.titles == second.titles == ["Ja, ik neem de plek", "Nee, laat maar"]
        api.blocks(CAS)
        bob.says("nee kan niet", "fabriek", reply_to=first)
        assert "Bob" not in coordinator.people_on(factory)
        assert coordinator.people_on(webinar)["Bob"] == "offered"
        wait_for_mail(running, "cas.smit", "er is een plek vrij")
        assert not [message for message in api.chat(CAS).messages if "Er is een plek vrij" in message.text]

    with telegram_door(running, api):
        bob.presses("Ja, ik neem de plek", "plek", under=second)
        bob.sees_buttons(second, ["✓ Ja, ik neem de plek"])
        assert coordinator.people_on(webinar)["Bob"] == "enrolled"

        stopped = ann.says("/stop", "ik stuur je hier niets meer uit mezelf")
        coordinator("offering", "move", factory, "--place", "Hal 12", "--why", "de zaal is bezet")
        wait_for_mail(running, "ann.smit", "veranderd")
        assert [message for message in api.chat(ANN).messages if message.id > stopped.id] == []
        assert "Hal 12" in ann.says("mijn inschrijvingen", "Dit staat er voor je klaar (2)").text

        ann.says("wis mijn gegevens", "Zal ik alles van je wissen")
        ann.presses("Ja, wis alles", "gewist")
        assert traces(running, str(ANN), "ann.smit@bedrijf.example", "Ann Smit") <= {"telegram_update"}
        ann.says("mijn inschrijvingen", "nog geen inschrijvingen")
    assert traces(running, '"update_id"') == set()  # of what was answered only the number is kept
    assert "Ann" not in coordinator.people_on(webinar)
    assert coordinator("audit") == []


def enrols(person: OnTheFake, name: str, expects: str, *offerings: str) -> None:
    """All the way to a seat, or a place in line, on each of these; they can be told something at any time."""
    for number, offering in enumerate(offerings):
        person.says(f"/start uitvoering-{offering}", "?")
        if number:
            person.presses("Ja, dat is goed", expects)
        else:
            person.presses("Ja, dat is goed", "e-mailadres")
            person.says(f"{name.lower().replace(' ', '.')}@bedrijf.example", "heet je")
            person.says(name, expects)
    person.says("je mag me dag en nacht berichten sturen", "op elk moment")


def hooked_to(api: Emulator, url: str) -> bool:
    """Whether a webhook was set there; the emulator never brings what was said before."""
    return any(call.values.get("url") == f"{url}/telegram" for call in api.calls("setWebhook"))


def is_picture(message: SeenMessage) -> bool:
    """Whether a message is a photo, and really a PNG."""
    return message.kind == "photo" and (message.content or b"").startswith(b"\x89PNG\r\n")


def day_in(text: str) -> str:
    """The first day and time in a text."""
    found = re.search(r"\w+dag \d+ \w+, \d\d:\d\d–\d\d:\d\d", text)
    assert found, text
    return found.group()


def code_in(text: str) -> str:
    """The code that stands on a line of its own."""
    found = CODE.search(text)
    assert found, text
    return found.group()


def starts_in(message: SeenMessage) -> list[datetime]:
    """When what is in a calendar file begins, UTC."""
    assert (message.kind, message.filename) == ("document", "station.ics")
    return [as_utc(event.decoded("dtstart")) for event in Calendar.from_ical(message.content or b"").walk("VEVENT")]


def start_of(running: Running, offering: str) -> list[datetime]:
    """When an offering begins, UTC, as the coordinator sees it."""
    every = Coordinator(running)("offering", "list", "--all")
    return [datetime.fromisoformat(one["starts_at"]) for one in every if one["id"] == offering]


def wait_for_mail(running: Running, name: str, subject: str) -> None:
    """Until somebody (the name before the @) has a mail with this in its subject."""

    def there() -> bool:
        return any(
            mail["To"].addresses[0].username == name and subject in mail["Subject"].lower() for mail in mails(running)
        )

    wait_until(there, lambda: f"{name} got no {subject!r}: {[(m['To'], m['Subject']) for m in mails(running)]}")


def wait_until(condition: Callable[[], bool], what: Callable[[], str]) -> None:
    """Looks again and again until something is so; nobody tells when a file is there."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what()
        time.sleep(0.2)


def traces(running: Running, *words: str) -> set[str]:
    """The tables, ours and Rasa's, in which one of these words still stands."""
    files = (running.settings["NAVIGATOR_DATABASE"].removeprefix("sqlite:///"), running.var / "rasa.db")
    return {table for file in files for table, row in rows(Path(file)) if any(word in row for word in words)}


def rows(file: Path) -> Iterator[tuple[str, str]]:
    """Every row of a SQLite file as text, with the name of its table."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            yield from ((table, repr(row)) for row in database.execute(f'SELECT * FROM "{table}"'))  # noqa: S608
