"""How a text is cut in words."""

from __future__ import annotations

import pytest

from knowledge.linking.forms import bases
from knowledge.linking.numbers import digits, ordinal
from knowledge.linking.words import fold, norms_of, words_of


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("'s avonds", ["'s", "avonds"]),
        ("’s Avonds", ["'s", "avonds"]),
        ("PLC's", ["plc's"]),
        ("mig/mag-lasser", ["mig", "mag", "lasser"]),
        ("3D-printen", ["3", "d", "printen"]),
        ("12-12", ["12", "-", "12"]),
        ("2u/week", ["2", "u", "week"]),
        ("industriële", ["industriele"]),
        ("coo\u0308rdinator", ["coordinator"]),
        ("één uur", ["1", "uur"]),
        ("[naam-1], lasser", ["[ref]", ",", "lasser"]),
        ("in- en verkoop", ["in", "en", "verkoop"]),
    ],
)
def test_words_are_compared_without_capitals_accents_and_hyphens(text: str, norms: list[str]) -> None:
    assert norms_of(text) == norms


def test_a_word_knows_where_it_stands() -> None:
    assert [(word.text, word.start, word.end) for word in words_of("bij  Zwolle.")] == [
        ("bij", 0, 3),
        ("Zwolle", 5, 11),
        (".", 11, 12),
    ]


@pytest.mark.parametrize(
    ("word", "said"),
    [("twee", "2"), ("eenentwintig", "21"), ("drieëntachtig", "83"), ("honderdtwintig", "120"), ("zevenhonderd", "700"),
     ("drieënhalf", "3.5"), ("een", "een"), ("nen", "een"), ("lasser", "lasser"), ("2,5", "2.5"),
     ("1.250,50", "1250.50"), ("tweeduizendzestien", "2016"), ("negentienhonderdzesennegentig", "1996"),
     ("⅓", "0.333333333333333")],
)  # fmt: skip
def test_number_words_become_digits(word: str, said: str) -> None:
    assert digits(fold(word)) == said


@pytest.mark.parametrize(
    ("word", "place"),
    [("eerste", 1), ("derde", 3), ("achtste", 8), ("vijfendertigste", 35), ("honderdachtste", 108), ("kaste", None)],
)
def test_an_ordinal_has_a_place(word: str, place: int | None) -> None:
    assert ordinal(word) == place


@pytest.mark.parametrize(
    ("word", "base"), [("cobots", "cobot"), ("cobotjes", "cobot"), ("plc's", "plc"), ("geswitcht", "switchen")]
)
def test_the_base_form_is_among_the_guesses(word: str, base: str) -> None:
    assert base in bases(word)
