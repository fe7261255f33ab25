"""Parts of the day in which messages are welcome or not: "niet 's avonds", "overdag mag wel", "niet te vroeg"."""

from __future__ import annotations

from datetime import time

from knowledge.linking.reminding.text import NO_MATTER, Clause
from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.hours import PartOfDay
from knowledge.telling.wishes import NIGHT_TIME, QUIET_OF, ReminderWishes, Shift, quiet_hours, within

Ends = dict[str, time | None]
"""Changes of ``quiet_from`` and ``quiet_until``."""

AGREES = bounded(r"mag|mogen|kan|wel|ook|prima|goed|ok|oke|okee|okay|best|fijn")
ONLY = bounded(r"pas|alleen|enkel|uitsluitend|liefst|liever|graag|beter|voortaan")
AT_WORK = bounded(r"(?:onder|tijdens) (?:het |mijn |m'n )?werk(?:en|tijd)?|op (?:het |mijn |m'n )?werk")
TOO_EARLY, TOO_LATE = bounded(r"(?:te|zo|heel) vroeg"), bounded(r"(?:te|zo|heel) laat")

NOT_IN: dict[str, Ends] = {
    "MO": {"quiet_until": time(12)},
    "AF": {"quiet_from": time(12)},
    "EV": {"quiet_from": time(18)},
    "NI": {"quiet_from": time(23), "quiet_until": time(7)},
    "DT": {"quiet_until": time(17)},
    "BH": {"quiet_until": time(17)},
}
"""Without a part of the day. The night stays quiet too, so after "niet overdag" only the evening is left."""

ONLY_IN: dict[str, Ends] = {
    "MO": {"quiet_from": time(12), "quiet_until": time(8)},
    "AF": {"quiet_from": time(18), "quiet_until": time(12)},
    "EV": {"quiet_from": time(22), "quiet_until": time(17)},
    "DT": {"quiet_from": time(18), "quiet_until": time(8)},
    "BH": {"quiet_from": time(18), "quiet_until": time(8)},
}
ALSO_IN: dict[str, Ends] = {
    "MO": {"quiet_until": time(6)},
    "EV": {"quiet_from": time(23)},
    "NI": {"quiet_from": time(0), "quiet_until": time(0)},
    "DT": {"quiet_from": None, "quiet_until": None},
}
INSTANCE = {"MO": time(7), "EV": time(21, 30), "NI": NIGHT_TIME, "DT": time(12)}
"""A time of the part of the day that is quiet for most people, to see whether it is for this one."""

EARLY: Ends = {"quiet_until": time(9)}
LATE: Ends = {"quiet_from": time(20)}


def of_part(said: PartOfDay, clause: Clause, wishes: ReminderWishes) -> Ends:
    """What a part of the day in a clause changes; nothing when it is only named."""
    plain = NO_MATTER.sub("mag", clause.plain)
    if clause.no:
        if said.part == "NI" and within(NIGHT_TIME, quiet_hours(wishes)):
            return _as_it_is(wishes)
        early = said.part == "MO" and said.side == "start"
        return EARLY if early else NOT_IN.get(said.part, {})
    if ONLY.search(plain) and said.part in ONLY_IN:
        return ONLY_IN[said.part]
    return _also_in(said.part, wishes) if AGREES.search(plain) else {}


def _also_in(part: str, wishes: ReminderWishes) -> Ends:
    if part not in INSTANCE or not within(INSTANCE[part], quiet_hours(wishes)):
        return _as_it_is(wishes) if part in INSTANCE else {}
    if wishes.shift is Shift.NIGHT:
        return dict(zip(("quiet_from", "quiet_until"), QUIET_OF[Shift.DAY], strict=True))
    return ALSO_IN[part]


def _as_it_is(wishes: ReminderWishes) -> Ends:
    return {"quiet_from": wishes.quiet_from, "quiet_until": wishes.quiet_until}


def of_words(plain: str) -> Ends:
    """Likewise for a clause that rules out what is "te vroeg", "te laat" or "onder werktijd"."""
    if TOO_EARLY.search(plain):
        return EARLY
    if TOO_LATE.search(plain):
        return LATE
    return NOT_IN["BH"] if AT_WORK.search(plain) else {}
