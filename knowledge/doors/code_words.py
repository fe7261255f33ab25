"""How a code that links two doors looks, and how it is found in what somebody typed.

``K7MP-2X9Q``: no vowels, so that it is never a word, and no signs that look alike (0 and O, 1, I and L). It begins with
a letter, and letters and digits change places often enough for it to be no size, date, number or grade of steel.
"""

from __future__ import annotations

import re
from itertools import pairwise
from secrets import choice
from unicodedata import normalize

SIGNS = "23456789BCDFGHJKMNPQRSTVWXZ"
LENGTH = 8
FEWEST_TURNS = 4
"""So often at least a digit follows a letter or the other way round."""

_WORDS = r"(?:koppel|koppelen|koppelcode|code|mijn|de|dit|is|met|hier)"
_ROUND = r"[\s:=.,!\"'`()/‘’“”„]*"
_BETWEEN = r"[\s\-‐‑‒–—_.]*"
_CODE = rf"(?P<code>[A-Z0-9]{{4}}{_BETWEEN}[A-Z0-9]{{4}})"
_TYPED = re.compile(rf"{_ROUND}(?P<words>(?:{_WORDS}\b{_ROUND})*){_CODE}{_ROUND}", re.IGNORECASE | re.ASCII)
_TO_LINK = re.compile(r"\bkoppel", re.IGNORECASE)


def draw_code() -> str:
    """A new code as it is shown; one of some 5 x 10^10."""
    while not _is_clear(code := "".join(choice(SIGNS) for _ in range(LENGTH))):
        pass
    return _shown(code)


def read_code(text: str) -> str | None:
    """The code that somebody typed, as it is shown; None when the message is anything else.

    The whole message must be a code, with at most a few words like ``mijn code is``. After ``koppel`` also a code with
    wrong signs is one: they get to hear that it isn't right.
    """
    found = _TYPED.fullmatch(normalize("NFKC", text))
    if found is None:
        return None
    code = bare(found["code"])
    meant = _TO_LINK.search(found["words"]) and any(sign.isdigit() for sign in code)
    return _shown(code) if meant or _is_clear(code) else None


def bare(code: str) -> str:
    """A code without what stands between its signs, in capitals."""
    return re.sub(r"[^A-Z0-9]", "", code.upper())


def _is_clear(code: str) -> bool:
    turns = sum(one.isdigit() != other.isdigit() for one, other in pairwise(code))
    return set(code) <= set(SIGNS) and code[0].isalpha() and turns >= FEWEST_TURNS


def _shown(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"
