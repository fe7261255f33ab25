"""The report card in words, and the talks that failed as a page to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.evaluate.people.judging import Told
from tests.evaluate.people.report import Group, PeopleReport

COLUMNS = ("people", "right", "smooth", "seat", "asked", "turns", "missed", "misheard", "wrong", "dead", "3x")
"""Shares: right line, no wrong turn at all, seat; medians: questions of the advice, turns; shares of all turns: not
understood, answered with what doesn't fit; counts: wrong turns, dead ends, talks with a question three times.
"""


def summary(report: PeopleReport) -> str:
    """The figures in lines of text."""
    lines = ["".join([f"{'':20}", *(f"{title:>9}" for title in COLUMNS)]), _row("all", report.all)]
    for title, groups in (
        ("talks", report.by_talks),
        ("typos", report.by_typos),
        ("willing", report.by_willing),
        ("presses", report.by_presses),
    ):
        lines += [f"- {title}", *(_row(f"  {name}", one) for name, one in groups.items())]
    lines += ["", f"{report.waiting} seats are on a waiting list, {report.straight} were had without an advice."]
    lines += [f"All took {report.seconds:.0f} s."]
    lines += [f"fault: {fault}: {times}" for fault, times in report.faults.items()]
    kinds = [f"{kind} {wrong} of {typed}" for kind, (wrong, typed) in report.misheard_by_kind.items()]
    lines += [f"misheard: {', '.join(kinds)}"] if kinds else []
    lines += [f"asked three times: {question}: {times}" for question, times in report.repeated.items()]
    if both := report.dutiful:
        lines.append(
            f"dutiful ({both.people}): right {both.dutiful_right:.1%} after {both.dutiful_questions:g} questions; "
            f"short way right {both.short_right:.1%} after {both.short_questions:g}; same line {both.same_line:.1%}"
        )
    lines += [f"{'reached' if reached else 'NOT REACHED'}: {goal}" for goal, reached in report.goals.items()]
    return "\n".join(lines)


def _row(name: str, one: Group) -> str:
    return (
        f"{name:20}{one.people:9}{one.right:9.1%}{one.no_wrong_turn:9.1%}{one.seat:9.1%}{one.advice_questions:9g}"
        f"{one.turns:9g}{one.not_understood:9.1%}{one.misheard:9.1%}{one.wrong_turns:9}{one.dead_ends:9}"
        f"{one.asked_thrice:9}"
    )


def transcript(told: Told) -> str:
    """One talk as a page: who it is, what went wrong, and every turn."""
    return "\n".join(_page(told))


def _page(told: Told) -> Iterator[str]:
    yield f"# {told.number}: {'; '.join(told.faults) or 'all well'}"
    yield f"{told.talks}, typos {told.typos}, {told.willing}, {'presses buttons' if told.presses else 'types'}"
    yield f"wants {told.wants}; right: {', '.join(told.right)}; got: {told.line}; over: {told.over}"
    for one in told.transcript:
        yield f"\n> **{told.number}** ({one.meant}): {one.person}\n"
        yield "\n".join(f"    {line}" for line in one.navigator.splitlines())
        notes = [f"[{one.line}]"] * bool(one.line) + [f"`{title}`" for title in one.buttons]
        yield f"    {' '.join(notes)}  <{', '.join(one.said)}>"
    yield ""


def write_report(report: PeopleReport, told: Sequence[Told], folder: Path) -> None:
    """The figures as JSON, and one file with the talks that failed and one with all."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "people.json").write_text(report.model_dump_json(indent=1), encoding="utf-8")
    heard = [f"{one.meant:14} {one.number:4}  {one.person}  <{', '.join(one.said)}>" for one in report.misheard]
    (folder / "people-misheard.txt").write_text("\n".join(sorted(heard)), encoding="utf-8")
    (folder / "people-failing.md").write_text("\n".join(map(transcript, report.failing)), encoding="utf-8")
    (folder / "people-all.md").write_text("\n".join(map(transcript, told)), encoding="utf-8")
