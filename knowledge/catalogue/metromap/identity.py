"""Which id each line and station of a file gets: the one it had with us, a known one, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.catalogue.content import Content, Thing
from knowledge.catalogue.metromap.checking import name_key
from knowledge.catalogue.metromap.naming import free_id, own_id
from knowledge.catalogue.metromap.parsing import MapFile
from knowledge.catalogue.metromap.shape import MapHead, MapLine, MapStation


def module_ids(found: MapFile, known: Content) -> dict[int, str]:
    """The module of each station, by station number. Stations of one name are one module."""
    ids: dict[str, str] = {name_key(module.name): module.id for module in reversed(known.modules)}
    own = {n: _own(station, known.modules) for n, station in found.stations.items()}
    taken = {module.id for module in known.modules} | {id for id in own.values() if id}
    ids.update({name_key(found.stations[n].name): id for n, id in own.items() if id})
    for station in found.stations.values():
        key = name_key(station.name)
        if key not in ids:
            ids[key] = free_id(station.name, "module", taken)
            taken.add(ids[key])
    return {n: ids[name_key(station.name)] for n, station in found.stations.items()}


def line_ids(found: MapFile, known: Content) -> dict[int, str]:
    """The id of each line, by line number. Two lines of one name stay two lines."""
    ids = {n: id for n, line in found.lines.items() if (id := _own(line, known.lines))}
    by_name = {name_key(line.name): line.id for line in reversed(known.lines)}
    taken = {line.id for line in known.lines} | set(ids.values())
    for n, line in found.lines.items():
        match = by_name.get(name_key(line.name))
        if n not in ids:
            ids[n] = match if match and match not in ids.values() else free_id(line.name, "lijn", taken)
            taken.add(ids[n])
    return {n: ids[n] for n in found.lines}


def map_id(head: MapHead, known: Content) -> str:
    """The id of the map."""
    own = _own(head, known.maps)
    by_name = {name_key(one.name): one.id for one in reversed(known.maps)}
    title = head.title or ""
    return own or by_name.get(name_key(title)) or free_id(title, "metrokaart", {one.id for one in known.maps})


def _own(part: MapHead | MapLine | MapStation, known: Sequence[Thing]) -> str | None:
    """The id that this part had with us, marked as such or simply known."""
    id = own_id(part.navigator_id, part.external_id)
    return id or next((thing.id for thing in known if thing.id == part.external_id), None)
