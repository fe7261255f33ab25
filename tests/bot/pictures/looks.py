"""What the tests of pictures share: cards to draw, wild and real, and what makes a picture sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from struct import unpack
from xml.etree.ElementTree import fromstring

from hypothesis import strategies as st

from bot.pictures.raster import rasterise
from bot.pictures.sheet import WIDE, Sheet
from knowledge.cards import LineCard, PathCard, StationCard, StepCard
from knowledge.catalogue.content import Line
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.own import Own
from knowledge.vocabulary import ModuleType, Phase, Skip

EVIL = "</text><script>&\"'>\x00\x0b\ud800\u202e 👩‍🔧 Z͑ͫ̓algo"
LONGEST = "Verspaningstechnologiewerkvoorbereidersbijeenkomst" * 3

WORDS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["De slimme fabriek beleven", "Webinar: wat AI voor de werkplaats betekent", EVIL, LONGEST, "W" * 60]
    ),
)
STATIONS = st.builds(
    StationCard,
    module=st.sampled_from("abcdefgh"),
    name=WORDS,
    type=st.sampled_from(ModuleType),
    hours=st.sampled_from([0, 2, 2.5, 6, 123456.789]),
    phase=st.none() | st.sampled_from(Phase),
    skip=st.none() | st.sampled_from(Skip),
)
LINES = st.builds(
    LineCard,
    id=st.just("lijn"),
    name=WORDS,
    colour=st.sampled_from(["#f28c00", "#000000", "#ffffff", "#ffd500", "rood", '"/><script>', ""]),
    goal=WORDS,
    hours=st.sampled_from([0, 26, 1e9]),
    stations=st.lists(STATIONS, max_size=12),
    recognition=st.none() | WORDS,
    example=st.booleans(),
)
STEPS = st.builds(
    StepCard,
    name=WORDS,
    what=WORDS,
    hours=st.sampled_from([0, 4, 2.5]),
    when=st.none() | WORDS,
    place=st.none() | WORDS,
    offering=st.none(),
    module=st.none() | st.sampled_from("abcdefgh"),
    skills=st.lists(WORDS, max_size=4),
)
PATHS = st.builds(
    PathCard,
    goal=WORDS,
    hours=st.sampled_from([0, 61.5]),
    weeks=st.sampled_from([0, 1, 12]),
    steps=st.lists(STEPS, max_size=24),
    skipped=st.lists(WORDS, max_size=4),
    missing=st.lists(WORDS, max_size=4),
    proved_optimal=st.booleans(),
    gap=st.just(0.0),
)
_SOME = st.frozensets(st.sampled_from("abcdefgh"))
OWNS = st.builds(
    Own,
    done=_SOME,
    enrolled=_SOME,
    next=st.none() | st.sampled_from("abcdefgh"),
    skipped=_SOME,
    path=st.lists(st.sampled_from("abcdefgh"), unique=True).map(tuple),
)


def line_card(catalogue: Catalogue, line: Line) -> LineCard:
    """A line of the catalogue as an action shows it."""
    recognition = catalogue.recognitions.get(line.recognition or "")
    modules = [(catalogue.modules[station.module], station) for station in line.stations]
    return LineCard(
        id=line.id,
        name=line.name,
        colour=line.colour,
        goal=line.goal,
        hours=catalogue.line_hours(line),
        stations=[
            StationCard(module=m.id, name=m.name, type=m.type, hours=m.hours, phase=s.phase, skip=s.skip)
            for m, s in modules
        ],
        recognition=recognition.name if recognition else None,
        example=line.example,
    )


def own_on(modules: Sequence[str]) -> Own:
    """Somebody with every state there is on a line of seven stations or more."""
    return Own(
        done=frozenset(modules[:2]),
        next=modules[3],
        enrolled=frozenset(modules[3:6]),
        skipped=frozenset(modules[6:7]),
        path=tuple(modules[2:6]),
    )


def faults(sheet: Sheet) -> list[str]:
    """What overlaps or leaves the sheet."""
    boxes = sheet.boxes
    found = [f"{one.what!r} on {two.what!r}" for n, one in enumerate(boxes) for two in boxes[:n] if one.touches(two)]
    inside = [0 <= box.left <= box.right <= WIDE and 0 <= box.top <= box.bottom <= sheet.height for box in boxes]
    return found + [f"{box.what!r} leaves the sheet" for box, holds in zip(boxes, inside, strict=True) if not holds]


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels, from its header; raises when it is none, or not whole."""
    assert png[:16] == b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    assert png[-8:] == b"IEND\xaeB`\x82"
    width, height = unpack(">II", png[16:24])
    return width, height


def assert_sound(sheet: Sheet) -> None:
    """Nothing overlaps, no letters are too small, and it can be drawn (here at a sixth of the size)."""
    assert faults(sheet) == []
    root = fromstring(sheet.svg())  # noqa: S314  # our own picture
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {
        "svg", "rect", "g", "text", "path", "line", "circle", "polygon",
    }  # fmt: skip
    texts = [one for one in root.iter() if one.tag.endswith("}text") and "textLength" in one.attrib]
    assert all(float(one.attrib["font-size"]) >= 13 for one in texts)
    width, height = size_of(rasterise(sheet.svg(), 60))
    assert width == 60
    assert abs(height - sheet.height / 6) <= 1


def shown(sheet: Sheet) -> str:
    """All words of a picture, one after another."""
    root = fromstring(sheet.svg())  # noqa: S314  # our own picture
    return re.sub(r"\s+", " ", " ".join(one.text or "" for one in root.iter() if one.tag.endswith("}text")))
