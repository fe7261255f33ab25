"""Each rule by itself: whom it speaks for, against whom, and in which words."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.advice.advise import advise, explain
from knowledge.advice.index import AdviceIndex
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule, lower_first
from knowledge.advice.rules import RULES
from knowledge.catalogue.snapshot import Catalogue
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


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.fields], ids=lambda rule: rule.name)
def test_a_rule_says_nothing_about_who_said_nothing(index: AdviceIndex, rule: Rule) -> None:
    assert rule.values(index, Profile()) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_looks_at_fields_that_the_profile_has(rule: Rule) -> None:
    assert set(rule.fields) <= set(Profile.model_fields)


CONTENT = ["goal", "becoming", "aversion", "transition", "role", "known", "breadth"]


def test_only_wishes_can_be_dropped_and_content_never() -> None:
    assert [rule.name for rule in RULES if rule.wish is None] == CONTENT
    assert [rule.name for rule in RULES if rule.wish] == ["place", "attendance", "days", "forms", "time"]


def test_the_rules_about_what_somebody_wants_come_heaviest_first() -> None:
    weights = [rule.weight for rule in RULES if rule.name in ("goal", "transition", "role", "known")]
    assert weights == sorted(weights, reverse=True)


def test_a_line_that_is_named_fits_wholly() -> None:
    index = AdviceIndex(shop())
    assert values(index, "goal", lines=["meetlijn"]) == (0.0, 1.0, 0.0)
    assert words(index, "goal", "meetlijn", lines=["meetlijn"])[0] == "hij gaat over wat je noemde"


def test_a_line_that_teaches_the_goal_deeper_fits_better(index: AdviceIndex) -> None:
    welding, measuring, cobots = values(index, "goal", goals=["lassen"]) or ()
    assert welding > cobots > measuring == 0
    assert words(index, "goal", "laslijn", goals=["lassen", "meten"])[0] == "je leert er wat je wilt kunnen: lassen"


def test_a_line_for_the_way_the_company_goes_fits_best(index: AdviceIndex) -> None:
    welding, measuring, cobots = values(index, "transition", transition="robots") or ()
    assert cobots > 0.6 > welding > measuring == 0
    assert words(index, "transition", "cobotlijn", transition="robots")[0] == "hij brengt je verder in Meer robots"


def test_a_line_about_what_somebody_does_not_want_is_pushed_down(index: AdviceIndex) -> None:
    welding, measuring, _cobots = values(index, "aversion", not_goals=["lassen"]) or ()
    assert welding < 0 == measuring
    assert words(index, "aversion", "laslijn", not_goals=["lassen"]) == (
        "het gaat er niet over lassen",
        "je komt er iets tegen wat je niet wilt: lassen",
    )


def test_a_line_made_for_the_role_that_somebody_wants_fits_best(index: AdviceIndex) -> None:
    welding, measuring, _cobots = values(index, "becoming", towards="lasser") or ()
    assert welding > 0 > measuring
    said = words(index, "becoming", "laslijn", towards="lasser")
    assert said == (
        "hij brengt je dichter bij het werk dat je wilt: lasser",
        "je leert er weinig van wat je nodig hebt als lasser",
    )


def test_of_who_wants_another_role_their_own_does_not_count(index: AdviceIndex) -> None:
    assert values(index, "role", role="lasser", towards="lasser") is None


def test_a_line_made_for_your_role_fits_and_one_for_others_does_not(index: AdviceIndex) -> None:
    welding, measuring, _cobots = values(index, "role", role="lasser") or ()
    assert welding > 0 > measuring
    assert words(index, "role", "laslijn", role="lasser") == (
        "hij is gemaakt voor mensen die lassen (jij bent lasser)",
        "hij is eigenlijk gemaakt voor mensen die lassen",
    )
    assert words(index, "role", "meetlijn", role="lasser")[0] == "je leert er dingen die een lasser straks nodig heeft"


def test_what_you_can_do_already_no_longer_counts_for_your_role(index: AdviceIndex) -> None:
    before = values(index, "role", role="lasser") or ()
    after = values(index, "role", role="lasser", known={"lassen": "professional"}) or ()
    assert after[2] < before[2]  # the cobot line brings welding, and nothing else that a welder lacks


def test_what_you_can_do_already_speaks_against_a_line(index: AdviceIndex) -> None:
    assert values(index, "known", known={"meten": "expert", "digitale-basis": "beginner"})[1] == -1.0  # type: ignore[index]
    assert values(index, "known", known={"meten": "beginner"}) == (0.0, 0.0, 0.0)
    assert words(index, "known", "meetlijn", known={"meten": "expert"})[1] == "een deel kun je al: meten"


def test_transfer_stations_decide_between_lines_that_are_alike(index: AdviceIndex) -> None:
    assert values(index, "breadth") == (0.5, 0.33, 0.0)
    assert words(index, "breadth", "laslijn")[0] == "je kunt op 1 station nog overstappen op een andere lijn"
    assert BY_NAME["breadth"].weight < min(rule.weight for rule in RULES if rule.name != "breadth")


def test_a_sentence_becomes_a_clause() -> None:
    assert (lower_first("Je leert."), lower_first("")) == ("je leert.", "")
    assert (lower_first("IT-mensen"), lower_first("CNC-vakmensen")) == ("IT-mensen", "CNC-vakmensen")


def test_no_value_is_beyond_one_and_every_line_can_be_explained(catalogue: Catalogue) -> None:
    index, profile = AdviceIndex(catalogue), Profile.model_validate(EVERYTHING)
    for rule in RULES:
        found = rule.values(index, profile.without("towards") if rule.name == "role" else profile)
        assert found is not None
        assert found.shape == (len(catalogue.lines),)
        assert abs(found).max() <= 1 + 1e-9
    for line in [advise(catalogue, profile).line, *catalogue.lines]:
        said = explain(catalogue, profile, line)
        assert all(reason.text and not reason.text.endswith(".") for reason in (*said.reasons, *said.against))


EVERYTHING = {
    "role": "lasser",
    "transition": "flexibel-robotiseren",
    "goals": ["cobots-programmeren"],
    "not_goals": ["lean-werken"],
    "towards": "operator",
    "known": {"veilig-werken": "expert"},
    "hours_per_week": 2,
    "place": "zwolle",
    "attendance": "on_site",
    "dayparts": ["evening"],
    "not_days": [6],
    "forms": ["doing"],
}
