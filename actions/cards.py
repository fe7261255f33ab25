"""Cards out of the catalogue, for several actions."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.advice.advise import Advice
from knowledge.cards import LineCard, MapCard, StationCard
from knowledge.catalogue.content import Line, MetroMap, Module, Station
from knowledge.catalogue.snapshot import Catalogue


def line_card(catalogue: Catalogue, line: Line, advice: Advice | None = None) -> LineCard:
    """A line with its stations, and with the reasons of an advice when there was one."""
    recognition = catalogue.recognitions.get(line.recognition or "")
    return LineCard(
        id=line.id,
        name=line.name,
        colour=line.colour,
        goal=line.goal,
        hours=catalogue.line_hours(line),
        stations=[station_card(catalogue.modules[s.module], s) for s in line.stations],
        reasons=[reason.text for reason in advice.reasons] if advice else [],
        against=[reason.text for reason in advice.against] if advice else [],
        recognition=recognition.name if recognition else None,
        example=line.example,
    )


def station_card(module: Module, station: Station | None = None) -> StationCard:
    """A module, with its place on a line when that is given."""
    return StationCard(
        module=module.id,
        name=module.name,
        type=module.type,
        hours=module.hours,
        phase=station.phase if station else None,
        skip=station.skip if station else None,
        summary=module.summary,
    )


def map_card(catalogue: Catalogue, metro_map: MetroMap, path: Collection[str] = ()) -> MapCard:
    """A metro map with all its lines; ``path`` are the sessions of the person's development path, in order."""
    lines = [line_card(catalogue, catalogue.lines[line]) for line in metro_map.lines]
    modules = {session.id: session.module for session in catalogue.sessions if session.id in path}
    return MapCard(
        id=metro_map.id, name=metro_map.name, lines=lines, path=[modules[id] for id in path if id in modules]
    )
