"""Words in lines that fit, without what our font cannot show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures.folding import clean, fold, row
from knowledge.drawing.words import width_of
from tests.bot.pictures.looks import WORDS


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("  Café\n3D-meten – 90° € 12,50 ’s avonds ", "Café 3D-meten – 90° € 12,50 ’s avonds"),
        ("cafe\u0301 ï\u0300", "café ï"),
        ("Robots 🤖 en 👩‍🔧 mensen ★", "Robots en mensen"),
        ("a\x00b\u200bc\ud800", "abc"),
        ("🤖", "–"),
        ("", "–"),
        ("x ≥ 3 → ja", "x ≥ 3 → ja"),
    ],
)
def test_what_has_no_letterform_is_left_out(words: str, shown: str) -> None:
    assert clean(words) == shown


@settings(deadline=None, derandomize=True, max_examples=150)
@given(WORDS, st.sampled_from([13.0, 15.0, 22.0]), st.integers(60, 328), st.booleans())
def test_no_line_is_wider_than_there_is_room_and_no_letter_is_lost(
    words: str, size: float, room: int, bold: bool
) -> None:
    lines = fold(words, size, room, bold=bold)
    assert all(width_of(line, size, bold=bold) <= room for line in lines)
    bare = [text.replace(" ", "").replace("-", "") for text in ("".join(lines), clean(words))]
    assert bare[0] == bare[1]


def test_lines_are_as_few_as_can_be_and_even() -> None:
    assert fold("Masterclass: voorspellend onderhoud invoeren", 15, 276, bold=True) == [
        "Masterclass: voorspellend",
        "onderhoud invoeren",
    ]
    assert fold("Kort", 15, 276) == ["Kort"]


def test_no_line_ends_on_a_small_word_when_it_need_not() -> None:
    assert fold("Samen kijken hoe het met de machine van morgen gaat", 15, 200, bold=True) == [
        "Samen kijken",
        "hoe het met de machine",
        "van morgen gaat",
    ]


def test_facts_are_kept_whole_and_a_dot_never_hangs() -> None:
    facts = ["woensdag 2 december, 18:30–21:30", "Voorbeeldzaal De Hanze, Zwolle", "online"]
    assert row(facts, 13, 280) == ["woensdag 2 december, 18:30–21:30", "Voorbeeldzaal De Hanze, Zwolle · online"]
    assert row([], 13, 280) == []
