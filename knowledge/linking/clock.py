"""Finds the parts of the day in hours of the clock: "na vijven", "tot half vier", "tussen 13 en 17 uur"."""

from __future__ import annotations

import re

from knowledge.linking.mention import Found
from knowledge.linking.numbers import PLURALS
from knowledge.linking.overlap import longest
from knowledge.linking.sentence import Sentence, bounded
from knowledge.vocabulary import Daypart

NOON, EVENING, LATEST = 12.0, 17.0, 24.0
BOUNDS = (
    (Daypart.MORNING, 0.0, NOON),
    (Daypart.AFTERNOON, NOON, EVENING),
    (Daypart.EVENING, EVENING, LATEST),
)
AFTER_NOON = 6.5
"""An hour up to here is taken to be after noon: nobody learns at four in the night."""

AFTER_WORK = 7.5
"""Likewise after "na"."""

PLURAL = "|".join(PLURALS)
HOUR = (
    r"(?:(?P<half{0}>half) )?(?:kwart (?P<side{0}>voor|over) )?"
    r"(?:(?P<plural{0}>" + PLURAL + r")|(?P<hour{0}>\d{{1,2}}(?:[:.]\d\d)?))(?P<uur{0}> uur| u| h)?"
)
ONE = bounded(r"(?P<how>na|vanaf|tot|voor|om|rond|tegen)(?: (?:een uur of|ongeveer))? " + HOUR.format(""))
TWO = bounded(rf"(?:tussen|van) {HOUR.format('')} (?:en|tot) {HOUR.format('2')}")
IN_THE_EVENING = re.compile(r"avond(?:s|en)?$")
THEN_EVENING = bounded(r"(?:'s |in de )?s?avonds?(?: .*)?")
AN_AMOUNT = bounded(r"(?:per|p|/|in de|elke|a|week|maand|tijd)(?: .*)?")


def find_clock(sentence: Sentence) -> list[Found]:
    """The parts of the day that an hour leaves, one find each."""
    found: list[Found] = []
    for match, first, last in sentence.scan(TWO):
        begin, end = _time(match, ""), _time(match, "2")
        if _is_period(match, begin, end) and not AN_AMOUNT.match(sentence.after(last)):
            found += _finds(_overlapping(begin, end if end > begin else end + 12), first, last)
    for match, first, last in sentence.scan(ONE):
        if _is_hour(match, sentence.after(last)):
            found += _finds(_parts(match["how"], _hour(match, sentence, first, last)), first, last)
    return longest(found)


def _is_period(match: re.Match[str], begin: float, end: float) -> bool:
    surely = match["uur"] or match["uur2"] or _is_clock(match, "") or _is_clock(match, "2")
    return bool(surely) or (match.group().startswith("tussen") and AFTER_WORK < begin < end < LATEST)


def _is_hour(match: re.Match[str], rest: str) -> bool:
    ends = not rest or not rest[0].isalnum()
    surely = match["uur"] or _is_clock(match, "") or (ends and match["how"] in ("na", "vanaf", "tot"))
    return bool(surely) and not AN_AMOUNT.match(rest)


def _is_clock(match: re.Match[str], which: str) -> bool:
    """Only a clock says "half vier", "kwart over", "vijven" or "16:30"."""
    said = match[f"hour{which}"] or ""
    return bool(match[f"half{which}"] or match[f"side{which}"] or match[f"plural{which}"]) or ":" in said


def _hour(match: re.Match[str], sentence: Sentence, first: int, last: int) -> float:
    hour = _time(match, "")
    evening = IN_THE_EVENING.search(sentence.before(first)) or THEN_EVENING.match(sentence.after(last))
    after_work = match["how"] == "na" and hour <= AFTER_WORK
    return hour + 12 if after_work or (evening and hour < NOON) else hour


def _time(match: re.Match[str], which: str) -> float:
    plural = match[f"plural{which}"]
    whole, _, minutes = (match[f"hour{which}"] or "").replace(":", ".").partition(".")
    hour = float(PLURALS[plural]) if plural else int(whole) + int(minutes or 0) / 60
    hour -= 0.5 if match[f"half{which}"] else 0
    hour += {"voor": -0.25, "over": 0.25}.get(match[f"side{which}"] or "", 0)
    late = bool(plural) and hour < NOON - 1
    return hour + 12 if hour <= AFTER_NOON or late else hour


def _parts(how: str, hour: float) -> list[Daypart]:
    if how in ("na", "vanaf"):
        return _overlapping(hour, LATEST if hour >= NOON else EVENING)
    if how in ("tot", "voor"):
        return _overlapping(8.0, hour) if hour <= EVENING + 1 else []
    return _overlapping(hour, hour + 0.5)


def _overlapping(begin: float, end: float) -> list[Daypart]:
    """The parts of which at least half an hour is left."""
    return [part for part, start, stop in BOUNDS if min(end, stop) - max(begin, start) >= 0.5]


def _finds(parts: list[Daypart], first: int, last: int) -> list[Found]:
    return [Found("daypart", part.value, first, last) for part in parts]
