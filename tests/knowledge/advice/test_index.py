"""The catalogue as arrays: weights, levels and shares that can be reckoned by hand."""

from __future__ import annotations

from dataclasses import replace
from math import log

import numpy as np
import pytest

from knowledge.advice.index import AdviceIndex, index_of
from knowledge.vocabulary import Daypart, Level, WorkForm
from tests.knowledge.advice.shop import shop


@pytest.fixture(scope="module")
def index() -> AdviceIndex:
    return AdviceIndex(shop())


def by_line(index: AdviceIndex, values: object) -> dict[str, float]:
    return {line: round(float(value), 3) for line, value in zip(index.lines, values, strict=True)}  # type: ignore[call-overload]


def test_a_skill_that_every_role_shares_weighs_least(index: AdviceIndex) -> None:
    weights = {skill: round(float(index.skill_weight[n]), 4) for skill, n in index.skills.items()}
    one_of_two, nobody = round(log(3 / 2), 4), round(log(3), 4)
    assert weights == {"meten": one_of_two, "lassen": one_of_two, "cobots": nobody, "digitale-basis": 0.1}


def test_a_line_teaches_the_highest_level_of_its_stations(index: AdviceIndex) -> None:
    taught = {
        line: dict(zip(index.skills, row, strict=True)) for line, row in zip(index.lines, index.teaches, strict=True)
    }
    assert taught == {
        "laslijn": {"meten": 0, "lassen": 2, "cobots": 0, "digitale-basis": 1},
        "meetlijn": {"meten": 2, "lassen": 0, "cobots": 0, "digitale-basis": 1},
        "cobotlijn": {"meten": 0, "lassen": 1, "cobots": 3, "digitale-basis": 0},
    }


def test_what_is_covered_counts_by_weight_and_never_more_than_is_needed(index: AdviceIndex) -> None:
    needs = index.known({"lassen": Level.PROFESSIONAL, "digitale-basis": Level.BEGINNER})
    heavy, light = log(3 / 2), 0.1
    assert by_line(index, index.covered(needs)) == {
        "laslijn": 1.0,
        "meetlijn": round(light / (heavy + light), 3),
        "cobotlijn": round(0.5 * heavy / (heavy + light), 3),
    }


@pytest.mark.parametrize(
    ("wanted", "stations", "course"),
    [
        (("lassen",), (0.5, 0.0, 1.0), (0.0, 0.0, 1.0)),
        (("meten",), (0.0, 0.667, 0.0), (0.0, 0.0, 0.0)),
        (("meten", "lassen"), (0.25, 0.333, 0.5), (0.0, 0.0, 0.5)),
        ((), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
    ],
)
def test_how_much_a_line_is_about_skills(
    index: AdviceIndex, wanted: tuple[str, ...], stations: tuple[float, ...], course: tuple[float, ...]
) -> None:
    wants = np.array([float(skill in wanted) for skill in index.skills])
    assert tuple(by_line(index, index.stations_on(wants)).values()) == stations
    assert tuple(by_line(index, index.on_course(wants)).values()) == course


def test_who_needs_nothing_is_covered_by_nothing(index: AdviceIndex) -> None:
    assert by_line(index, index.covered(index.known({}))) == {"laslijn": 0, "meetlijn": 0, "cobotlijn": 0}


ALL_DAYS = frozenset(range(7))


@pytest.mark.parametrize(
    ("wished", "shares"),
    [
        ((Daypart.MORNING,), (1.0, 0.333, 1.0)),
        ((Daypart.EVENING,), (0.5, 0.667, 1.0)),
        ((Daypart.WEEKEND,), (0.0, 0.333, 1.0)),
        ((Daypart.EVENING, Daypart.WEEKEND), (0.5, 1.0, 1.0)),
    ],
)
def test_own_pace_suits_every_part_of_the_week(
    index: AdviceIndex, wished: tuple[Daypart, ...], shares: tuple[float, ...]
) -> None:
    assert tuple(by_line(index, index.held(frozenset(wished), ALL_DAYS, None)).values()) == shares


@pytest.mark.parametrize(
    ("days", "shares"), [((0,), (0.0, 0.333, 1.0)), ((1, 2), (1.0, 0.333, 1.0)), ((6,), (0.0, 0.0, 1.0))]
)
def test_a_station_counts_when_it_is_held_on_one_of_the_days(
    index: AdviceIndex, days: tuple[int, ...], shares: tuple[float, ...]
) -> None:
    assert tuple(by_line(index, index.held(frozenset(Daypart), frozenset(days), None)).values()) == shares


def test_with_a_place_only_what_is_within_reach_counts_as_a_time(index: AdviceIndex) -> None:
    everywhere = by_line(index, index.held(frozenset(Daypart), ALL_DAYS, None))
    near_zwolle = by_line(index, index.held(frozenset(Daypart), ALL_DAYS, "zwolle"))
    near_haarlem = by_line(index, index.held(frozenset(Daypart), ALL_DAYS, "haarlem"))
    assert tuple(everywhere.values()) == (1.0, 1.0, 1.0)
    assert near_zwolle["laslijn"] > near_haarlem["laslijn"]
    assert near_zwolle["meetlijn"] < near_haarlem["meetlijn"]


def test_the_kilometres_of_a_line_are_the_mean_to_the_nearest_session_of_each_station(index: AdviceIndex) -> None:
    apart = index.catalogue.kilometres("zwolle", "haarlem")
    assert by_line(index, index.kilometres("zwolle")) == {
        "laslijn": 0.0,
        "meetlijn": round(2 * apart / 3, 3),
        "cobotlijn": 0.0,
    }


def test_a_module_that_is_held_nowhere_counts_as_two_hundred_kilometres() -> None:
    bare = AdviceIndex(replace(shop(), sessions=()))
    assert by_line(bare, bare.kilometres("zwolle")) == {"laslijn": 200, "meetlijn": 200, "cobotlijn": 200}


def test_a_line_serves_a_way_of_learning_by_the_types_of_its_stations(index: AdviceIndex) -> None:
    shares = {form: tuple(by_line(index, index.forms([form])).values()) for form in WorkForm}
    assert shares == {
        WorkForm.DOING: (1.0, 0.667, 0.0),
        WorkForm.GROUP: (0.5, 1.0, 0.0),
        WorkForm.ALONE: (0.0, 0.0, 1.0),
        WorkForm.LOOKING_ROUND: (0.0, 0.0, 0.0),
    }


def test_a_line_is_made_for_the_roles_of_its_target_group(index: AdviceIndex) -> None:
    assert index.target_roles("meter").tolist() == [False, True, False]
    assert index.target_roles("lasser").tolist() == [True, False, True]


def test_the_arrays_of_a_catalogue_are_made_once_and_anew_for_a_newer_one() -> None:
    first, second = shop(), shop()
    held = index_of(first)
    assert index_of(first) is held
    assert index_of(second).catalogue is second
    assert index_of(first).catalogue is first
