"""What comes again: "elke dinsdag om 16.00", "wekelijks", "om de week", "op zondagen", "elke drie weken"."""

from __future__ import annotations

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.clock import in_part
from knowledge.linking.temporal.hours import Clock
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Day, Duration, Kind
from knowledge.linking.temporal.vocabulary import DAY, DAY_OF, PART, part_of_day, unit_of

EVERY = r"(?:elke|elk|iedere|ieder|alle|enig|welk|welke)"
UNITS = {"dag": "P1D", "dagelijks": "P1D", "week": "P1W", "wekelijks": "P1W", "weekelijks": "P1W", "maand": "P1M",
         "maandelijks": "P1M", "kwartaal": "P3M", "jaar": "P1Y", "jaarlijks": "P1Y", "weekend": "XXXX-WXX-WE",
         "halfjaarlijks": "P0.5Y", "werkdag": "P1D", "weekdag": "P1D", "weekenden": "P1WE"}  # fmt: skip
MULTIPLES = {"twee": 2, "2": 2, "drie": 3, "3": 3, "vier": 4, "4": 4, "zes": 6, "6": 6}
ADVERB = (
    r"(?P<many>twee|drie|vier|zes|2|3|4|6)?(?: - | )?(?P<unit>dagelijks|wekelijks|weekelijks|"
    r"maandelijks|jaarlijks|halfjaarlijks)e?"
)
PARTS = rf"(?P<part>{PART})(?:en|s)?"


def made(value: str) -> Made:
    return Made(Kind.REPETITION, value)


def clock(of: Clock) -> str:
    """``T16:00``, ``T09``."""
    return f"T{of.hour:02}:{of.minute:02}"


def _unit(hit: Hit) -> Made | None:
    value = UNITS[hit["unit"]]
    if hit["many"]:
        value = value.replace("1", str(MULTIPLES[hit["many"]]))
    return made(value)


def _every_so_often(hit: Hit) -> Made:
    return made(hit.value("by", Duration).iso)


def _every_other(hit: Hit) -> Made:
    return made(f"P2{unit_of(hit['unit'])}")


def _at_a_time(hit: Hit) -> Made:
    return made(clock(hit.value("time", Clock)))


def _weekday(hit: Hit) -> Made:
    at = clock(hit.value("time", Clock)) if hit["time"] else f"T{part_of_day(hit['part'])}" if hit["part"] else ""
    return made(f"XXXX-WXX-{DAY_OF[hit['day']] + 1}{at}")


def _part(hit: Hit) -> Made:
    if hit["time"] and hit["part"]:
        return made(clock(in_part(hit.value("time", Clock), part_of_day(hit["part"]))))
    return _at_a_time(hit) if hit["time"] else made(f"T{part_of_day(hit['part'])}")


def _yearly(hit: Hit) -> Made | None:
    day = hit.value("day", Day)
    return made(f"XXXX-{day.yearly[0]:02}-{day.yearly[1]:02}") if day.yearly else None


TIME = r"(?:(?: om| rond)? (?P<time><time>))"
REPEATED = (
    Rule(bounded(ADVERB), _unit, "lijks"),
    Rule(
        bounded(
            rf"{EVERY} (?P<unit>dag|week|maand|kwartaal|jaar|weekend|werkdag|weekdag)(?: dan ook)?|(?P<unit2>weekenden)"
        ),
        _unit,
    ),
    Rule(
        bounded(rf"(?:{EVERY}|om de|eens in de|eens per|een keer in de|1 keer in de) (?P<by><duration>)"),
        _every_so_often,
        "<duration>",
    ),
    Rule(
        bounded(
            r"(?:eens|eenmaal|een keer|een maal|1 keer|1 maal|1 x|1x) (?:per|in de|in het|elke|"
            r"iedere) (?P<unit>dag|week|maand|kwartaal|jaar)"
        ),
        _unit,
    ),
    Rule(bounded(rf"{EVERY} (?P<unit>uur|minuut|seconde)"), lambda hit: made(f"PT1{unit_of(hit['unit'])[-1]}")),
    Rule(bounded(r"(?:om de (?:andere )?|elke andere |iedere andere )(?P<unit>dag|week|maand)"), _every_other, "om de"),
    Rule(
        bounded(rf"{EVERY} (?:(?:dag|avond|middag|ochtend|nacht)(?: om| rond)? )?(?P<time><time>)"),
        _at_a_time,
        "<time>",
    ),
    Rule(
        bounded(
            rf"(?P<time><time>) {EVERY} (?:dag|avond|middag|ochtend|nacht)|"
            rf"dagelijks{TIME.replace('time>', 'time2>', 1)}"
        ),
        _at_a_time,
        "<time>",
    ),
    Rule(bounded(rf"{EVERY} (?P<day>{DAY})(?P<part>{PART})?(?:{TIME})?"), _weekday, "dag"),
    Rule(
        bounded(rf"(?:op )?(?P<day>{DAY})(?P<part>{PART})?en(?:{TIME})?|(?:(?:'s|s) )?(?P<day2>{DAY})s"),
        _weekday,
        "dag",
    ),
    Rule(
        bounded(
            rf"(?P<day>{DAY})(?:en)? om de week|om de (?P<day2>{DAY})|om de week (?:op )"
            rf"?(?P<day5>{DAY})|(?:elke|iedere) andere (?P<day3>{DAY})|(?:elke|iedere) (?:week|2 "
            rf"weken) (?:op )?(?P<day4>{DAY})"
        ),
        _weekday,
        "om de week",
    ),
    Rule(
        bounded(rf"{EVERY} {PARTS}(?:{TIME})?|(?:op )?(?P<part2>{PART})en{TIME.replace('time>', 'time2>', 1)}"), _part
    ),
    Rule(
        bounded(
            rf"(?:om )?(?P<time><time>) (?:op )?(?P<day>{DAY})en|(?:om )?(?P<time2><time>) (?:elke|"
            rf"iedere) (?P<day2>{DAY})"
        ),
        _weekday,
        "<time>",
    ),
)
"""What comes back after a time, on a day or at an hour."""

DATES = (Rule(bounded(rf"{EVERY} (?P<day><date>)"), _yearly, "<date>"),)
"""What comes back each year."""
