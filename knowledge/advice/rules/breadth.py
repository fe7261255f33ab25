"""Who has said nothing yet is best off on a line with many transfer stations: one can still change.

It weighs so little that it only decides between lines that are otherwise alike.
"""

from __future__ import annotations

from knowledge.advice.index import AdviceIndex, Floats
from knowledge.advice.profile import Profile
from knowledge.advice.rule import Rule


def values(index: AdviceIndex, profile: Profile) -> Floats | None:
    return index.transfer


def reason(index: AdviceIndex, profile: Profile, line: int) -> str:
    stations = index.catalogue.lines[index.lines[line]].stations
    count = sum(len(index.catalogue.lines_of[station.module]) > 1 for station in stations)
    stops = "1 station" if count == 1 else f"{count} stations"
    return f"je kunt op {stops} nog overstappen op een andere lijn"


def against(index: AdviceIndex, profile: Profile, line: int) -> str:
    return "je kunt er weinig overstappen"


RULE = Rule("breadth", 0.3, values, reason, against, fields=())
