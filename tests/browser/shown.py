"""One card of each kind, with every field filled by the same words."""

from __future__ import annotations

from typing import Any


def every_card(words: str) -> list[dict[str, Any]]:
    """A card of each kind that a page dresses; ``words`` stand wherever a text can."""
    station = {"kind": "station", "module": words, "name": words, "type": "W", "hours": 2.5, "summary": words}
    station |= {"phase": "content", "skip": "costs_recognition"}
    line = {"kind": "line", "id": words, "name": words, "colour": words, "goal": words, "hours": 12, "example": True}
    line |= {"stations": [station, station], "reasons": [words], "against": [words], "recognition": words}
    offering = {"kind": "offering", "id": words, "module": words, "name": words, "academy": words, "place": words}
    offering |= {"when": words, "starts_at": "2026-12-08T12:00:00Z", "ends_at": "2026-12-08T16:00:00Z", "online": False}
    offering |= {"cost": 75, "paid_by": words, "seats_left": 3, "minimum": 4, "needed": 2}
    offering |= {"decide_at": "2026-12-01T12:00:00Z"}
    held = offering | {"state": "offered", "held_until": "2026-12-02T12:00:00Z", "waiting_position": 2, "certain": True}
    step = {"kind": "step", "name": words, "what": words, "hours": 4, "when": words, "place": words, "offering": words}
    step |= {"module": words, "skills": [words], "why": words}
    path = {"kind": "path", "goal": words, "hours": 8, "weeks": 3, "steps": [step, step], "skipped": [words]}
    path |= {"missing": [words], "proved_optimal": False, "gap": 0.05}
    start = {"role": words, "line": words, "line_id": words, "station": words, "when": words, "place": words}
    plan = {"kind": "company_plan", "transition": words, "region": words, "steps": [words]}
    plan["starts"] = [start | {"skills": [words]}]
    metro = {"kind": "map", "id": words, "name": words, "lines": [line]}
    gap = {"kind": "skill_gap", "goal": words, "have": {}, "need": {words: "beginner"}}
    return [line, station, offering, held, path, plan, metro, gap]
