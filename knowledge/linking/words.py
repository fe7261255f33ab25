"""A text in words: what counts as one word, and how it looks without capitals, accents and hyphens."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from knowledge.linking.numbers import digits

APOSTROPHES = "'’‘`´ʼ"

TOKEN = re.compile(
    rf"\[[a-z]+-\d+\]"  # a reference that stands for personal data
    rf"|\d+(?:[.,:]\d+)*"
    rf"|[{APOSTROPHES}][sStTkKmMnNrR](?![^\W_])"  # 's avonds, 't, 'k
    rf"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[{APOSTROPHES}](?=[^\W\d_]))*"
    r"|\S"
)
JOINERS = "-‐‑–/"
REFERENCE = "[ref]"


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as written, as compared (``norm``), and as compared with numbers in digits (``plain``)."""

    text: str
    norm: str
    plain: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words and signs of a text in order; joiners inside a word ("cnc-draaier") are left out."""
    return [
        _word(match.group(), match.start(), match.end()) for match in TOKEN.finditer(text) if not _joins(text, match)
    ]


def norms_of(text: str) -> list[str]:
    """Only the norms of the words of a text, for names and phrases to compare with."""
    return [word.norm for word in words_of(text)]


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as text, parted by spaces and line ends."""
    return frozenset(text.split())


def _joins(text: str, match: re.Match[str]) -> bool:
    if match.group() not in JOINERS:
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match.group() == "/":
        return before.isalpha() and after.isalpha()
    return (before.isalnum() or before in APOSTROPHES) and not (before.isdigit() and after.isdigit())


def _word(text: str, start: int, end: int) -> Word:
    norm = REFERENCE if text[0] == "[" and end - start > 1 else fold(text)
    return Word(text, norm, digits(norm), start, end)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, without accents, straight apostrophes; "één" becomes "1" since "een" is an article."""
    apart = unicodedata.normalize("NFKD", text.lower())
    if apart in _ONE:
        return "1"
    if apart in _SHORT:
        return _SHORT[apart]
    bare = "".join("'" if c in APOSTROPHES else c for c in apart if not unicodedata.combining(c))
    return bare.strip() or text


_SHORT = {"mn": "m'n", "zn": "z'n"}
_ONE = frozenset(unicodedata.normalize("NFKD", word) for word in ("één", "éen", "eén", "èèn", "èen"))
