"""A large catalogue drawn from a seed, for benches and for tests that need size.

By default forty academies over the Netherlands, 300 skills, 60 roles, 400 lines of 7 to 10 stations and
sessions over 26 weeks, shaped like a written one: a module teaches one to three skills of one subject,
higher levels often expect the lower one, some modules expect a basic skill, and a quarter can be done
at one's own pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import cycle
from random import Random

from knowledge.catalogue.content import Academy, FollowUp, Line, Module, Station
from knowledge.catalogue.snapshot import Catalogue, Session, daypart_of
from knowledge.clock import from_local, to_local
from knowledge.vocabulary import FollowUpKind, Level, ModuleType, Phase, Skip
from tests import generated_world as world

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LINES, GROUPS, WEEKS = 400, 30, 26
LIVE_TYPES = [type for type in ModuleType if type is not ModuleType.E_LEARNING]
LIVE_WEIGHTS = (30, 10, 8, 10, 28, 9, 5)
STARTS = (time(9), time(13), time(13, 30), time(18), time(19))


def generate_catalogue(
    academies: int = 40, modules: int = 4000, offerings: int = 20000, seed: int = 1, now: datetime = NOW
) -> Catalogue:
    """A catalogue of this size, its sessions after ``now``; the same arguments give the same one."""
    draw = Random(seed)
    roles = world.roles(draw)
    groups = world.target_groups(list(roles))
    held = world.academies(draw, academies)
    taught = [_module(draw, n, list(held)) for n in range(modules)]
    lines = _lines(draw, taught, list(held))
    return Catalogue(
        version=1,
        skills=world.skills(),
        transitions=world.transitions(draw),
        roles=roles,
        target_groups=groups,
        personas=world.personas(list(groups)),
        partners=world.partners(),
        academies=held,
        places=world.places(),
        recognitions=world.recognitions(),
        modules=world.by_id(taught),
        lines=lines,
        maps=world.maps(list(held), list(lines)),
        follow_ups=world.by_id([_follow_up(draw, n) for n in range(150)]),
        sessions=tuple(_sessions(draw, taught, list(held.values()), offerings, now)),
    )


def _module(draw: Random, number: int, academies: Sequence[str]) -> Module:
    skills = world.subject(number % world.SUBJECTS)
    level = draw.choices(world.LEVELS, (55, 35, 10))[0]
    chosen = draw.sample(skills, draw.choices((1, 2, 3), (50, 35, 15))[0])
    if number % 40 == 0:
        level, chosen = Level.BEGINNER, [draw.choice(world.basics())]
    new = draw.random() < 0.2
    return Module(
        id=f"module-{number}",
        name=f"Module {number}",
        type=ModuleType.E_LEARNING if draw.random() < 0.25 else draw.choices(LIVE_TYPES, LIVE_WEIGHTS)[0],
        hours=draw.choice((2, 2.5, 3, 3, 4, 4)) if new else draw.choice((2, 3, 3.5, 4, 4, 4, 5, 6)),
        new=new,
        summary="Je doet en je leert.",
        teaches=dict.fromkeys(chosen, level),
        expects=_expects(draw, skills, chosen, level) if number % 40 else {},
        owner=draw.choice(academies),
    )


def _expects(draw: Random, skills: Sequence[str], chosen: Sequence[str], level: Level) -> dict[str, Level]:
    expects = {}
    if draw.random() < 0.3:
        expects[draw.choice(world.basics())] = Level.BEGINNER
    if level is not Level.BEGINNER and draw.random() < 0.7:
        expects[chosen[0]] = world.LEVELS[level.rank - 2]
    elif draw.random() < 0.15:
        expects[draw.choice([skill for skill in skills if skill not in chosen])] = Level.BEGINNER
    return expects


def _lines(draw: Random, modules: Sequence[Module], academies: Sequence[str]) -> dict[str, Line]:
    of_subject = [modules[n :: world.SUBJECTS] for n in range(world.SUBJECTS)]
    lines = []
    for number in range(LINES):
        pool = of_subject[number % world.SUBJECTS]
        stations = draw.sample(pool, min(draw.randint(7, 10), len(pool)))
        stations.sort(key=lambda module: max(level.rank for level in module.teaches.values()))
        lines.append(_line(draw, number, stations, academies))
    return world.by_id(lines)


def _line(draw: Random, number: int, stations: Sequence[Module], academies: Sequence[str]) -> Line:
    phases = [list(Phase)[min(3, 4 * n // len(stations))] for n in range(len(stations))]
    skips = draw.choices(tuple(Skip), (70, 30), k=len(stations))
    return Line(
        id=f"lijn-{number}",
        name=f"Lijn {number}",
        colour=f"#{draw.randrange(1 << 24):06x}",
        goal="Je kunt meer.",
        target_group=f"groep-{number % GROUPS}",
        transition=f"transitie-{number % 12}",
        academies=draw.sample(academies, min(3, len(academies))),
        recognition=f"erkenning-{number % 5}" if draw.random() < 0.6 else None,
        follow_ups=[f"vervolg-{number % 150}"],
        stations=[
            Station(module=module.id, phase=phase, skip=skip)
            for module, phase, skip in zip(stations, phases, skips, strict=True)
        ],
    )


def _follow_up(draw: Random, number: int) -> FollowUp:
    skills = draw.sample(world.subject(number % world.SUBJECTS), 2)
    return FollowUp(
        id=f"vervolg-{number}",
        name=f"Vervolg {number}",
        kind=draw.choice((FollowUpKind.COURSE, FollowUpKind.TRAINING)),
        description="Je gaat verder.",
        provider="voorbeeldlab",
        teaches=dict.fromkeys(skills, Level.EXPERT if number % 3 == 0 else Level.PROFESSIONAL),
        expects={skills[0]: Level.PROFESSIONAL if number % 3 == 0 else Level.BEGINNER},
        hours=draw.choice((8, 16, 24, 32, 40)),
        place=draw.choice(world.TOWNS)[0],
    )


def _sessions(
    draw: Random, modules: Sequence[Module], academies: Sequence[Academy], number: int, now: datetime
) -> list[Session]:
    alone = [module for module in modules if module.type is ModuleType.E_LEARNING]
    live = [module for module in modules if module.type is not ModuleType.E_LEARNING]
    own = [_session(draw, f"eigen-{n}", module, draw.choice(academies), None) for n, module in enumerate(alone)]
    dated: list[Session] = []
    for module in cycle(live):
        if len(dated) >= number - len(own):
            break
        academy = draw.choice(academies)
        first, every, at = draw.randrange(7 * WEEKS), 7 * draw.choice((2, 4, 6, 8, 12)), draw.choice(STARTS)
        for day in range(first % every, 7 * WEEKS, every):
            on = (to_local(now) + timedelta(days=day + 1)).date()
            if on.weekday() != 6:
                moment = from_local(on, time(9) if on.weekday() == 5 else at)
                dated.append(_session(draw, f"plan-{len(dated)}", module, academy, moment))
    dated = dated[: number - len(own)]
    return sorted(dated, key=lambda session: (session.starts_at, session.id)) + own


def _session(draw: Random, id: str, module: Module, academy: Academy, starts_at: datetime | None) -> Session:
    online = module.type is ModuleType.WEBINAR
    here = starts_at is not None and not online
    return Session(
        id=id,
        module=module.id,
        academy=academy.id,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=module.hours) if starts_at else None,
        place=f"Leerplein, {academy.city}" if here else "",
        town=academy.city if here else None,
        online=online,
        cost=draw.choice((0, 0, 0, 75, 125, 250)),
        paid_by="je werkgever",
        daypart=daypart_of(starts_at) if starts_at else None,
        day=to_local(starts_at).weekday() if starts_at else None,
    )
