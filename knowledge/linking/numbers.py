"""Dutch numbers that are one word, or one row of figures: "drieënzestigduizend", "twaalfde", "1.234,5"."""

from __future__ import annotations

import re
from functools import lru_cache

UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
PLURALS = {"tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8, "negenen": 9,
           "tienen": 10, "elven": 11, "twaalven": 12}  # fmt: skip
"""As in "na vijven" and "met z'n tienen"."""

JOINED = {"honderd": 100, "duizend": 1000}
"""What other numbers are glued to, on both sides."""

SCALES = {"miljoen": 10**6, "miljard": 10**9, "biljoen": 10**12, "biljard": 10**15, "triljoen": 10**18}
"""What stands as a word of its own."""

SPOKEN = {"nen": "een", "ne": "een", "'n": "een", "1⁄2": "half", "1⁄4": "kwart", "3⁄4": "driekwart"}
IRREGULAR = {"eerste": "een", "derde": "drie", "achtste": "acht"}
ONE_OR_MORE = re.compile(r"(?P<whole>\w+?)en(?:een)?hal(?:f|ve)")
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
STROKE = "⁄"
"""As "⅓" is written without its own sign."""

MOST_DIGITS = 15
LONGEST_WORD = 80
TOO_LONG = "#"
"""What a longer row of digits is read as: a telephone number or nonsense, no amount."""


def _below_a_hundred() -> dict[str, int]:
    found = {word: value for value, word in enumerate(UNITS + TEENS)}
    for place, ten in enumerate(TENS, start=2):
        found[ten] = place * 10
        found |= {f"{UNITS[unit]}en{ten}": place * 10 + unit for unit in range(1, 10)}
    return found


SMALL = _below_a_hundred()


@lru_cache(maxsize=5_000)
def cardinal(norm: str) -> int | None:
    """The value of a whole number that is one word (without accents), or None."""
    if norm in SMALL or norm in SCALES:
        return SMALL.get(norm, SCALES.get(norm))
    for joint, size in reversed(JOINED.items()):
        head, found, tail = norm.partition(joint)
        if found:
            many = cardinal(head) if head else 1
            rest = cardinal(tail.removeprefix("en") if tail.startswith("en") else tail) if tail else 0
            return (
                many * size + rest if many and rest is not None and rest < size and len(norm) < LONGEST_WORD else None
            )
    return None


@lru_cache(maxsize=5_000)
def ordinal(norm: str) -> int | None:
    """The place of an ordinal that is one word: "derde" is 3, "honderdachtste" 108; None for any other word."""
    for ending, stem in IRREGULAR.items():
        if norm.endswith(ending) and (value := cardinal(norm.removesuffix(ending) + stem)) is not None:
            return value
    for ending in ("ste", "de"):
        if norm.endswith(ending) and (value := cardinal(norm.removesuffix(ending))) is not None:
            return value
    return None


def digits(norm: str) -> str:
    """A number in digits with a decimal point; any other word, and "een", as it is."""
    if norm in SPOKEN:
        return SPOKEN[norm]
    if STROKE in norm:
        top, _, below = norm.partition(STROKE)
        return f"{int(top) / int(below):.15g}" if top.isdecimal() and below.isdecimal() and int(below) else norm
    if norm[0].isdigit():
        return _figures(norm) if FIGURES.fullmatch(norm) else norm
    return norm if norm == "een" else _word(norm)


@lru_cache(maxsize=20_000)
def _word(norm: str) -> str:
    if (value := cardinal(norm)) is not None:
        return str(value)
    more = ONE_OR_MORE.fullmatch(norm)
    whole = cardinal(more["whole"]) if more else None
    return norm if whole is None else f"{whole}.5"


def _figures(norm: str) -> str:
    if len(norm) > MOST_DIGITS:
        return TOO_LONG
    return norm.replace(".", "").replace(",", ".") if THOUSANDS.fullmatch(norm) else norm.replace(",", ".")
