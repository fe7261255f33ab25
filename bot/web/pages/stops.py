"""Stations and lines as the pages list them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.web.pages.dates import Date
from knowledge.catalogue.content import Line, Module, Station
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.own import Own, State
from knowledge.vocabulary import Skip


@dataclass(frozen=True)
class Stop:
    """A station of a line: ``others`` are lines to change to, ``first`` its first date, ``fits`` what was chosen."""

    number: int
    module: Module
    station: Station
    others: Sequence[Line]
    first: Date | None = None
    fits: bool = True
    state: State | None = None

    @property
    def costs_recognition(self) -> bool:
        return self.station.skip is Skip.COSTS_RECOGNITION


@dataclass(frozen=True)
class Ride:
    """A line with its stops; ``hours`` of learning in all."""

    line: Line
    hours: float
    for_whom: str
    recognition: str
    stops: Sequence[Stop]


def ride(
    catalogue: Catalogue,
    line: Line,
    *,
    firsts: Mapping[str, Date] | None = None,
    fitting: Collection[str] | None = None,
    own: Own | None = None,
) -> Ride:
    """A line as it is listed, with what is known of its stations."""
    group = catalogue.target_groups.get(line.target_group)
    recognition = catalogue.recognitions.get(line.recognition or "")
    stops = [
        Stop(
            number=n,
            module=catalogue.module(one.module),
            station=one,
            others=[catalogue.lines[id] for id in catalogue.lines_of[one.module] if id != line.id],
            first=(firsts or {}).get(one.module),
            fits=fitting is None or one.module in fitting,
            state=own.state(one.module) if own else None,
        )
        for n, one in enumerate(line.stations, 1)
    ]
    return Ride(
        line=line,
        hours=catalogue.line_hours(line),
        for_whom=group.name if group else "",
        recognition=recognition.name if recognition else "",
        stops=stops,
    )


def maps_of(catalogue: Catalogue, line: str) -> list[tuple[str, str]]:
    """The maps that a line is on, each its id and name."""
    return [(one.id, one.name) for one in catalogue.maps.values() if line in one.lines]
