"""A line that is made for the way the company wants to go fits; else it counts how much it brings of it."""

from __future__ import annotations

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if profile.transition is None:
        return None
    lines = index.catalogue.lines.values()
    made_for = np.array([line.transition == profile.transition for line in lines], dtype=float)
    row = list(index.catalogue.transitions).index(profile.transition)
    return 0.6 * made_for + 0.4 * index.covered(index.transition_needs[row])


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"hij brengt je verder in {_name(index, profile)}"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"hij gaat maar weinig over {_name(index, profile)}"


def _name(index: AdviceIndex, profile: Profile) -> str:
    assert profile.transition is not None  # noqa: S101  # the rule says nothing without one
    return index.catalogue.transitions[profile.transition].name


RULE = Rule("transition", 10.0, values, reason, against, fields=("transition",))
