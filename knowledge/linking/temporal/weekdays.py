"""Days of the week: "dinsdag", "volgende week dinsdag", "komende vrijdag", "vrijdag a.s.", "ma t/m wo"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.clock import DAYS
from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import coming, just_past, monday
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Day, Kind
from knowledge.linking.temporal.vocabulary import COMING, DAY, DAY_OF, JUST_PAST, NEXT, PART, PAST, THIS, part_of_day

WEEKDAY = rf"(?P<day>{DAY})(?P<part>{PART})?"
WHICH = rf"(?:de |deze )?(?P<which>{COMING}|{NEXT}|{PAST}|{JUST_PAST}|{THIS}|over-?volgende|overvolgende)"
TWO_LETTERS = "|".join(day[:2] for day in DAYS)
ALSO = r"(?:en|of|,|\+|&|/|t - m|t / m|t m|tot en met|tm|tot|-|–)"
SHORT_AFTER = bounded(rf"(?:{ALSO} )?(?:{TWO_LETTERS})(?: .*)?")
SHORT_BEFORE = re.compile(rf"(?:^| )(?:{TWO_LETTERS})(?: {ALSO})?$")


def made(day: date | None, part: str = "", weekday: int | None = None) -> Made | None:
    return Made(Kind.DATE, Day(day, weekday=weekday, part=part)) if day else None


def weeks_away(which: str) -> int:
    """How many weeks from this one: "volgende" is 1, "vorige" -1, "deze" 0."""
    if which.startswith("over"):
        return 2
    if which in f"{COMING}|{NEXT}".split("|"):
        return 1
    return -1 if which in f"{PAST}|{JUST_PAST}".split("|") else 0


def _in_a_week(hit: Hit) -> Made | None:
    """ "Volgende week dinsdag": that day of the week, counted from Monday."""
    there = monday(hit.today, weeks_away(hit["which"]))
    return made(there + timedelta(days=DAY_OF[hit["day"]]), part_of_day(hit["part"]))


def _weekday(hit: Hit) -> Made | None:
    """ "Volgende dinsdag" is the one of next week, "komende dinsdag" the first to come, "vorige" of last week."""
    which, day, part = hit["which"], DAY_OF[hit["day"]], part_of_day(hit["part"])
    if which in COMING.split("|"):
        return made(coming(day, hit.today, today_counts=False), part)
    if which in JUST_PAST.split("|"):
        return made(just_past(day, hit.today), part)
    if which in THIS.split("|"):
        return made(coming(day, hit.today, today_counts=True), part)
    return made(monday(hit.today, weeks_away(which)) + timedelta(days=day), part)


def _bare(hit: Hit) -> Made | None:
    """A day of the week by itself: the next one after today."""
    day = DAY_OF[hit["day"]]
    return made(coming(day, hit.today, today_counts=False), part_of_day(hit["part"]), weekday=day)


def _short(hit: Hit) -> Made | None:
    """ "Ma" beside another such name: alone it is more often another word ("zo", "do")."""
    return _bare(hit) if SHORT_AFTER.match(hit.after) or SHORT_BEFORE.search(hit.before) else None


def _days_on(hit: Hit) -> Made | None:
    """ "Twee dinsdagen vanaf nu"."""
    return made(coming(DAY_OF[hit["day"]], hit.today, today_counts=False) + timedelta(weeks=int(hit["many"]) - 1))


def _first_to_come(hit: Hit) -> Made | None:
    return made(coming(DAY_OF[hit["day"]], hit.today, today_counts=False), part_of_day(hit["part"]))


WEEKDAYS = (
    Rule(bounded(rf"(?:op )?{WHICH} week (?:op |de )?{WEEKDAY}"), _in_a_week, " week "),
    Rule(
        bounded(rf"{WEEKDAY} (?:van )?(?:de )?(?P<which>{NEXT}|{THIS}|{PAST}|{COMING}|{JUST_PAST}) week"),
        _in_a_week,
        " week",
    ),
    Rule(bounded(rf"{WHICH} {WEEKDAY}"), _weekday, "dag"),
    Rule(bounded(rf"(?P<many>\d{{1,2}}) (?P<day>{DAY})(?:en)? (?:vanaf nu|later|na nu|verder)"), _days_on, "dag"),
    Rule(bounded(rf"a \. ?s(?: \.)? {WEEKDAY}"), _first_to_come, "a ."),
    Rule(bounded(rf"{WEEKDAY} a \. ?s(?: \.)?"), _first_to_come, "a ."),
)
"""Days of a week that is pointed at."""


BARE = (
    Rule(bounded(WEEKDAY), _bare, "dag"),
    Rule(bounded(r"(?<=op )(?P<day>zat|zon|maan|dins|woe|don|vrij)(?: \.)?"), _bare, "op "),
    Rule(bounded(rf"(?P<day>{TWO_LETTERS})"), _short),
)
"""A day of the week of which nothing else is said."""
