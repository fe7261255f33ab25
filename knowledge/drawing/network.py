"""What is to be drawn: the lines of a map with their stations, apart from where they come to stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import UnknownThing
from knowledge.vocabulary import ModuleType, Phase, Skip


@dataclass(frozen=True)
class Stop:
    """The place of a module on a line."""

    module: str
    phase: Phase
    skip: Skip = Skip.FREE


@dataclass(frozen=True)
class Track:
    """A line of the map; ``colour`` is ``#rrggbb``, ``audience`` the target group in words."""

    id: str
    name: str
    colour: str
    stops: tuple[Stop, ...]
    audience: str = ""


@dataclass(frozen=True)
class Sight:
    """What there is to see at a station: the module's name, type and hours of learning."""

    name: str
    type: ModuleType
    hours: float = 0


@dataclass(frozen=True)
class Network:
    """A metro map by content; ``sights`` holds every module that a line stops at."""

    id: str
    name: str
    region: str
    tracks: tuple[Track, ...]
    sights: Mapping[str, Sight]
    description: str = ""
    example: bool = False


def network_of(catalogue: Catalogue, map_id: str) -> Network:
    """The network of a map. Raises UnknownThing."""
    if map_id not in catalogue.maps:
        raise UnknownThing("map", map_id)
    found = catalogue.maps[map_id]
    tracks = tuple(_track(catalogue, id) for id in found.lines)
    modules = {stop.module: catalogue.module(stop.module) for track in tracks for stop in track.stops}
    return Network(
        id=map_id,
        name=found.name,
        region=found.region,
        tracks=tracks,
        sights={id: Sight(module.name, module.type, module.hours) for id, module in modules.items()},
        description=found.description,
        example=found.example,
    )


def _track(catalogue: Catalogue, id: str) -> Track:
    line = catalogue.line(id)
    return Track(
        id=id,
        name=line.name,
        colour=line.colour,
        stops=tuple(Stop(station.module, station.phase, station.skip) for station in line.stations),
        audience=catalogue.target_groups[line.target_group].name,
    )
