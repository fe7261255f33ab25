"""Careless typing: the same seed gives the same slips, addresses are spared, and words stay words."""

from __future__ import annotations

import pytest

from tests.evaluate.typing import LEAST, NEIGHBOURS, Typos, as_one_sentence, with_typos, without_capitals, without_signs

LONG = "Ik werk als onderhoudsmonteur in Zwolle, en ik wil graag leren om storingen te voorspellen. Kan dat 's avonds?"


def test_who_types_with_care_changes_nothing() -> None:
    assert with_typos(LONG, Typos.NONE, 1) == LONG


@pytest.mark.parametrize("level", [Typos.SOME, Typos.HEAVY])
def test_the_same_seed_gives_the_same_slips_and_another_seed_others(level: Typos) -> None:
    typed = [with_typos(LONG, level, seed) for seed in range(20)]
    assert typed == [with_typos(LONG, level, seed) for seed in range(20)]
    assert len(set(typed)) > 10


def test_heavy_typing_has_more_slips_than_some_and_goes_without_capitals_and_signs() -> None:
    some = [_slips(with_typos(LONG, "some", seed)) for seed in range(50)]
    heavy = [with_typos(LONG, "heavy", seed) for seed in range(50)]
    assert 0 < sum(some) < sum(map(_slips, heavy))
    assert all(text == text.lower() and not set(text) & set(",.?") for text in heavy)
    assert all("'s avonds" in text or "'s" in text for text in heavy)


def _slips(typed: str) -> int:
    """How many words are no longer as they were."""
    words = without_signs(LONG.lower()).split()
    return sum(one != other for one, other in zip(words, without_signs(typed.lower()).split(), strict=True))


def test_slips_keep_the_first_letter_and_spare_short_words_and_addresses() -> None:
    text = "mijn mail is kees.devries@voorbeeld.nl en ik ben 4 uur vrij"
    for seed in range(100):
        typed = with_typos(text, Typos.SOME, seed).split()
        assert typed[3] == "kees.devries@voorbeeld.nl"
        assert [one[0] for one in typed] == [one[0] for one in text.split()]
        assert [one for one in typed if len(one) < LEAST - 1] == [one for one in text.split() if len(one) < LEAST - 1]


def test_the_keys_beside_a_letter_are_those_around_it() -> None:
    assert {letter: set(NEIGHBOURS[letter]) for letter in "qsm"} == {
        "q": set("wa"),
        "s": set("adwx"),
        "m": set("nj"),
    }
    assert all(letter in NEIGHBOURS[near] for letter, found in NEIGHBOURS.items() for near in found)


def test_capitals_and_signs_go_but_for_addresses_numbers_and_words_that_hold_them() -> None:
    assert without_capitals("Ik ben Kees, Mail: Kees@Bedrijf.nl.") == "ik ben kees, mail: Kees@Bedrijf.nl."
    assert without_signs("Ja, om 18:30! 's Avonds; R&D... oké?") == "Ja om 18:30 's Avonds R&D oké"


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ([], ""),
        (["Ik ben lasser."], "Ik ben lasser"),
        (["Ik ben lasser.", "Iets met cobots!"], "Ik ben lasser en iets met cobots"),
        (["ik ben lasser", "", "CNC graag", "In Zwolle?"], "ik ben lasser, CNC graag en in Zwolle"),
    ],
)
def test_several_things_are_said_in_one_breath(texts: list[str], sentence: str) -> None:
    assert as_one_sentence(texts) == sentence
