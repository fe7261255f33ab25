"""Which question is worth asking next, if any.

A question is worth asking when its answers lead to different lines: every answer that somebody could
give is tried, and the spread of the lines they lead to (entropy, in bits) is what the question is worth.
When no answer changes the line, it isn't asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from knowledge.advice.advise import Advice, Weighing, advise
from knowledge.advice.index import AdviceIndex, index_of
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import Attendance, Daypart, Question, WorkForm


@dataclass(frozen=True)
class MissingAnswer:
    """A question whose answer would change the advice; ``worth`` is in bits."""

    question: Question
    worth: float


Answers = Callable[[AdviceIndex], Sequence[Mapping[str, object]]]

_ANSWERS: dict[Question, Answers] = {
    Question.GOAL: lambda index: [{"lines": (line,)} for line in index.lines[:40]],
    Question.ROLE: lambda index: [{"role": role} for role in index.roles],
    Question.PLACE: lambda index: (
        [{"place": city} for city in sorted({a.city for a in index.catalogue.academies.values()})]
        + [{"attendance": Attendance.ONLINE}]
    ),
    Question.DAYPARTS: lambda _index: [{"dayparts": (daypart,)} for daypart in Daypart],
    Question.FORMS: lambda _index: [{"forms": (form,)} for form in WorkForm],
    Question.HOURS: lambda _index: [{"hours_per_week": hours} for hours in (1.0, 2.0, 4.0, 8.0)],
}


def is_answered(profile: Profile, question: Question) -> bool:
    """Whether the profile says it already, or doesn't mind."""
    said = {
        Question.GOAL: profile.goals or profile.lines or profile.transition or profile.towards,
        Question.ROLE: profile.role,
        Question.PLACE: profile.place or profile.attendance,
        Question.DAYPARTS: profile.dayparts or profile.not_dayparts or profile.days or profile.not_days,
        Question.FORMS: profile.forms or profile.not_forms,
        Question.HOURS: profile.hours_per_week,
    }
    return bool(said[question]) or question in profile.no_preference


def next_question(catalogue: Catalogue, profile: Profile) -> MissingAnswer | None:
    """The question worth most, or None when no answer can change the line any more."""
    now = Weighing(index_of(catalogue), profile)
    worth = {question: _worth(now, question) for question in Question if not is_answered(profile, question)}
    best = max(worth, key=lambda question: worth[question], default=None)
    if best is None or worth[best] <= 0:
        return None
    return MissingAnswer(best, round(worth[best], 3))


def _worth(now: Weighing, question: Question) -> float:
    tops = Counter(now.after(answer).top for answer in _ANSWERS[question](now.index))
    count = sum(tops.values())
    return sum(-n / count * log2(n / count) for n in tops.values())


def advise_or_ask(catalogue: Catalogue, profile: Profile) -> Advice | MissingAnswer:
    """The advice when it is certain, else the question that helps most.

    Raises:
        ProfileError: when the profile names something unknown.
    """
    profile.check(catalogue)
    return next_question(catalogue, profile) or advise(catalogue, profile)
