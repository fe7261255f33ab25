"""Finds times of the day, and the parts of the day that they leave: "na vijven", "tot half vier", "om 10 uur"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.linking.mention import Found
from knowledge.linking.overlap import longest
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.temporal.hours import Clock, Times
from knowledge.linking.temporal.shapes import Expression
from knowledge.linking.words import listed
from knowledge.vocabulary import Daypart

NOON, EVENING, LATEST = 12 * 60, 17 * 60, 24 * 60
EARLIEST = 8 * 60
BOUNDS = (
    (Daypart.MORNING, 0, NOON),
    (Daypart.AFTERNOON, NOON, EVENING),
    (Daypart.EVENING, EVENING, LATEST),
)
AFTER_NOON = 6 * 60 + 30
"""An hour up to here is taken to be after noon: nobody learns at four in the night."""

AFTER_WORK = 7 * 60 + 30
"""Likewise after "na"."""

HALF_AN_HOUR = 30
PICKING = re.compile(r"(?:^| )(?:die|deze|sessie|les|groep|ronde|optie|degene)(?: van| om)?$")
FILLS = listed("uur u graag dan maar aub alsjeblieft is prima goed liefst ja doe")
IN_THE_EVENING = re.compile(r"avond(?:s|en)?$")
THEN_EVENING = bounded(r"(?:'s |in de )?s?avonds?(?: .*)?")


def find_clock(expressions: Iterable[Expression], sentence: Sentence) -> list[Found]:
    """The parts of the day that a time leaves, one find each; a single time also as ``time`` (``14:30``)."""
    return longest(found for one in expressions for found in _found(one, sentence))


def _found(one: Expression, sentence: Sentence) -> Iterator[Found]:
    value = one.value
    if isinstance(value, Clock):
        minutes = likely(value, _is_evening(one, sentence))
        yield Found("time", f"{minutes // 60:02}:{minutes % 60:02}", one.first, one.last)
        parts = [] if _picks(one, sentence) and not value.part else _overlapping(minutes, minutes + HALF_AN_HOUR)
    elif isinstance(value, Times):
        parts = _parts(value, _is_evening(one, sentence))
    else:
        return
    yield from (Found("daypart", part.value, one.first, one.last) for part in parts)


def _picks(one: Expression, sentence: Sentence) -> bool:
    """Whether a time is no wish but says which of some sessions ("die van 13:30", or nothing but "10:15")."""
    if PICKING.search(sentence.before(one.first)):
        return True
    bare = sentence.words[one.first].norm[0].isdigit() and not one.first
    return bare and all(word.norm in FILLS or not word.norm.isalnum() for word in sentence.words[one.last :])


def likely(clock: Clock, evening: bool = False, early: int = AFTER_NOON) -> int:
    """Minutes after midnight, in the half of the day in which people learn."""
    minutes = clock.minutes
    late = minutes <= early or (evening and minutes < NOON)
    return minutes + NOON if late and minutes < NOON and (clock.unsure or not clock.part) else minutes


def _parts(times: Times, evening: bool) -> list[Daypart]:
    if times.start and times.end:
        start, end = likely(times.start, evening), likely(times.end, evening)
        return _overlapping(start, end if end > start else end + NOON)
    if times.start:
        start = likely(times.start, evening, AFTER_WORK)
        return _overlapping(start, LATEST if start >= NOON else EVENING)
    end = likely(times.end, evening) if times.end else LATEST
    return _overlapping(EARLIEST, end) if end <= EVENING + 60 else []


def _is_evening(one: Expression, sentence: Sentence) -> bool:
    before, after = sentence.before(one.first), sentence.after(one.last)
    return bool(IN_THE_EVENING.search(before) or THEN_EVENING.match(after))


def _overlapping(begin: int, end: int) -> list[Daypart]:
    """The parts of which at least half an hour is left."""
    return [part for part, start, stop in BOUNDS if min(end, stop) - max(begin, start) >= HALF_AN_HOUR]
