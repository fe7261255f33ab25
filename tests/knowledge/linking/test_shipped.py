"""The shipped catalogue is understood in the words that people use for it."""

from __future__ import annotations

import pytest

from knowledge.catalogue.snapshot import Catalogue
from knowledge.linking import Linker
from tests.conftest import NOW


@pytest.fixture(scope="session")
def shipped(catalogue: Catalogue) -> Linker:
    return Linker(catalogue)


def named(linker: Linker, text: str) -> set[tuple[str, str]]:
    return {(mention.kind, str(mention.value)) for mention in linker.link(text, NOW)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ik ben lasser, wil iets met cobots, twee uur per week, liefst 's avonds bij Zwolle",
            {
                ("role", "lasser"),
                ("skill", "cobots-programmeren"),
                ("hours_per_week", "2.0"),
                ("daypart", "evening"),
                ("place", "zwolle"),
            },
        ),
        ("'k ben nen bankwerker", {("role", "bankwerker")}),
        ("cnc'er ben ik", {("role", "verspaner")}),
        ("smart maintenance", {("transition", "smart-maintenance"), ("line", "smart-maintenance")}),
        ("voorspelend onderhout", {("skill", "voorspellend-onderhoud")}),
        ("omgeving dordt", {("place", "dordrecht")}),
    ],
)
def test_a_phrase_names_at_least_this(shipped: Linker, text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= named(shipped, text)


def test_every_name_and_other_name_of_a_skill_names_it(shipped: Linker, catalogue: Catalogue) -> None:
    missed = [
        (skill.id, said)
        for skill in catalogue.skills.values()
        for said in (skill.name, *skill.also)
        if not {("skill", skill.id)} & _skills(shipped, said)
    ]
    assert missed == []


def test_every_role_line_and_module_is_found_by_its_name(shipped: Linker, catalogue: Catalogue) -> None:
    missed = [
        (kind, thing.id)
        for kind, things in (("role", catalogue.roles), ("line", catalogue.lines), ("module", catalogue.modules))
        for thing in things.values()
        if (kind, thing.id) not in named(shipped, thing.name)
    ]
    assert missed == []


def test_every_place_is_found_after_bij(shipped: Linker, catalogue: Catalogue) -> None:
    missed = [
        place.id
        for place in catalogue.places.values()
        if ("place", place.id) not in named(shipped, f"bij {place.name.split('(')[0].strip()}")
    ]
    assert missed == ["hasselt-overijssel"]  # who says Hasselt means the one that is called so


def _skills(linker: Linker, text: str) -> set[tuple[str, str]]:
    known = {
        ("skill", mention.value["skill"])
        for mention in linker.link(text, NOW)
        if mention.kind == "known_skill" and isinstance(mention.value, dict)
    }
    return known | named(linker, text)
