"""Days as seen from today or from another day: "morgen", "over twee weken", "twee dagen na kerst"."""

from __future__ import annotations

from datetime import timedelta

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.days import coming, monday, moved
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import ONE_DAY, Day, Duration, Kind, Period
from knowledge.linking.temporal.vocabulary import DAY, DAY_OF, PART, part_of_day
from knowledge.linking.temporal.weekdays import WEEKDAY, made

AWAY = {"vandaag": 0, "heden": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "gister": -1, "eergisteren": -2}
GREETING = bounded(r"(?:.* )?(?:goede|goeie|goeden|de|een|'s|s|elke|iedere|in|op|per|hele|halve|dag|vroege|late)")


def _word(hit: Hit) -> Made | None:
    word, part = hit["word"], part_of_day(hit["part"])
    if word == "morgen" and not hit["part"] and GREETING.fullmatch(hit.before):
        return None
    return made(hit.today + timedelta(days=AWAY[word]), part)


def _this_part(hit: Hit) -> Made | None:
    return made(hit.today, part_of_day(hit["part"]))


def _this_day(hit: Hit) -> Made | None:
    return made(hit.today + timedelta(days=1 if hit["after"] else -1 if hit["before"] else 0))


def _beside(hit: Hit) -> Made | None:
    return made(hit.today + timedelta(days=AWAY[hit["word"]] + (1 if hit["side"] == "na" else -1)))


def _over(hit: Hit) -> Made | None:
    """So much later; with a day of the week that day in the week then reached."""
    by = hit.value("by", Duration)
    there = moved(hit.today, by) if by.has_days else None
    if there and hit["day"]:
        there = monday(there) + timedelta(days=DAY_OF[hit["day"]])
    return made(there, part_of_day(hit["part"]))


def _ago(hit: Hit) -> Made | None:
    by = hit.value("by", Duration)
    return made(moved(hit.today, by, -1)) if by.has_days else None


def _from_a_day(hit: Hit) -> Made | None:
    by = hit.value("by", Duration)
    day = hit.value("from", Day).date if hit["from"] == "<date>" else hit.today
    return made(moved(day, by, -1 if hit["side"].startswith("voor") else 1)) if by.has_days else None


def _from_a_week_day(hit: Hit) -> Made | None:
    by = hit.value("by", Duration)
    return made(moved(coming(DAY_OF[hit["day"]], hit.today, today_counts=True), by)) if by.has_days else None


def _longer_ago(hit: Hit) -> Made | None:
    """ "Meer dan 30 dagen geleden" is before that day, "minder dan" between it and today."""
    by = hit.value("by", Duration)
    there = moved(hit.today, by, -1) if by.has_days else None
    if there is None:
        return None
    if hit["more"]:
        return Made(Kind.PERIOD, Period(None, there, None, there - ONE_DAY))
    return Made(Kind.PERIOD, Period.of(there, hit.today))


def _further_on(hit: Hit) -> Made | None:
    by = hit.value("by", Duration)
    day = hit.value("from", Day).date if hit["from"] == "<date>" else hit.today
    there = moved(day, by, -1 if hit["back"] else 1) if by.has_days else None
    if there is None:
        return None
    if hit["back"]:
        return Made(Kind.PERIOD, Period(None, there, None, there - ONE_DAY) if hit["more"] else Period.of(there, day))
    if hit["more"]:
        return Made(Kind.PERIOD, Period(there, None, there + ONE_DAY, None))
    return Made(Kind.PERIOD, Period.of(day, there))


WORDS = (
    Rule(bounded(rf"(?P<word>{'|'.join(AWAY)}) ?(?P<part>{PART}|vroeg)?"), _word),
    Rule(bounded(r"(?:van|deze )(?P<part>avond|middag|ochtend|morgen|nacht|namiddag)"), _this_part),
    Rule(
        bounded(
            r"(?:op )?deze (?:zelfde )?dag|de dag (?P<after>erna|daarna)|de dag (?P<before>ervoor|"
            r"daarvoor)|de (?P<after2>volgende) dag|de (?P<before2>vorige) dag"
        ),
        _this_day,
        "dag",
    ),
    Rule(bounded(r"de dag (?P<side>na|voor) (?P<word>morgen|gisteren|vandaag|overmorgen)"), _beside, "de dag"),
)
"""Days that have a word of their own."""


AWAY_FROM = (
    Rule(bounded(rf"(?:over|in) (?P<by><duration>)(?:(?: op)? {WEEKDAY})?"), _over, "<duration>"),
    Rule(bounded(rf"(?:op )?{WEEKDAY} over (?P<by><duration>)"), _over, "<duration>"),
    Rule(bounded(r"(?P<by><duration>) (?:geleden|terug|eerder)"), _ago, "<duration>"),
    Rule(bounded(r"(?P<by><duration>) (?:later|verder|vanaf nu|na nu|van nu af)"), _over, "<duration>"),
    Rule(
        bounded(r"(?:(?P<more>meer|langer)|(?:minder|korter)) dan (?P<by><duration>) geleden"), _longer_ago, "geleden"
    ),
    Rule(
        bounded(
            r"(?:(?P<more>meer|langer|later)|(?:minder|korter)) dan (?P<by><duration>) (?:na|vanaf|"
            r"(?P<back>voor)) (?P<from><date>|nu)"
        ),
        _further_on,
        "dan <duration>",
    ),
    Rule(
        bounded(r"(?P<by><duration>) (?:gerekend )?(?P<side>na|vanaf|voor|voorafgaand aan) (?P<from><date>|nu)"),
        _from_a_day,
        "<duration>",
    ),
    Rule(bounded(rf"(?P<by><duration>) (?:na|vanaf) (?P<day>{DAY})"), _from_a_week_day, "<duration>"),
)
"""Days at a distance of today or of another day."""
