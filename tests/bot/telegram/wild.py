"""Texts, cards and messages as wild as they come, for the tests of what goes to Telegram."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.answers import Message, ShownButton
from knowledge.cards import (
    CompanyPlanCard,
    LineCard,
    MapCard,
    OfferingCard,
    PathCard,
    RoleStartCard,
    SkillGapCard,
    StationCard,
    StepCard,
)
from knowledge.vocabulary import Level

SCRAPS = st.sampled_from(
    [
        "<b>", "</b>", "<a href=\"x\">", "<", ">", "&", "&amp;", "&#0;", "&bogus;", "\"", "'", "_*[]()~`>#+-=|{}.!",
        "👩🏽‍🏭", "🇳🇱", "🇳", "❤️", "e\u0301", "각", "שלום", "مرحبا", "\u202e", "\u200b", "\u00a0", "\x00", "\x1b[31m",
        "\ud83d", "\udc4d", "\r\n", "\n\n", "\n", "\t", " ", ". ", "Robotlassen", "één", "https://voorbeeld.example/?a=1&b=2",
    ]
)  # fmt: skip
ANY = st.text(st.characters(), max_size=12)
TEXTS = st.lists(SCRAPS | ANY, max_size=12).map("".join)
LONG = st.tuples(SCRAPS | ANY, st.integers(1, 5000)).map(lambda drawn: (drawn[0] * drawn[1])[:5000])
WILD = TEXTS | LONG

NUMBERS = st.floats(0, 10_000, allow_nan=False)
COUNTS = st.integers(0, 100_000)
MOMENTS = st.integers(0, 5_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
SAFE = WILD.map(lambda text: "".join(sign for sign in text if not "\ud800" <= sign <= "\udfff"))
"""A card has passed through JSON and pydantic, which let no lone surrogate through."""

FEW = st.lists(SAFE, max_size=3)
MAYBE = st.none() | SAFE
STATIONS = st.builds(StationCard, name=SAFE, summary=SAFE, hours=NUMBERS)
LINES = st.builds(
    LineCard,
    name=SAFE,
    goal=SAFE,
    hours=NUMBERS,
    stations=st.lists(STATIONS, max_size=4),
    reasons=FEW,
    against=FEW,
    recognition=MAYBE,
)
OFFERINGS = st.builds(
    OfferingCard,
    module=st.sampled_from(["las", "meet"]),
    name=SAFE,
    academy=SAFE,
    when=SAFE,
    place=SAFE,
    paid_by=SAFE,
    cost=NUMBERS,
    starts_at=st.none() | MOMENTS,
    ends_at=st.none() | MOMENTS,
    seats_left=st.none() | COUNTS,
    decide_at=st.none() | MOMENTS,
    held_until=st.none() | MOMENTS,
    waiting_position=st.none() | COUNTS,
    needed=COUNTS,
)
STEPS = st.builds(StepCard, name=SAFE, what=SAFE, when=MAYBE, place=MAYBE, why=SAFE, hours=NUMBERS)
PATHS = st.builds(
    PathCard,
    goal=SAFE,
    hours=NUMBERS,
    weeks=COUNTS,
    gap=NUMBERS,
    steps=st.lists(STEPS, max_size=4),
    skipped=FEW,
    missing=FEW,
)
STARTS = st.builds(
    RoleStartCard,
    role=SAFE,
    line=MAYBE,
    station=MAYBE,
    when=MAYBE,
    place=MAYBE,
    skills=FEW,
)
PLANS = st.builds(CompanyPlanCard, transition=SAFE, region=SAFE, starts=st.lists(STARTS, max_size=3), steps=FEW)
MAPS = st.builds(MapCard, name=SAFE, lines=st.lists(LINES, max_size=3))
LEVELS = st.dictionaries(SAFE, st.sampled_from(Level), max_size=4)
GAPS = st.builds(SkillGapCard, goal=SAFE, have=LEVELS, need=LEVELS)
CARDS = st.one_of(STATIONS, LINES, OFFERINGS, PATHS, PLANS, MAPS, GAPS)
"""Every kind of card."""

BUTTONS = st.builds(ShownButton, title=SAFE, token=st.text("abc", min_size=1, max_size=8))


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """A message whose text often says what its cards say."""
    cards = draw(st.lists(CARDS, max_size=3))
    names = [getattr(card, "name", getattr(card, "goal", "")) for card in cards]
    text = draw(st.sampled_from(["", " ".join(names)]) | SAFE)
    return Message(text=text, cards=cards, buttons=draw(st.lists(BUTTONS, max_size=4)))


MESSAGES = messages()
