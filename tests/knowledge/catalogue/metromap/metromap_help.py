"""Maps and a small catalogue to test with; a check of a file as the designer demands it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.catalogue.content import KINDS, Content
from knowledge.catalogue.reader import read_content
from knowledge.catalogue.snapshot import Catalogue

FILES = Path(__file__).parents[3] / "data" / "metromaps"
SHIPPED = Path(__file__).parents[4] / "knowledge" / "content"

TYPES = {"intro": "X", "meten": "W", "praten": "B", "oefenen": "P", "kijken": "E", "slot": "M"}
LINES = {
    "rood": ["intro", "meten", "slot"],
    "groen": ["intro", "kijken", "meten"],
    "blauw": ["praten", "oefenen"],
}


def read(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def three_lines() -> dict[str, Any]:
    data = json.loads(read("drie-lijnen.json"))
    assert isinstance(data, dict)
    return data


def small_content(lines: Mapping[str, Sequence[str]] = LINES) -> Content:
    """A catalogue of the lines given, one map ``kaart`` with all of them, and one of everything else."""
    modules = dict.fromkeys(module for line in lines.values() for module in line)
    return Content.model_validate(
        {
            "academies": [
                {
                    "id": "polder",
                    "name": "Academie Polderland",
                    "region": "Polder",
                    "city": "lelystad",
                    "email": "info@polder.example",
                    "description": "Een voorbeeld.",
                }
            ],
            "target_groups": [
                {"id": "monteurs", "name": "Monteurs", "also": ["technische dienst"], "roles": ["monteur"]},
                {"id": "leiding", "name": "Teamleiders", "also": ["ploegbazen"], "roles": ["teamleider"]},
            ],
            "modules": [
                {
                    "id": module,
                    "name": f"Module {module}",
                    "type": TYPES.get(module, "W"),
                    "hours": 3,
                    "summary": f"Je leert {module}.",
                    "owner": "polder",
                }
                for module in modules
            ],
            "lines": [
                {
                    "id": line,
                    "name": f"Lijn {line}",
                    "colour": f"#{20 * n + 10:02x}2040",
                    "goal": f"Je kunt {line}.",
                    "target_group": "monteurs",
                    "stations": [{"module": module, "phase": "content", "skip": "free"} for module in stops],
                }
                for n, (line, stops) in enumerate(lines.items())
            ],
            "maps": [
                {
                    "id": "kaart",
                    "name": "De kaart",
                    "description": "Een kaart.",
                    "region": "Polder",
                    "academy": "polder",
                    "lines": list(lines),
                }
            ],
        }
    )


def finished(draft: dict[str, Any]) -> Content:
    """The draft with every question answered, anyhow."""
    base = small_content().model_dump(mode="json")
    return Content.model_validate(
        base
        | {
            "maps": [{"description": "d", "region": "r", "academy": "polder"} | one for one in draft["maps"]],
            "lines": [
                {"goal": "g", "target_group": "monteurs"}
                | line
                | {"stations": [station | {"phase": "content"} for station in line["stations"]]}
                for line in draft["lines"]
            ],
            "modules": [{"hours": 3, "summary": "s", "owner": "polder", "type": "P"} | one for one in draft["modules"]],
        }
    )


@cache
def shipped_content() -> Content:
    """The catalogue that is shipped."""
    reading = read_content(SHIPPED)
    assert reading.faults == []
    return reading.content()


def catalogue_of(content: Content) -> Catalogue:
    kinds = [kind for kind in KINDS if kind != "offerings"]
    things = {kind: {thing.id: thing for thing in getattr(content, kind)} for kind in kinds}
    return Catalogue(version=1, **things)  # type: ignore[arg-type]


def stations_by_line(content: Mapping[str, Any]) -> dict[str, list[str]]:
    return {line["id"]: [station["module"] for station in line["stations"]] for line in content["lines"]}


def refused_by_designer(text: str) -> list[str]:
    """What the designer's import check would say of a file: every field that it demands."""
    data = json.loads(text)
    wrong = [key for key in ("title", "dimensions") if not data.get(key)]
    ids = {line["metroLineId"] for line in data["metroLines"]}
    for n, line in enumerate(data["metroLines"]):
        wrong += [f"{n}.{key}" for key in ("metroLineId", "name", "targetGroup", "segments") if not line.get(key)]
        wrong += [f"{n}.{shade}" for shade in "rgb" if not isinstance(line["color"].get(shade), int)]
        for segment in line["segments"]:
            wrong += [f"{n}.{end}" for end in ("start", "end") if {"x", "y"} - segment[end].keys()]
            wrong += [f"{n}.bend" for bend in segment["segments"] if {"X", "Y"} - bend.keys()]
    for n, station in enumerate(data["stations"]):
        wrong += [f"s{n}.{key}" for key in ("name", "type", "shape", "metroLines") if not station.get(key)]
        wrong += [f"s{n}.line" for id in station["metroLines"] if id not in ids]
        if station["orientation"] not in range(0, 360, 45) or {"x", "y"} - station["position"].keys():
            wrong.append(f"s{n}.place")
        if station["shape"] == "connection" and station["width"] <= 0:
            wrong.append(f"s{n}.width")
    return wrong
