"""A code is found however it is typed, and nothing else is ever taken for one."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.doors.code_words import SIGNS, draw_code, read_code

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "text",
    [
        "K7MP-2X9Q",
        "k7mp-2x9q",
        "K7MP2X9Q",
        " k7mp 2x9q ",
        "K7MP – 2X9Q",
        "K7MP--2X9Q.",
        "koppel k7mp-2x9q",
        "Koppel: K7MP2X9Q",
        "koppelcode K7MP-2X9Q!",
        "/koppel K7MP-2X9Q",
        "code K7MP2X9Q",
        "mijn code is k7mp-2x9q",
        "Mijn code is: “K7MP-2X9Q”.",
        "de koppelcode is\nk7mp-2x9q",
        "K7MP\u00a02X9Q",
        "K7MP‑2X9Q",  # with the dash that isn't broken
    ],
)
def test_a_code_is_found_however_it_is_typed(text: str) -> None:
    assert read_code(text) == "K7MP-2X9Q"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "koppel",
        "koppel mijn telegram",
        "mijn code is weg",
        "koppel robotica",
        "Pfffffff",
        "hmmmmmmm",
        "2026-11-24",
        "24-11-2026",
        "23456789",
        "06 23456789",
        "S235 S355",
        "25mm 33kg",
        "RVS 316L",
        "bmw x5 rdw",
        "23 mm x 45 m",
        "K7MP-2X9",
        "K7MP-2X9QQ",
        "K7MP-2X9Q en dan?",
        "ik kreeg K7MP-2X9Q",
        "bel 0612345678",
        "code K7MO-2X91",  # no such code can be, and nobody said that it should link
        "K-7-M-P-2-X-9-Q",
        "\x00" * 8,
        "K7MP" * 500,
        "koppel " * 280,
    ],
)
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_code(text) is None


def test_after_the_word_that_links_a_code_with_wrong_signs_is_one_too() -> None:
    assert read_code("koppel K7MO-2X91") == "K7MO-2X91"


def test_no_sentence_that_anybody_is_known_to_say_is_taken_for_a_code() -> None:
    heldout = yaml.safe_load((ROOT / "tests/data/utterances.yml").read_text())
    texts = [text for texts in heldout.values() for text in texts]
    for file in sorted((ROOT / "data/nlu").glob("*.yml")):
        for block in yaml.safe_load(file.read_text())["nlu"]:
            lines = [line.strip()[2:] for line in block["examples"].splitlines() if line.strip()]
            texts += lines + [re.sub(r"\[([^]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", line) for line in lines]
    assert len(texts) > 2000
    assert [text for text in texts if read_code(text) is not None] == []


def test_no_word_of_the_dutch_that_we_ship_is_taken_for_a_code() -> None:
    files = [ROOT / "domain.yml", *sorted((ROOT / "knowledge/content").rglob("*.yml"))]
    words = {word for file in files for word in file.read_text().split()}
    assert len(words) > 3000
    assert [word for word in words if read_code(word) is not None] == []


def test_every_code_that_is_drawn_is_read_back_and_has_no_signs_that_look_alike() -> None:
    codes = [draw_code() for _ in range(2000)]
    assert [read_code(code.lower()) for code in codes] == codes
    assert len(set(codes)) == len(codes)
    signs = Counter("".join(codes).replace("-", ""))
    assert set(signs) == set(SIGNS)
    assert not set(SIGNS) & set("01OILAEUY")


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_what_is_found_is_found_again(text: str) -> None:
    code = read_code(text)
    assert code is None or read_code(code) == code


@given(st.from_regex(r"[a-z]{2,12}( [a-z]{1,12}){0,8}[.!?]?", fullmatch=True))
def test_words_without_a_digit_are_never_a_code(text: str) -> None:
    assert read_code(text) is None
