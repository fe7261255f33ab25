"""Numbers with signs, parts and measures: "twee en een half", "min vijf komma vijf", "twee derde", "10k", "1,1^23"."""

from __future__ import annotations

from math import isfinite

from knowledge.linking.sentence import bounded
from knowledge.linking.temporal.rules import NOTHING, Hit, Made, Rule
from knowledge.linking.temporal.shapes import Kind

N = r"\d+(?:\.\d+)?"
GLUED_SIZES = {"b", "g", "t"}
SIZES = {"k": 10**3, "mln": 10**6, "mld": 10**9, "b": 10**9, "g": 10**9, "t": 10**12, "dozijn": 12,
         "dozijnen": 12, "gros": 144}  # fmt: skip
PARTS = {"half": 0.5, "halve": 0.5, "kwart": 0.25, "driekwart": 0.75, "anderhalf": 1.5, "anderhalve": 1.5}
PART = "|".join(PARTS)
SCALE = r"1000000(?:000)*"
LARGEST_POWER = 300
LARGEST_BELOW = 10**15


def made(value: float) -> Made | None:
    """A number with its digits as sign; None when it is out of all bounds."""
    if not isfinite(value):
        return None
    exact = int(value) if value == int(value) else value
    return Made(Kind.NUMBER, exact, sign=f"{exact:.15g}" if isinstance(exact, float) else str(exact))


def _value(said: str) -> float:
    return {"": 0.0, "een": 1.0}.get(said) or float(said or 0)


def _and_a_part(hit: Hit) -> Made | None:
    many = _value(hit["many"])
    return made(many + PARTS[hit["part"]] * (_scale(many) if hit["scaled"] else 1))


def _part(hit: Hit) -> Made | None:
    if hit["many"].isdigit() and hit.glued:
        return made(_value(hit["many"]) + PARTS[hit["part"]])
    return made((_value(hit["many"]) or 1) * PARTS[hit["part"]])


def _of_a_scale(hit: Hit) -> Made | None:
    """ "Anderhalf miljoen", "een kwart miljoen"."""
    return made(PARTS[hit["part"]] * _value(hit["scale"]))


def _power(hit: Hit) -> Made | None:
    base, power = _value(hit["base"]) * (-1 if hit["minus"] else 1), _value(hit["power"])
    power = -power if hit["signs"].count("-") % 2 else power
    if abs(power) > LARGEST_POWER or not base:
        return None
    try:
        value = base * 10**power if hit["how"] == "e" else abs(base) ** power * (-1 if base < 0 else 1)
    except OverflowError:
        return None
    return made(value)


def _sized(hit: Hit) -> Made | None:
    if hit["size"] in GLUED_SIZES and not hit.glued:
        return None
    return made((_value(hit["many"]) or 1) * (PARTS.get(hit["part"]) or 1) * SIZES[hit["size"]])


def _fraction(hit: Hit) -> Made | None:
    below, top = int(hit["below"]), _value(hit["top"])
    if below < 3 or below > LARGEST_BELOW:
        return None
    return made(_value(hit["whole"]) + top / below * _scale(_value(hit["whole"])))


def _scale(value: float) -> float:
    """Of "zes miljoen en twee derde" the part is one of a million: the largest scale that the number is made of."""
    return next((scale for scale in (10.0**9, 10.0**6) if value and value % scale == 0), 1.0)


def _stroke(hit: Hit) -> Made | None:
    top, below = _value(hit["top"]), _value(hit["below"])
    return made(_value(hit["whole"]) + top / below) if top < below else None


def _minus(hit: Hit) -> Made | None:
    if hit.text.startswith("-") and hit.before and not hit.before.endswith(("=", "(", ":")):
        return None
    return made(-_value(hit["many"]))


def _comma(hit: Hit) -> Made | None:
    if hit.text.startswith(",") and (not hit.glued or hit.before):
        return None
    return made(float(f"{int(_value(hit['whole']))}.{hit['part']}"))


SIGNED = (
    Rule(bounded(rf"(?:(?P<minus>-) )?(?P<base>{N}) (?P<how>\^|e)(?P<signs>(?: [-+])*) (?P<power>\d+)"), _power),
    Rule(bounded(r"(?P<whole>\d+) (?:komma|punt) (?P<part>\d+)"), _comma, "m"),
    Rule(bounded(r"(?P<whole>), (?P<part>\d+)"), _comma, ","),
)
"""What is one figure whatever comes after."""

HALVES = (
    Rule(bounded(rf"(?:een )?(?P<part>{PART}) (?P<scale>1000(?:000)*)"), _of_a_scale, "000"),
    Rule(bounded(r"(?P<scaled>(?P<many>\d+000000) en (?:een )?(?P<part>half|kwart|driekwart))"), _and_a_part, "en"),
    Rule(bounded(rf"(?P<many>{N}|een) en (?:een )?(?P<part>half|halve|kwart|driekwart)(?! \d)"), _and_a_part, "en"),
)
"""Amounts of something, before anything is counted with them."""

PARTED = (
    Rule(bounded(rf"(?:(?P<whole>{N})(?: en)? )?(?P<top>{N}|een)(?: -)? (?P<below>\d+)en?"), _fraction, "e"),
    Rule(
        bounded(rf"(?<!/ )(?:(?P<whole>{N}) )?(?P<top>\d+) (?:/|op de|op|van de|uit de|uit) (?P<below>{N})(?! /)"),
        _stroke,
    ),
    Rule(bounded(rf"(?P<top>een) (?:op|uit|van)(?: de)? (?P<below>{N})"), _stroke, "een "),
    Rule(bounded(rf"(?:(?P<many>{N}|een) )?(?P<part>{PART})"), _part),
    Rule(bounded(rf"(?:(?P<many>{N}|een) )?(?:(?P<part>half) )?(?P<size>{'|'.join(SIZES)})"), _sized),
    Rule(bounded(rf"(?:min|minus|negatief|-) (?P<many>{N}|een)"), _minus),
)
"""Fractions and measures, when no time was meant by them."""

GLUED = (Rule(bounded(r"\d+(?:\.\d+)? (?:ml|cl|l|mm|cm|km|kg|mg|gb|mb)"), lambda hit: NOTHING),)
"""Figures with a measure: no numbers by themselves."""

PLAIN = (Rule(bounded(rf"{N}"), lambda hit: made(float(hit.text)) if "." in hit.text else made(int(hit.text))),)
"""What is left of figures."""
