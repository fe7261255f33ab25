"""Who wants to learn online wants many stations online; who wants to go somewhere wants few."""

from __future__ import annotations

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule, percentage, scale
from knowledge.vocabulary import Attendance


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    if profile.attendance is None:
        return None
    return scale(index.online if profile.attendance == Attendance.ONLINE else 1 - index.online)


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    share = percentage(float(index.online[line]))
    if profile.attendance == Attendance.ONLINE:
        return f"{share} kun je online volgen"
    return "je leert er vooral op locatie"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    if profile.attendance == Attendance.ONLINE:
        return f"online kun je {percentage(float(index.online[line]))} volgen; voor de rest ga je ergens heen"
    return "een deel is online"


RULE = Rule("attendance", 2.5, values, reason, against, fields=("attendance",), wish="online of op locatie")
