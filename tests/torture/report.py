"""A run as a page of figures, and each check with what it found."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.figures import quantile, say
from tests.torture.checking import Check
from tests.torture.house import Outage
from tests.torture.line import Talked
from tests.torture.plan import Plan
from tests.torture.run import Outcome

MOST_FAULTS = 10
"""Faults of one check that are shown; they tend to be alike."""

_EVENT = re.compile(r'"event": "([^"]+)"')
_COMPLAINT = re.compile(r"^(?:\S+ \S+ )?(ERROR|CRITICAL)\s+(.*)|^(\w+(?:\.\w+)*(?:Error|Exception)\b.*)")


def report(plan: Plan, outcome: Outcome, folder: Path) -> bool:
    """Prints all of it; whether every check holds."""
    say(f"{plan.turns} turns, {plan.kills} kills, {plan.messages} reminders, seed {plan.seed}")
    for line in (*_talks(outcome.ran.talked), *_kills(outcome.ran.outages), *_logs(folder / "logs")):
        say(line)
    say(
        f"Time: {outcome.started:.0f} s until it ran, {outcome.settled:.0f} s at the end until all was sent, "
        f"{outcome.took:.0f} s in all."
    )
    for check in outcome.checks:
        _show(check)
    return not any(check.faults for check in outcome.checks)


def _show(check: Check) -> None:
    say(f"{'NOT ' if check.faults else 'holds'} ({check.letter}) {check.promise}: {check.figure}")
    for fault in check.faults[:MOST_FAULTS]:
        say(f"        {fault}")
    if len(check.faults) > MOST_FAULTS:
        say(f"        and {len(check.faults) - MOST_FAULTS} more")


def _talks(talked: Sequence[Talked]) -> Iterator[str]:
    ends = Counter(one.over or "stuck" for one in talked)
    yield (
        f"Talks: {len(talked)} ({', '.join(f'{count} {end}' for end, count in sorted(ends.items()))}), "
        f"{sum(one.turns for one in talked)} turns answered, {sum(one.again for one in talked)} times sent again, "
        f"{sum(one.broken for one in talked)} times an action broke, "
        f"slowest answer {max((one.slowest for one in talked), default=0):.1f} s"
    )


def _kills(outages: Sequence[Outage]) -> Iterator[str]:
    for part in ("bot", "actions", "rasa"):
        of_part = [outage for outage in outages if part in outage.parts]
        hit = sum(bool(outage.cut or outage.claimed) for outage in of_part)
        yield f"Kills: {part} {len(of_part)}, of which {hit} hit a turn or a message"
    turns, messages = sum(outage.cut for outage in outages), sum(outage.claimed for outage in outages)
    yield f"       {turns} tries of a turn were cut off, {messages} messages were under way"
    for parts in sorted({outage.parts for outage in outages}, key=len):
        took = [outage.seconds for outage in outages if outage.parts == parts]
        middle, worst = quantile(took, 0.5), max(took)
        yield f"       {' and '.join(parts)} back after {middle:.1f} s ({worst:.1f} s at most), {len(took)} times"


def _logs(folder: Path) -> Iterator[str]:
    """What the parts complained of, by part, the most frequent first."""
    found = Counter(
        (log.name.partition("-")[0], complaint)
        for log in sorted(folder.glob("*.log"))
        for line in log.read_text(errors="replace").splitlines()
        if (complaint := _complaint(line))
    )
    for (part, complaint), count in found.most_common(12):
        yield f"In the log of {part}, {count} times: {complaint}"


def _complaint(line: str) -> str:
    """What a line complains of; empty when it doesn't."""
    if line.startswith("{"):
        said = json.loads(line) if line.endswith("}") else {}
        part = f", {said['part']}: {said.get('reason')}" if "part" in said else ""
        serious = said.get("level") in ("warning", "error", "critical")
        return f"{said.get('event')}{part}"[:160] if serious else ""
    found = _COMPLAINT.match(line)
    event = _EVENT.search(line)  # without what somebody typed, which Rasa puts beside it
    return (event.group(1) if event else " ".join(filter(None, found.groups()))[:160]) if found else ""
