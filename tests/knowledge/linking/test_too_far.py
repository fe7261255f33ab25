"""A place that is too far is ruled out."""

from __future__ import annotations

import pytest

from knowledge.linking import Linker
from tests.conftest import NOW


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zwolle is te ver, haarlem kan wel", [("zwolle", True), ("haarlem", False)]),
        ("zwolle?? das anderhalf uur rijden. iets in haarlem", [("zwolle", True), ("haarlem", False)]),
        ("zwolle?? doe haarlem", [("zwolle", True), ("haarlem", False)]),
        ("NEE nie zwolle. haarlem", [("zwolle", True), ("haarlem", False)]),
        ("zwolle is veel te ver voor mij", [("zwolle", True)]),
        ("zwolle??", [("zwolle", False)]),
        ("is zwolle te ver?", [("zwolle", False)]),
        ("zwolle is niet te ver", [("zwolle", False)]),
        ("niet te ver van zwolle", [("zwolle", False)]),
        ("zwolle is een half uur rijden", [("zwolle", False)]),
    ],
)
def test_a_place_that_is_too_far_is_ruled_out(linker: Linker, text: str, expected: list[tuple[str, bool]]) -> None:
    places = [mention for mention in linker.link(text, NOW) if mention.kind == "place"]
    assert [(mention.value, mention.negated) for mention in places] == expected
