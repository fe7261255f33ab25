"""Dutch number words."""

from __future__ import annotations

import re

UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
PLURALS = {"tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8, "negenen": 9,
           "tienen": 10, "elven": 11, "twaalven": 12}  # fmt: skip
"""As in "na vijven" and "met z'n tienen"."""


def _below_a_hundred() -> dict[str, int]:
    found = {word: value for value, word in enumerate(UNITS + TEENS)}
    for place, ten in enumerate(TENS, start=2):
        found[ten] = place * 10
        for unit in range(1, 10):
            found[f"{UNITS[unit]}en{ten}"] = place * 10 + unit
    return found


def _all() -> dict[str, int]:
    small = _below_a_hundred()
    found = dict(small) | {"honderd": 100, "duizend": 1000}
    for hundreds in range(1, 10):
        head = "honderd" if hundreds == 1 else f"{UNITS[hundreds]}honderd"
        found[head] = hundreds * 100
        found |= {f"{head}{word}": hundreds * 100 + value for word, value in small.items() if value}
        found |= {f"{head}en{word}": hundreds * 100 + value for word, value in small.items() if value}
    return found


WORDS = (
    {word: str(value) for word, value in _all().items() if word != "een"}
    | {f"{UNITS[n]}enhalf": f"{n}.5" for n in range(2, 10)}
    | {"nen": "een", "ne": "een", "'n": "een", "1⁄2": "half"}
)
"""Number word (without accents) to digits; "een" stays, for it is an article too, as are its spoken forms."""

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")

MOST_DIGITS = 12
TOO_LONG = "#"
"""What a longer row of digits is read as: a telephone number or nonsense, no amount."""


def digits(norm: str) -> str:
    """A number word in digits; any other word as it is; a decimal comma becomes a point."""
    if norm[0].isdigit() and DIGITS.fullmatch(norm):
        return norm.replace(",", ".") if len(norm) <= MOST_DIGITS else TOO_LONG
    return WORDS.get(norm, norm)


def number(said: str) -> float | None:
    """The value of digits, or of "een", "anderhalf", "half" and "paar"; None when it is no number."""
    small = {"een": 1.0, "anderhalf": 1.5, "anderhalve": 1.5, "half": 0.5, "halve": 0.5, "paar": 2.0}
    if said in small:
        return small[said]
    try:
        return float(said)
    except ValueError:
        return None
