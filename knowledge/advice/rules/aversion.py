"""What somebody doesn't want to learn makes a line worth less, by the share of its stations that teach it.

It counts enough to put a line that is about it behind others that fit, and no line is shut out by one station.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if not profile.not_goals:
        return None
    unwanted = np.zeros(len(index.skills))
    for skill in profile.not_goals:
        unwanted[index.skills[skill]] = 1
    return -np.minimum(1, 2 * index.stations_on(unwanted))


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"het gaat er niet over {_names(index, profile.not_goals)}"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    met = [skill for skill in profile.not_goals if index.teaches[line, index.skills[skill]] > 0]
    return f"je komt er iets tegen wat je niet wilt: {_names(index, met)}"


def _names(index: AdviceIndex, skills: Iterable[str]) -> str:
    return ", ".join(index.catalogue.skills[skill].name.lower() for skill in skills)


RULE = Rule("aversion", 12.0, values, reason, against, fields=("not_goals",))
