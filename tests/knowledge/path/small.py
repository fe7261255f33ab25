"""Small catalogues by hand: modules and sessions in a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from knowledge.catalogue.content import (
    FollowUp,
    Line,
    Module,
    Place,
    Role,
    Skill,
    SkillLevels,
    Station,
    Transition,
)
from knowledge.catalogue.snapshot import Catalogue, Session, daypart_of
from knowledge.clock import to_local
from knowledge.vocabulary import FollowUpKind, Level, ModuleType, Phase, Skip

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # a Monday, 9:00 in the Netherlands
B, P, X = Level.BEGINNER, Level.PROFESSIONAL, Level.EXPERT
LEVELS = SkillLevels(beginner="Je kent het.", professional="Je kunt het.", expert="Je leert het een ander.")
PLACES = {
    "haarlem": Place(id="haarlem", name="Haarlem", lat=52.38, lon=4.64),
    "zwolle": Place(id="zwolle", name="Zwolle", lat=52.51, lon=6.09),
}
BASIC = ("digitale-basis",)
SKILLS = ("meten", "lassen", "cobots", *BASIC)


def module(
    id: str,
    teaches: Mapping[str, Level],
    expects: Mapping[str, Level] | None = None,
    hours: float = 4,
    type: ModuleType = ModuleType.WORKSHOP,
) -> Module:
    """A module; it costs nothing but its hours unless a session adds to that."""
    return Module(
        id=id,
        name=id.title(),
        type=type,
        hours=hours,
        summary="Je leert.",
        teaches=dict(teaches),
        expects=dict(expects or {}),
        owner="academie",
    )


def session(
    id: str,
    module: str,
    day: float | None = None,
    hours: float = 4,
    town: str | None = None,
    online: bool = False,
    cost: float = 0,
) -> Session:
    """A session so many days after NOW; at one's own pace without a day."""
    starts_at = None if day is None else NOW + timedelta(days=day)
    return Session(
        id=id,
        module=module,
        academy="academie",
        starts_at=starts_at,
        ends_at=starts_at and starts_at + timedelta(hours=hours),
        place=f"Leerplein, {town.title()}" if town else "",
        town=town,
        online=online,
        cost=cost,
        paid_by="je werkgever",
        daypart=daypart_of(starts_at) if starts_at else None,
        day=to_local(starts_at).weekday() if starts_at else None,
    )


def course(id: str, teaches: Mapping[str, Level], hours: float, expects: Mapping[str, Level] | None = None) -> FollowUp:
    return FollowUp(
        id=id,
        name=id.title(),
        kind=FollowUpKind.COURSE,
        description="Een cursus.",
        provider="school",
        teaches=dict(teaches),
        expects=dict(expects or {}),
        hours=hours,
    )


def line(id: str, stations: Mapping[str, Skip], follow_ups: Sequence[str] = ()) -> Line:
    return Line(
        id=id,
        name=id.title(),
        colour="#112233",
        goal="Je kunt meer.",
        target_group="werkvloer",
        follow_ups=list(follow_ups),
        stations=[Station(module=id, phase=Phase.CONTENT, skip=skip) for id, skip in stations.items()],
    )


def catalogue(
    modules: Sequence[Module],
    sessions: Sequence[Session],
    follow_ups: Sequence[FollowUp] = (),
    lines: Sequence[Line] = (),
    roles: Sequence[Role] = (),
    transitions: Sequence[Transition] = (),
) -> Catalogue:
    """A catalogue of these; two places and four skills, of which one is basic."""
    skills = [Skill(id=id, name=id.replace("-", " "), basic=id in BASIC, levels=LEVELS) for id in SKILLS]
    return Catalogue(
        version=1,
        skills={skill.id: skill for skill in skills},
        transitions={transition.id: transition for transition in transitions},
        roles={role.id: role for role in roles},
        target_groups={},
        personas={},
        partners={},
        academies={},
        places=PLACES,
        recognitions={},
        modules={module.id: module for module in modules},
        lines={line.id: line for line in lines},
        maps={},
        follow_ups={follow_up.id: follow_up for follow_up in follow_ups},
        sessions=tuple(sessions),
    )
