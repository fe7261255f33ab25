"""Whatever the catalogue, the path is as good as the best of all choices, and keeps all the rules."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.advice.profile import Profile
from knowledge.catalogue.content import Module
from knowledge.catalogue.snapshot import Session
from knowledge.path.find import find_path
from knowledge.path.shape import DevelopmentPath
from knowledge.path.target import skill_gap
from knowledge.vocabulary import Attendance, Daypart, Level, ModuleType, Skip, WorkForm
from tests.knowledge.path import small
from tests.knowledge.path.brute import Choice, Question, allowed, best, every_choice, missing

SKILLS = ("meten", "lassen", "cobots")
LEVELS = (Level.BEGINNER, Level.BEGINNER, Level.BEGINNER, Level.PROFESSIONAL, Level.EXPERT)
DAYS = (1, 1.1, 1 + 4 / 24, 2, 8, 8.1, 8 + 4 / 24, 13, 22, None)
"""Days that clash, that follow on each other at once, of other weeks, and none."""


def question_of(seed: int) -> Question:
    """A question over at most eight choices; every module has a session, every skill a module."""
    draw = Random(seed)
    modules = [_module(draw, n) for n in range(draw.choice((3, 4, 5)))]
    sessions = [_session(draw, n, modules[n % len(modules)]) for n in range(draw.choice((5, 6, 7)))]
    courses = [small.course("cursus", _skills(draw), 16, _skills(draw))] if draw.random() < 0.3 else []
    line = small.line("lijn", {module.id: Skip.FREE for module in modules[:2]}, ["cursus"])
    taken = [(small.NOW, small.NOW + timedelta(days=1, hours=1))]
    return Question(
        small.catalogue(modules, sessions, courses, [line]),
        _profile(draw),
        {skill: draw.choice(LEVELS) for skill in draw.sample(SKILLS, draw.choice((2, 3)))},
        small.NOW,
        draw.choice((None, "lijn")),
        draw.choice(((), (), ("plan-0",))),
        draw.choice(((), (), taken)),
    )


def _module(draw: Random, number: int) -> Module:
    main = {SKILLS[number % len(SKILLS)]: draw.choice(LEVELS)}
    return small.module(
        f"module-{number}",
        (_skills(draw) if draw.random() < 0.3 else {}) | main,
        _skills(draw) if draw.random() < 0.35 else {},
        hours=draw.choice((2, 3, 4, 4, 6)),
        type=draw.choice((ModuleType.WORKSHOP, ModuleType.WEBINAR, ModuleType.E_LEARNING)),
    )


def _session(draw: Random, number: int, module: Module) -> Session:
    return small.session(
        f"plan-{number}",
        module.id,
        draw.choice(DAYS),
        hours=module.hours,
        town=draw.choice((None, None, "haarlem", "zwolle")),
        cost=draw.choice((0, 100)),
    )


def _skills(draw: Random) -> dict[str, Level]:
    return {draw.choice(SKILLS): draw.choice(LEVELS)}


def _profile(draw: Random) -> Profile:
    """What somebody knows and wishes, now and then."""
    return Profile(
        known=_skills(draw) if draw.random() < 0.5 else {},
        hours_per_week=draw.choice((None, 0.5, 1, 2, 4)),
        place=draw.choice((None, "haarlem")),
        attendance=draw.choice((None, None, *Attendance)),
        dayparts=draw.choice(((), (), (Daypart.AFTERNOON,))),
        not_dayparts=draw.choice(((), (), (Daypart.MORNING,))),
        days=draw.choice(((), (), (1,))),
        not_days=draw.choice(((), (), (2,))),
        forms=draw.choice(((), (), (WorkForm.ALONE,))),
        not_forms=draw.choice(((), (), (WorkForm.GROUP,))),
    )


QUESTIONS = st.builds(question_of, st.integers(0, 2**32))


def find(question: Question) -> DevelopmentPath:
    return find_path(
        question.catalogue,
        question.profile,
        question.target,
        question.now,
        line=question.line,
        full=question.full,
        taken=question.taken,
    )


def chosen_of(path: DevelopmentPath, question: Question) -> list[Choice]:
    steps = {step.session.id if step.session else step.follow_up for step in path.steps}
    return [c for c in every_choice(question) if (c.session.id if c.session else c.thing.id) in steps]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(QUESTIONS)
def test_no_choice_is_better_than_the_path(question: Question) -> None:
    path = find(question)
    assert (len(path.missing), round(path.cost * 3600)) == best(question)
    assert (path.proved_optimal, path.gap) == (True, 0.0)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(QUESTIONS)
def test_the_path_keeps_the_rules_and_costs_what_it_says(question: Question) -> None:
    path = find(question)
    chosen = chosen_of(path, question)
    assert allowed(chosen, question)
    assert len(chosen) == len(path.steps)
    assert missing(chosen, question) == len(path.missing)
    assert sum(round(3600 * choice.cost) for choice in chosen) == round(path.cost * 3600)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(QUESTIONS)
def test_every_step_comes_after_what_it_expects(question: Question) -> None:
    have = dict(question.profile.known)
    for step in find(question).steps:
        things = question.catalogue.modules if step.module else question.catalogue.follow_ups
        expects = things[step.module or step.follow_up or ""].expects
        assert skill_gap(have, expects) == {}
        have |= step.skills
