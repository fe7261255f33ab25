"""With few hours a week a long line takes long: half a year is neutral, a year speaks fully against."""

from __future__ import annotations

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule
from knowledge.saying import say_number


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if profile.hours_per_week is None:
        return None
    return np.clip((26 - index.hours / profile.hours_per_week) / 26, -1, 1)


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"{_pace(profile)} ben je er in {_weeks(index, profile, line)}"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"{_pace(profile)} doe je er {_weeks(index, profile, line)} over"


def _pace(profile: Profile) -> str:
    assert profile.hours_per_week is not None  # noqa: S101  # the rule says nothing without hours
    return f"met {say_number(profile.hours_per_week)} uur per week"


def _weeks(index: AdviceIndex, profile: Profile, line: int) -> str:
    assert profile.hours_per_week is not None  # noqa: S101  # the rule says nothing without hours
    weeks = int(np.ceil(index.hours[line] / profile.hours_per_week))
    return "een week" if weeks == 1 else f"zo'n {weeks} weken"


RULE = Rule("time", 1.0, values, reason, against, fields=("hours_per_week",), wish="de uren per week")
