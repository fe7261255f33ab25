"""What must hold between the parts of a map file: references, ids, names, and lines with one order."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue.metromap.joining import Path, join
from knowledge.catalogue.metromap.naming import own_id, slug
from knowledge.catalogue.metromap.parsing import MapFile
from knowledge.catalogue.metromap.shape import MapLine, MapStation
from knowledge.catalogue.metromap.tangles import Tangle

MOST_STATIONS = 10
"""The concept's design rule for a line."""


def check(found: MapFile) -> dict[int, Path]:
    """Adds every fault between the parts to ``found.faults``; returns the path of each line, by number."""
    _doubled_lines(found)
    _missing_lines(found)
    _shared_ids(found)
    for number, line in found.lines.items():
        _crowded(found, number, line)
    return dict(_paths(found))


def name_key(name: str) -> str:
    """Names with the same key are the same name: case, accents and punctuation don't count."""
    return slug(name) or name.casefold()


def stations_of(found: MapFile, line: MapLine) -> list[int]:
    """The numbers of the stations on a line, in the order of the file (not along the line)."""
    return [n for n, station in found.stations.items() if line.metro_line_id in station.metro_lines]


def _doubled_lines(found: MapFile) -> None:
    seen: dict[str, int] = {}
    for number, line in found.lines.items():
        first = seen.setdefault(line.metro_line_id, number)
        if first != number:
            what = f'The lines "{found.lines[first].name}" and "{line.name}" have the same id.'
            where = f"metroLines[{number}].metroLineId"
            found.fault(where, what, "Give each line its own colour in the designer; the id follows.")


def _missing_lines(found: MapFile) -> None:
    for number, station in found.stations.items():
        for index, id in enumerate(station.metro_lines):
            if found.line_ids is not None and id not in found.line_ids:
                what = f'Station "{station.name}" names the line {id[:60]!r}, which is not in the file.'
                where = f"stations[{number}].metroLines[{index}]"
                found.fault(where, what, "Correct the id, or put the station on a line that exists.")


def _crowded(found: MapFile, number: int, line: MapLine) -> None:
    """Adds the faults of a line with too many stations, or with two that are alike."""
    stops = stations_of(found, line)
    if len(stops) > MOST_STATIONS:
        what = f'Line "{line.name}" has {len(stops)} stations; {MOST_STATIONS} is the most.'
        found.fault(f"metroLines[{number}]", what, "Split the line, or take stations off it.")
    seen: dict[str, int] = {}
    for stop in stops:
        name = found.stations[stop].name
        first = seen.setdefault(name_key(name), stop)
        if first != stop:
            what = f'Line "{line.name}" has two stations "{name}"; stations[{first}] is the other.'
            found.fault(f"stations[{stop}].name", what, "Take one of the two away, or give it another name.")


def _shared_ids(found: MapFile) -> None:
    """One id for two different things; a module that is drawn twice may carry its id twice."""
    seen: dict[tuple[str, str], str] = {}
    for where, part in _parts(found):
        kind = where.split("[")[0]
        key = name_key(part.name) if isinstance(part, MapStation) else where
        for id in {part.external_id, own_id(part.navigator_id, part.external_id)} - {None}:
            if seen.setdefault((kind, str(id)), key) != key:
                what = f'"{part.name}" has the id {str(id)[:60]!r}, and another of the {kind} has it too.'
                found.fault(where, what, "Empty the id of the one that was copied from the other.")


def _parts(found: MapFile) -> Iterator[tuple[str, MapLine | MapStation]]:
    for number, line in found.lines.items():
        yield f"metroLines[{number}]", line
    for number, station in found.stations.items():
        yield f"stations[{number}]", station


def _paths(found: MapFile) -> Iterator[tuple[int, Path]]:
    for number, line in found.lines.items():
        path = join(
            [
                [(point.x, point.y) for point in (segment.start, *segment.bends, segment.end)]
                for segment in line.segments
            ]
        )
        if isinstance(path, Tangle):
            what = f'The order along line "{line.name}" is not clear: {path.what}.'
            remedy = "Draw it as one line from start to end, or split it into two lines."
            found.fault(f"metroLines[{number}].segments", what, remedy)
        else:
            yield number, path
