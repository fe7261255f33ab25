"""How people type: slips of the finger, no capitals, no full stops, all in one breath. Every draw is from a seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from random import Random


class Typos(StrEnum):
    """How carelessly somebody types."""

    NONE = "none"
    SOME = "some"
    HEAVY = "heavy"


SLIPS: dict[Typos, float] = {Typos.NONE: 0.0, Typos.SOME: 0.12, Typos.HEAVY: 0.3}
"""The chance that a word of at least ``LEAST`` letters has a slip."""

LEAST = 4
"""Words with fewer letters are typed right: a slip in them would make another word of it."""

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""The letters of a keyboard as they lie, row by row."""

_WORD = re.compile(r"[^\W\d_]+")
_KEEP = re.compile(r"\S*[@\[\]]\S*|\S+\.\w{2,3}\b")
"""Addresses and references are typed with care."""


def _neighbours() -> dict[str, str]:
    """Of each letter those beside it, and those just above and below it."""
    found: dict[str, str] = {}
    for number, row in enumerate(ROWS):
        for place, letter in enumerate(row):
            beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            near = [other[place : place + 1] for n, other in enumerate(ROWS) if abs(n - number) == 1]
            found[letter] = beside + "".join(near)
    return found


NEIGHBOURS = _neighbours()


def with_typos(text: str, level: Typos | str, seed: int) -> str:
    """The text as somebody types it who is this careless; heavy goes without capitals and signs too."""
    level = Typos(level)
    if level is Typos.NONE:
        return text
    draw = Random(f"{seed}:{text}")
    kept = [found.span() for found in _KEEP.finditer(text)]

    def slip(word: re.Match[str]) -> str:
        careful = any(start <= word.start() < end for start, end in kept)
        slips = len(word.group()) >= LEAST and draw.random() < SLIPS[level]
        return draw.choice(_SLIPS)(word.group(), draw) if slips and not careful else word.group()

    typed = _WORD.sub(slip, text)
    return without_signs(without_capitals(typed)) if level is Typos.HEAVY else typed


def _swap_letter(word: str, draw: Random) -> str:
    """A key beside the one that was meant."""
    place = draw.randrange(1, len(word))
    near = NEIGHBOURS.get(word[place].lower())
    return word[:place] + draw.choice(near) + word[place + 1 :] if near else word


def _drop_letter(word: str, draw: Random) -> str:
    place = draw.randrange(1, len(word))
    return word[:place] + word[place + 1 :]


def _turn_letters(word: str, draw: Random) -> str:
    """Two letters in the wrong order; the first one stays."""
    place = draw.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _double_letter(word: str, draw: Random) -> str:
    place = draw.randrange(1, len(word))
    return word[: place + 1] + word[place:]


_SLIPS: tuple[Callable[[str, Random], str], ...] = (_swap_letter, _drop_letter, _turn_letters, _double_letter)


def without_capitals(text: str) -> str:
    """The text in small letters, but for addresses and references."""
    return _outside_kept(text, str.lower)


def without_signs(text: str) -> str:
    """The text without the signs that end or part a sentence; those within words and numbers stay."""
    return _outside_kept(text, lambda part: re.sub(r"[,.;:!?]+(?=\s|$)", "", part))


def _outside_kept(text: str, change: Callable[[str], str]) -> str:
    pieces, start = [], 0
    for found in _KEEP.finditer(text):
        pieces += [change(text[start : found.start()]), found.group()]
        start = found.end()
    return "".join([*pieces, change(text[start:])])


def as_one_sentence(texts: Sequence[str]) -> str:
    """Several things said in one breath: commas between them, "en" before the last."""
    clauses = [text.strip().rstrip(".!?") for text in texts if text.strip()]
    clauses = [clauses[0], *(_small_first(clause) for clause in clauses[1:])] if clauses else []
    return ", ".join(clauses[:-1]) + (" en " if len(clauses) > 1 else "") + "".join(clauses[-1:])


def _small_first(text: str) -> str:
    """The first letter small, unless the word is all capitals or has one inside (CNC, AI)."""
    first = text.split(maxsplit=1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def one_slip(text: str, seed: int) -> str:
    """The text with one slip in one of its longer words; as it is when it has none."""
    draw = Random(f"{seed}:{text}")
    kept = [found.span() for found in _KEEP.finditer(text)]
    long = [word for word in _WORD.finditer(text) if len(word.group()) >= LEAST]
    free = [word for word in long if not any(start <= word.start() < end for start, end in kept)]
    if not free:
        return text
    word = draw.choice(free)
    return text[: word.start()] + draw.choice(_SLIPS)(word.group(), draw) + text[word.end() :]
