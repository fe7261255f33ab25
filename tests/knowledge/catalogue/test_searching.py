"""Modules are found by the words of their names."""

from __future__ import annotations

import pytest

from knowledge.catalogue.searching import modules_about
from knowledge.catalogue.snapshot import Catalogue


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("trillingen leren meten", "trillingen-meten"),
        ("warmtebeeld", "warmtebeelden-maken"),
        ("CAMERA", "camera-kijkt-mee"),
    ],
)
def test_the_module_that_holds_most_of_the_words_comes_first(catalogue: Catalogue, words: str, first: str) -> None:
    assert modules_about(catalogue, words)[0].id == first


@pytest.mark.parametrize("words", ["boekhouden", "", "iets", "🙂", "привет"])
def test_words_of_nothing_find_nothing(catalogue: Catalogue, words: str) -> None:
    assert modules_about(catalogue, words) == []
