"""What a name looks like: words of letters, particles, initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.contacts import Span
from bot.name_words import ALSO_NAMES, NOT_NAMES, PARTICLES

WORD = re.compile(r"['’]?[^\W\d_]+(?:[.'’\-][^\W\d_]+)*\.?")
"""A word as it can be part of a name: with hyphens, apostrophes, and the points of initials."""

EDGES = " \t\n.,!;:-–\"'“”„()"
"""What may stand around a name without being part of it."""


def looks_like_name(text: str) -> bool:
    """One to six words of letters, none of which is a word of talk, and not only particles."""
    words = text.split()
    if not 1 <= len(words) <= 6 or not all(WORD.fullmatch(word) for word in words):
        return False
    bare = [plain(word) for word in words]
    if len(words) > 1 and bare[0] in ALSO_NAMES:
        return not any(word in NOT_NAMES for word in bare[1:] if word not in PARTICLES)
    inside = [word for word in bare if word not in PARTICLES]
    return bool(inside) and not any(word in NOT_NAMES for word in inside)


def plain(word: str) -> str:
    """A word as it stands in the lists: small letters, no final point."""
    return word.casefold().rstrip(".")


def capital(word: str) -> bool:
    return word.lstrip("'’")[:1].isupper()


def initials(word: str) -> bool:
    """``J.`` or ``J.P.``, after which the name goes on; ``Jan.`` ends a sentence."""
    return word.endswith(".") and all(len(part) <= 2 for part in plain(word).split("."))


def words_from(text: str, start: int) -> Iterator[re.Match[str]]:
    """The words from here on, as long as only spaces are between them; seven at most."""
    at = start
    for _ in range(7):
        word = WORD.match(text, at)
        if not word:
            return
        yield word
        at = word.end()
        while text[at : at + 1] in (" ", "\t"):
            at += 1


def name_span(text: str, start: int, end: int) -> Span | None:
    """The part of a text as a name, without what stands around it; None when nothing is left."""
    part = text[start:end]
    start += len(part) - len(part.lstrip(EDGES))
    end = start + len(part.strip(EDGES))
    return Span(start, end, "name", " ".join(text[start:end].split())) if start < end else None
