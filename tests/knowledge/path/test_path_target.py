"""What a path aims for."""

from __future__ import annotations

import pytest

from knowledge.advice.profile import Profile
from knowledge.catalogue.content import Role, Transition
from knowledge.errors import UnknownThing
from knowledge.path.target import highest, skill_gap, target_of
from knowledge.vocabulary import Skip
from tests.knowledge.path.small import B, P, X, catalogue, line, module

KNOWN = catalogue(
    [module("a", {"meten": B, "lassen": P}), module("b", {"meten": P}), module("c", {"cobots": X})],
    [],
    lines=[line("l", {"a": Skip.FREE, "b": Skip.FREE})],
    roles=[Role(id="lasser", name="Lasser", description="Last.", skills={"lassen": X})],
    transitions=[Transition(id="robots", name="Robots", description="Meer robots.", skills={"cobots": P})],
)


def test_a_line_aims_for_all_that_its_stations_teach() -> None:
    assert target_of(KNOWN, Profile(goals=("cobots",)), "l") == {"meten": P, "lassen": P}


def test_a_line_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnknownThing):
        target_of(KNOWN, Profile(), "nergens")


def test_goals_aim_one_level_higher_than_what_is_known() -> None:
    profile = Profile(goals=("meten", "lassen", "cobots"), known={"meten": B, "cobots": X}, role="lasser")
    assert target_of(KNOWN, profile) == {"meten": P, "lassen": B, "cobots": X}


def test_without_goals_the_transition_counts_and_then_the_role() -> None:
    assert target_of(KNOWN, Profile(transition="robots", role="lasser")) == {"cobots": P}
    assert target_of(KNOWN, Profile(role="lasser")) == {"lassen": X}
    assert target_of(KNOWN, Profile()) == {}


def test_the_gap_is_what_lies_above_what_is_known() -> None:
    target = {"meten": B, "lassen": P, "cobots": X}
    assert skill_gap({"meten": P, "lassen": B}, target) == {"lassen": P, "cobots": X}


def test_of_profiles_together_each_skill_counts_at_its_highest() -> None:
    assert highest([{"meten": P}, {"meten": B, "lassen": X}, {"lassen": B}]) == {"meten": P, "lassen": X}
