"""The rules in data/rules as Rasa reads them: which action answers an intent, given what the talk is about."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
RULES = ROOT / "data" / "rules"


def action_for(intent: str, topic: str) -> str:
    """The action of the one rule for an intent: the rule for this topic, else the one without a condition.

    Raises:
        AssertionError: when there is no such rule, or more than one.
    """
    found = _rules().get((intent, topic), []) or _rules().get((intent, None), [])
    assert len(found) == 1, f"rules for {intent!r} while the topic is {topic!r}: {found}"
    return found[0]


@cache
def _rules() -> dict[tuple[str, str | None], list[str]]:
    found: dict[tuple[str, str | None], list[str]] = {}
    for file in sorted(RULES.glob("*.yml")):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            first, *rest = rule["steps"]
            if "intent" in first:
                found.setdefault((first["intent"], _topic(rule)), []).extend(step["action"] for step in rest)
    return found


def _topic(rule: dict[str, Any]) -> str | None:
    conditions = rule.get("condition", [])
    (topic,) = [one["topic"] for condition in conditions for one in condition["slot_was_set"]] or [None]
    return topic
