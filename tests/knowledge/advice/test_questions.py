"""The next question: only one whose answer can still change the line, the most telling one first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations, count
from math import log2
from random import Random
from typing import Any

import pytest

from knowledge.advice.advise import Advice, Weighing, advise
from knowledge.advice.index import index_of
from knowledge.advice.listening import does_not_mind
from knowledge.advice.profile import Profile
from knowledge.advice.questions import MissingAnswer, advise_or_ask, is_answered, next_question
from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import ProfileError
from knowledge.vocabulary import Attendance, Daypart, Question, WorkForm
from tests.generated_profiles import generate_person

PEOPLE = 30

SAYS_ALL: dict[Question, tuple[dict[str, Any], ...]] = {
    Question.GOAL: ({"goals": ("lassen",)}, {"lines": ("laslijn",)}, {"transition": "robots"}),
    Question.ROLE: ({"role": "lasser"},),
    Question.PLACE: ({"place": "zwolle"}, {"attendance": Attendance.ONLINE}),
    Question.DAYPARTS: (
        {"dayparts": (Daypart.EVENING,)},
        {"not_dayparts": (Daypart.EVENING,)},
        {"days": (0,)},
        {"not_days": (0,)},
    ),
    Question.FORMS: ({"forms": (WorkForm.DOING,)}, {"not_forms": (WorkForm.DOING,)}),
    Question.HOURS: ({"hours_per_week": 2.0},),
}
"""Every way of answering each question."""


def somebody(catalogue: Catalogue, seed: int) -> Profile:
    """A person who answered some of the questions."""
    profile = generate_person(catalogue, seed).profile.without("known")
    fields = sorted(set(Profile.model_fields) - {"known", "no_preference"})
    return profile.without(*Random(seed).sample(fields, 5))


def unanswered(profile: Profile) -> list[Question]:
    return [question for question in Question if not is_answered(profile, question)]


@pytest.fixture(scope="module")
def people(catalogue: Catalogue) -> dict[str, list[Profile]]:
    """Thirty whom there is nothing left to ask though they didn't answer everything, and thirty of whom there is."""
    found: dict[str, list[Profile]] = {"settled": [], "asked": []}
    for seed in count():
        profile = somebody(catalogue, seed)
        if unanswered(profile):
            found["asked" if next_question(catalogue, profile) else "settled"].append(profile)
        if all(len(some) >= PEOPLE for some in found.values()):
            return found
    raise AssertionError  # seeds never end


def subsets(values: Iterable[Any], most: int) -> list[tuple[Any, ...]]:
    """Every choice of one up to ``most`` of these."""
    listed = list(values)
    return [some for size in range(1, most + 1) for some in combinations(listed, size)]


def every_answer(catalogue: Catalogue, question: Question) -> list[Mapping[str, Any]]:
    """Everything that anybody could answer, also several times of day or ways of learning at once."""
    answers: dict[Question, list[Mapping[str, Any]]] = {
        Question.GOAL: [
            *({"lines": (line,)} for line in catalogue.lines),
            *({"goals": (skill,)} for skill in catalogue.skills),
            *({"transition": way} for way in catalogue.transitions),
        ],
        Question.ROLE: [{"role": role} for role in catalogue.roles],
        Question.PLACE: [
            *({"place": place} for place in catalogue.places),
            *({"attendance": attendance} for attendance in Attendance),
        ],
        Question.DAYPARTS: [
            *({"dayparts": parts} for parts in subsets(Daypart, 4)),
            *({"not_dayparts": parts} for parts in subsets(Daypart, 3)),
            *({"days": days} for days in subsets(range(7), 2)),
            *({"not_days": days} for days in subsets(range(7), 2)),
        ],
        Question.FORMS: [
            *({"forms": forms} for forms in subsets(WorkForm, 4)),
            *({"not_forms": forms} for forms in subsets(WorkForm, 3)),
        ],
        Question.HOURS: [{"hours_per_week": half / 2} for half in range(1, 81)],
    }
    return answers[question]


@pytest.mark.parametrize("number", range(PEOPLE))
def test_no_question_is_left_unasked_that_could_change_the_advice(
    catalogue: Catalogue, people: dict[str, list[Profile]], number: int
) -> None:
    profile = people["settled"][number]
    index, line = index_of(catalogue), advise(catalogue, profile).line
    leads_elsewhere = [
        answer
        for question in unanswered(profile)
        for answer in every_answer(catalogue, question)
        if Weighing(index, profile.model_copy(update=answer)).top != line
    ]
    assert leads_elsewhere == []


@pytest.mark.parametrize("number", range(PEOPLE))
def test_a_question_that_is_asked_has_answers_that_lead_to_different_lines(
    catalogue: Catalogue, people: dict[str, list[Profile]], number: int
) -> None:
    profile = people["asked"][number]
    missing = next_question(catalogue, profile)
    assert missing is not None
    index = index_of(catalogue)
    answers = every_answer(catalogue, missing.question)
    assert len({Weighing(index, profile.model_copy(update=answer)).top for answer in answers}) > 1
    assert missing.worth > 0
    assert not is_answered(profile, missing.question)


@pytest.mark.parametrize("question", list(Question))
def test_every_way_of_answering_answers_and_so_does_not_minding(question: Question) -> None:
    assert not is_answered(Profile(), question)
    assert all(is_answered(Profile(**said), question) for said in SAYS_ALL[question])
    assert is_answered(does_not_mind(Profile(), question), question)
    others = [other for other in Question if other != question]
    assert not any(is_answered(Profile(**said), other) for said in SAYS_ALL[question] for other in others)


def test_the_most_telling_question_comes_first(catalogue: Catalogue) -> None:
    missing = next_question(catalogue, Profile())
    assert missing == MissingAnswer(Question.GOAL, round(log2(len(catalogue.lines)), 3))


def test_a_question_is_worth_the_spread_of_the_lines_that_it_leads_to(catalogue: Catalogue) -> None:
    nobody = does_not_mind(Profile(), Question.GOAL)
    tops = Counter(advise(catalogue, nobody.model_copy(update={"role": role})).line for role in catalogue.roles)
    shares = [times / tops.total() for times in tops.values()]
    assert next_question(catalogue, nobody) == MissingAnswer(
        Question.ROLE, round(sum(-share * log2(share) for share in shares), 3)
    )


def test_what_is_said_at_once_leaves_nothing_to_ask(catalogue: Catalogue) -> None:
    said = Profile(
        role="lasser",
        lines=("cobots-op-de-werkvloer",),
        hours_per_week=2,
        dayparts=(Daypart.EVENING,),
        place="zwolle",
    )
    advice = advise_or_ask(catalogue, said)
    assert isinstance(advice, Advice)
    assert advice.line == "cobots-op-de-werkvloer"


def test_who_minds_nothing_is_asked_every_question_at_most_once(catalogue: Catalogue) -> None:
    profile, asked = Profile(), []
    while isinstance(missing := advise_or_ask(catalogue, profile), MissingAnswer):
        asked.append(missing.question)
        profile = does_not_mind(profile, missing.question)
    assert len(asked) == len(set(asked))
    assert asked[0] == Question.GOAL


def test_who_does_not_exist_is_asked_nothing(catalogue: Catalogue) -> None:
    with pytest.raises(ProfileError):
        advise_or_ask(catalogue, Profile(role="smid"))
