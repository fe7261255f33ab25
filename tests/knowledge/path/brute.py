"""The best path by trying every choice: an independent reading of the rules, for tiny catalogues."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from math import ceil, inf

from knowledge.advice.profile import Profile
from knowledge.catalogue.content import FollowUp, Module
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.path import weights
from knowledge.vocabulary import WORK_FORMS_OF, Attendance, Level

RANK = {level: number for number, level in enumerate(Level, 1)}


@dataclass(frozen=True, eq=False)
class Choice:
    """A module in a session, or a follow-up. Moments are hours after now, None without a date."""

    thing: Module | FollowUp
    session: Session | None
    starts: float | None
    ends: float | None
    cost: float


@dataclass(frozen=True)
class Question:
    """What ``find_path`` is asked."""

    catalogue: Catalogue
    profile: Profile
    target: Mapping[str, Level]
    now: datetime
    line: str | None = None
    full: Collection[str] = ()
    taken: Sequence[tuple[datetime, datetime]] = ()

    def hours(self, moment: datetime) -> float:
        return (moment - self.now).total_seconds() / 3600

    def known(self, skill: str) -> int:
        return RANK[self.profile.known[skill]] if skill in self.profile.known else 0

    @property
    def gap(self) -> dict[str, int]:
        return {skill: RANK[level] for skill, level in self.target.items() if RANK[level] > self.known(skill)}


def best(question: Question) -> tuple[int, int]:
    """The fewest missing skills, and the least cost in whole seconds with so few."""
    choices = list(every_choice(question))
    sizes = range(len(choices) + 1)
    return min(
        (missing(chosen, question), round(sum(round(3600 * choice.cost) for choice in chosen)))
        for size in sizes
        for chosen in combinations(choices, size)
        if allowed(chosen, question)
    )


def missing(chosen: Sequence[Choice], question: Question) -> int:
    return sum(not any(brings(c, skill, rank) for c in chosen) for skill, rank in question.gap.items())


def allowed(chosen: Sequence[Choice], question: Question) -> bool:
    """Whether this choice keeps all the rules."""
    if len({(type(c.thing), c.thing.id) for c in chosen}) < len(chosen):
        return False
    dated = [c for c in chosen if c.starts is not None]
    if any(a.starts < b.ends and b.starts < a.ends for a, b in combinations(dated, 2)):  # type: ignore[operator]
        return False
    return within_hours(dated, question.profile.hours_per_week) and in_order(chosen, question)


def within_hours(dated: Sequence[Choice], a_week: float | None) -> bool:
    if a_week is None:
        return True
    for week in range(1, 60):
        planned = sum(c.thing.hours or 0 for c in dated if c.starts <= week * 168)  # type: ignore[operator]
        if planned > max(4, a_week * week) + 0.001:
            return False
    return True


def in_order(chosen: Sequence[Choice], question: Question) -> bool:
    """When is each done at the earliest? Never (infinity) until it is shown otherwise."""
    done = dict.fromkeys(chosen, inf)
    for _ in range(len(chosen) + 1):
        for choice in chosen:
            needs = {s: RANK[level] for s, level in choice.thing.expects.items() if RANK[level] > question.known(s)}
            ready = max((_first(need, choice, done) for need in needs.items()), default=-inf)
            if choice.starts is None:
                done[choice] = ready
            elif ready <= choice.starts:
                done[choice] = choice.ends or 0.0
    return all(moment < inf for moment in done.values())


def _first(need: tuple[str, int], choice: Choice, done: Mapping[Choice, float]) -> float:
    return min((moment for c, moment in done.items() if c is not choice and brings(c, *need)), default=inf)


def brings(choice: Choice, skill: str, rank: int) -> bool:
    return skill in choice.thing.teaches and RANK[choice.thing.teaches[skill]] >= rank


def every_choice(question: Question) -> Iterator[Choice]:
    for session in question.catalogue.sessions:
        module = question.catalogue.modules[session.module]
        if session.starts_at is None or session.ends_at is None:
            starts = ends = None
        else:
            starts, ends = question.hours(session.starts_at), question.hours(session.ends_at)
            busy = [(question.hours(a), question.hours(b)) for a, b in question.taken]
            if starts <= 0 or any(starts < b and a < ends for a, b in busy):
                continue
        if session.id not in question.full:
            yield Choice(module, session, starts, ends, _session_cost(module, session, starts, question))
    for follow_up in question.catalogue.follow_ups.values():
        extra = 0.5 if question.line and follow_up.id not in question.catalogue.lines[question.line].follow_ups else 0
        yield Choice(follow_up, None, None, None, (follow_up.hours or 0) + extra)


def _session_cost(module: Module, session: Session, starts: float | None, question: Question) -> float:
    profile = question.profile
    cost = module.hours + weights.EURO * session.cost
    if starts is not None:
        cost += weights.LATER * max(1, ceil(starts / 168))
    if session.town and profile.place:
        cost += 2 * 1.3 * question.catalogue.kilometres(profile.place, session.town) / 60
    if question.line:
        stations = [station.module for station in question.catalogue.lines[question.line].stations]
        cost += 0 if module.id in stations else weights.OFF_LINE
    cost += _weight(session.daypart, profile.dayparts, profile.not_dayparts, "daypart")
    cost += _weight(session.day, profile.days, profile.not_days, "day")
    forms = WORK_FORMS_OF[module.type]
    if set(forms) & set(profile.not_forms):
        cost += weights.RULED_OUT
    elif profile.forms and not set(forms) & set(profile.forms):
        cost += weights.WISH["form"]
    online = session.online or starts is None
    if profile.attendance is Attendance.ONLINE and not online:
        cost += weights.RULED_OUT
    elif profile.attendance is Attendance.ON_SITE and online:
        cost += weights.WISH["attendance"]
    return cost


def _weight(this: object, wanted: Collection[object], ruled_out: Collection[object], wish: str) -> float:
    if this is None:
        return 0.0
    if this in ruled_out:
        return weights.RULED_OUT
    return weights.WISH[wish] if wanted and this not in wanted else 0.0
