"""Small catalogues of which the best path can be seen by looking."""

from __future__ import annotations

import pytest

from knowledge.advice.profile import Profile
from knowledge.path.shape import DevelopmentPath, Step, StepKind
from tests.knowledge.path.asking import find, ids
from tests.knowledge.path.small import B, P, X, catalogue, module, session


def test_who_knows_it_all_has_nothing_to_do() -> None:
    known = catalogue([module("m", {"meten": B})], [session("s", "m", 1)])
    assert find(known, {"meten": B}, Profile(known={"meten": P})) == DevelopmentPath()


def test_a_path_tells_all_of_its_steps() -> None:
    known = catalogue([module("m", {"meten": B, "lassen": P}, hours=3)], [session("s", "m", 8, hours=3, cost=100)])
    step = Step(
        kind=StepKind.MODULE,
        name="M",
        module="m",
        follow_up=None,
        session=known.sessions[0],
        hours=3,
        skills={"lassen": P},
        why=("op dinsdag",),
    )
    path = find(known, {"lassen": P}, Profile(known={"meten": B}, days=(0,)))
    assert path == DevelopmentPath(steps=(step,), hours=3, weeks=2, cost=pytest.approx(3.57, abs=0.001))


def test_one_module_that_brings_two_skills_beats_two_modules() -> None:
    known = catalogue(
        [
            module("one", {"meten": B}),
            module("two", {"lassen": B}),
            module("both", {"meten": B, "lassen": B}, hours=6),
        ],
        [session("s1", "one", 1), session("s2", "two", 2), session("s3", "both", 3, hours=6)],
    )
    assert ids(find(known, {"meten": B, "lassen": B})) == ["s3"]


def test_a_higher_level_serves_as_well_but_a_lower_one_does_not() -> None:
    known = catalogue(
        [module("low", {"meten": B}, hours=2), module("high", {"meten": X})],
        [session("s1", "low", 1), session("s2", "high", 2)],
    )
    assert ids(find(known, {"meten": P})) == ["s2"]


def test_a_skill_that_nobody_teaches_is_missing_and_the_rest_goes_on() -> None:
    known = catalogue([module("m", {"meten": B})], [session("s", "m", 1)])
    path = find(known, {"meten": B, "lassen": P})
    assert (ids(path), path.missing, path.proved_optimal) == (["s"], {"lassen": P}, True)


def test_a_full_session_is_left_out() -> None:
    known = catalogue([module("m", {"meten": B})], [session("full", "m", 1), session("free", "m", 8)])
    assert ids(find(known, {"meten": B}, full={"full"})) == ["free"]
    assert find(known, {"meten": B}, full={"full", "free"}).missing == {"meten": B}


def test_without_time_there_is_an_honest_empty_path() -> None:
    known = catalogue([module("m", {"meten": B})], [session("s", "m", 1)])
    path = find(known, {"meten": B}, time_limit=0.0)
    assert path == DevelopmentPath(missing={"meten": B}, proved_optimal=False, gap=1.0)
