"""What is left out before the solver begins, and how an item looks to it at first."""

from __future__ import annotations

from datetime import timedelta
from math import inf

from knowledge.advice.profile import Profile
from knowledge.path.candidates import find_candidates
from knowledge.path.columns import Column, Item, undominated, week_of
from knowledge.path.request import Request
from knowledge.path.shape import StepKind
from tests.knowledge.path.small import NOW, B, P, catalogue, course, module, session

DAY, WEEK = 86_400, 604_800
LESSON = catalogue([module("m", {"meten": B}), module("n", {"meten": P}, {"meten": B})], [])


def column(cost: int, starts: float = inf, ends: float = -inf) -> Column:
    return Column("Module:m", cost, 4, starts, ends)


def item(*columns: Column) -> Item:
    return Item("Module:m", StepKind.MODULE, LESSON.modules["m"], 4, {"meten": 1}, {}, columns=list(columns))


def candidates(*sessions: object, **more: object) -> dict[str, list[str]]:
    """The sessions that are left, by item."""
    known = catalogue(list(LESSON.modules.values()), sessions, **more)  # type: ignore[arg-type]
    request = Request(known, Profile(), {"meten": P}, NOW, None, (), ())
    items = find_candidates(request)
    return {key: [c.session.id if c.session else "" for c in item.columns] for key, item in items.items()}


def test_own_pace_stands_in_for_every_dearer_session() -> None:
    cheap, own, dear = column(5, DAY, 2 * DAY), column(6), column(7, 3 * DAY, 4 * DAY)
    assert undominated([dear, own, cheap]) == [cheap, own]


def test_of_two_sessions_at_the_same_time_the_cheaper_is_kept() -> None:
    dear, cheap, other = column(7, 1, 2), column(6, 1, 2), column(9, 1, 3)
    assert undominated([dear, other, cheap]) == [cheap, other]


def test_an_ideal_column_is_as_good_as_any_it_stands_for() -> None:
    ideal = item(column(5, 10, 20), column(6, 40, 50)).ideal
    assert (ideal.cost, ideal.starts, ideal.ends, ideal.week) == (5, 40, 20, 1)
    with_own_pace = item(column(5, 10, 20), column(6)).ideal
    assert (with_own_pace.starts, with_own_pace.ends, with_own_pace.week) == (inf, -inf, inf)


def test_the_only_column_is_its_own_ideal() -> None:
    only = column(5, 10, 20)
    assert item(only).ideal is only


def test_weeks_are_rounded_up_from_one() -> None:
    assert [week_of(s) for s in (1, WEEK, WEEK + 1, inf)] == [1, 1, 2, inf]


def test_what_begins_before_anything_makes_ready_for_it_is_left_out() -> None:
    sessions = [session("m1", "m", 9), session("n1", "n", 9.1), session("n2", "n", 10)]
    assert candidates(*sessions) == {"Module:n": ["n2"], "Module:m": ["m1"]}
    assert candidates(sessions[1]) == {}


def test_what_expects_a_level_does_not_make_ready_for_it() -> None:
    expert = course("c", {"meten": P}, 8, {"meten": P})
    assert candidates(session("n1", "n", 9), follow_ups=[expert]) == {}


def test_a_request_counts_from_now_and_sees_what_is_taken() -> None:
    busy = [(NOW + timedelta(days=1), NOW + timedelta(days=2))]
    request = Request(LESSON, Profile(known={"meten": B}), {"meten": P}, NOW, None, {"full"}, busy)
    assert (request.gap, request.busy) == ({"meten": 2}, [(DAY, 2 * DAY)])
    asked = {"free": 2, "full": 3, "taken": 1.5, "past": -1, "own": None}
    possible = [id for id, day in asked.items() if request.possible(session(id, "m", day))]
    assert possible == ["free", "own"]
