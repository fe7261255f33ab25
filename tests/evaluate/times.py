"""How well times and numbers are read, on cases that nobody here wrote (Recognizers-Text, see ``tests/data``).

A case is right when the set of exact values found in it is the expected one: not one more, not one less. In are the
kinds that people here use: numbers, ordinals, durations, dates, feasts, periods, times, stretches of the clock,
repetitions, and texts in which nothing must be found. Out are a day with an hour in one value (kept apart here),
time zones (there is one) and yes or no (the intents tell those).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from knowledge.linking.temporal.hours import Clock, PartOfDay, Times
from knowledge.linking.temporal.reading import read, read_durations, read_numbers
from knowledge.linking.temporal.shapes import Day, Duration, Expression, Kind, Period
from tests.bench.figures import say
from tests.evaluate.recognizers import Case, Said, cases

SIDES = {"start": " start", "end": " end", "approx": " approx", "": ""}


@dataclass
class Score:
    """Cases of a kind, how many have the right values, and how many of those the very words as well."""

    cases: int = 0
    right: int = 0
    spans: int = 0

    @property
    def share(self) -> float:
        return round(self.right / self.cases, 4) if self.cases else 0.0

    def add(self, right: bool, spans: bool) -> None:
        self.cases += 1
        self.right += right
        self.spans += right and spans


@dataclass(frozen=True)
class Failure:
    """A case that was not read as expected."""

    kind: str
    text: str
    held_out: bool
    expected: tuple[Said, ...]
    got: tuple[Said, ...]


@dataclass
class TimesReport:
    """Scores by kind: of the cases that were looked at while the rules were made, of those that were not, of all."""

    seen: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    held_out: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    all: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    failures: list[Failure] = field(default_factory=list)

    @property
    def overall(self) -> Score:
        return self.all["overall"]


def measure_times() -> TimesReport:
    """Reads every case."""
    report = TimesReport()
    for case in cases():
        found = _found(case)
        got = tuple(sorted((said for said, _ in found), key=str))
        spans = tuple(sorted(words.lower() for _, words in found)) == case.spans
        right = got == case.expected
        for scores in (report.held_out if case.held_out else report.seen, report.all):
            for kind in (case.kind, "overall"):
                scores[kind].add(right, spans)
        if not right:
            report.failures.append(Failure(case.kind, case.text, case.held_out, case.expected, got))
    return report


def _found(case: Case) -> list[tuple[Said, str]]:
    """What our reader finds of the kinds that are compared, in the terms of the cases, each with its words."""
    reader = {"number": read_numbers, "ordinal": read_numbers, "duration": read_durations}
    found = []
    for one in (reader.get(case.kind, read) if len(case.only) == 1 else read)(case.text, case.now):
        said = _said(one, case)
        if said and said[0] in case.only:
            found.append((said, case.text[one.start : one.end]))
    return found


def _said(one: Expression, case: Case) -> Said | None:
    value: Any = one.value
    if one.kind is Kind.NUMBER:
        return "number", float(f"{float(value):.12g}")
    if one.kind in (Kind.ORDINAL, Kind.STEP):
        return "ordinal", _place(one.kind, value)
    if isinstance(value, Duration):
        return "duration", value.seconds
    if isinstance(value, Day):
        if "holiday" in case.only:
            return ("holiday", value.date.isoformat()) if value.name else None
        return "date", value.date.isoformat()
    return _period_or_time(value, case.first_only)


def _place(kind: Kind, value: int) -> float | str:
    if kind is Kind.STEP:
        return f"current{value:+d}"
    return float(value) if value > 0 else "end+0" if value == -1 else f"end{value + 1:+d}"


def _period_or_time(value: Any, first_only: bool) -> Said:
    if isinstance(value, Period):
        bounds = tuple(day.isoformat() if day else None for day in (value.start, value.end))
        return "daterange", value.name or bounds
    if isinstance(value, Clock):
        return "time", tuple(sorted(map(str, value.readings)))
    if isinstance(value, Times):
        return "timerange", tuple(
            tuple(str(time) if time else None for time in pair) for pair in value.readings[: 1 if first_only else 2]
        )
    if isinstance(value, PartOfDay):
        return "timerange", f"T{value.part}{SIDES[value.side]}"
    return "set", value


def _table(report: TimesReport) -> str:
    lines = [f"{'kind':12} {'cases':>5} {'right':>6} {'share':>6} {'spans':>6}   {'seen':>6} {'held out':>8}"]
    for kind in [*sorted(set(report.all) - {"overall"}), "overall"]:
        score, seen, held_out = report.all[kind], report.seen[kind], report.held_out[kind]
        spans = score.spans / score.cases
        figures = f"{score.cases:5} {score.right:6} {score.share:6.3f} {spans:6.3f}"
        lines.append(f"{kind:12} {figures}   {seen.share:6.3f} {held_out.share:8.3f}")
    return "\n".join(lines)


def main() -> None:
    """Prints the table and, of the cases that may be looked at, what went wrong."""
    report = measure_times()
    for failure in report.failures:
        if not failure.held_out:
            say(f"{failure.kind}: {failure.text!r}\n    expected {failure.expected}\n    got      {failure.got}")
    say(_table(report))


if __name__ == "__main__":
    main()
