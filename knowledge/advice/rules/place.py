"""A line nearby fits better: the mean distance to the nearest session of its stations.

Up to 10 km is as good as next door; 35 km is neither for nor against; from 60 km on it speaks fully against.
Online stations count as no distance. Distances are as the crow flies.
"""

from __future__ import annotations

import numpy as np

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule
from knowledge.vocabulary import Attendance


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if profile.place is None or profile.attendance == Attendance.ONLINE:
        return None
    return np.clip((35 - index.kilometres(profile.place)) / 25, -1, 1)


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"je kunt hem in de buurt van {_name(index, profile)} volgen"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    assert profile.place is not None  # noqa: S101  # the rule says nothing without one
    far = index.kilometres(profile.place)[line]
    return f"vanaf {_name(index, profile)} is het gemiddeld {far:.0f} kilometer naar een station"


def _name(index: AdviceIndex, profile: Profile) -> str:
    assert profile.place is not None  # noqa: S101  # the rule says nothing without one
    return index.catalogue.places[profile.place].name


RULE = Rule(
    "place",
    3.0,
    values,
    reason,
    against,
    fields=("place",),
    wish="de afstand",
    fits=-0.2,
    also_reads=("attendance",),
)
