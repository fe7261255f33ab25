"""What a step expects comes before it."""

from __future__ import annotations

from knowledge.advice.profile import Profile
from knowledge.path.shape import DevelopmentPath, StepKind
from tests.knowledge.path.asking import find, ids
from tests.knowledge.path.small import B, P, catalogue, course, module, session


def test_what_is_expected_comes_first_though_it_is_planned_later() -> None:
    known = catalogue(
        [module("start", {"meten": B}, hours=2), module("next", {"meten": P}, {"meten": B})],
        [session("start1", "start", 10), session("next1", "next", 3), session("next2", "next", 17)],
    )
    path = find(known, {"meten": P})
    assert [(step.module, step.skills) for step in path.steps] == [
        ("start", {"meten": B}),
        ("next", {"meten": P}),
    ]
    assert ids(path) == ["start1", "next2"]


def test_who_knows_what_is_expected_skips_it() -> None:
    known = catalogue(
        [module("start", {"meten": B}), module("next", {"meten": P}, {"meten": B})],
        [session("start1", "start", 10), session("next1", "next", 3)],
    )
    assert ids(find(known, {"meten": P}, Profile(known={"meten": B}))) == ["next1"]


def test_what_nobody_can_get_ready_for_is_missing() -> None:
    known = catalogue(
        [module("start", {"meten": B}), module("next", {"meten": P}, {"meten": B})],
        [session("start1", "start", 10), session("next1", "next", 3)],
    )
    assert find(known, {"meten": P}) == DevelopmentPath(missing={"meten": P})


def test_two_modules_cannot_get_each_other_ready() -> None:
    circle = [module("a", {"meten": B}, {"lassen": B}), module("b", {"lassen": B}, {"meten": B})]
    own = [session("a", "a"), session("b", "b")]
    assert find(catalogue(circle, own), {"meten": B}) == DevelopmentPath(missing={"meten": B})
    way_in = module("c", {"lassen": B}, hours=6)
    broken = catalogue([*circle, way_in], [*own, session("c", "c")])
    assert ids(find(broken, {"meten": B})) == ["c", "a"]


def test_own_pace_between_two_dates_has_to_fit_between_them() -> None:
    modules = [
        module("first", {"meten": B}),
        module("own", {"lassen": B}, {"meten": B}),
        module("last", {"cobots": B}, {"lassen": B}),
    ]
    sessions = [session("first", "first", 9), session("own", "own"), session("soon", "last", 2)]
    assert find(catalogue(modules, sessions), {"cobots": B}).missing == {"cobots": B}
    later = catalogue(modules, [*sessions, session("later", "last", 16)])
    assert ids(find(later, {"cobots": B})) == ["first", "own", "later"]


def test_a_basic_skill_that_nobody_teaches_is_assumed_and_told() -> None:
    known = catalogue([module("m", {"meten": B}, {"digitale-basis": B})], [session("s", "m", 1)])
    assert [step.assumes for step in find(known, {"meten": B}).steps] == [{"digitale-basis": B}]
    mine = Profile(known={"digitale-basis": B})
    assert [step.assumes for step in find(known, {"meten": B}, mine).steps] == [{}]


def test_a_basic_skill_that_is_taught_comes_first() -> None:
    known = catalogue(
        [module("m", {"meten": B}, {"digitale-basis": B}), module("basis", {"digitale-basis": B}, hours=2)],
        [session("s", "m", 5), session("b", "basis", 1)],
    )
    assert ids(find(known, {"meten": B})) == ["b", "s"]


def test_another_skill_that_nobody_teaches_keeps_a_module_out() -> None:
    known = catalogue([module("m", {"meten": B}, {"lassen": B})], [session("s", "m", 1)])
    assert find(known, {"meten": B}) == DevelopmentPath(missing={"meten": B})


def test_a_course_follows_the_module_that_makes_ready_for_it() -> None:
    known = catalogue(
        [module("m", {"meten": B}), module("n", {"lassen": B})],
        [session("s", "m", 9), session("own", "n")],
        [course("c", {"meten": P}, 16, {"meten": B})],
    )
    path = find(known, {"meten": P, "lassen": B}, Profile(hours_per_week=4))
    assert ids(path) == ["own", "s", "c"]
    assert (path.steps[2].kind, path.hours, path.weeks) == (StepKind.COURSE, 24, 6)


def test_a_course_that_nothing_waits_for_comes_last() -> None:
    known = catalogue([module("m", {"lassen": B})], [session("s", "m", 9)], [course("c", {"meten": P}, 16)])
    assert ids(find(known, {"meten": P, "lassen": B})) == ["s", "c"]


def test_what_others_expect_and_has_no_date_comes_first() -> None:
    known = catalogue(
        [module("m", {"lassen": B}, {"meten": B})], [session("s", "m", 9)], [course("c", {"meten": P}, 16)]
    )
    assert ids(find(known, {"lassen": B})) == ["c", "s"]
