"""How a map is drawn, apart from what it says: kept from an import, so that an export draws it the same.

Lengths are pixels, angles degrees. Lines and modules go by our ids.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from knowledge.catalogue.metromap.draft import Draft
from knowledge.catalogue.metromap.shape import MapLine, MapStation

Spot = tuple[float, float]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class LineDrawing(_Part):
    """The polylines of a line, each from its first point to its last, and the id that others gave it."""

    polylines: list[list[Spot]] = Field(min_length=1)
    external_id: str | None = None


class StationDrawing(_Part):
    """A station: a module where it is drawn, on the lines that stop there; ``width`` in lines."""

    module: str
    lines: list[str] = Field(min_length=1)
    position: Spot
    orientation: int = 315
    shape: str = "normal"
    width: float = 0
    letter: str | None = None
    link: str = ""
    external_id: str | None = None


class Drawing(_Part):
    """A whole map; ``map`` is its id."""

    map: str
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    external_id: str | None = None
    lines: dict[str, LineDrawing] = {}
    stations: list[StationDrawing] = []


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
