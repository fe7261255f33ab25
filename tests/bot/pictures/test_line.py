"""A line on a phone: every name whole, nothing over anything else, and a person's states in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from bot.pictures.line import line_picture, line_sheet
from bot.pictures.sheet import Box, Sheet
from knowledge.cards import LineCard, StationCard
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.own import Own
from knowledge.vocabulary import ModuleType
from tests.bot.pictures.looks import LINES, OWNS, assert_sound, faults, line_card, own_on, shown, size_of

LINE_IDS = (
    "smart-maintenance", "cyber-security", "data-van-de-machine", "printen-in-3d", "duurzaam-produceren",
    "digitaal-leiderschap", "cobots-op-de-werkvloer", "slim-verspanen", "ai-in-kwaliteit",
)  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=60)
@given(LINES, OWNS)
def test_any_line_is_drawn_with_nothing_over_anything_else(card: LineCard, own: Own) -> None:
    assert_sound(line_sheet(card, own))


def test_every_line_of_the_catalogue_is_among_these(catalogue: Catalogue) -> None:
    assert set(LINE_IDS) == set(catalogue.lines)


@pytest.mark.parametrize("id", LINE_IDS)
def test_a_real_line_fits_a_phone(catalogue: Catalogue, id: str) -> None:
    card = line_card(catalogue, catalogue.line(id))
    own = own_on([station.module for station in card.stations])
    for marks, highest in ((Own(), 660), (own, 690)):
        sheet = line_sheet(card, marks)
        assert_sound(sheet)
        assert sheet.height <= highest
        assert all(station.name.split()[0] in shown(sheet) for station in card.stations)


def test_states_are_told_in_words(catalogue: Catalogue) -> None:
    card = line_card(catalogue, catalogue.line("smart-maintenance"))
    bare = shown(line_sheet(card, Own()))
    marked = shown(line_sheet(card, own_on([station.module for station in card.stations])))
    words = ("gevolgd", "ingeschreven", "je volgende station", "overgeslagen", "jouw ontwikkelpad")
    assert [bare.count(word) for word in words] == [0, 0, 0, 0, 0]
    assert [marked.count(word) for word in words] == [2, 2, 1, 1, 1]


def test_the_head_says_what_the_line_is(catalogue: Catalogue) -> None:
    card = line_card(catalogue, catalogue.line("cobots-op-de-werkvloer"))
    assert shown(line_sheet(card, Own())).startswith(
        "Cobots op de werkvloer metrolijn · 9 stations · 26 uur · voorbeeld Je laat een cobot een klus doen"
    )
    own_line = card.model_copy(update={"example": False, "stations": card.stations[:1]})
    assert "metrolijn · 1 station · 26 uur Je laat" in shown(line_sheet(own_line, Own()))


def test_a_picture_is_three_times_as_sharp_as_a_phone_is_wide(catalogue: Catalogue) -> None:
    card = line_card(catalogue, catalogue.line("cobots-op-de-werkvloer"))
    sheet = line_sheet(card, Own())
    width, height = size_of(line_picture(card, Own()))
    assert (width, height) == (1080, pytest.approx(3 * sheet.height, abs=1))


def test_a_line_of_a_thousand_stations_stays_within_what_a_messenger_takes() -> None:
    stations = [StationCard(module=f"m{n}", name="Meten", type=ModuleType.WORKSHOP, hours=2) for n in range(1000)]
    sheet = line_sheet(LineCard(id="l", name="Lang", colour="#aa0000", goal="", hours=1, stations=stations), Own())
    assert sheet.pixels * sheet.height / 360 <= 8000


def test_what_lies_on_something_or_leaves_the_sheet_is_found() -> None:
    sheet = Sheet(height=30)
    sheet.boxes = [Box(0, 0, 20, 20, "een"), Box(19, 19, 30, 29, "twee"), Box(20, 0, 361, 9, "drie")]
    assert faults(sheet) == ["'twee' on 'een'", "'drie' leaves the sheet"]
