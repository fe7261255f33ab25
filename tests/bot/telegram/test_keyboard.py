"""Buttons in rows that fit a phone."""

from __future__ import annotations

import pytest

from bot.answers import ShownButton
from bot.telegram.keyboard import rows


def titles(*given: str) -> list[list[str]]:
    found = rows(ShownButton(title=title, token=f"t{n}") for n, title in enumerate(given))
    assert [button.token for row in found for button in row] == [f"t{n}" for n in range(len(given))]
    return [[button.title for button in row] for row in found]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([], []),
        (["Ja"], [["Ja"]]),
        (["Ja", "Nee", "Weet ik niet"], [["Ja", "Nee"], ["Weet ik niet"]]),
        (
            ["Schrijf me in", "Schrijf me in voor dit pad (3)", "Ja", "Nee"],
            [["Schrijf me in"], ["Schrijf me in voor dit pad (3)"], ["Ja", "Nee"]],
        ),
        (["x" * 18, "y" * 19, "z" * 18], [["x" * 18], ["y" * 19], ["z" * 18]]),
        (["Ja", "Ja"], [["Ja", "Ja"]]),
    ],
)
def test_short_ones_stand_side_by_side(given: list[str], shown: list[list[str]]) -> None:
    assert titles(*given) == shown


def test_a_title_that_is_too_long_is_cut_between_words() -> None:
    long = "Voorbeeldrobotlab De Gieterij in Zwolle, dinsdag 8 december om half een"
    assert titles(long, "x" * 61) == [
        ["Voorbeeldrobotlab De Gieterij in Zwolle, dinsdag 8 december…"],
        ["x" * 59 + "…"],
    ]


def test_a_title_is_one_line_and_never_empty() -> None:
    assert titles(" Ja,\n graag\x00 ", "\u200b", "<b>&") == [["Ja, graag", "Kies dit"], ["<b>&"]]
