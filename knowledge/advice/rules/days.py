"""A line fits when its stations are held at the times and on the days that somebody can.

Who said where they are counts only what is within reach, or online. What is ruled out ("niet op maandag",
"geen avonden") leaves the rest as wished.
"""

from __future__ import annotations

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule, percentage, scale
from knowledge.vocabulary import DUTCH, Attendance, Daypart


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if not (profile.dayparts or profile.not_dayparts or profile.days or profile.not_days):
        return None
    days = frozenset(profile.days or set(range(7)) - set(profile.not_days))
    place = None if profile.attendance == Attendance.ONLINE else profile.place
    return scale(index.held(frozenset(_wished(profile)), days, place))


def _wished(profile: Profile) -> list[Daypart]:
    return [d for d in profile.dayparts or Daypart if d not in profile.not_dayparts]


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"{_share(index, profile, line)} zijn er op een tijd die jou past{_times(profile)}"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    return f"{_share(index, profile, line)} zijn er op een tijd die jou past{_times(profile)}"


def _share(index: AdviceIndex, profile: Profile, line: int) -> str:
    found = values(index, profile)
    assert found is not None  # noqa: S101  # the rule says nothing without times
    return percentage(float(found[line] + 1) / 2)


def _times(profile: Profile) -> str:
    return f" ({', '.join(DUTCH[d] for d in profile.dayparts)})" if profile.dayparts else ""


RULE = Rule(
    "days",
    2.5,
    values,
    reason,
    against,
    fields=("dayparts", "not_dayparts", "days", "not_days"),
    wish="de dagen en tijden",
    also_reads=("place", "attendance"),
)
