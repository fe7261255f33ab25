"""Writes a map of the catalogue as a file that the designer opens.

Everything its import check demands is there, each of its two-faced keys in both spellings, and our ids beside
it: in ``navigatorId`` always, and in ``externalUniqueId`` (as ``navigator:<id>``) where nobody else's stands,
because that is the one that the designer keeps.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from knowledge.catalogue.content import Line
from knowledge.catalogue.metromap.drawing import Drawing, LineDrawing, Spot, StationDrawing
from knowledge.catalogue.metromap.faults import MapFault, refuse
from knowledge.catalogue.metromap.kept import drawn
from knowledge.catalogue.metromap.letters import LETTER_OF, OTHER, TYPE_OF
from knowledge.catalogue.metromap.naming import OURS
from knowledge.catalogue.snapshot import Catalogue
from knowledge.errors import UnknownThing
from knowledge.vocabulary import ModuleType

_Rgb = tuple[int, int, int]


def export_map(catalogue: Catalogue, map_id: str, drawing: dict[str, Any] | None = None) -> str:
    """The JSON of a map, for the designer.

    Args:
        catalogue: what the map, its lines and modules are taken from.
        map_id: the map.
        drawing: ``positions`` of an import; by default what the catalogue keeps of one. Lines whose drawing still
            shows their stations in order are drawn that way again; all others get a tidy drawing.

    Raises:
        UnknownThing: when there is no such map.
        MapFileError: when the drawing is not one that an import gave.
    """
    if map_id not in catalogue.maps:
        raise UnknownThing("map", map_id)
    metro_map = catalogue.maps[map_id]
    lines = {id: catalogue.line(id) for id in metro_map.lines}
    modules = {id: [station.module for station in line.stations] for id, line in lines.items()}
    picture = drawn(map_id, modules, metro_map.drawing if drawing is None else _kept(drawing))
    colours = _colours(lines)
    data = {
        "title": metro_map.name,
        "subTitle": metro_map.region,
        "dimensions": {"width": picture.width, "height": picture.height},
        **_ids(map_id, picture.external_id),
        "metroLines": [_line(catalogue, line, picture.lines[id], colours[id]) for id, line in lines.items()],
        "stations": [_station(catalogue, station, colours) for station in picture.stations],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _kept(drawing: dict[str, Any]) -> Drawing:
    try:
        return Drawing.model_validate(drawing)
    except ValidationError as error:
        faults = [
            MapFault("drawing", ".".join(map(str, one["loc"])) or "$", f"{one['msg']}.", "Import the map anew.")
            for one in error.errors(include_url=False)
        ]
        refuse(faults)


def _ids(id: str, external: str | None) -> dict[str, str]:
    outside = external or OURS + id
    return {"externalUniqueId": outside, "externalUniqueID": outside, "navigatorId": id}


def _colours(lines: Mapping[str, Line]) -> dict[str, _Rgb]:
    """A colour for each line; the designer takes two lines of one colour for one, so a twin is shifted."""
    found: dict[str, _Rgb] = {}
    taken: set[str] = set()
    for id, line in lines.items():
        red, green, blue = (int(line.colour[n : n + 2], 16) for n in (1, 3, 5))
        while _line_id((red, green, blue)) in taken:
            blue = (blue + 1) % 256
        found[id] = red, green, blue
        taken.add(_line_id(found[id]))
    return found


def _line_id(colour: _Rgb) -> str:
    return "metrolinergb{}{}{}".format(*colour)


def _line(catalogue: Catalogue, line: Line, picture: LineDrawing, colour: _Rgb) -> dict[str, Any]:
    return {
        "metroLineId": _line_id(colour),
        "name": line.name,
        "targetGroup": catalogue.target_groups[line.target_group].name,
        "color": dict(zip("rgb", colour, strict=True)),
        **_ids(line.id, picture.external_id),
        "segments": [_segment(polyline) for polyline in picture.polylines],
    }


def _segment(polyline: list[Spot]) -> dict[str, Any]:
    """A bend in both spellings: the designer saves x and y, and reads X and Y."""
    bends = [{"x": x, "y": y, "X": x, "Y": y} for x, y in polyline[1:-1]]
    (x1, y1), (x2, y2) = polyline[0], polyline[-1]
    return {"start": {"x": x1, "y": y1}, "end": {"x": x2, "y": y2}, "Segments": bends, "segments": bends}


def _station(catalogue: Catalogue, picture: StationDrawing, colours: Mapping[str, _Rgb]) -> dict[str, Any]:
    module = catalogue.module(picture.module)
    x, y = picture.position
    return {
        "name": module.name,
        "type": _letter(module.type, picture.letter),
        "position": {"x": x, "y": y},
        "orientation": picture.orientation,
        "shape": picture.shape,
        "width": picture.width,
        "date": "",
        "description": module.summary,
        "link": picture.link,
        "metroLines": [_line_id(colours[line]) for line in picture.lines],
        **_ids(module.id, picture.external_id),
        "navigatorType": module.type.value,
    }


def _letter(type_: ModuleType, drawn: str | None) -> str:
    """The letter of a type; for one without a letter what the file had, if that says nothing either."""
    letter = LETTER_OF[type_]
    return drawn if letter == OTHER and drawn in TYPE_OF and TYPE_OF[drawn] is None else letter
