"""What is ruled out, and what only sounds so."""

from __future__ import annotations

import pytest

from knowledge.linking import Linker
from tests.conftest import NOW


def told(linker: Linker, text: str) -> list[tuple[str, bool]]:
    return [(str(mention.value), mention.negated) for mention in linker.link(text, NOW)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("niet op maandag of dinsdag, wel op woensdag", [("0", True), ("1", True), ("2", False)]),
        ("geen maandag maar dinsdag", [("0", True), ("1", False)]),
        ("woensdags kan ik nooit", [("2", True)]),
        ("die avonden gaan toch niet lukken", [("evening", True)]),
        ("in plaats van Zwolle mag Haarlem ook", [("zwolle", True), ("haarlem", False)]),
        ("ik ben meer lasser dan monteur", [("lasser", False), ("monteur", True)]),
        ("ik zei online maar ik bedoel op locatie", [("online", True), ("on_site", False)]),
        ("vergeet de avonden, alleen overdag", [("evening", True), ("afternoon", False), ("morning", False)]),
        ("niet doordeweeks", [("weekend", False)]),
        ("smiddags kan ik toch niet, ik zeg s avonds", [("afternoon", True), ("evening", False)]),
        ("s middags kan ik toch niet ik zeg s avonds", [("afternoon", True), ("evening", False)]),
        ("niet overdag want dan moet ik werken", [("afternoon", True), ("morning", True)]),
        ("overdag nie want dan werk ik", [("afternoon", True), ("morning", True)]),
        ("overdag moet ik werken", [("evening", False)]),
        ("alleen s avonds of zaterdag", [("evening", False), ("5", False)]),
        ("s oavonds, overdag kan ik ni", [("evening", False), ("afternoon", True), ("morning", True)]),
        ("alleen soavonds", [("evening", False)]),
    ],
)
def test_what_somebody_does_not_want_is_ruled_out(linker: Linker, text: str, expected: list[tuple[str, bool]]) -> None:
    assert told(linker, text) == expected


@pytest.mark.parametrize(
    "text",
    ["waarom niet online", "ik weet niet of online handig is", "niet veel tijd dus online", "geen probleem online",
     "online is niet verkeerd", "ik heb niks tegen online"],
)  # fmt: skip
def test_not_every_not_rules_out(linker: Linker, text: str) -> None:
    assert told(linker, text) == [("online", False)]
