"""A line that is named, or that teaches what somebody wants to be able to do, fits.

It counts by the weight of the skills wanted: what tells roles apart counts more than what all share. A line that is
about the goal counts more than one that only touches it.
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
    # All lines that teach the goal are alike, but for how much they are about it: the level they bring it to, the
    # share of their stations that teach it, and whether it belongs to the direction that the line goes in.
    subject = 0.36 * depth + 0.14 * np.minimum(1, 4 * index.stations_on(needs)) + 0.05 * index.on_course(needs)
    return np.maximum(named, share * (0.45 + subject))


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
