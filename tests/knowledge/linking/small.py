"""A small catalogue made by hand, with names that are easily taken for something else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from knowledge.catalogue.content import (
    Academy,
    Line,
    MetroMap,
    Module,
    Place,
    Role,
    Skill,
    SkillLevels,
    Station,
    TargetGroup,
    Thing,
    Transition,
)
from knowledge.catalogue.snapshot import Catalogue
from knowledge.vocabulary import Level, ModuleType, Phase

ESCO = "http://data.europa.eu/esco/occupation/"
LASSER = ESCO + "7aedaa07-3884-4c5b-88f9-80997b2aa54b"
PIJPLASSER = ESCO + "2ff73126-7aff-4233-9d9c-d8725e1c6822"

A_THING = TypeVar("A_THING", bound=Thing)


def small(version: int = 1, skills: Iterable[Skill] = ()) -> Catalogue:
    """The catalogue, with more skills when asked for."""
    return Catalogue(
        version=version,
        skills=_by_id(*SKILLS, *skills),
        transitions=_by_id(
            Transition(
                id="smart-maintenance", name="Smart Maintenance", description="-", skills={"plc": Level.BEGINNER}
            )
        ),
        roles=_by_id(
            Role(
                id="lasser", name="Lasser", description="-", esco=[LASSER, PIJPLASSER], skills={"lassen": Level.EXPERT}
            ),
            Role(id="monteur", name="Monteur", also=["sleutelaar"], description="-", skills={"plc": Level.BEGINNER}),
            Role(id="teamleider", name="Teamleider", also=["voorman"], description="-", skills={"lean": Level.EXPERT}),
        ),
        target_groups=_by_id(
            TargetGroup(id="leiding", name="Leidinggevenden", roles=["teamleider"]),
            TargetGroup(id="werkvloer", name="Werkvloermensen", roles=["lasser", "monteur"]),
        ),
        personas={},
        partners={},
        academies=_by_id(
            Academy(
                id="regio-zwolle",
                name="Academie Regio Zwolle",
                also=["Overijssel"],
                region="IJsselregio",
                city="zwolle",
                email="a@example.org",
                description="-",
            )
        ),
        places=_by_id(*PLACES),
        recognitions={},
        modules=_by_id(
            _module("metaalprinten", "Masterclass: metaalprinten zonder verrassingen"),
            _module("robotcel", "Een robotcel beoordelen"),
        ),
        lines=_by_id(
            _line("cobotlijn", "Cobots op de werkvloer"),
            _line("onderhoudslijn", "Smart Maintenance"),
            _line("datalijn", "Data van de machine", "data"),
        ),
        maps=_by_id(
            MetroMap(
                id="oost",
                name="Maakindustrie Oost",
                description="-",
                region="-",
                academy="regio-zwolle",
                lines=["cobotlijn"],
            )
        ),
        follow_ups={},
    )


def skill(id: str, name: str, *also: str) -> Skill:
    """A skill with levels that say nothing."""
    return Skill(id=id, name=name, also=list(also), levels=SkillLevels(beginner="-", professional="-", expert="-"))


def _module(id: str, name: str) -> Module:
    return Module(id=id, name=name, type=ModuleType.MASTERCLASS, hours=3, summary="-", owner="regio-zwolle")


def _line(id: str, name: str, *also: str) -> Line:
    station = Station(module="robotcel", phase=Phase.CONTENT)
    return Line(
        id=id, name=name, also=list(also), colour="#aa0000", goal="-", target_group="werkvloer", stations=[station]
    )


def _by_id(*things: A_THING) -> dict[str, A_THING]:
    return {thing.id: thing for thing in things}


SKILLS = (
    skill("lassen", "Lassen"),
    skill("robotlassen", "Robotlassen", "lasrobot"),
    skill("cobots", "Cobots programmeren", "cobots", "samenwerkende robot"),
    skill("plc", "PLC-basis", "plc", "plc's"),
    skill("excel", "Data-analyse", "excel"),
    skill("printen", "3D-printen", "3d printen"),
    skill("pneumatiek", "Pneumatiek"),
    skill("lean", "Lean werken", "lean", "5s", "kanban"),
    skill("trillingen", "Trillingsanalyse", "trillingen meten"),
    skill("vakengels", "Technisch Engels", "vakengels"),
    skill("netwerken", "Industriële netwerken"),
)
PLACES = (
    Place(id="zwolle", name="Zwolle", lat=52.5, lon=6.1),
    Place(id="haarlem", name="Haarlem", lat=52.4, lon=4.6),
    Place(id="amsterdam", name="Amsterdam", also=["Mokum"], lat=52.4, lon=4.9),
    Place(id="best", name="Best (Noord-Brabant)", lat=51.5, lon=5.4),
    Place(id="goes", name="Goes", lat=51.5, lon=3.9),
    Place(id="leiden", name="Leiden", lat=52.2, lon=4.5),
    Place(id="den-bosch", name="'s-Hertogenbosch", also=["Den Bosch"], lat=51.7, lon=5.3),
    Place(id="hasselt-overijssel", name="Hasselt (Overijssel)", lat=52.6, lon=6.1),
    Place(id="hasselt", name="Hasselt", lat=50.9, lon=5.3),
)
