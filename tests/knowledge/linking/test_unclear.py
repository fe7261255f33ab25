"""Compounds and typing errors, and where the guessing stops."""

from __future__ import annotations

import pytest

from knowledge.linking.compounds import Compounds
from knowledge.linking.dutch import dutch
from knowledge.linking.terms import WRITTEN, Term
from knowledge.linking.typos import Typos

SINGLES = {
    "monteur": {"role": "monteur"},
    "lasser": {"role": "lasser"},
    "cobot": {"skill": "cobots"},
    "excel": {"skill": "excel"},
    "lassen": {"skill": "lassen"},
    "leiden": {"place": "leiden"},
}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("onderhoudsmonteur", {"role": "monteur"}),
        ("storingsmonteurs", {"role": "monteur"}),
        ("tiglasser", {"role": "lasser"}),
        ("cobotcursus", {"skill": "cobots"}),
        ("cobotsprogramma", {"skill": "cobots"}),
        ("excellent", {}),
        ("verlassen", {}),
        ("klasser", {}),
        ("lasserscursus", {}),
        ("leidenaar", {}),
    ],
)
def test_a_compound_is_what_its_end_says_or_about_what_it_begins_with(word: str, found: dict[str, str]) -> None:
    assert Compounds(SINGLES, dutch()).find(word) == found


def typos() -> Typos:
    names = {"lasser": "role", "haarlem": "place", "werkvoorbereider": "role", "laserlasser": "role", "voorman": "role"}
    return Typos([Term(kind, name, (name,), WRITTEN) for name, kind in names.items()])


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("lassser", {"role": "lasser"}),
        ("lasesr", {"role": "lasser"}),
        ("harlem", {"place": "haarlem"}),
        ("werkvoorberijder", {"role": "werkvoorbereider"}),
        ("lase", {}),
        ("lezer", {}),
        ("laserlassen", {}),
    ],
)
def test_one_error_is_forgiven_and_two_in_a_long_word(word: str, found: dict[str, str]) -> None:
    assert typos().near(word) == found


@pytest.mark.parametrize("word", ["vooraan", "klasse", "excellent", "machines", "gemeten", "daarvoor", "morgen"])
def test_ordinary_words_are_known_to_be_no_error(word: str) -> None:
    assert dutch().knows(word)


@pytest.mark.parametrize("word", ["lassser", "zwole", "cobbots", "woendag"])
def test_misspelled_words_are_not_known(word: str) -> None:
    assert not dutch().knows(word)
