"""Holds the catalogue to the concept's design rules, and names each fault with its file and line.

What one thing must look like stands in ``content``; here are the rules between things. Source of the
rules: the design principles of the metro line in the concept of Smart Makers Academy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from knowledge.catalogue.content import (
    Academy,
    FollowUp,
    Line,
    MetroMap,
    Module,
    OfferingRule,
    Persona,
    TargetGroup,
)
from knowledge.catalogue.faults import Fault
from knowledge.catalogue.planning import coincide
from knowledge.catalogue.reader import Reading, read_content
from knowledge.catalogue.shaping import Written
from knowledge.catalogue.yaml_lines import Location
from knowledge.vocabulary import FollowUpKind, ModuleType, Phase

Ids = dict[str, dict[str, Written]]
Reference = tuple[Location, str, tuple[str, ...]]
"""A place within a thing, the id that stands there, and the kinds it may be of."""


def check_content(path: Path) -> Reading:
    """Reads the catalogue and adds every fault of the rules; ``faults`` is sorted by file and line."""
    reading = read_content(path)
    ids = _by_id(reading)
    for written in reading.written:
        reading.faults.extend(_dangling(written, ids, reading.perhaps))
        rule = _RULES.get(type(written.thing))
        if rule:
            reading.faults.extend(rule(written, ids))
    reading.faults.extend(_doubled_offerings(reading))
    reading.faults.sort()
    return reading


def _by_id(reading: Reading) -> Ids:
    ids: Ids = {}
    for written in reading.written:
        id = getattr(written.thing, "id", None)
        if id is None:
            continue
        first = ids.setdefault(written.kind, {}).setdefault(id, written)
        if first is not written:
            reading.faults.append(
                written.fault(
                    ("id",),
                    f"The id `{id}` is already used in {written.kind}, in {first.file}:{first.line()}.",
                    "Give one of the two another id.",
                )
            )
    return ids


def _dangling(written: Written, ids: Ids, perhaps: set[str]) -> Iterator[Fault]:
    for place, id, kinds in _references(written.thing):
        if id not in perhaps and not any(id in ids.get(kind, {}) for kind in kinds):
            yield written.fault(
                place,
                f"`{id}` does not exist in {' or '.join(kinds)}.",
                "Correct the name, or add what it names.",
            )


def _references(thing: object) -> Iterator[Reference]:
    for field in ("skills", "teaches", "expects"):
        for skill in getattr(thing, field, {}):
            yield (field, skill), skill, ("skills",)
    for field, kinds in _NAMES.get(type(thing), {}).items():
        value = getattr(thing, field)
        if isinstance(value, str):
            yield (field,), value, kinds
        elif isinstance(value, list):
            for index, id in enumerate(value):
                yield (field, index), id, kinds
    if isinstance(thing, Line):
        for index, station in enumerate(thing.stations):
            yield ("stations", index, "module"), station.module, ("modules",)


_OWNERS = ("academies", "partners")
_NAMES: dict[type, dict[str, tuple[str, ...]]] = {
    TargetGroup: {"roles": ("roles",)},
    Persona: {"target_groups": ("target_groups",)},
    Academy: {"city": ("places",), "partners": ("partners",)},
    Module: {"owner": _OWNERS, "partners": _OWNERS, "recognition": ("recognitions",)},
    Line: {
        "target_group": ("target_groups",),
        "transition": ("transitions",),
        "academies": ("academies",),
        "recognition": ("recognitions",),
        "follow_ups": ("follow_ups",),
    },
    MetroMap: {"academy": ("academies",), "lines": ("lines",)},
    FollowUp: {"provider": _OWNERS, "line": ("lines",), "place": ("places",)},
    OfferingRule: {
        "module": ("modules",),
        "academy": ("academies",),
        "town": ("places",),
        "owner": _OWNERS,
        "partners": _OWNERS,
    },
}


def _check_module(written: Written, _ids: Ids) -> Iterator[Fault]:
    module = written.thing
    assert isinstance(module, Module)  # noqa: S101  # the table of rules pairs them
    for skill, level in module.expects.items():
        if skill in module.teaches and module.teaches[skill].rank <= level.rank:
            yield written.fault(
                ("expects", skill),
                f"Module `{module.id}` expects `{skill}` at {level}, no lower than what it teaches.",
                "Expect a lower level, or teach a higher one.",
            )
    if not module.teaches and module.type not in _MAY_TEACH_NOTHING:
        yield written.fault(
            (), f"Module `{module.id}` teaches no skill.", "Add `teaches` with at least one skill and level."
        )


_MAY_TEACH_NOTHING = (ModuleType.EXPERIENCE, ModuleType.MEETING, ModuleType.DINNER)


def _check_line(written: Written, _ids: Ids) -> Iterator[Fault]:
    line = written.thing
    assert isinstance(line, Line)  # noqa: S101  # the table of rules pairs them
    order = list(Phase)
    furthest = 0
    seen: set[str] = set()
    for index, station in enumerate(line.stations):
        at = order.index(station.phase)
        if at < furthest:
            yield written.fault(
                ("stations", index, "phase"),
                f"On line `{line.id}` the phase {station.phase} comes after {order[furthest]}.",
                "Put the stations in the order inspiration, learning_question, content, conclusion.",
            )
        furthest = max(furthest, at)
        if station.module in seen:
            yield written.fault(
                ("stations", index, "module"),
                f"Line `{line.id}` stops at `{station.module}` twice.",
                "Keep one of the two stations.",
            )
        seen.add(station.module)
    if not any(station.phase == Phase.CONTENT for station in line.stations):
        yield written.fault(("stations",), f"Line `{line.id}` has no content.", "Add a station of phase content.")


def _check_map(written: Written, _ids: Ids) -> Iterator[Fault]:
    metro_map = written.thing
    assert isinstance(metro_map, MetroMap)  # noqa: S101  # the table of rules pairs them
    if len(set(metro_map.lines)) < len(metro_map.lines):
        yield written.fault(("lines",), f"Map `{metro_map.id}` names a line twice.", "Name each line once.")


def _check_follow_up(written: Written, _ids: Ids) -> Iterator[Fault]:
    follow_up = written.thing
    assert isinstance(follow_up, FollowUp)  # noqa: S101  # the table of rules pairs them
    if (follow_up.kind == FollowUpKind.LINE) != (follow_up.line is not None):
        yield written.fault(
            ("kind",),
            f"Follow-up `{follow_up.id}` must name a `line` when, and only when, its kind is line.",
            "Add `line`, or change the kind.",
        )


def _check_offering(written: Written, ids: Ids) -> Iterator[Fault]:
    rule = written.thing
    assert isinstance(rule, OfferingRule)  # noqa: S101  # the table of rules pairs them
    found = ids.get("modules", {}).get(rule.module)
    module = found.thing if found else None
    if not isinstance(module, Module):
        return
    if rule.when and rule.when.hours != module.hours:
        yield written.fault(
            ("when", "at"),
            f"This offering of `{module.id}` lasts {rule.when.hours:g} hours, the module {module.hours:g}.",
            "Make the two the same.",
        )
    if rule.self_paced and module.type != ModuleType.E_LEARNING:
        yield written.fault(
            ("self_paced",),
            f"`{module.id}` is no e-learning, so it needs dates.",
            "Give `when`, or make the module type E.",
        )


_Rule = Callable[[Written, Ids], Iterator[Fault]]
_RULES: dict[type, _Rule] = {
    Module: _check_module,
    Line: _check_line,
    MetroMap: _check_map,
    FollowUp: _check_follow_up,
    OfferingRule: _check_offering,
}


def _doubled_offerings(reading: Reading) -> Iterator[Fault]:
    """Two rules that plan a module in one town of one academy on the same moments are one too many."""
    seen: dict[tuple[str, str], list[tuple[OfferingRule, Written]]] = {}
    for written in reading.written:
        rule = written.thing
        if not isinstance(rule, OfferingRule):
            continue
        others = seen.setdefault((rule.module, rule.academy), [])
        first = next((one for other, one in others if coincide(other, rule)), None)
        others.append((rule, written))
        if first is not None:
            yield written.fault(
                (),
                f"This offering of `{rule.module}` falls on the same moments as {first.file}:{first.line()}.",
                "Give it another day or time, or remove one of the two.",
            )
