"""Wishes choose between lines about the same; what can't be met is dropped and named, the least important first."""

from __future__ import annotations

import pytest

import knowledge.advice.advise as advising
from knowledge.advice.advise import Weighing, advise
from knowledge.advice.index import index_of
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from tests.generated_profiles import generate_person
from tests.knowledge.advice.shop import shop

PEOPLE = range(40)


def somebody(catalogue: Catalogue, seed: int) -> Profile:
    return generate_person(catalogue, seed).profile.without("known")


def test_wishes_choose_between_lines_about_the_same_and_never_against_what_is_wanted() -> None:
    welder = Profile(role="lasser", goals=("lassen",))
    assert advise(shop(), welder).line == "laslijn"
    assert advise(shop(), welder.model_copy(update={"place": "haarlem"})).line == "laslijn"


@pytest.mark.parametrize("seed", PEOPLE)
def test_a_line_that_meets_more_is_never_passed_over(catalogue: Catalogue, seed: int) -> None:
    """Brute force: of the lines about what is wanted, none meets every wish that the advised line meets and more."""
    profile = somebody(catalogue, seed)
    weighing = Weighing(index_of(catalogue), profile)
    wishes = [rule for rule in weighing.points if rule.wish]
    content = sum(points for rule, points in weighing.points.items() if rule.wish is None)
    least = advising.NEAR * max(content) if max(content) > 0 else max(content)
    near = [n for n, points in enumerate(content) if points >= least]
    met = {n: [bool(weighing.values[rule][n] >= rule.fits) for rule in wishes] for n in near}
    advised = weighing.index.lines.index(advise(catalogue, profile).line)
    assert met[advised] == max(met.values())
    unmet = [str(rule.wish) for rule, meets in zip(wishes, met[advised], strict=True) if not meets]
    assert sorted(advise(catalogue, profile).dropped) == sorted(unmet)


def test_when_nothing_fits_the_least_important_wish_is_dropped_and_named() -> None:
    advice = advise(shop(), Profile(lines=("laslijn",), place="zwolle", forms=("alone",)))
    assert (advice.line, advice.dropped) == ("laslijn", ("de manier van leren",))


def test_a_wish_that_can_be_met_is_kept_when_a_more_important_one_cannot() -> None:
    advice = advise(shop(), Profile(lines=("laslijn",), place="haarlem", forms=("doing",), hours_per_week=2))
    assert advice.dropped == ("de afstand",)
    assert {"forms", "time"} <= {reason.rule for reason in advice.reasons}


def test_the_more_important_of_two_wishes_that_exclude_each_other_is_kept() -> None:
    profile = Profile(role="lasser", place="zwolle", attendance="online", forms=("doing",))
    assert advise(shop(), profile.without("attendance")).line == "laslijn"
    advice = advise(shop(), profile)
    assert (advice.line, advice.dropped) == ("laslijn", ("online of op locatie",))


def test_a_wish_that_is_met_is_not_named_as_dropped(catalogue: Catalogue) -> None:
    profile = Profile(role="lasser", lines=("cobots-op-de-werkvloer",), hours_per_week=8, forms=("looking_round",))
    assert advise(catalogue, profile).dropped == ("de manier van leren",)


def test_a_line_that_is_ruled_out_is_not_advised_unless_all_are() -> None:
    welder = Profile(role="lasser", goals=("lassen",))
    for seen in ((), ("laslijn",), ("laslijn", "cobotlijn"), ("laslijn", "cobotlijn", "meetlijn")):
        advice = advise(shop(), welder.model_copy(update={"not_lines": seen}))
        assert advice.line not in seen or len(seen) == 3
        assert not set(seen) & set(advice.others) or len(seen) == 3
