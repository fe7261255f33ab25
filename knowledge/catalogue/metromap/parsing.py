"""From the text of a file to its parts, with every fault of form found on the way."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.catalogue.metromap.faults import MapFault, refuse
from knowledge.catalogue.metromap.naming import clean
from knowledge.catalogue.metromap.shape import MapHead, MapLine, MapStation

LARGEST = 2_000_000
"""The most characters of a file; a map of twenty lines has some 100,000."""

_MOST = {"metroLines": 50, "stations": 500}
"""More than any map has; the designer itself has 12 colours for lines."""

_Part = TypeVar("_Part", bound=BaseModel)


@dataclass
class MapFile:
    """What a file holds. Lines and stations keep their number in the file; broken ones are left out.

    ``line_ids`` are the ids of all lines, broken ones too; None when there is no telling.
    """

    file: str
    head: MapHead = field(default_factory=MapHead)
    lines: dict[int, MapLine] = field(default_factory=dict)
    stations: dict[int, MapStation] = field(default_factory=dict)
    line_ids: set[str] | None = None
    faults: list[MapFault] = field(default_factory=list)

    def fault(self, where: str, what: str, remedy: str) -> None:
        self.faults.append(MapFault(self.file, where, what, remedy))


def parse(text: str, file: str) -> MapFile:
    """The parts of a map file, with the faults of their form.

    Raises:
        MapFileError: when it is no JSON object of a map at all.
    """
    data = _object(text, file)
    found = MapFile(file)
    found.head = _part(MapHead, data, "", found) or MapHead()
    found.lines = _list(MapLine, data, "metroLines", found)
    found.stations = _list(MapStation, data, "stations", found)
    found.line_ids = _line_ids(data.get("metroLines"))
    return found


def _line_ids(lines: Any) -> set[str] | None:
    if lines is not None and (not isinstance(lines, list) or len(lines) > _MOST["metroLines"]):
        return None
    ids = (line.get("metroLineId") for line in lines or [] if isinstance(line, dict))
    return {str(id) for id in ids if isinstance(id, str | int)}


def _object(text: str, file: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        what = f"The file has {len(text)} characters, more than the {LARGEST} that a map can need."
        refuse([MapFault(file, "line 1", what, "Export the map anew from the designer.")])
    text = text.removeprefix("\ufeff")
    if not text.strip():
        refuse([MapFault(file, "line 1", "The file is empty.", "Export the map anew from the designer.")])
    data = _json(text, file)
    if not isinstance(data, dict):
        what = f"A map is an object, but here stands {_kind(data)}."
        refuse([MapFault(file, "$", what, "Choose the file that the designer's JSON export gives.")])
    if not {"title", "metroLines", "stations"} & data.keys():
        what = "This is no metro map: it has no title, no metroLines and no stations."
        refuse([MapFault(file, "$", what, "Choose the file that the designer's JSON export gives.")])
    return data


def _json(text: str, file: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        cut_off = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
        remedy = "The file seems to be cut off: export it anew." if cut_off else "Mend it here or just before."
        refuse([MapFault(file, where, f"This is not JSON: {error.msg}.", remedy)])
    except RecursionError:
        what = "This is not a map: its brackets are nested too deep."
        refuse([MapFault(file, "line 1", what, "Export the map anew from the designer.")])
    except ValueError as error:
        what = f"A number cannot be read: {str(error).split(';')[0]}."
        refuse([MapFault(file, "line 1", what, "Export the map anew from the designer.")])


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number in JSON")


def _list(model: type[_Part], data: dict[str, Any], key: str, found: MapFile) -> dict[int, _Part]:
    items = data.get(key)
    if items is None:
        return {}
    if not isinstance(items, list):
        found.fault(key, f"`{key}` is {_kind(items)}.", "Make it a list.")
        return {}
    if len(items) > _MOST[key]:
        found.fault(key, f"`{key}` has {len(items)} parts.", f"Keep at most {_MOST[key]} on one map.")
        return {}
    parts = {n: _part(model, item, f"{key}[{n}]", found) for n, item in enumerate(items)}
    return {n: part for n, part in parts.items() if part is not None}


def _part(model: type[_Part], item: Any, where: str, found: MapFile) -> _Part | None:
    try:
        return model.model_validate(item)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            what, remedy = _words(one["type"], one["msg"], one.get("input"), one.get("ctx", {}))
            found.fault(_path(where, one["loc"]), what, remedy)
        return None


def _path(where: str, place: tuple[str | int, ...]) -> str:
    for step in place:
        where += f"[{step}]" if isinstance(step, int) else f".{step}"
    return where.removeprefix(".") or "$"


def _words(type_: str, message: str, given: Any, limits: dict[str, Any]) -> tuple[str, str]:
    if type_ == "missing":
        return "It is missing.", "Add it; the designer demands it too."
    if type_ in ("string_too_short", "too_short"):
        return "It is empty.", "Fill it in; the designer demands it too."
    if type_ in ("string_too_long", "too_long"):
        return f"It is too long: at most {limits['max_length']}.", "Shorten it."
    if type_ == "value_error":
        return f"It cannot be so: {message.removeprefix('Value error, ')}.", "Change it."
    if type_.endswith(("_type", "_attributes_type")):
        wanted = _WANTED.get(type_, "something else")
        return f"Here stands {_kind(given)}, and it must be {wanted}.", "Correct it."
    return f"{message}; here stands {clean(json.dumps(given, ensure_ascii=False)[:60])}.", "Correct it."


_WANTED = {
    "string_type": "text",
    "float_type": "a number",
    "list_type": "a list",
    "model_type": "an object",
    "model_attributes_type": "an object",
}


def _kind(value: Any) -> str:
    if value is None:
        return "nothing (null)"
    kinds = {bool: "true or false", str: "text", list: "a list", dict: "an object"}
    return kinds.get(type(value), "a number")
