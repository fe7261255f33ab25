"""The world around the modules of the generated catalogue: skills, people, academies and places."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from knowledge.catalogue.content import (
    Academy,
    MetroMap,
    Partner,
    Persona,
    Place,
    Recognition,
    Role,
    Skill,
    SkillLevels,
    TargetGroup,
    Thing,
    Transition,
)
from knowledge.vocabulary import Level, PartnerKind, RecognitionKind, WorkForm

ThingT = TypeVar("ThingT", bound=Thing)

SUBJECTS, IN_SUBJECT, BASICS = 29, 10, 10
LEVELS = tuple(Level)
TOWNS = (
    ("alkmaar", 52.63, 4.75), ("almere", 52.37, 5.22), ("amersfoort", 52.16, 5.39),
    ("amsterdam", 52.37, 4.90), ("apeldoorn", 52.21, 5.97), ("arnhem", 51.98, 5.91),
    ("assen", 52.99, 6.56), ("bergen-op-zoom", 51.49, 4.29), ("breda", 51.59, 4.78),
    ("delft", 52.01, 4.36), ("den-bosch", 51.69, 5.30), ("den-haag", 52.08, 4.31),
    ("den-helder", 52.96, 4.76), ("deventer", 52.25, 6.16), ("doetinchem", 51.97, 6.29),
    ("dordrecht", 51.81, 4.69), ("ede", 52.04, 5.67), ("eindhoven", 51.44, 5.47),
    ("emmen", 52.79, 6.90), ("enschede", 52.22, 6.90), ("goes", 51.50, 3.89),
    ("gorinchem", 51.84, 4.97), ("gouda", 52.01, 4.71), ("groningen", 53.22, 6.57),
    ("haarlem", 52.38, 4.64), ("heerenveen", 52.96, 5.92), ("heerlen", 50.89, 5.98),
    ("helmond", 51.48, 5.66), ("hengelo", 52.27, 6.79), ("hilversum", 52.22, 5.18),
    ("hoorn", 52.64, 5.06), ("leeuwarden", 53.20, 5.79), ("leiden", 52.16, 4.49),
    ("lelystad", 52.52, 5.47), ("maastricht", 50.85, 5.69), ("meppel", 52.70, 6.19),
    ("middelburg", 51.50, 3.61), ("nijmegen", 51.84, 5.86), ("oss", 51.77, 5.52),
    ("roermond", 51.19, 5.99), ("roosendaal", 51.53, 4.46), ("rotterdam", 51.92, 4.48),
    ("sneek", 53.03, 5.66), ("tilburg", 51.56, 5.09), ("uden", 51.66, 5.62),
    ("utrecht", 52.09, 5.12), ("veenendaal", 52.03, 5.56), ("venlo", 51.37, 6.17),
    ("zaandam", 52.44, 4.83), ("zwolle", 52.51, 6.09),
)  # fmt: skip


def by_id(things: Sequence[ThingT]) -> dict[str, ThingT]:
    """These things by their id, in their order."""
    return {thing.id: thing for thing in things}


def subject(number: int) -> list[str]:
    """The ids of the skills of one subject."""
    return [f"vak-{number}-skill-{n}" for n in range(IN_SUBJECT)]


def basics() -> list[str]:
    """The ids of the basic skills."""
    return [f"basis-{n}" for n in range(BASICS)]


def skills() -> dict[str, Skill]:
    """``SUBJECTS`` subjects of ``IN_SUBJECT`` skills, and the basic skills."""
    levels = SkillLevels(beginner="Je kent het.", professional="Je kunt het.", expert="Je leert het een ander.")
    named = [id for number in range(SUBJECTS) for id in subject(number)]
    every = [(id, False) for id in named] + [(id, True) for id in basics()]
    return by_id([Skill(id=id, name=id.replace("-", " "), basic=basic, levels=levels) for id, basic in every])


def wanted(draw: Random, number: int) -> dict[str, Level]:
    """A skill profile: 5 to 8 skills of a subject and two of another, few of them at the highest level."""
    chosen = draw.sample(subject(number % SUBJECTS), draw.randint(5, 8))
    chosen += draw.sample(subject((number * 7 + 3) % SUBJECTS), 2)
    return {skill: draw.choices(LEVELS, (60, 33, 7))[0] for skill in chosen}


def roles(draw: Random, number: int = 60) -> dict[str, Role]:
    return by_id(
        [Role(id=f"rol-{n}", name=f"Rol {n}", description="Een rol.", skills=wanted(draw, n)) for n in range(number)]
    )


def transitions(draw: Random, number: int = 12) -> dict[str, Transition]:
    return by_id(
        [
            Transition(
                id=f"transitie-{n}",
                name=f"Transitie {n}",
                description="Een doel.",
                skills=wanted(draw, 5 * n),
            )
            for n in range(number)
        ]
    )


def target_groups(roles: Sequence[str]) -> dict[str, TargetGroup]:
    """A target group for every two roles."""
    pairs = [list(roles[n : n + 2]) for n in range(0, len(roles), 2)]
    return by_id([TargetGroup(id=f"groep-{n}", name=f"Groep {n}", roles=pair) for n, pair in enumerate(pairs)])


def personas(groups: Sequence[str]) -> dict[str, Persona]:
    """A persona for each target group, who likes to learn in one way."""
    forms = tuple(WorkForm)
    return by_id(
        [
            Persona(
                id=f"persona-{n}",
                name=f"Persona {n}",
                description="Iemand.",
                target_groups=[group],
                matters="Resultaat.",
                learns="Door te doen.",
                prefers=[forms[n % len(forms)]],
            )
            for n, group in enumerate(groups)
        ]
    )


def places() -> dict[str, Place]:
    """Fifty Dutch towns."""
    return by_id([Place(id=id, name=id.replace("-", " ").title(), lat=lat, lon=lon) for id, lat, lon in TOWNS])


def partners() -> dict[str, Partner]:
    return by_id([Partner(id="voorbeeldlab", name="Voorbeeldlab", kind=PartnerKind.FIELDLAB)])


def academies(draw: Random, number: int) -> dict[str, Academy]:
    """Academies, each in a town of its own as long as there are towns."""
    towns = draw.sample([town for town, _, _ in TOWNS], len(TOWNS))
    return by_id(
        [
            Academy(
                id=f"academie-{n}",
                name=f"Academie {n}",
                region=f"Regio {n}",
                city=towns[n % len(towns)],
                email=f"academie-{n}@example.org",
                description="Een voorbeeld.",
            )
            for n in range(number)
        ]
    )


def recognitions() -> dict[str, Recognition]:
    kinds = enumerate(RecognitionKind)
    return by_id([Recognition(id=f"erkenning-{n}", name=kind, kind=kind, description="Bewijs.") for n, kind in kinds])


def maps(academies: Sequence[str], lines: Sequence[str]) -> dict[str, MetroMap]:
    """One map an academy; every line is on one of them."""
    return by_id(
        [
            MetroMap(
                id=f"kaart-{n}",
                name=f"Kaart {n}",
                description="Een kaart.",
                region=f"Regio {n}",
                academy=academy,
                lines=list(lines[n :: len(academies)]) or [lines[0]],
            )
            for n, academy in enumerate(academies)
        ]
    )
