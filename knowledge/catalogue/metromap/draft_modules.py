"""The modules of a draft: one for every name on the map that the catalogue doesn't have yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.catalogue.content import Module
from knowledge.catalogue.metromap.checking import name_key
from knowledge.catalogue.metromap.draft import Draft
from knowledge.catalogue.metromap.letters import TYPE_OF
from knowledge.catalogue.metromap.questions import KNOWN_MODULE, MODULE, TEXTS
from knowledge.catalogue.metromap.shape import MapStation
from knowledge.vocabulary import DUTCH, ModuleType

PLACEHOLDERS = {"beschrijving", "Maandag 1 januari 2000 | 00:00", "Stationsnaam"}
"""What the designer fills in itself for a new station; it tells nothing."""

LONGEST_SUMMARY = 600


def draft_modules(draft: Draft) -> list[dict[str, Any]]:
    """The new modules, in the order of the lines; asks what is missing, of known ones what differs."""
    known = {module.id: module for module in draft.known.modules}
    modules = []
    for id, stations in _by_module(draft).items():
        if id in known:
            _compare(draft, known[id], stations)
        else:
            modules.append(_new(draft, id, stations))
        if not any(rule.module == id for rule in draft.known.offerings):
            for date in _told(station.date for station in stations):
                draft.ask(f"offerings/{id}", TEXTS["date"], name=stations[0].name, date=date)
    return modules


def _by_module(draft: Draft) -> dict[str, list[MapStation]]:
    found: dict[str, list[MapStation]] = {}
    along = [stop for line in draft.orders for stop in draft.stops(line)]
    for stop in dict.fromkeys(along):
        found.setdefault(draft.modules[stop], []).append(draft.found.stations[stop])
    return found


def _new(draft: Draft, id: str, stations: list[MapStation]) -> dict[str, Any]:
    name = stations[0].name
    module: dict[str, Any] = {"id": id, "name": name}
    if name in PLACEHOLDERS:
        draft.ask(f"modules/{id}/name", TEXTS["placeholder"], name=name)
    types = _types(stations)
    if len(types) == 1:
        module["type"] = types.pop().value
    summaries = _told(station.description for station in stations)
    if summaries:
        module["summary"] = summaries[0]
        _ask_of_summary(draft, id, name, summaries)
    letters = ", ".join(sorted({station.type for station in stations}))
    for field in ("type", "hours", "summary", "teaches", "owner"):
        if field not in module:
            draft.ask(f"modules/{id}/{field}", MODULE[field], name=name, letters=letters)
    return module


def _ask_of_summary(draft: Draft, id: str, name: str, summaries: list[str]) -> None:
    where = f"modules/{id}/summary"
    if len(summaries[0]) > LONGEST_SUMMARY:
        draft.ask(where, TEXTS["long"], name=name, length=len(summaries[0]))
    for other in summaries[1:]:
        draft.ask(where, TEXTS["several"], name=name, other=other)


def _compare(draft: Draft, module: Module, stations: list[MapStation]) -> None:
    name = stations[0].name
    if name_key(name) != name_key(module.name):
        draft.ask(f"modules/{module.id}/name", KNOWN_MODULE["name"], name=name, there=module.name)
    for type_ in sorted(_types(stations) - {module.type}):
        draft.ask(
            f"modules/{module.id}/type",
            KNOWN_MODULE["type"],
            name=module.name,
            type=DUTCH[type_],
            there=DUTCH[module.type],
        )


def _types(stations: list[MapStation]) -> set[ModuleType]:
    """The types that the stations of a module tell; our own word counts where the letter tells nothing."""
    return {type_ for station in stations if (type_ := _type(station)) is not None}


def _type(station: MapStation) -> ModuleType | None:
    told = TYPE_OF[station.type]
    if told is None and station.navigator_type in {type_.value for type_ in ModuleType}:
        return ModuleType(station.navigator_type)
    return told


def _told(texts: Iterator[str | None]) -> list[str]:
    """The different texts that somebody really wrote."""
    return [text for text in dict.fromkeys(texts) if text and text not in PLACEHOLDERS]
