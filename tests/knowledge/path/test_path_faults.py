"""What is wrong with a choice is found, and what can be kept of it is kept."""

from __future__ import annotations

from knowledge.advice.profile import Profile
from knowledge.path.candidates import find_candidates
from knowledge.path.columns import Column
from knowledge.path.faults import Faults, find_faults, without_faults
from knowledge.path.request import Request
from tests.knowledge.path.small import NOW, B, P, catalogue, module, session

KNOWN = catalogue(
    [module("a", {"meten": B}), module("b", {"lassen": B}), module("c", {"cobots": B}, {"meten": B})],
    [session("a1", "a", 1), session("a2", "a", 9), session("b1", "b", 1.1), session("c1", "c", 8)],
)
REQUEST = Request(
    KNOWN, Profile(hours_per_week=5), {"meten": B, "lassen": B, "cobots": B, "digitale-basis": P}, NOW, None, (), ()
)
ITEMS = find_candidates(REQUEST)


def columns(*ids: str) -> list[Column]:
    every = {c.session.id: c for item in ITEMS.values() for c in item.columns if c.session}
    return [every[id] for id in ids]


def kept_of(*ids: str) -> list[str]:
    return [c.session.id for c in without_faults(columns(*ids), ITEMS, REQUEST) if c.session]


def test_a_clash_and_a_week_that_is_too_full_are_found() -> None:
    faults = find_faults(columns("a1", "b1", "c1"), ITEMS, REQUEST)
    assert faults == Faults(frozenset({95_040.0}), frozenset({1.0, 2.0}), None)


def test_a_step_before_what_it_expects_is_found() -> None:
    unready = find_faults(columns("a2", "c1"), ITEMS, REQUEST).unready
    assert unready is not None
    assert ([unready.column], unready.needs) == (columns("c1"), {("meten", 1)})


def test_a_choice_without_faults_is_kept_whole() -> None:
    assert not find_faults(columns("a1", "c1"), ITEMS, REQUEST)
    assert kept_of("a1", "c1") == ["a1", "c1"]


def test_of_a_choice_with_faults_the_rest_is_kept() -> None:
    assert kept_of("a1", "b1", "c1") == ["a1", "c1"]
    assert kept_of("a2", "c1") == ["a2"]
