"""Cards in a chat: pictures with the words beneath, and the words alone when there is no picture."""

from __future__ import annotations

import struct
from datetime import datetime, timedelta
from typing import Any

import icalendar
import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session, col

from bot.pictures.apart import PictureError, Studio
from bot.telegram import words
from knowledge.database import writing
from knowledge.seat.enrolling import enrol
from knowledge.tables import Conversation, Learner, Offering, TelegramChat
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.stage import KEES, Stage

pytestmark = pytest.mark.anyio

STATION = {"kind": "station", "module": "m", "name": "Lassen <1>", "type": "P", "hours": 3, "phase": "content"}
LINE = {
    "kind": "line",
    "id": "slim-verspanen",
    "name": "Slim & verspanen",
    "colour": "#0b6464",
    "goal": "Je freest.",
    "hours": 3,
    "stations": [STATION],
}


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the head of a PNG."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


async def test_a_line_is_a_photo_with_its_words_and_buttons_beneath(stage: Stage, rasa: FakeRasa) -> None:
    rasa.says = lambda body: [
        {"text": "Dit past bij je.", "buttons": [{"title": "Ja", "payload": "/affirm"}]},
        {"custom": {"card": LINE}},
    ]
    seen = await stage.says("hoi")
    assert (seen.kind, seen.titles) == ("photo", ["Ja"])
    assert "Lassen <1>" in seen.text
    assert size(seen.content)[0] == 1080


async def test_a_map_comes_as_an_overview_and_as_a_file_to_zoom_in_on(stage: Stage, rasa: FakeRasa) -> None:
    card = {"kind": "map", "id": "maakindustrie-west", "name": "West", "lines": []}
    rasa.says = lambda body: [{"text": "De kaart."}, {"custom": {"card": card}}]
    await stage.says("kaart")
    await stage.sees("De kaart.")
    photo, document, text = stage.api.chat(KEES).messages
    assert (photo.kind, document.kind, text.kind) == ("photo", "document", "text")
    assert size(photo.content)[0] == 1080
    assert max(size(document.content)) == 4000


async def test_without_a_picture_the_words_go_out(
    stage: Stage, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(self: Studio, svg: str, width: int) -> bytes:
        raise PictureError("no picture today")

    monkeypatch.setattr(Studio, "png", broken)
    rasa.says = lambda body: [{"text": "Dit past bij je."}, {"custom": {"card": LINE}}]
    seen = await stage.says("hoi")
    assert (seen.kind, seen.text.startswith("Dit past bij je.")) == ("text", True)
    assert "Lassen <1>" in seen.text


@pytest.fixture
async def seat(stage: Stage, filled: Engine, loaded: tuple[object, datetime]) -> Offering:
    """Kees has a seat."""
    await stage.says("hoi")
    now = loaded[1]
    with writing(filled) as session:
        learner = Learner(created_at=now, consent_at=now, name="Kees", email="kees@bedrijf.example")
        session.add(learner)
        session.flush()
        talk = session.get_one(TelegramChat, KEES).conversation_id
        session.get_one(Conversation, talk).learner_id = learner.id
        later = select(Offering).where(col(Offering.starts_at) > now + timedelta(days=20)).order_by(col(Offering.id))
        offering = session.scalars(later).first()
        assert offering is not None
        id, offering_id = learner.id, offering.id
    enrol(filled, id, [offering_id], now)
    return offering


def shows(offering: Offering) -> list[dict[str, Any]]:
    starts, ends = offering.starts_at, offering.ends_at
    assert starts
    assert ends
    card = {
        "kind": "offering",
        "id": offering.id,
        "module": offering.module_id,
        "name": "Lassen",
        "academy": "A",
        "starts_at": starts.isoformat(),
        "ends_at": ends.isoformat(),
        "when": "dinsdag",
        "place": "Zwolle",
        "online": False,
        "cost": 0,
        "paid_by": "",
        "seats_left": 3,
        "state": "enrolled",
    }
    return [{"text": "Je bent ingeschreven."}, {"custom": {"card": card}}]


async def test_a_seat_has_a_button_that_gives_a_calendar_file(stage: Stage, rasa: FakeRasa, seat: Offering) -> None:
    rasa.says = lambda body: shows(seat)
    seen = await stage.says("mijn plekken")
    assert seen.titles == [words.CALENDAR]
    file = await stage.presses(seen, words.CALENDAR)
    assert (file.kind, file.filename) == ("document", "station.ics")
    (event,) = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
    assert event["DTSTART"].dt == seat.starts_at


async def test_a_seat_that_is_gone_gives_no_file_but_says_so(
    stage: Stage, rasa: FakeRasa, seat: Offering, filled: Engine
) -> None:
    rasa.says = lambda body: shows(seat)
    seen = await stage.says("mijn plekken")
    with Session(filled) as session:
        for row in session.scalars(select(Conversation)):
            row.learner_id = None
            session.add(row)
        session.commit()
    assert (await stage.presses(seen, words.CALENDAR)).text == words.NO_CALENDAR
