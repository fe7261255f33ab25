"""The advice: the points that rank are the points that are told, and what can't be met is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

import knowledge.advice.advise as advising
from knowledge.advice.advise import TELLING, Weighing, advise, explain
from knowledge.advice.index import index_of
from knowledge.advice.profile import Profile
from knowledge.advice.rules import RULES
from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import ProfileError, UnknownThing
from tests.generated_profiles import generate_person
from tests.knowledge.advice.shop import shop

PEOPLE = range(40)


def somebody(catalogue: Catalogue, seed: int) -> Profile:
    return generate_person(catalogue, seed).profile.without("known")


def weigh(monkeypatch: pytest.MonkeyPatch, **weights: float) -> None:
    """Takes other weights for these rules."""
    changed = [replace(rule, weight=weights.get(rule.name, rule.weight)) for rule in RULES]
    monkeypatch.setattr(advising, "RULES", tuple(changed))


@pytest.mark.parametrize("seed", PEOPLE)
def test_the_reasons_are_the_points_that_ranked(catalogue: Catalogue, seed: int) -> None:
    profile = somebody(catalogue, seed)
    weighing = Weighing(index_of(catalogue), profile)
    advice = advise(catalogue, profile)
    line = weighing.index.lines.index(advice.line)
    points = {rule.name: round(float(of[line]), 2) for rule, of in weighing.points.items()}
    told = {reason.rule: reason.points for reason in (*advice.reasons, *advice.against)}
    telling = {name: value for name, value in points.items() if abs(value) >= TELLING}
    assert told == (telling or {name: value for name, value in points.items() if value != 0})
    assert advice.points == pytest.approx(sum(points.values()), abs=0.05)
    assert [r.points for r in advice.reasons] == sorted((r.points for r in advice.reasons), reverse=True)
    assert [r.points for r in advice.against] == sorted(r.points for r in advice.against)


def test_another_weight_changes_the_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = Profile(role="lasser", goals=("lassen",), place="zwolle")
    before = {reason.rule: reason.points for reason in advise(shop(), profile).reasons}
    weigh(monkeypatch, place=30.0, role=0.0)
    after = {reason.rule: reason.points for reason in advise(shop(), profile).reasons}
    assert list(before) == ["goal", "role", "place"]
    assert after == {"place": 30.0, "goal": before["goal"]}


def test_another_weight_changes_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = Profile(role="meter", goals=("lassen",))
    assert advise(shop(), profile).line == "laslijn"
    weigh(monkeypatch, role=40.0)
    assert advise(shop(), profile).line == "meetlijn"


def test_who_says_nothing_gets_the_line_with_most_transfer_stations() -> None:
    advice = advise(shop(), Profile())
    assert (advice.line, [reason.rule for reason in advice.reasons]) == ("laslijn", ["breadth"])


def test_the_others_are_the_next_best_and_never_the_line_itself(catalogue: Catalogue) -> None:
    advice = advise(catalogue, Profile(role="lasser"))
    assert len(advice.others) == len(set(advice.others)) == 3
    assert advice.line not in advice.others


def test_what_would_change_the_advice_names_the_next_line(catalogue: Catalogue) -> None:
    profile = Profile(role="lasser", goals=("robotlassen",))
    advice = advise(catalogue, profile)
    other = catalogue.lines[advice.others[0]]
    assert (
        advice.change == f"Wil je liever dit: {other.goal[0].lower()}{other.goal[1:-1]}? Dan past {other.name} beter."
    )


def test_what_would_change_the_advice_names_the_wish_that_was_missed() -> None:
    profile = Profile(lines=("laslijn",), role="lasser", forms=("alone",))
    assert advise(shop(), profile).change == "Let je vooral op de manier van leren, dan past Cobotlijn beter."


def test_with_one_line_left_there_is_nothing_to_change_to() -> None:
    one = replace(shop(), lines={"meetlijn": shop().lines["meetlijn"]})
    assert advise(one, Profile()).change == "Er is nu maar één lijn om uit te kiezen."


def test_the_reasons_of_the_advised_line_are_the_same_when_it_is_asked_why(catalogue: Catalogue) -> None:
    for seed in PEOPLE:
        profile = somebody(catalogue, seed)
        advice = advise(catalogue, profile)
        why = explain(catalogue, profile, advice.line)
        assert (why.line, why.reasons, why.against, why.points) == (
            advice.line,
            advice.reasons,
            advice.against,
            advice.points,
        )


def test_a_line_that_was_ruled_out_can_still_be_explained() -> None:
    why = explain(shop(), Profile(role="lasser", not_lines=("laslijn",)), "laslijn")
    assert (why.line, why.reasons[0].rule) == ("laslijn", "role")


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownThing):
        explain(shop(), Profile(), "paars")
    with pytest.raises(ProfileError, match="role: 'smid'"):
        advise(shop(), Profile(role="smid"))
    with pytest.raises(ProfileError, match="has no lines"):
        advise(replace(shop(), lines={}), Profile())


def test_skills_that_every_role_shares_hardly_count(catalogue: Catalogue) -> None:
    index = index_of(catalogue)
    shared = [skill for n, skill in enumerate(index.skills) if (index.role_needs[:, n] > 0).all()]
    weights = dict(zip(index.skills, index.skill_weight, strict=True))
    assert shared
    assert {weights[skill] for skill in shared} == {min(weights.values())}
