"""The cases of ``tests/data/recognizers-nl``: what is expected of a text, in the terms of our own reader."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from knowledge.clock import AMSTERDAM

FOLDER = Path(__file__).parents[1] / "data" / "recognizers-nl"
NO_TIME = "2020-01-01T00:00:00"
NAMES = {"datetimeV2.daterange": "daterange", "datetimeV2.date": "date", "datetimeV2.time": "time",
         "datetimeV2.timerange": "timerange", "datetimeV2.duration": "duration", "datetimeV2.set": "set"}  # fmt: skip
OUT = ("datetimeV2.datetime", "datetimeV2.datetimerange", "datetimeV2.timezone")
"""A day with an hour in one value: this domain keeps the day and the hour apart, for either alone picks a session."""

SIDES = {("08:00:00", "10:00:00"): " start", ("10:00:00", "12:00:00"): " end", ("12:00:00", "14:00:00"): " start",
         ("14:00:00", "16:00:00"): " end", ("16:00:00", "18:00:00"): " start", ("18:00:00", "20:00:00"): " end",
         ("20:00:00", "22:00:00"): " start", ("22:00:00", "23:59:59"): " end"}  # fmt: skip
"""The early or late half of a part of the day, which the TIMEX of a parser does not show but its hours do."""

Said = tuple[str, Any]
"""A kind and an exact value."""


@dataclass(frozen=True)
class Case:
    """A text and what must be found in it.

    Attributes:
        kind: under which it is counted.
        only: the kinds that are compared; of any other nothing is asked.
        first_only: only the first of the readings of a time is given in the case.
        expected: every value, sorted by its text; spans: their words, lower case.
    """

    kind: str
    text: str
    now: datetime
    only: frozenset[str]
    first_only: bool
    expected: tuple[Said, ...]
    spans: tuple[str, ...]

    @property
    def held_out(self) -> bool:
        """Whether the case is of the quarter that nobody looks at: by the first byte of a hash of its text."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 4 == 3


def cases() -> Iterator[Case]:
    """All cases of the kinds that count."""
    for file, kind in (("NumberModel", "number"), ("OrdinalModel", "ordinal")):
        for one in _read(file):
            yield _case(one, kind, frozenset({kind}), [_amount(result, kind) for result in one["Results"]])
    for file, kind in (
        ("DurationParser", "duration"),
        ("SetParser", "set"),
        ("TimePeriodParser", "timerange"),
        ("HolidayParser", "holiday"),
    ):
        for one in _read(file):
            yield _case(one, kind, frozenset({kind}), [_parsed(result, kind) for result in one["Results"]])
    for one in _read("DateTimeModel"):
        kinds = [result.get("TypeName") or "" for result in one["Results"]]
        if all(kind in NAMES for kind in kinds):
            counted = NAMES[kinds[0]] if kinds else "none"
            yield _case(one, counted, frozenset(NAMES.values()), [_resolved(result) for result in one["Results"]])


def _read(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{file}.json").read_text("utf-8-sig"))
    return found


def _case(one: dict[str, Any], kind: str, only: frozenset[str], said: list[Said | None]) -> Case:
    moment = (one.get("Context") or {}).get("ReferenceDateTime", NO_TIME)[:19]
    now = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    expected = tuple(sorted((value for value in said if value), key=str))
    spans = tuple(sorted(result["Text"].lower().strip() for result in one["Results"]))
    return Case(kind, one["Input"], now, only, kind == "timerange" and only == {kind}, expected, spans)


def _amount(result: dict[str, Any], kind: str) -> Said | None:
    value = str(result["Resolution"]["value"]).replace(",", ".")
    return kind, value if value.startswith(("current", "end")) else float(f"{float(value):.12g}")


def _parsed(result: dict[str, Any], kind: str) -> Said | None:
    value = result["Value"] or {}
    timex, future = value.get("Timex") or value.get("timex"), value.get("FutureResolution") or {}
    if kind == "set":
        return kind, _whole_hour(timex)
    if kind == "duration":
        return kind, float(future["duration"])
    if kind == "holiday":
        return kind, future["date"]
    hours = (future["startTime"], future["endTime"])
    return kind, f"{timex}{SIDES.get(hours, '')}" if timex.startswith("T") else (hours,)


def _resolved(result: dict[str, Any]) -> Said | None:
    """The coming value; of a time of day all that it can be. What can't be resolved has its TIMEX for a value."""
    kind, values = NAMES[result["TypeName"]], result["Resolution"]["values"]
    last = values[-1]
    if kind == "set":
        return kind, _whole_hour(last["timex"])
    if last.get("value") == "not resolved":
        return (kind, last["timex"]) if kind == "daterange" else None
    if kind == "duration":
        return kind, float(last["value"])
    if kind == "date":
        return kind, last["value"]
    if kind == "time":
        return kind, tuple(sorted(value["value"] for value in values))
    if kind == "daterange":
        return kind, (last.get("start"), last.get("end"))
    if last["timex"][:2] == "T" + last["timex"][1:2] and last["timex"][1:2].isalpha():
        return kind, " ".join(filter(None, (last["timex"], last.get("Mod"))))
    return kind, tuple((value.get("start"), value.get("end")) for value in values)


def _whole_hour(timex: str) -> str:
    """``T09`` is the same hour as ``T09:00``."""
    return re.sub(r"T(\d\d)$", r"T\1:00", timex)
