"""How a text is cut in words."""

from __future__ import annotations

import pytest

from knowledge.linking.forms import bases
from knowledge.linking.numbers import digits, number
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
     ("drieënhalf", "3.5"), ("een", "een"), ("nen", "een"), ("lasser", "lasser"), ("2,5", "2.5")],
)  # fmt: skip
def test_number_words_become_digits(word: str, said: str) -> None:
    assert digits(fold(word)) == said


@pytest.mark.parametrize(
    ("said", "value"), [("een", 1.0), ("anderhalf", 1.5), ("paar", 2.0), ("2.5", 2.5), ("veel", None)]
)
def test_an_amount_has_a_value(said: str, value: float | None) -> None:
    assert number(said) == value


@pytest.mark.parametrize(
    ("word", "base"), [("cobots", "cobot"), ("cobotjes", "cobot"), ("plc's", "plc"), ("geswitcht", "switchen")]
)
def test_the_base_form_is_among_the_guesses(word: str, base: str) -> None:
    assert base in bases(word)
