"""Finds days of the week, also with a part of the day glued to them ("vrijdagmiddag") and as "ma t/m vr"."""

from __future__ import annotations

import re

from knowledge.clock import DAYS
from knowledge.linking.mention import Found
from knowledge.linking.sentence import Sentence, bounded
from knowledge.vocabulary import Daypart

PARTS = {
    "ochtend": Daypart.MORNING,
    "morgen": Daypart.MORNING,
    "voormiddag": Daypart.MORNING,
    "middag": Daypart.AFTERNOON,
    "namiddag": Daypart.AFTERNOON,
    "avond": Daypart.EVENING,
}
SATURDAY = 5
DAY = "|".join(DAYS)
SHORT = "|".join(day[:2] for day in DAYS)
WEEKDAY = re.compile(rf"(?P<day>{DAY})(?:s|en)?(?P<part>{'|'.join(PARTS)})?(?:en|s)?")
RANGE = bounded(
    rf"(?P<from>{DAY}) (?:t m|tot en met|tm|tot) (?P<to>{DAY})"
    rf"|(?P<from2>{SHORT}) (?:t m|tot en met|tm|tot|-) (?P<to2>{SHORT})"
)
SHORT_LIST = bounded(rf"(?:{SHORT})(?: (?:(?:en|of|,|\+|&) )?(?:{SHORT}))+")
"""One short name alone is more often another word ("zo", "do")."""


def find_weekdays(sentence: Sentence) -> list[Found]:
    """Days as 0 (Monday) to 6; of "maandag t/m woensdag" all three, on the same words."""
    ranges = [
        Found("weekday", day, first, last)
        for match, first, last in sentence.scan(RANGE)
        for day in _from_to(match["from"] or match["from2"], match["to"] or match["to2"])
    ]
    listed = [
        Found("weekday", _index(sentence.words[at].norm), at, at + 1)
        for _, first, last in sentence.scan(SHORT_LIST)
        for at in range(first, last)
        if re.fullmatch(SHORT, sentence.words[at].norm)
    ]
    taken = {at for found in ranges for at in range(found.first, found.last)}
    single = [Found("weekday", _index(match["day"]), at, at + 1) for at, match in _matches(sentence)]
    return ranges + [one for one in [*listed, *single] if one.first not in taken]


def find_dayparts_of_days(sentence: Sentence) -> list[Found]:
    """The part of the day in "vrijdagmiddag"; on Saturday and Sunday it is the weekend."""
    return [
        Found("daypart", in_weekend(PARTS[match["part"]], _index(match["day"])).value, at, at + 1)
        for at, match in _matches(sentence)
        if match["part"]
    ]


def in_weekend(part: Daypart, weekday: int) -> Daypart:
    """The part of the week: the weekend wins over the hour."""
    return Daypart.WEEKEND if weekday >= SATURDAY else part


def _matches(sentence: Sentence) -> list[tuple[int, re.Match[str]]]:
    matches = ((at, WEEKDAY.fullmatch(word.plain)) for at, word in enumerate(sentence.words))
    return [(at, match) for at, match in matches if match]


def _index(day: str) -> int:
    return next(at for at, name in enumerate(DAYS) if name.startswith(day))


def _from_to(first: str, last: str) -> list[int]:
    begin, end = _index(first), _index(last)
    return [day % 7 for day in range(begin, end + 1 if end >= begin else end + 8)]
