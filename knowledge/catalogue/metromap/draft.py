"""What is shared by the makers of a draft: the file, what is known already, and the questions so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from knowledge.catalogue.content import Academy, Content, TargetGroup
from knowledge.catalogue.metromap.checking import name_key
from knowledge.catalogue.metromap.joining import Path
from knowledge.catalogue.metromap.order import Ordered
from knowledge.catalogue.metromap.parsing import MapFile
from knowledge.catalogue.metromap.questions import OpenQuestion, ask


@dataclass
class Draft:
    """A file being turned into a draft.

    Attributes:
        modules: the module id of each station, by station number.
        lines: the id of each line, by line number.
        orders: how the stations lie along each line, by line number, and the station numbers it speaks of.
    """

    found: MapFile
    paths: Mapping[int, Path]
    known: Content
    map_id: str
    modules: Mapping[int, str]
    lines: Mapping[int, str]
    orders: dict[int, tuple[list[int], Ordered]] = field(default_factory=dict)
    questions: list[OpenQuestion] = field(default_factory=list)

    def ask(self, where: str, template: str, **values: object) -> None:
        self.questions.append(ask(where, template, **values))

    def stops(self, number: int) -> list[int]:
        """The station numbers of a line, from its beginning to its end."""
        stations, ordered = self.orders[number]
        return [stations[n] for n in ordered.order]

    def name(self, station: int) -> str:
        return self.found.stations[station].name


def matching(text: str, things: Iterable[TargetGroup] | Iterable[Academy]) -> str | None:
    """The id of the only thing that has this very name, id, region or other word; never the likeliest."""
    key = name_key(text)
    found = [
        thing.id
        for thing in things
        if key in {name_key(word) for word in (thing.id, thing.name, *thing.also, getattr(thing, "region", ""))}
    ]
    return found[0] if text and len(found) == 1 else None
