"""Gives the plain data of a file its shape: each thing with its lines, and a fault for what has none."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from knowledge.catalogue.content import KINDS
from knowledge.catalogue.faults import Fault
from knowledge.catalogue.yaml_lines import Location, Parsed

_A_KEY = re.compile(r"`(\w+)")


@dataclass(frozen=True)
class Written:
    """One thing as it stands in a file, with the lines of its parts by their place within it."""

    thing: BaseModel
    kind: str
    file: str
    lines: dict[Location, int]

    def line(self, *place: str | int) -> int:
        """The line of a part, or of the nearest whole that has one."""
        return _nearest(self.lines, place)

    def fault(self, place: Location, what: str, remedy: str) -> Fault:
        return Fault(self.file, self.line(*place), what, remedy)


def things(parsed: Parsed) -> Iterator[Written]:
    """The things of a file that have the right shape; the faults of the others are added to it."""
    data, kinds = parsed.data, ", ".join(KINDS)
    if not isinstance(data, dict):
        if not parsed.faults:
            parsed.fault(1, "A content file must begin with a kind.", f"Begin with one of: {kinds}.")
        return
    example = data.pop("example", False)
    if not isinstance(example, bool):
        parsed.fault(parsed.lines[("example",)], "`example` is either true or false.", "Write `true`.")
    if not data:
        parsed.fault(1, "The file is empty.", "Write something in it, or remove it.")
    for kind, items in data.items():
        line = parsed.lines[(kind,)]
        if kind not in KINDS:
            parsed.fault(line, f"`{kind}` is no kind of thing.", f"Use one of: {kinds}.")
        elif not isinstance(items, list):
            parsed.fault(line, f"`{kind}` must be a list.", "Begin each thing with `- `.")
        else:
            yield from _things_of(kind, items, example is True, parsed)


def _things_of(kind: str, items: list[Any], example: bool, parsed: Parsed) -> Iterator[Written]:
    lines_of: dict[str | int, dict[Location, int]] = {}
    for place, line in parsed.lines.items():
        if len(place) > 1 and place[0] == kind:
            lines_of.setdefault(place[1], {})[place[2:]] = line
    for index, item in enumerate(items):
        own = lines_of[index]
        thing = _thing(kind, item, example, own, parsed)
        if thing is not None:
            yield Written(thing, kind, parsed.file, own)


def _thing(kind: str, item: Any, example: bool, lines: dict[Location, int], parsed: Parsed) -> BaseModel | None:
    if example and isinstance(item, dict):
        item = {"example": True, **item} if "example" in KINDS[kind].model_fields else item
    try:
        return KINDS[kind].model_validate(item)
    except ValidationError as error:
        for fault in error.errors():
            place = tuple(part for part in fault["loc"] if part != "[key]")
            where = f" `{'.'.join(str(part) for part in place)}`:" if place else ""
            message = fault["msg"].removeprefix("Value error, ")
            parsed.fault(
                _nearest(lines, (*place, *_first_key(message))),
                f"In {kind}, {_name(item)}:{where} {message}.",
                _remedy(fault["type"], fault.get("input")),
            )
        return None


def _name(item: Any) -> str:
    """What a person calls a thing that has not the right shape; an offering goes by its module."""
    if isinstance(item, dict):
        return str(item.get("id") or item.get("module") or "without an id")
    return reprlib.repr(item)


def _first_key(message: str) -> Location:
    """The key that a message about a whole thing begins with or names first, between backticks."""
    named = _A_KEY.search(message)
    return (named[1],) if named else ()


def _remedy(type_: str, given: object) -> str:
    shown = reprlib.repr(given)
    remedies = {
        "missing": "Add it.",
        "extra_forbidden": "Remove it, or correct its spelling.",
        "value_error": "Correct it as it says.",
        "string_pattern_mismatch": f"It is {shown}; write it in the form that the content guide shows.",
    }
    return remedies.get(type_, "Change it." if isinstance(given, list | dict) else f"It is {shown}; change it.")


def _nearest(lines: dict[Location, int], place: Location) -> int:
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)
