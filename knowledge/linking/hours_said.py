"""How people say an amount of time in a period: the words and patterns of ``hours``."""

from __future__ import annotations

import re

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.durations import SPOKEN
from knowledge.linking.temporal.vocabulary import UNIT_WORDS

HOURS_OF = {"uur": 1.0, "minuut": 1 / 60, "kwartier": 0.25, "dagdeel": 4.0, "dag": 8.0, "ochtend": 4.0, "avond": 3.0}
"""Hours of learning in a unit; a part of a working day is 4 hours, an evening 3."""

UNITS = {
    "uur": UNIT_WORDS["H"],
    "minuut": UNIT_WORDS["TM"],
    "kwartier": r"kwartier(?:tje|en)?",
    "dagdeel": r"dagde(?:el|len)|dagdeeltje",
    "ochtend": r"ochtend(?:en|je)?|middag(?:en|je)?|voormiddag(?:en)?|namiddag(?:en)?",
    "avond": r"avond(?:en|je|jes)?",
    "dag": f"{UNIT_WORDS['D']}|{UNIT_WORDS['BD']}",
}
WEEKS_OF = {"week": 1.0, "maand": 4.33, "kwartaal": 13.0, "jaar": 52.0, "dag": 0.2}
"""Weeks in a period; there are five working days in a week."""

PERIODS = {
    "week": f"{UNIT_WORDS['W']}|w",
    "maand": UNIT_WORDS["M"],
    "kwartaal": r"kwartaal",
    "jaar": r"jaar",
    "dag": r"dag|werkdag",
}
AMOUNTS = sorted((said for said in SPOKEN if not said.startswith(("een hal", "een kwart"))), key=len, reverse=True)
NUMBER = rf"(?:\d+(?:\.\d+)?|{'|'.join(AMOUNTS)})"
"""A half comes after it, as a part of the unit: "een | halve dag"."""

_UNIT = "|".join(f"(?P<{unit}>{words})" for unit, words in UNITS.items())
_PERIOD = rf"(?:\d+ )?(?:{'|'.join(PERIODS.values())})"
_WHOLE = r"wekelijks|maandelijks|weekelijks|p \. ?w(?: \.)?|pw"
_EACH = r"per|p|/|in de|in een|in|elke|iedere|ieder|op een|alle|om de"
_PER = rf"(?:(?:{_EACH}|de|a) )?{_PERIOD}|{_WHOLE}"
_SURE_PER = rf"(?:{_EACH}) {_PERIOD}|{_WHOLE}"
_SLACK = (
    r"(?: (?:tijd|vrij|ruimte|beschikbaar|leren|om te leren|werktijd|hooguit|max|maximaal|ongeveer|ofzo|of zo|maar))?"
)

QUANTITY = bounded(
    rf"(?:(?P<times>\d+|een|paar) ?(?:keer|x|maal) (?:(?P<often>{_SURE_PER}) )?(?:van )?)?"
    rf"(?:(?:tussen (?:de )?)?(?P<least>{NUMBER}) (?:a|tot|-|–|of|en) )?(?:(?P<count>{NUMBER}) )?"
    rf"(?P<part>en een half |en een halve |en half |half |halve |hele |heel |volle )?(?:{_UNIT})"
    rf"(?: of (?P<about>\d+)| (?P<later>\d+)(?= (?:{_SURE_PER})(?!\S)))?"
    rf"(?: van (?P<each>{NUMBER}) (?:uur|u))?"
    rf"{_SLACK}(?: (?P<per>{_PER}))?"
)
PER_BEFORE = re.compile(rf"(?<!\S)(?P<per>{_SURE_PER})(?: [a-z']+){{0,4}}$")

NO_LEARNING = re.compile(
    r"(?<!\S)(?:(?:om|na|tot|vanaf|tegen|rond|voor|duurt|duren|binnen|over|sinds|al|werk|werkt|werken|draai)"
    r"(?: (?:de|een|zo'n|ongeveer|circa|half))?"
    r"|(?:cursus|module|training|station|workshop|les|sessie|webinar|nanomodule|die|deze|groep|ronde|optie|degene)"
    r" (?:van|om))$"
)
"""What stands before an hour of the clock or a length of something else."""

YOU = re.compile(r"(?<!\d) u$")
"""In "wat u" nobody counts hours."""

ON_THE_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d (?:uur|u|h)")
"""As a timetable writes an hour: "19.00 uur"."""

AT_WORK = re.compile(
    r"(?<!\S)(?:werk|werkt|werken|werkweek van|contract van|contract voor)(?: (?:ik|al|nu|ongeveer))?$"
)
NOT_BEFORE = bounded(
    r"(?:rijden|rij|reizen|reistijd|fietsen|met de|weg|verderop|van hier|enkele reis|later|eerder|geleden"
    r"|van tevoren|vooraf|ervaring|'s|s|naar huis|onderweg|terug|te (?:laat|vroeg|lang)"
    r"|voor (?:de|het|aanvang|begin|elke|iedere|die))(?: .*)?"
)
"""What stands after a length of something else."""
