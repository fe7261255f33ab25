"""No clashes, nothing in the past or in taken time, and no more than the hours of a week."""

from __future__ import annotations

from datetime import timedelta

from knowledge.advice.profile import Profile
from tests.knowledge.path.asking import find, ids
from tests.knowledge.path.small import NOW, B, catalogue, module, session


def test_two_sessions_at_the_same_time_are_never_both_chosen() -> None:
    known = catalogue(
        [module("a", {"meten": B}), module("b", {"lassen": B})],
        [session("a1", "a", 1), session("b1", "b", 1.1), session("b2", "b", 29)],
    )
    assert ids(find(known, {"meten": B, "lassen": B})) == ["a1", "b2"]


def test_when_two_only_sessions_clash_one_skill_stays_missing() -> None:
    known = catalogue(
        [module("a", {"meten": B}, hours=3), module("b", {"lassen": B})],
        [session("a1", "a", 1, hours=3), session("b1", "b", 1.1)],
    )
    path = find(known, {"meten": B, "lassen": B})
    assert (ids(path), path.missing, path.proved_optimal) == (["a1"], {"lassen": B}, True)


def test_a_session_may_begin_when_another_ends() -> None:
    known = catalogue(
        [module("a", {"meten": B}), module("b", {"lassen": B}, {"meten": B})],
        [session("a1", "a", 1), session("b1", "b", 1 + 4 / 24)],
    )
    assert ids(find(known, {"lassen": B})) == ["a1", "b1"]


def test_a_session_in_a_taken_period_is_left_out() -> None:
    known = catalogue([module("m", {"meten": B})], [session("early", "m", 1), session("late", "m", 8)])
    busy = [(NOW + timedelta(days=1, hours=3), NOW + timedelta(days=2))]
    assert ids(find(known, {"meten": B}, taken=busy)) == ["late"]


def test_a_taken_period_that_ends_when_the_session_begins_is_no_clash() -> None:
    known = catalogue([module("m", {"meten": B})], [session("early", "m", 1), session("late", "m", 8)])
    assert ids(find(known, {"meten": B}, taken=[(NOW, NOW + timedelta(days=1))])) == ["early"]


def test_a_session_of_the_past_is_left_out() -> None:
    known = catalogue([module("m", {"meten": B})], [session("past", "m", -1), session("coming", "m", 8)])
    assert ids(find(known, {"meten": B})) == ["coming"]


def test_hours_a_week_spread_the_sessions() -> None:
    known = catalogue(
        [module("a", {"meten": B}), module("b", {"lassen": B})],
        [session("a1", "a", 1), session("b1", "b", 2), session("b4", "b", 24), session("b3", "b", 17)],
    )
    both = {"meten": B, "lassen": B}
    assert ids(find(known, both, Profile(hours_per_week=8))) == ["a1", "b1"]
    assert ids(find(known, both, Profile(hours_per_week=2.5))) == ["a1", "b4"]


def test_saved_up_hours_may_be_used() -> None:
    known = catalogue([module("m", {"meten": B}, hours=6)], [session("s2", "m", 8), session("s6", "m", 36)])
    assert ids(find(known, {"meten": B}, Profile(hours_per_week=3))) == ["s2"]
    assert ids(find(known, {"meten": B}, Profile(hours_per_week=1))) == ["s6"]


def test_a_module_of_four_hours_always_fits_in_the_first_week() -> None:
    known = catalogue([module("m", {"meten": B})], [session("s", "m", 1)])
    path = find(known, {"meten": B}, Profile(hours_per_week=1))
    assert (ids(path), path.weeks) == (["s"], 4)


def test_what_has_no_date_only_stretches_the_weeks() -> None:
    known = catalogue(
        [module("a", {"meten": B}, hours=6), module("b", {"lassen": B})],
        [session("own", "a"), session("s", "b", 1)],
    )
    path = find(known, {"meten": B, "lassen": B}, Profile(hours_per_week=4))
    assert (path.hours, path.weeks, path.missing) == (10, 3, {})


def test_a_clash_of_two_says_nothing_of_a_session_that_ends_as_they_begin() -> None:
    known = catalogue(
        [module("a", {"meten": B}), module("b", {"lassen": B}), module("c", {"cobots": B})],
        [session("a1", "a", 1), session("b1", "b", 1 + 4 / 24), session("c1", "c", 1 + 4 / 24), session("c2", "c", 9)],
    )
    assert ids(find(known, {"meten": B, "lassen": B, "cobots": B})) == ["a1", "b1", "c2"]
