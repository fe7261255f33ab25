"""Times of the clock: "om half drie", "kwart over vijf", "10 voor half negen 's avonds", "20.15u", "na zessen"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.linking.numbers import PLURALS
from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.hours import Clock
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Kind
from knowledge.linking.temporal.vocabulary import MONTH, OF_THE_DAY, UNIT, part_of_day

NOON, MIDNIGHT = 12, 24
HOUR = r"(?:2[0-4]|1\d|0?\d|een)"
PLURAL = "|".join(PLURALS)
MINUTES = r"\d{1,2}|een|kwart"
O_CLOCK = r"(?: (?:uur|u|h))"
NO_TIME = bounded(
    r"(?:per|p|pw|/|in de (?:week|maand)|elke|a|(?:van )?(?:deze|de|volgende|vorige|komende) maand|"
    rf"van {MONTH}|{UNIT}|{MONTH}|%|procent|euro|km|kg|keer|x|-|van de|mensen|man)(?: .*)?"
)
"""What stands after an amount of something else."""

TO_GO = bounded(r"(?:met de )?(?:fietsen|rijden|reizen|lopen|fiets|auto|trein|bus|weg|verderop|werk|tijd)(?: .*)?")
"""What stands after an hour that something takes."""

NO_CLOCK = bounded(rf"(?:{UNIT}|%|procent|euro|km|kg|keer|x|mensen)(?: .*)?")
"""What stands after figures that are no time."""

NO_MINUTES = r" (?:min|minuten|m|uur|u|per|pw|seconden)\b"
AT = re.compile(
    r"(?:^| )(?:om|rond|omstreeks|rond de|ongeveer om|klokslag|om precies|precies om|al om|om "
    r"exact|het is|'t is|is het|was het|(?:die|deze|sessie|les|groep|ronde|optie|degene) (?:van"
    r"|om))(?: (?:een uur of|ongeveer|circa))?$"
)
NEAR = re.compile(
    r"(?:^| )(?:na|vanaf|tot|voor|tegen|sinds|tot aan|tot een uur of|vanaf een uur of|na een uur of|naar)$"
)
REPEATED = re.compile(r"(?:^| )(?:elke|elk|iedere|ieder)$")
BOUND = re.compile(r"(?:^| )(?:na|vanaf|tot|tegen)$")


def in_part(clock: Clock, part: str) -> Clock:
    """A time in a part of the day: "3 uur" in the afternoon is 15:00."""
    hour = clock.hour % MIDNIGHT
    if part == "MO":
        return clock.at(0 if hour == NOON else hour)
    if part == "NI":
        return clock.at(0 if hour == NOON else hour + NOON if 6 < hour < NOON else hour)
    return clock.at(hour + NOON if hour < NOON else hour)


def clock_of(hour: str, minute: int = 0, second: int = 0, shift: int = 0) -> Clock | None:
    """A time, ``shift`` minutes from a whole hour; with an hour up to 12 it can be in either half of the day."""
    whole = PLURALS.get(hour) or (1 if hour == "een" else int(hour))
    if whole > MIDNIGHT or minute > 59 or second > 59:
        return None
    minutes = (whole * 60 + minute + shift) % (MIDNIGHT * 60)
    return Clock(minutes // 60, minutes % 60, second, unsure=0 < whole <= NOON)


def _made(clock: Clock | None, part: str = "") -> Made | None:
    if clock is None:
        return None
    said = part_of_day(part)
    return Made(Kind.TIME, replace(in_part(clock, said), part=said) if said else clock)


def _figures(hit: Hit) -> Made | None:
    hour, minute, *second = hit["figures"].replace(".", ":").split(":")
    if "." in hit["figures"] and NO_CLOCK.match(hit.after):
        return None
    clock = clock_of(hour, int(minute), int(second[0]) if second else 0)
    if clock and hit["figures"].endswith(".00"):
        clock = replace(clock, unsure=False)  # a whole hour written out is of a timetable, which counts to 24
    return _made(clock, hit["part"])


def _spoken(hit: Hit) -> Made | None:
    said = hit["minutes"]
    minutes = {"": 0, "kwart": 15, "een": 1}[said] if not said.isdigit() else int(said)
    shift = (-minutes if hit["side"] == "voor" else minutes) - (30 if hit["half"] else 0)
    return _made(clock_of(hit["hour"], shift=shift), hit["part"]) if minutes < 60 else None


def _hour(hit: Hit) -> Made | None:
    """An hour by itself, where only an hour can stand: "om 3", "na 3 uur", "tot twaalf"."""
    before, after = hit.before, hit.after
    if NO_TIME.match(after):
        return None
    ends = not after or (not after[0].isalnum() and after[0] not in "<-/'")
    if hit["hour"] in ("een", "1") and (before.endswith("voor") or not (ends or hit["uur"]) or TO_GO.match(after)):
        return None
    surely = AT.search(before) or (NEAR.search(before) and hit["uur"]) or (BOUND.search(before) and ends)
    return _made(clock_of(hit["hour"])) if surely else None


def _past(hit: Hit) -> Made | None:
    """ "19u30", "negen uur dertig"."""
    return _made(clock_of(hit["hour"], int(hit["past"])), hit["part"])


def _four(hit: Hit) -> Made | None:
    """ "0830 uur"."""
    clock = clock_of(hit["four"][:2], int(hit["four"][2:]))
    return Made(Kind.TIME, replace(clock, unsure=False)) if clock else None


def _plural(hit: Hit) -> Made | None:
    near = AT.search(hit.before) or NEAR.search(hit.before)
    return _made(clock_of(hit["hour"]), hit["part"]) if near else None


def _noon(hit: Hit) -> Made:
    return Made(Kind.TIME, Clock(0 if "nacht" in hit.text else NOON))


def _with_part(hit: Hit) -> Made | None:
    if hit["part"].endswith("en") or REPEATED.search(hit.before):
        return None
    return _made(hit.value("time", Clock), hit["part"])


CLOCK = (
    Rule(bounded(rf"(?P<figures>\d{{1,2}}:\d\d(?::\d\d)?)(?:{O_CLOCK})?(?: {OF_THE_DAY})?"), _figures, ":"),
    Rule(bounded(rf"(?P<figures>\d{{1,2}}\.\d\d)(?:{O_CLOCK})?(?: {OF_THE_DAY})?"), _figures, "."),
    Rule(
        bounded(
            rf"(?:(?P<minutes>{MINUTES})(?: (?:minuten|min))? (?P<side>voor|over) )?(?P<half>half )"
            rf"(?P<hour>{HOUR}|{PLURAL})(?:{O_CLOCK})?(?: {OF_THE_DAY})?"
        ),
        _spoken,
        "half",
    ),
    Rule(
        bounded(
            rf"(?P<minutes>{MINUTES})(?: (?:minuten|min))? (?P<side>voor|over) (?P<hour>{HOUR}|{PLURAL})"
            rf"(?!\.|:)(?:{O_CLOCK})?(?: {OF_THE_DAY})?"
        ),
        _spoken,
    ),
    Rule(bounded(rf"(?P<hour>{HOUR}) (?:u|uur|h) (?P<past>[0-5]\d)(?! <|{NO_MINUTES})(?: {OF_THE_DAY})?"), _past),
    Rule(bounded(r"(?P<four>(?:[01]\d|2[0-4])[0-5]\d) (?:uur|u|h)"), _four),
    Rule(bounded(rf"(?P<hour>{HOUR})(?:{O_CLOCK})? {OF_THE_DAY}"), _spoken),
    Rule(bounded(rf"(?P<hour>{HOUR})(?P<uur>{O_CLOCK})?"), _hour),
    Rule(bounded(rf"(?P<hour>{PLURAL})(?: {OF_THE_DAY})?"), _plural),
    Rule(
        bounded(r"middernacht|(?:(?<=rond )|(?<=tegen )|(?<=om ))(?:de |het )?middag|(?:het )?middaguur"), _noon, "mid"
    ),
)
"""A time as it is said."""

PARTED = (
    Rule(bounded(rf"{OF_THE_DAY} (?:om )?(?P<time><time>)"), _with_part, "<time>"),
    Rule(bounded(rf"(?P<time><time>) {OF_THE_DAY}"), _with_part, "<time>"),
)
"""A time with the part of the day before it ("'s morgens om 7 uur") or after it."""
