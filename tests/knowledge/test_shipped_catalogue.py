"""The catalogue that ships with the navigator: sound, large enough, and in the words of the workplace."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.catalogue.check import check_content
from knowledge.catalogue.content import Role, Thing
from knowledge.catalogue.snapshot import Catalogue
from knowledge.linking.esco import occupations
from knowledge.vocabulary import FollowUpKind, ModuleType, Phase, Skip
from tests.conftest import CONTENT


def roles_called(catalogue: Catalogue, word: str) -> list[str]:
    """The roles of this name or word; else those with an occupation of this label in ESCO."""
    said = [role.id for role in catalogue.roles.values() if word in words_of(role)]
    labels = {one.uri: one.label.lower() for one in occupations()}
    return said or [role.id for role in catalogue.roles.values() if word in {labels[uri] for uri in role.esco}]


def words_of(thing: Thing) -> set[str]:
    return {word.lower() for word in (thing.name, *thing.also)}


def test_it_has_no_faults() -> None:
    assert check_content(CONTENT).faults == []


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("academies", 3),
        ("maps", 2),
        ("lines", 8),
        ("modules", 60),
        ("skills", 30),
        ("transitions", 6),
        ("roles", 12),
        ("personas", 4),
        ("follow_ups", 25),
    ],
)
def test_there_is_enough_of_each_kind(catalogue: Catalogue, kind: str, least: int) -> None:
    assert len(getattr(catalogue, kind)) >= least


def test_every_academy_has_partners_lines_and_sessions(catalogue: Catalogue) -> None:
    leading = {id for line in catalogue.lines.values() for id in line.academies}
    holding = {session.academy for session in catalogue.sessions}
    assert all(academy.partners for academy in catalogue.academies.values())
    assert leading == holding == set(catalogue.academies)


def test_there_are_modules_of_all_eight_types(catalogue: Catalogue) -> None:
    assert {module.type for module in catalogue.modules.values()} == set(ModuleType)
    assert len(ModuleType) == 8


def test_several_modules_stand_on_more_than_one_line(catalogue: Catalogue) -> None:
    transfers = [id for id, lines in catalogue.lines_of.items() if len(lines) > 1]
    assert len(transfers) >= 5


def test_some_stations_may_be_skipped_and_some_cost_the_recognition(catalogue: Catalogue) -> None:
    skips = Counter(station.skip for line in catalogue.lines.values() for station in line.stations)
    assert set(skips) == set(Skip)
    for line in catalogue.lines.values():
        costly = {station.skip for station in line.stations} == set(Skip)
        assert costly == (line.recognition is not None), line.id


def test_every_line_goes_through_all_phases_and_opens_something(catalogue: Catalogue) -> None:
    for line in catalogue.lines.values():
        assert {station.phase for station in line.stations} == set(Phase), line.id
        assert len(line.follow_ups) >= 2, line.id


def test_every_line_is_on_a_map(catalogue: Catalogue) -> None:
    assert {id for map in catalogue.maps.values() for id in map.lines} == set(catalogue.lines)


def test_every_module_can_be_followed_in_the_coming_half_year(catalogue: Catalogue) -> None:
    assert [id for id in catalogue.modules if not catalogue.sessions_of[id]] == []


def test_every_skill_is_taught_somewhere(catalogue: Catalogue) -> None:
    taught = {skill for module in catalogue.modules.values() for skill in module.teaches}
    taught |= {skill for follow_up in catalogue.follow_ups.values() for skill in follow_up.teaches}
    assert set(catalogue.skills) - taught == set()


def test_there_is_something_of_every_kind_after_a_line(catalogue: Catalogue) -> None:
    assert {follow_up.kind for follow_up in catalogue.follow_ups.values()} == set(FollowUpKind)


def test_every_role_has_its_line_and_every_target_group_its_persona(catalogue: Catalogue) -> None:
    groups = catalogue.target_groups.values()
    assert {role for group in groups for role in group.roles} == set(catalogue.roles)
    assert {id for one in catalogue.personas.values() for id in one.target_groups} == set(catalogue.target_groups)


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("bankwerker", "bankwerker"),
        ("cnc'er", "verspaner"),
        ("storingsmonteur", "onderhoudsmonteur"),
        ("lasser", "lasser"),
        ("mecanicien", "onderhoudsmonteur"),
        ("remmenmonteur", "onderhoudsmonteur"),
    ],
)
def test_a_role_is_found_by_its_name_its_other_words_or_its_label_in_esco(
    catalogue: Catalogue, word: str, role: str
) -> None:
    assert roles_called(catalogue, word) == [role]


def test_a_word_that_nobody_uses_finds_no_role(catalogue: Catalogue) -> None:
    assert roles_called(catalogue, "tandarts") == []


@pytest.mark.parametrize("kind", ["roles", "skills", "transitions", "lines", "places", "academies"])
def test_no_word_means_two_things_of_a_kind(catalogue: Catalogue, kind: str) -> None:
    words = Counter(word for thing in getattr(catalogue, kind).values() for word in words_of(thing))
    assert [word for word, count in words.items() if count > 1] == []


def test_every_occupation_of_a_role_is_in_esco_and_of_that_role_only(catalogue: Catalogue) -> None:
    known = {one.uri for one in occupations()}
    said = Counter(uri for role in catalogue.roles.values() for uri in role.esco)
    assert set(said) <= known
    assert [uri for uri, count in said.items() if count > 1] == []
    assert all(isinstance(role, Role) for role in catalogue.roles.values())


def test_everything_says_that_it_is_an_example(catalogue: Catalogue) -> None:
    real = [
        thing.id
        for kind in ("skills", "roles", "lines", "modules", "academies", "partners", "follow_ups", "personas")
        for thing in getattr(catalogue, kind).values()
        if not thing.example
    ]
    assert real == []
    assert {academy.email.rsplit("@")[1].rsplit(".", 2)[-2:][0] for academy in catalogue.academies.values()} == {
        "example"
    }
