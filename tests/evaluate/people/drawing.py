"""People drawn from a seed: out of ``tests/personas.yml`` and the catalogue, each with a line that is clearly right."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import yaml

from knowledge.advice.advise import advise, explain
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue, distance
from knowledge.vocabulary import Attendance, Daypart, Question, WorkForm
from tests.evaluate.people.who import Somebody, Talks, Willing
from tests.evaluate.people.wording import WORDS
from tests.evaluate.typing import Typos

PERSONAS = Path(__file__).parents[2] / "personas.yml"

CLEARLY = 1.0
"""Points by which the right line must be ahead of every other line that is not as good."""

WISHES = ("place", "attendance", "dayparts", "forms", "hours_per_week")
"""What somebody would like, beside what they want to be able to do."""

NEARBY = 60.0
"""Kilometres that the academy nearest to somebody may be away."""


def draw_people(catalogue: Catalogue, count: int, seed: int = 0) -> list[Somebody]:
    """This many people: every way of talking, typing and going along comes equally often."""
    ways = list(product(Talks, Typos, Willing))
    Random(seed).shuffle(ways)
    told = personas()
    people = []
    for number in range(count):
        talks, typos, willing = ways[number % len(ways)]
        draw = Random(f"{seed}:{number}")
        profile = told[number // 4 % len(told)] if number % 4 == 0 else None
        if profile is None or not right_lines(catalogue, profile):
            profile = _drawn(catalogue, draw, willing)
        first, last = draw.choice(WORDS["names"]["first"]), draw.choice(WORDS["names"]["last"])
        people.append(
            Somebody(
                number=number,
                seed=draw.randrange(2**31),
                name=f"{first} {last}",
                email=f"{first}.{last.split()[-1]}{number}@voorbeeld.nl".lower(),
                profile=profile,
                talks=talks,
                typos=typos,
                willing=willing,
                presses=draw.random() < 0.5,
                right=right_lines(catalogue, profile),
            )
        )
    return people


def personas() -> list[Profile]:
    """The invented people that the advice is tested with."""
    return [Profile.model_validate(one["profile"]) for one in yaml.safe_load(PERSONAS.read_text(encoding="utf-8"))]


def right_lines(catalogue: Catalogue, profile: Profile) -> tuple[str, ...]:
    """The line for this profile and those with as many points; empty when none is clearly right."""
    best = advise(catalogue, profile)
    points = {line: explain(catalogue, profile, line).points for line in catalogue.lines}
    equal = [line for line in catalogue.lines if abs(points[line] - best.points) < 1e-6]
    ahead = [best.points - points[line] for line in catalogue.lines if line not in equal]
    clear = not best.dropped and min(ahead, default=CLEARLY) >= CLEARLY
    return tuple(equal) if clear and _is_about_it(catalogue, profile, best.line) else ()


def _is_about_it(catalogue: Catalogue, profile: Profile, line: str) -> bool:
    """Whether the line teaches every goal, or goes where somebody wants to go; and also without any wish it is the
    line, or else it is made for them. Otherwise a coordinator would rather tell them to wait for a better date.
    """
    taught = {s for stop in catalogue.lines[line].stations for s in catalogue.modules[stop.module].teaches}
    there = profile.transition is None or catalogue.lines[line].transition == profile.transition
    group = catalogue.target_groups[catalogue.lines[line].target_group]
    theirs = profile.role in group.roles or advise(catalogue, profile.without(*WISHES)).line == line
    return there and theirs and set(profile.goals) <= taught


def _drawn(catalogue: Catalogue, draw: Random, willing: Willing) -> Profile:
    """A profile out of the catalogue that has a right line."""
    drawn = (_any_profile(catalogue, draw, willing) for _ in range(10_000))
    return next(profile for profile in drawn if right_lines(catalogue, profile))


def _any_profile(catalogue: Catalogue, draw: Random, willing: Willing) -> Profile:
    """Somebody with a role; most want something, and have wishes of when, where and how."""
    wants = _wants(catalogue, draw)
    wishes: dict[str, Any] = {
        "role": draw.choice([role for role in catalogue.roles if role in WORDS["roles"]]),
        "place": draw.choice(_places(catalogue)),
        "dayparts": (draw.choice(list(Daypart)[:3]),),
        "forms": (draw.choice(list(WorkForm)),),
        "hours_per_week": draw.choice((1.0, 2.0, 3.0, 4.0)),
    }
    if draw.random() < 0.15:
        wishes |= {"attendance": Attendance.ONLINE, "place": None}
    chance = 0.5 if willing is Willing.MINDS_LITTLE else 0.1
    fields = {
        "dayparts": Question.DAYPARTS,
        "forms": Question.FORMS,
        "hours_per_week": Question.HOURS,
        "place": Question.PLACE,
    }
    minds_not = [field for field in fields if draw.random() < chance]
    if "place" in minds_not:
        wishes.pop("attendance", None)
    wishes = {field: value for field, value in wishes.items() if field not in minds_not}
    return Profile(**wants, **wishes, no_preference=tuple(fields[field] for field in minds_not))


def _wants(catalogue: Catalogue, draw: Random) -> dict[str, Any]:
    """One or two skills of one line, or where the company wants to go."""
    if draw.random() < 0.15:
        return {"transition": draw.choice(sorted(set(catalogue.transitions) & set(WORDS["transitions"])))}
    line = catalogue.lines[draw.choice(list(catalogue.lines))]
    taught = {skill for stop in line.stations for skill in catalogue.modules[stop.module].teaches}
    known = sorted(taught & set(WORDS["skills"]))
    return {"goals": tuple(draw.sample(known, draw.choice((1, 1, 1, 2))))}


def _places(catalogue: Catalogue) -> list[str]:
    """Places with an academy within reach, by names that are one place only."""
    towns = [catalogue.places[academy.city] for academy in catalogue.academies.values()]
    near = [p for p in catalogue.places.values() if min(distance(p, town) for town in towns) <= NEARBY]
    return [place.id for place in near if "(" not in place.name]
