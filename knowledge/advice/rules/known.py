"""What somebody can do already makes a line worth less, by the weight of those skills on it."""

from __future__ import annotations

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if not profile.known:
        return None
    taught = index.teaches > 0
    mastered = taught & (index.known(profile.known) >= index.teaches)
    return -(mastered @ index.skill_weight) / np.maximum(taught @ index.skill_weight, 1e-9)


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return "bijna alles is er nieuw voor je"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    known = index.known(profile.known)
    names = [
        skill.name.lower()
        for number, skill in enumerate(index.catalogue.skills.values())
        if 0 < index.teaches[line, number] <= known[number]
    ]
    return f"een deel kun je al: {', '.join(names)}"


RULE = Rule("known", 4.0, values, reason, against, fields=("known",))
