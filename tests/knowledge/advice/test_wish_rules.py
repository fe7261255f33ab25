"""Each rule about a wish: where, when, how and how fast."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.advice.index import AdviceIndex
from knowledge.advice.profile import Profile
from knowledge.advice.rule import percentage
from knowledge.advice.rules import RULES
from tests.knowledge.advice.shop import shop

BY_NAME = {rule.name: rule for rule in RULES}


@pytest.fixture(scope="module")
def index() -> AdviceIndex:
    return AdviceIndex(shop())


def values(index: AdviceIndex, name: str, **said: Any) -> tuple[float, ...] | None:
    """What a rule gives the welding, the measuring and the cobot line."""
    found = BY_NAME[name].values(index, Profile.model_validate(said))
    return None if found is None else tuple(round(float(value), 2) for value in found)


def words(index: AdviceIndex, name: str, line: str, **said: Any) -> tuple[str, str]:
    """What a rule says for and against a line."""
    rule, profile, number = BY_NAME[name], Profile.model_validate(said), index.lines.index(line)
    return rule.reason(index, profile, number), rule.against(index, profile, number)


def test_near_is_for_and_far_is_against(index: AdviceIndex) -> None:
    assert values(index, "place", place="zwolle") == (1.0, -1.0, 1.0)
    assert words(index, "place", "meetlijn", place="zwolle") == (
        "je kunt hem in de buurt van Zwolle volgen",
        "vanaf Zwolle is het gemiddeld 66 kilometer naar een station",
    )


def test_who_learns_online_has_no_distance(index: AdviceIndex) -> None:
    assert values(index, "place", place="zwolle", attendance="online") is None


def test_online_counts_the_stations_and_on_site_the_others(index: AdviceIndex) -> None:
    assert values(index, "attendance", attendance="online") == (-1.0, -1.0, 1.0)
    assert values(index, "attendance", attendance="on_site") == (1.0, 1.0, -1.0)
    assert words(index, "attendance", "cobotlijn", attendance="online")[0] == "alle stations kun je online volgen"
    assert words(index, "attendance", "laslijn", attendance="on_site")[0] == "je leert er vooral op locatie"


def test_times_and_days_must_both_suit_in_one_session(index: AdviceIndex) -> None:
    assert values(index, "days", dayparts=["evening"]) == (0.0, 0.33, 1.0)
    assert values(index, "days", days=[1, 2]) == (1.0, -0.33, 1.0)
    assert values(index, "days", dayparts=["evening"], days=[1, 2]) == (-1.0, -1.0, 1.0)


def test_what_is_ruled_out_leaves_the_rest(index: AdviceIndex) -> None:
    assert values(index, "days", not_dayparts=["morning"]) == values(
        index, "days", dayparts=["afternoon", "evening", "weekend"]
    )
    assert values(index, "days", not_days=[0, 5]) == values(index, "days", days=[1, 2, 3, 4, 6])
    assert values(index, "forms", not_forms=["alone"]) == values(
        index, "forms", forms=["doing", "group", "looking_round"]
    )


def test_times_are_said_as_they_were_wished(index: AdviceIndex) -> None:
    said = "de helft van de stations zijn er op een tijd die jou past ('s avonds)"
    assert words(index, "days", "laslijn", dayparts=["evening"]) == (said, said)


def test_the_way_of_learning_is_said_by_its_examples(index: AdviceIndex) -> None:
    assert words(index, "forms", "laslijn", forms=["doing", "group"])[0] == (
        "alle stations zijn zoals jij graag leert: zelf doen of samen in een groep"
    )
    assert words(index, "forms", "cobotlijn", forms=["doing"])[1] == (
        "maar geen van de stations zijn zoals jij graag leert (zelf doen)"
    )


def test_half_a_year_is_neither_for_nor_against(index: AdviceIndex) -> None:
    assert values(index, "time", hours_per_week=0.25) == (0.08, -0.85, 0.54)
    assert words(index, "time", "meetlijn", hours_per_week=1.5) == (
        "met 1,5 uur per week ben je er in zo'n 8 weken",
        "met 1,5 uur per week doe je er zo'n 8 weken over",
    )
    assert words(index, "time", "cobotlijn", hours_per_week=4)[0] == "met 4 uur per week ben je er in een week"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "alle stations"),
        (0.7, "de meeste stations"),
        (0.5, "de helft van de stations"),
        (0.2, "een paar stations"),
        (0.0, "geen van de stations"),
    ],
)
def test_shares_are_said_without_arithmetic(share: float, said: str) -> None:
    assert percentage(share) == said
