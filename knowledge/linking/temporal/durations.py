"""Lengths of time: "anderhalf uur", "drie kwartier", "een week en drie dagen", "de hele dag", "twee uurtjes"."""

from __future__ import annotations

import re

from knowledge.linking.numbers import cardinal
from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.rules import Hit, Made, Rule
from knowledge.linking.temporal.shapes import Duration, Kind
from knowledge.linking.temporal.vocabulary import UNIT, unit_of

N = r"\d+(?:\.\d+)?"
SPOKEN = {"een": 1.0, "anderhalf": 1.5, "anderhalve": 1.5, "half": 0.5, "halve": 0.5, "kwart": 0.25, "een half": 0.5,
          "een halve": 0.5, "een kwart": 0.25, "driekwart": 0.75, "3 kwart": 0.75, "paar": 2.0, "een paar": 2.0,
          "wat": 3.0, "aantal": 3.0, "een aantal": 3.0, "enkele": 3.0, "enige": 3.0,
          "verschillende": 3.0, "verscheidene": 3.0, "meerdere": 3.0, "beide": 2.0}  # fmt: skip
AMOUNT = rf"{N}|{'|'.join(sorted(SPOKEN, key=len, reverse=True))}"
LONG_UNITS = {"kwartier": (0.25, "H"), "kwartiertje": (0.25, "H"), "kwartieren": (0.25, "H"),
              "kwartiertjes": (0.25, "H"),
              "kwartaal": (3.0, "M"), "kwartalen": (3.0, "M"), "decennium": (10.0, "Y"), "decennia": (10.0, "Y"),
              "eeuw": (100.0, "Y"), "eeuwen": (100.0, "Y"), "semester": (6.0, "M"), "semesters": (6.0, "M"),
              "nachten": (1.0, "D"), "etmaal": (24.0, "H"), "etmalen": (24.0, "H"), "halfuur": (0.5, "H"),
              "halfuurtje": (0.5, "H"),
              "halfjaar": (0.5, "Y")}  # fmt: skip
LONG_UNIT = "|".join(LONG_UNITS)
ADJECTIVES = {"daags": "dag", "weeks": "week", "maands": "maand", "jarig": "jaar", "uurs": "uur", "urig": "uur"}
A_LOT = 10**9


def amount_of(said: str | None) -> float | None:
    """The value of digits, or of "een", "anderhalf", "een paar" …; None when it is neither."""
    if not said or said in SPOKEN:
        return SPOKEN[said] if said else None
    return float(said) if re.fullmatch(N, said) else None


def _made(amount: float, word: str) -> Made | None:
    size, unit = LONG_UNITS[word] if word in LONG_UNITS else (1.0, unit_of(word))
    return Made(Kind.DURATION, Duration(((amount * size, unit),))) if amount < A_LOT else None


def _counted(hit: Hit) -> Made | None:
    if hit["amount"] == "wat" and not hit["unit"].endswith("en"):
        return None
    amount = amount_of(hit["amount"] or "een") or 0.0
    if hit["half"]:
        amount = amount / 2 if hit["half"].endswith("e") else amount + 0.5
    return _made(amount, hit["unit"])


def _adjective(hit: Hit) -> Made | None:
    """ "Tweedaagse", "3-jarig"."""
    many = int(hit["figure"]) if hit["figure"] else cardinal(hit["word"])
    return _made(float(many), ADJECTIVES[hit["unit"]]) if many else None


def _and_a_part(hit: Hit) -> Made | None:
    """ "Een uur en een kwart", "een jaar en een half"."""
    amount = SPOKEN.get(hit["amount"]) or float(hit["amount"])
    return _made(amount + SPOKEN[hit["part"]], hit["unit"])


def _sum(hit: Hit) -> Made | None:
    one, other = hit.value("one", Duration), hit.value("other", Duration)
    if {unit for _, unit in one.parts} & {unit for _, unit in other.parts}:
        return None
    return Made(Kind.DURATION, one.plus(other))


def _hours_and_minutes(hit: Hit) -> Made:
    return Made(Kind.DURATION, Duration(((float(hit["hours"]), "H"), (float(hit["minutes"]), "TM"))))


COUNTED = (
    Rule(
        bounded(rf"(?:(?P<figure>\d{{1,3}})(?: -)? |(?P<word>[a-z]+?))(?P<unit>{'|'.join(ADJECTIVES)})e?"), _adjective
    ),
    Rule(bounded(r"(?P<hours>\d{1,2}) (?:u|uur|h) (?P<minutes>[0-5]\d)(?: (?:m|min|minuten))?"), _hours_and_minutes),
    Rule(bounded(rf"(?P<amount>{AMOUNT})(?P<half> half| halve)? (?P<unit>{UNIT}|{LONG_UNIT})"), _counted),
    Rule(bounded(r"(?P<unit>kwartier|kwartiertje|halfuur|halfuurtje|halfjaar)"), _counted),
    Rule(
        bounded(rf"(?P<amount>{N}|een) (?P<unit>{UNIT}) en (?P<part>een half|een kwart)(?: (?P=unit))?"),
        _and_a_part,
        "en",
    ),
    Rule(
        bounded(
            rf"(?:de|het|mijn|een) (?:hele|heel|gehele|volle|volledige|ganse|gans) (?P<unit>{UNIT})|"
            rf"(?:hele|heel|ganse|gans) (?:de |het )?(?P<unit2>{UNIT})"
        ),
        lambda hit: _made(1.0, hit["unit"] or hit["unit2"]),
        "l",
    ),
)
"""An amount of one unit."""

SUMS = (Rule(bounded(r"(?P<one><duration>)(?: en| ,| plus)? (?P<other><duration>)"), _sum, "<duration>"),)
"""Amounts of several units, two at a time."""
