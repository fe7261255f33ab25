"""Ranks the metro lines for a profile, with reasons out of the very points that ranked them.

Only lines that are about what somebody wants are weighed. Of those, the ones that meet every wish come
first; when none does, the least important wishes are dropped, and named, but none that can be met.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from knowledge.advice.index import AdviceIndex, Bools, Floats, index_of
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule, lower_first
from knowledge.advice.rules import RULES
from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import ProfileError

NEAR = 0.8
"""A line is about what somebody wants when its points for content are at least this part of the best."""

TELLING = 0.4
"""Fewer points than this are no reason worth saying."""


@dataclass(frozen=True)
class Reason:
    """Why, or why not: a Dutch clause without capital or full stop, and the points it brought."""

    rule: str
    text: str
    points: float


@dataclass(frozen=True)
class Advice:
    """A line, why, what speaks against it, and what would change it.

    Attributes:
        line: the id of the line.
        reasons: what spoke for it, heaviest first.
        against: what spoke against it, heaviest first.
        dropped: the wishes that could not be met together with more important ones, in words.
        others: the next best lines, best first.
        change: a Dutch sentence that says what would lead to another line.
        points: the sum over all rules.
    """

    line: str
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]
    dropped: tuple[str, ...]
    others: tuple[str, ...]
    change: str
    points: float


class Weighing:
    """All lines weighed for one profile."""

    def __init__(self, index: AdviceIndex, profile: Profile) -> None:
        self.index, self.profile = index, profile
        self.points: dict[Rule, Floats] = {}
        self.values: dict[Rule, Floats] = {}
        for rule in RULES:
            self._weigh(rule)

    def _weigh(self, rule: Rule) -> None:
        values = rule.values(self.index, self.profile)
        if values is not None:
            self.values[rule] = values
            self.points[rule] = values * rule.weight

    def after(self, answer: Mapping[str, object]) -> Weighing:
        """The same with these fields of the profile answered; only the rules that read them weigh anew."""
        changed = Weighing.__new__(Weighing)
        changed.index, changed.profile = self.index, self.profile.model_copy(update=answer)
        changed.points, changed.values = {}, {}
        for rule in RULES:
            if rule.reads(answer):
                changed._weigh(rule)
            elif rule in self.values:
                changed.values[rule], changed.points[rule] = self.values[rule], self.points[rule]
        return changed

    @cached_property
    def total(self) -> Floats:
        """(L,) the sum of all points."""
        return np.sum([np.zeros(len(self.index.lines)), *self.points.values()], axis=0)

    @cached_property
    def candidates(self) -> tuple[list[int], tuple[str, ...]]:
        """The numbers of the lines to choose from, best first, and the wishes dropped to get them."""
        content = np.sum(
            [np.zeros(len(self.index.lines)), *(p for r, p in self.points.items() if r.wish is None)], axis=0
        )
        excluded = np.array([line in self.profile.not_lines for line in self.index.lines], dtype=bool)
        if excluded.all():
            excluded[:] = False
        best = content[~excluded].max()
        near = ~excluded & (content >= (NEAR * best if best > 0 else best))
        fits, dropped = self._meeting(near)
        order = np.argsort(-self.total, kind="stable")
        first = [int(n) for n in order if fits[n]]
        rest = [int(n) for n in order if not fits[n] and not excluded[n]]
        return first + rest, dropped

    def _meeting(self, near: Bools) -> tuple[Bools, tuple[str, ...]]:
        """(L,) which of these lines meet every wish that can be met, the most important first, and the others."""
        fits, dropped = near, []
        for rule in (rule for rule in self.points if rule.wish is not None):
            meets = fits & (self.values[rule] >= rule.fits)
            if meets.any():
                fits = meets
            else:
                dropped.append(str(rule.wish))
        return fits, tuple(reversed(dropped))

    @property
    def top(self) -> str:
        """The id of the best line."""
        return self.index.lines[self.candidates[0][0]]


def advise(catalogue: Catalogue, profile: Profile) -> Advice:
    """The best line for a profile, also when little is known.

    Raises:
        ProfileError: when the profile names something unknown, or the catalogue has no lines.
    """
    weighing = _weigh(catalogue, profile)
    order, dropped = weighing.candidates
    return _advice(weighing, order[0], order[1:], dropped)


def explain(catalogue: Catalogue, profile: Profile, line: str) -> Advice:
    """What speaks for and against one line, and what would lead to another.

    Raises:
        UnknownThing: for a line that doesn't exist.
        ProfileError: as ``advise``.
    """
    catalogue.line(line)
    weighing = _weigh(catalogue, profile.without("not_lines"))
    order, _dropped = weighing.candidates
    number = weighing.index.lines.index(line)
    return _advice(weighing, number, [other for other in order if other != number], ())


def _weigh(catalogue: Catalogue, profile: Profile) -> Weighing:
    if not catalogue.lines:
        raise ProfileError("The catalogue has no lines; load one with `navigator catalogue load`.")
    profile.check(catalogue)
    return Weighing(index_of(catalogue), profile)


def _advice(weighing: Weighing, line: int, others: list[int], dropped: tuple[str, ...]) -> Advice:
    reasons = _reasons(weighing, line)
    return Advice(
        line=weighing.index.lines[line],
        reasons=tuple(r for r in reasons if r.points > 0),
        against=tuple(sorted((r for r in reasons if r.points < 0), key=lambda r: r.points)),
        dropped=dropped,
        others=tuple(weighing.index.lines[n] for n in others[:3]),
        change=_what_would_change(weighing, [line, *others]),
        points=float(weighing.total[line]),
    )


def _reasons(weighing: Weighing, line: int) -> list[Reason]:
    """Everything worth saying of a line, heaviest first; ties in the order of the rules."""
    said = []
    for rule, points in weighing.points.items():
        here = float(points[line])
        if here != 0:
            say = rule.reason if here > 0 else rule.against
            said.append(Reason(rule.name, say(weighing.index, weighing.profile, line), round(here, 2)))
    telling = [reason for reason in said if abs(reason.points) >= TELLING]
    return sorted(telling or said, key=lambda reason: -reason.points)


def _what_would_change(weighing: Weighing, order: list[int]) -> str:
    """The rule by which the runner-up wins most, or else its goal."""
    if len(order) < 2:
        return "Er is nu maar één lijn om uit te kiezen."
    first, second = order[0], order[1]
    other = weighing.index.catalogue.lines[weighing.index.lines[second]]
    missed = {rule: p for rule, p in weighing.points.items() if rule.wish and p[first] < 0 < p[second]}
    ahead = {rule: float(p[second] - p[first]) for rule, p in missed.items()}
    rule = max(ahead, key=lambda r: ahead[r], default=None)
    if rule is not None and ahead[rule] > TELLING:
        return f"Let je vooral op {rule.wish}, dan past {other.name} beter."
    goal = lower_first(other.goal).rstrip(".")
    return f"Wil je liever dit: {goal}? Dan past {other.name} beter."
