"""How much of a kept drawing still fits the catalogue; the rest is drawn anew below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.catalogue.metromap.drawing import Drawing, StationDrawing
from knowledge.catalogue.metromap.joining import join
from knowledge.catalogue.metromap.layout import lay_out
from knowledge.catalogue.metromap.order import Stop, order_stops
from knowledge.catalogue.metromap.tangles import Tangle

Lines = Mapping[str, Sequence[str]]
"""The module ids of each line, in order."""


def drawn(map_id: str, lines: Lines, kept: Drawing | None) -> Drawing:
    """A drawing of these lines. A line keeps its drawing as long as that shows its stations in their order.

    A module that is on both a kept and a new line is then drawn on each, since they need not meet.
    """
    fitting = [line for line in lines if kept and _fits(kept, line, lines[line])]
    if kept is None or not fitting:
        fresh = lay_out(map_id, lines)
        return fresh.model_copy(update={"external_id": kept.external_id if kept else None})
    rest = {line: modules for line, modules in lines.items() if line not in fitting}
    old = _only(kept, fitting)
    if not any(rest.values()):
        return old
    new = lay_out(map_id, rest, top=round(kept.height))
    return old.model_copy(
        update={
            "width": max(old.width, new.width),
            "height": new.height,
            "lines": {line: {**old.lines, **new.lines}[line] for line in lines if lines[line] or line in old.lines},
            "stations": [*old.stations, *new.stations],
        }
    )


def still_holds(lines: Lines, kept: Drawing) -> bool:
    """Whether a drawing shows every one of these lines with its stations in their order."""
    return all(_fits(kept, line, modules) for line, modules in lines.items() if modules)


def _fits(kept: Drawing, line: str, modules: Sequence[str]) -> bool:
    if line not in kept.lines:
        return False
    stations = [station for station in kept.stations if line in station.lines]
    path = join(kept.lines[line].polylines)
    if isinstance(path, Tangle):
        return False
    order = order_stops(path, [_stop(station) for station in stations]).order
    return [stations[n].module for n in order] == list(modules)


def _stop(station: StationDrawing) -> Stop:
    return Stop(station.position, station.shape, station.orientation, station.width)


def _only(kept: Drawing, fitting: Sequence[str]) -> Drawing:
    stations = []
    for station in kept.stations:
        lines = [line for line in station.lines if line in fitting]
        if lines:
            stations.append(station.model_copy(update={"lines": lines}))
    return kept.model_copy(update={"lines": {line: kept.lines[line] for line in fitting}, "stations": stations})
