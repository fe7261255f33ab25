"""Names are broken where that makes sense, and measured."""

from __future__ import annotations

import pytest

from knowledge.drawing.words import width_of, wrap


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Printcafé", ("Printcafé",)),
        ("Captains dinner: als de fabriek stilvalt door een hack",
         ("Captains dinner:", "als de fabriek stilvalt", "door een hack")),
        ("Een dashboard dat je begrijpt", ("Een dashboard", "dat je begrijpt")),
        ("Open robotlab", ("Open", "robotlab")),
        ("  twee\tregels\n ", ("twee", "regels")),
        ("", ("–",)),
    ],
)  # fmt: skip
def test_a_name_is_broken_at_sense(name: str, lines: tuple[str, ...]) -> None:
    assert wrap(name, 13, 96).lines == lines


def test_no_line_ends_on_a_small_word_when_it_can_be_helped() -> None:
    for name in ("Werken met de robot", "Lekken en sluipverbruik", "Webinar: netwerken in de fabriek"):
        endings = {line.split(" ")[-1] for line in wrap(name, 13, 96).lines[:-1]}
        assert not endings & {"met", "de", "en", "in"}


def test_a_long_word_is_cut_with_a_hyphen() -> None:
    assert wrap("onderhoudsvoorspellingsmodellen", 13, 96).lines == ("onderhoudsvoorspelling-", "smodellen")


def test_a_width_grows_with_the_letters_and_never_with_accents() -> None:
    assert width_of("iii", 10) < width_of("WWW", 10)
    assert width_of("é", 10) == width_of("e", 10)
    assert width_of("abc", 26) == 2 * width_of("abc", 13)
    assert width_of("abc", 13, bold=True) > width_of("abc", 13)
