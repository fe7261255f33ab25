"""Finds when: days, periods, days of the week and times, from what ``temporal`` reads in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from knowledge.clock import DAYS
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded
from knowledge.linking.temporal.shapes import Day, Duration, Expression, Period
from knowledge.vocabulary import Daypart

DAYPART_OF = {"MO": Daypart.MORNING, "AF": Daypart.AFTERNOON, "EV": Daypart.EVENING}
EVERY_WEEK = re.compile(r"XXXX-WXX-(?P<day>[1-7])(?:T(?P<part>[A-Z]{2}))?")
SATURDAY = 5
A_WEEK = timedelta(weeks=1)
NO_PERIOD = re.compile(r"(?:(?:de|het|'t) )?(?:week|maand|jaar|weekend|weekeinde)")
"""Says no which week, and a weekend is a part of the week."""

UNTIL = re.compile(rf"tot (?:morgen|overmorgen|vanavond|volgende week|volgende keer|over \S+ \S+|(?:{'|'.join(DAYS)}))")
GREETED = re.compile(r"(?:dan|maar|weer|hoor|he|ze|jongens|man|mensen|allemaal|[.,!]| )*")
"""Nothing but this follows a goodbye ("tot morgen")."""

BEFOREHAND = bounded(r"(?:er )?(?:van tevoren|van te voren|tevoren|vooraf|ervoor|daarvoor|eerder)(?: .*)?")
NO_END = "9999-12-31"
"""The last day of a period without an end."""


def find_days(expressions: Iterable[Expression], sentence: Sentence, today: date) -> list[Found]:
    """Dates (``2026-12-14``), periods (``{"start", "end"}``, both days in it), days of the week (0 to 6) with their
    part of the day. What is over is left out; a period begins today at the earliest.
    """
    return [found for one in expressions for found in _found(one, sentence, today)]


def find_notice(expressions: Iterable[Expression], sentence: Sentence) -> list[Found]:
    """How long before something ("een half uur van tevoren"): ``duration`` in whole minutes."""
    return [
        Found("duration", round(one.value.seconds / 60), one.first, one.last)
        for one in expressions
        if isinstance(one.value, Duration) and BEFOREHAND.match(sentence.after(one.last))
    ]


def _found(one: Expression, sentence: Sentence, today: date) -> Iterator[Found]:
    value = one.value
    if isinstance(value, Day):
        yield from _day(value, one, today)
    elif isinstance(value, Period) and value.weekdays:
        yield from (Found("weekday", day, one.first, one.last) for day in _from_to(*value.weekdays))
    elif isinstance(value, Period):
        yield from _period(value, one, sentence, today)
    elif isinstance(value, str) and (every := EVERY_WEEK.match(value)):
        yield from _weekday(int(every["day"]) - 1, every["part"] or "", one)


def _day(day: Day, one: Expression, today: date) -> Iterator[Found]:
    if day.weekday is not None:
        yield from _weekday(day.weekday, day.part, one)
    elif day.date >= today:
        yield Found("date", day.date.isoformat(), one.first, one.last)
        yield from _part(day.part, day.date.weekday(), one)


def _weekday(day: int, part: str, one: Expression) -> Iterator[Found]:
    yield Found("weekday", day, one.first, one.last)
    yield from _part(part, day, one)


def _part(part: str, weekday: int, one: Expression) -> Iterator[Found]:
    if part in DAYPART_OF:
        yield Found("daypart", in_weekend(DAYPART_OF[part], weekday).value, one.first, one.last)


def _period(period: Period, one: Expression, sentence: Sentence, today: date) -> Iterator[Found]:
    period = _still_to_come(period, today)
    words = " ".join(word.plain for word in sentence.words[one.first : one.last])
    since = period.last is None and period.first is not None and period.first < today
    if since or (period.last or today) < today or NO_PERIOD.fullmatch(words):
        return
    if UNTIL.fullmatch(words) and GREETED.fullmatch(sentence.after(one.last)):
        return
    start = max(period.first or today, today)
    value = {"start": start.isoformat(), "end": period.last.isoformat() if period.last else NO_END}
    yield Found("period", value, one.first, one.last)


def _still_to_come(period: Period, today: date) -> Period:
    """A week by its number that is over is meant next year."""
    if not period.yearly or period.start is None or period.last is None or period.last >= today:
        return period
    try:
        monday = date.fromisocalendar(today.year + 1, period.start.isocalendar().week, 1)
    except ValueError:
        return period
    return Period.of(monday, monday + A_WEEK)


def in_weekend(part: Daypart, weekday: int) -> Daypart:
    """The part of the week: the weekend wins over the hour."""
    return Daypart.WEEKEND if weekday >= SATURDAY else part


def _from_to(begin: int, end: int) -> Sequence[int]:
    return [day % 7 for day in range(begin, end + 1 if end >= begin else end + 8)]


def parts_in_weekends(found: Iterable[Found], days: Iterable[Found]) -> list[Found]:
    """ "Zaterdag in de ochtend" is the weekend, for that wins over the hour."""
    before = {one.last: int(str(one.value)) for one in days if one.kind == "weekday"}
    return [
        Found(
            one.kind,
            in_weekend(Daypart(str(one.value)), before[one.first]).value,
            one.first,
            one.last,
            one.negated,
        )
        if one.kind == "daypart" and one.first in before
        else one
        for one in found
    ]
