"""A small catalogue for the advice, by hand: two roles, three lines, and sessions that are easy to count."""

from __future__ import annotations

from dataclasses import replace

from knowledge.catalogue.content import Role, TargetGroup, Transition
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import ModuleType, Skip
from tests.knowledge.path import small
from tests.knowledge.path.small import B, P, X

FREE = Skip.FREE


def shop() -> Catalogue:
    """A welding line near Zwolle by day, a measuring line near Haarlem in the evening, a cobot line online.

    ``basis`` stands on the first two. The welder and the measurer both ask for ``digitale-basis``.
    """
    modules = [
        small.module("basis", {"digitale-basis": B}, hours=2),
        small.module("naad", {"lassen": P}, hours=4, type=ModuleType.PRACTICE),
        small.module("meetklok", {"meten": B}, hours=4),
        small.module("meetkamer", {"meten": P}, hours=6, type=ModuleType.MASTERCLASS),
        small.module("robot", {"cobots": X, "lassen": B}, hours=3, type=ModuleType.E_LEARNING),
    ]
    sessions = [
        small.session("basis-1", "basis", 1, town="zwolle"),  # Tuesday 9:00
        small.session("basis-2", "basis", 4.375, town="haarlem"),  # Friday 18:00
        small.session("naad-1", "naad", 2, town="zwolle"),  # Wednesday 9:00
        small.session("meetklok-1", "meetklok", 0.375, town="haarlem"),  # Monday 18:00
        small.session("meetkamer-1", "meetkamer", 5, town="haarlem"),  # Saturday 9:00
        small.session("robot-1", "robot", online=True),
    ]
    lines = [
        small.line("laslijn", {"basis": FREE, "naad": FREE}),
        small.line("meetlijn", {"basis": FREE, "meetklok": FREE, "meetkamer": FREE}),
        small.line("cobotlijn", {"robot": FREE}),
    ]
    lines = [line.model_copy(update=_more(line.id)) for line in lines]
    made = small.catalogue(modules, sessions, lines=lines, roles=ROLES, transitions=[TRANSITION])
    return replace(made, target_groups={group.id: group for group in GROUPS})


def _more(line: str) -> dict[str, object]:
    goal = f"Je doet wat de {line} je leert."
    group = "meters" if line == "meetlijn" else "lassers"
    return {"goal": goal, "target_group": group, "transition": "robots" if line == "cobotlijn" else None}


ROLES = [
    Role(id="lasser", name="Lasser", description="-", skills={"lassen": P, "digitale-basis": B}),
    Role(id="meter", name="Meter", description="-", skills={"meten": P, "digitale-basis": B}),
]
GROUPS = [
    TargetGroup(id="lassers", name="Mensen die lassen", roles=["lasser"]),
    TargetGroup(id="meters", name="Mensen die meten", roles=["meter"]),
]
TRANSITION = Transition(id="robots", name="Meer robots", description="-", skills={"cobots": P, "lassen": P})
