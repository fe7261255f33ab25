"""The official files of the standard: what an answer must look like, and which words it knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

COURSE_OFFERING = "#/components/schemas/CourseOffering"
DATA = Path(__file__).parents[3] / "data" / "ooapi"
FILES = {"v5": "ooapi-v5.json", "v6": "oeapi-v6.json"}
OURS = {
    "v5": (
        "/",
        "/organizations",
        "/organizations/{organizationId}",
        "/organizations/{organizationId}/programs",
        "/organizations/{organizationId}/courses",
        "/organizations/{organizationId}/offerings",
        "/programs",
        "/programs/{programId}",
        "/programs/{programId}/courses",
        "/programs/{programId}/offerings",
        "/courses",
        "/courses/{courseId}",
        "/courses/{courseId}/offerings",
        "/offerings/{offeringId}",
    ),
    "v6": (
        "/",
        "/organisations",
        "/organisations/{organisationId}",
        "/organisations/{organisationId}/programmes",
        "/organisations/{organisationId}/courses",
        "/organisations/{organisationId}/course-offerings",
        "/programmes",
        "/programmes/{programmeId}",
        "/programmes/{programmeId}/courses",
        "/programmes/{programmeId}/programme-offerings",
        "/courses",
        "/courses/{courseId}",
        "/courses/{courseId}/course-offerings",
        "/course-offerings/{courseOfferingId}",
        "/learning-outcomes",
        "/learning-outcomes/{learningOutcomeId}",
    ),
}
"""The paths of the standard that are served."""


@cache
def document(version: str) -> dict[str, Any]:
    """The official file, but for one thing.

    Version 5 wants of an offering that exactly one of three schemas fits, and an offering of a course fits that of a
    program too; ``offeringType`` tells them apart. So there one of them is enough.
    """
    found: dict[str, Any] = json.loads((DATA / FILES[version]).read_text(encoding="utf-8"))
    return found if version == "v6" else _any_offering(found)


def _any_offering(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_any_offering(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _any_offering(value) for key, value in schema.items()}
    ways = found.get("oneOf")
    if isinstance(ways, list) and COURSE_OFFERING in [one.get("$ref") for one in ways]:
        found["anyOf"] = found.pop("oneOf")
    return found


def served(version: str) -> dict[str, Any]:
    """The official file with only what is served, at the address where it is served."""
    whole = document(version)
    paths = {path: {"get": _plain(whole["paths"][path]["get"])} for path in OURS[version]}
    return {**whole, "servers": [{"url": f"/ooapi/{version}"}], "paths": paths}


def _plain(operation: dict[str, Any]) -> dict[str, Any]:
    """Without the filters that a server may leave out; they are passed over, and slow to make up."""
    asked = operation.get("parameters", [])
    return operation | {"parameters": [one for one in asked if "filterQuery" not in one.get("$ref", "")]}


def faults(version: str, path: str, status: int, answer: Any) -> list[str]:
    """What the official file has against this answer, and every word in it that the file doesn't know."""
    schema = _schema(version, path, status)
    found = _validator(version, path, status).iter_errors(answer)
    wrong = [f"{error.instance_path}: {error.message[:300]}" for error in found]
    return wrong + [f"{place}: not in the standard" for place in _unknown(version, schema, answer, "$")]


def _schema(version: str, path: str, status: int) -> dict[str, Any]:
    """Of the one kind of content that the file has for this status."""
    said = document(version)["paths"][path]["get"]["responses"][str(status)]
    (content,) = _followed(version, said)["content"].values()
    schema: dict[str, Any] = content["schema"]
    return schema


@cache
def _validator(version: str, path: str, status: int) -> jsonschema_rs.Draft202012Validator:
    schema = {"allOf": [_schema(version, path, status)], "components": document(version)["components"]}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def _followed(version: str, schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = document(version)
        for word in schema["$ref"].removeprefix("#/").split("/"):
            found = found[word]
        schema = found
    return schema


def _unknown(version: str, schema: dict[str, Any], answer: Any, place: str) -> Iterator[str]:
    """Where the answer uses a word that none of the schemas has for it; ``ext`` is free."""
    if isinstance(answer, list):
        inside = [one["items"] for one in _branches(version, schema) if "items" in one]
        for n, one in enumerate(answer):
            yield from _unknown(version, {"anyOf": inside}, one, f"{place}[{n}]")
    if not isinstance(answer, dict):
        return
    known: dict[str, list[Any]] = {}
    for branch in _branches(version, schema):
        for name, one in branch.get("properties", {}).items():
            known.setdefault(name, []).append(one)
    for name, value in answer.items():
        if name not in known:
            yield f"{place}.{name}"
        elif name != "ext":
            yield from _unknown(version, {"anyOf": known[name]}, value, f"{place}.{name}")


def _branches(version: str, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and everything that it is made of."""
    schema = _followed(version, schema)
    yield schema
    for way in ("allOf", "oneOf", "anyOf"):
        for one in schema.get(way, []):
            yield from _branches(version, one)
