"""Stretches of the clock and parts of the day: "tussen 9 en 12", "na 18:00", "in de vroege ochtend"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.clock import NO_TIME, NOON, clock_of, in_part
from knowledge.linking.temporal.hours import Clock, PartOfDay, Times
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Kind
from knowledge.linking.temporal.vocabulary import MONTH, OF_THE_DAY, part_of_day

BARE = r"2[0-4]|1\d|0?\d|een"
END = rf"<time>|(?:{BARE})(?: (?:uur|u|h))?"
OF_A_MONTH = re.compile(rf"(?:^| )(?:maand|{MONTH})$")
AND = r"tot en met|t / m|t - m|tm|tot|en|-|–|~"
HOURS_OF = {"kantooruren": "BH", "kantoortijd": "BH", "kantoortijden": "BH", "werkuren": "BH", "werktijd": "BH",
            "overdag": "DT", "lunch": "MEL", "lunchtijd": "MEL", "lunchpauze": "MEL", "lunchuur": "MEL",
            "middageten": "MEL", "avondeten": "MED", "diner": "MED",
            "ontbijt": "MEB", "ontbijttijd": "MEB"}  # fmt: skip
PARTS = r"ochtend|ochtenden|morgen|morgens|voormiddag|middag|middagen|namiddag|avond|avonden|nacht|nachten"


def _end(hit: Hit, name: str) -> Clock | None:
    said = hit[name]
    return hit.value(name, Clock) if said == "<time>" else clock_of(said.split(" ")[0])


def _between(hit: Hit) -> Made | None:
    """Two times; a bare figure is one when the other is sure to be, or after "tussen" and "van"."""
    start, end = _end(hit, "start"), _end(hit, "end")
    said = hit["start"] + hit["end"]
    if start is None or end is None or (NO_TIME.match(hit.after) and "<time>" not in said):
        return None
    if "<time>" not in said and not hit["part"] and not (hit["from"] and _may_be_hours(hit, start, end)):
        return None
    return Made(Kind.TIMES, ordered(start, _in_part(end, part_of_day(hit["part"]))))


def _in_part(clock: Clock, part: str) -> Clock:
    return replace(in_part(clock, part), part=part) if part else clock


def _may_be_hours(hit: Hit, start: Clock, end: Clock) -> bool:
    """ "Van 9 tot 12 uur" and "tussen 9 en 12", but not "tussen de 2 en 4" or "van 5 naar 6"."""
    after = hit.after
    ends = (not after or not after[0].isdigit()) and not OF_A_MONTH.search(hit.before)
    return ends and start.minutes != end.minutes


def ordered(start: Clock, end: Clock) -> Times:
    """From one to the other, each in the half of the day that makes sense of it.

    What is said of one end ("'s avonds") decides the other: the two lie as near as can be. With nothing said the
    end comes after the start, for both halves of the day.
    """
    if end.part and start.unsure:
        return Times(min(_either(start), key=lambda clock: clock.until(end)), end)
    if start.part and end.unsure:
        return Times(start, min(_either(end), key=start.until))
    if not end.unsure or (not start.unsure and start.hour >= NOON):
        return Times(start.at(start.hour), end.at(end.hour))
    if end.minutes <= start.minutes:
        end = end.at(end.hour + NOON, unsure=start.unsure)
    return Times(start, end)


def _either(clock: Clock) -> tuple[Clock, Clock]:
    return clock.at(clock.hour), clock.at(clock.hour + NOON)


def _after(hit: Hit) -> Made:
    return Made(Kind.TIMES, Times(hit.value("time", Clock), None))


def _before(hit: Hit) -> Made:
    return Made(Kind.TIMES, Times(None, hit.value("time", Clock)))


def _part(hit: Hit) -> Made | None:
    side, word = hit["side"], hit["part"]
    late = side.startswith(("la", "later")) or (not side and word.startswith("namiddag"))
    return Made(Kind.DAYPART, PartOfDay(part_of_day(word), "end" if late else "start" if side else ""))


def _hours(hit: Hit) -> Made:
    return Made(Kind.DAYPART, PartOfDay(HOURS_OF[hit["hours"]], "approx" if hit["about"] else ""))


BETWEEN = (
    Rule(
        bounded(rf"(?:(?P<from>tussen|van|vanaf|om) )?(?P<start>{END}) (?:{AND}) (?P<end>{END})(?: {OF_THE_DAY})?"),
        _between,
    ),
)
"""From one time to another."""

OPEN = (
    Rule(bounded(r"(?:na|later dan)(?: (?:rond|ongeveer|circa))? (?P<time><time>)"), _after, "<time>"),
    Rule(
        bounded(
            r"(?:vanaf|sinds|niet eerder dan|niet voor|(?:al )?zo vroeg als)(?: (?:rond|ongeveer|om))? (?P<time><time>)"
        ),
        _after,
        "<time>",
    ),
    Rule(bounded(r"(?:om )?(?P<time><time>) (?:of|en) later"), _after, "later"),
    Rule(
        bounded(
            r"(?:voor|tot|tegen|uiterlijk(?: om)?|eerder dan|niet later dan|tot aan|(?:al )?zo "
            r"laat als)(?: (?:rond|ongeveer))? (?P<time><time>)"
        ),
        _before,
        "<time>",
    ),
    Rule(bounded(r"(?:om )?(?P<time><time>) of (?:eerder|vroeger)"), _before, "of "),
)
"""From a time on, or up to one."""

PART_OF_THE_DAY = (
    Rule(
        bounded(
            r"(?:(?:in|op|tijdens|gedurende|voor) )?(?:de |'s |s |'t )?(?:(?P<side>vroege|late|"
            r"laat|later|vroeg|vroeger)(?: in de| op de)? )?"
            rf"(?P<part>(?:{PARTS})s?|s(?:ochtend|morgen|middag|avond|nacht)s)(?: (?P<side2>laat|vroeg))?"
        ),
        _part,
    ),
    Rule(
        bounded(
            r"(?:(?P<about>rond|omstreeks)|tijdens|gedurende|onder|binnen|met|bij) (?:de |het )"
            rf"?(?P<hours>{'|'.join(HOURS_OF)})|(?P<hours2>overdag|lunchtijd|lunchpauze|kantooruren)"
        ),
        _hours,
    ),
)
"""A part of the day by itself."""
