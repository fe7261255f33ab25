"""The lines of a draft: their stations in order, and what the file doesn't tell of each."""

from __future__ import annotations

from typing import Any

from knowledge.catalogue.content import Line
from knowledge.catalogue.metromap.checking import name_key, stations_of
from knowledge.catalogue.metromap.draft import Draft, matching
from knowledge.catalogue.metromap.order import Stop, order_stops
from knowledge.catalogue.metromap.questions import LINE, STATION
from knowledge.catalogue.metromap.shape import Colour, MapLine, MapStation


def put_in_order(draft: Draft) -> None:
    """Fills ``draft.orders``."""
    for number, line in draft.found.lines.items():
        stations = stations_of(draft.found, line)
        stops = [stop_of(draft.found.stations[n]) for n in stations]
        draft.orders[number] = stations, order_stops(draft.paths[number], stops)


def stop_of(station: MapStation) -> Stop:
    position = (station.position.x, station.position.y)
    return Stop(position, station.shape, station.orientation, station.width or 0)


def draft_lines(draft: Draft) -> list[dict[str, Any]]:
    """The lines, in the order of the file; a line that the catalogue has brings what is known of it."""
    known = {line.id: line for line in draft.known.lines}
    return [_line(draft, n, line, known.get(draft.lines[n])) for n, line in draft.found.lines.items()]


def _line(draft: Draft, number: int, line: MapLine, known: Line | None) -> dict[str, Any]:
    id = draft.lines[number]
    modules = [draft.modules[stop] for stop in draft.stops(number)]
    found: dict[str, Any] = known.model_dump(mode="json", exclude_defaults=True) if known else {"id": id}
    found.setdefault("name", line.name)
    found.setdefault("colour", hex_of(line.color))
    group = matching(line.target_group, draft.known.target_groups)
    if group:
        found.setdefault("target_group", group)
    same = known is not None and [station.module for station in known.stations] == modules
    if known:
        _compare(draft, line, known, group, same)
    for field in ("goal", "target_group", "transition", "academies"):
        if field not in found and not known:
            draft.ask(f"lines/{id}/{field}", LINE[field], name=line.name, group=line.target_group)
    if not same:
        _doubts(draft, number, line)
    found["stations"] = _stations(draft, number, line, known)
    return found


def _stations(draft: Draft, number: int, line: MapLine, known: Line | None) -> list[dict[str, Any]]:
    where = f"lines/{draft.lines[number]}/stations"
    there = {station.module: station for station in known.stations} if known else {}
    stations: list[dict[str, Any]] = []
    for stop in draft.stops(number):
        module = draft.modules[stop]
        if module in there:
            stations.append(there[module].model_dump(mode="json"))
        else:
            stations.append({"module": module})
            draft.ask(f"{where}/{module}/phase", STATION["phase"], station=draft.name(stop), name=line.name)
    if any("skip" not in station for station in stations):
        draft.ask(where, LINE["skip"], name=line.name)
    if not stations:
        draft.ask(where, LINE["no_stations"], name=line.name)
    return stations


def _compare(draft: Draft, line: MapLine, known: Line, group: str | None, same: bool) -> None:
    where = f"lines/{known.id}"
    if name_key(line.name) != name_key(known.name):
        draft.ask(f"{where}/name", LINE["renamed"], name=line.name, there=known.name)
    if group and group != known.target_group:
        draft.ask(
            f"{where}/target_group",
            LINE["group_differs"],
            name=line.name,
            group=line.target_group,
            there=known.target_group,
        )
    if not same:
        there = ", ".join(station.module for station in known.stations)
        draft.ask(f"{where}/stations", LINE["differs"], name=line.name, there=there)


def _doubts(draft: Draft, number: int, line: MapLine) -> None:
    """Asks about everything that makes the order of a line less than sure."""
    where = f"lines/{draft.lines[number]}/stations"
    stations, ordered = draft.orders[number]
    names = [draft.name(stop) for stop in draft.stops(number)]
    if draft.paths[number].gaps and len(names) > 1:
        draft.ask(where, LINE["gaps"], name=line.name, order=", ".join(names))
    if not ordered.ends_known and len(names) > 1:
        draft.ask(where, LINE["direction"], name=line.name, first=names[0])
    for n, off in ordered.far.items():
        _ask_of(draft, where, "far", stations[n], line, pixels=round(off))
    for a, b in ordered.level:
        _ask_of(draft, where, "level", stations[a], line, other=draft.name(stations[b]))
    for n in ordered.misplaced:
        _ask_of(draft, where, "misplaced", stations[n], line)


def _ask_of(draft: Draft, where: str, what: str, stop: int, line: MapLine, **values: object) -> None:
    place = f"{where}/{draft.modules[stop]}"
    draft.ask(place, STATION[what], station=draft.name(stop), name=line.name, **values)


def hex_of(colour: Colour) -> str:
    return "#" + "".join(f"{round(shade):02x}" for shade in (colour.r, colour.g, colour.b))
