"""A line that is named, or that teaches what somebody wants to be able to do, fits.

It counts by the weight of the skills wanted: what tells roles apart counts more than what all share.
"""

from __future__ import annotations

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if not profile.goals and not profile.lines:
        return None
    named = np.array([line in profile.lines for line in index.lines], dtype=float)
    needs = np.zeros(len(index.skills))
    for goal in profile.goals:
        needs[index.skills[goal]] = 1
    share = index.covered(needs)
    depth = index.teaches @ needs / max(1.0, 3 * needs.sum())
    # All lines that teach the goal are alike, but for how much of it is their own: the share of their
    # weight that goes to it, and the level they bring it to.
    own = (index.teaches > 0) @ index.skill_weight
    focus = np.divide((index.teaches > 0) @ (needs * index.skill_weight), own, where=own > 0, out=np.zeros_like(own))
    return np.maximum(named, share * (0.6 + 0.2 * depth + 0.2 * np.minimum(1, 3 * focus)))


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    if index.lines[line] in profile.lines:
        return "hij gaat over wat je noemde"
    names = [
        index.catalogue.skills[goal].name.lower()
        for goal in profile.goals
        if index.teaches[line, index.skills[goal]] > 0
    ]
    return f"je leert er wat je wilt kunnen: {', '.join(names)}"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    return "wat je wilt leren, komt er niet aan bod"


RULE = Rule("goal", 12.0, values, reason, against, fields=("goals", "lines"))
