"""The drawing in a file of the designer, kept so that an export draws the map the same."""

from __future__ import annotations

from knowledge.catalogue.drawn import Drawing, LineDrawing, Spot, StationDrawing
from knowledge.catalogue.metromap.draft import Draft
from knowledge.catalogue.metromap.shape import MapLine, MapStation

__all__ = ["Drawing", "LineDrawing", "Spot", "StationDrawing", "drawing_of"]


def drawing_of(draft: Draft) -> Drawing:
    """The drawing in a file that was read."""
    head = draft.found.head
    return Drawing(
        map=draft.map_id,
        width=head.dimensions.width if head.dimensions else 1440,
        height=head.dimensions.height if head.dimensions else 960,
        external_id=head.external_id,
        lines={draft.lines[n]: _line(line) for n, line in draft.found.lines.items()},
        stations=[_station(draft, n, station) for n, station in draft.found.stations.items()],
    )


def _line(line: MapLine) -> LineDrawing:
    polylines = [
        [(point.x, point.y) for point in (segment.start, *segment.bends, segment.end)] for segment in line.segments
    ]
    return LineDrawing(polylines=polylines, external_id=line.external_id)


def _station(draft: Draft, number: int, station: MapStation) -> StationDrawing:
    line_of = {line.metro_line_id: draft.lines[n] for n, line in draft.found.lines.items()}
    return StationDrawing(
        module=draft.modules[number],
        lines=list(dict.fromkeys(line_of[id] for id in station.metro_lines)),
        position=(station.position.x, station.position.y),
        orientation=int(station.orientation),
        shape=station.shape,
        width=station.width or 0,
        letter=station.type,
        link=station.link or "",
        external_id=station.external_id,
    )
