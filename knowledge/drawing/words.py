"""How wide a text is, and where a name is broken into at most three lines so that each makes sense.

Widths are those of Arial (and Helvetica and Liberation Sans, which share them), in thousandths of the size of
the letters; the picture holds every line of text to its width, so another font cannot make it longer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from unicodedata import combining, normalize

_GROUPS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " ftI.,:;/\\![]",
    333: "r-()`",
    355: '"',
    389: "*",
    500: "ckvxyzJ",
    556: "abdeghnopqsuL?_#0123456789–€",
    584: "+=<>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "—…@",
}
_WIDTH = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_UNKNOWN, _WIDE = 620, 1000
_BOLD = 1.08

MOST_LINES = 3
LONGEST_WORD, LONGEST_NAME = 22, 84
"""Letters; a longer word is cut with a hyphen, a longer name after a word."""

CLINGING = re.compile(
    r"(aan|als|bij|de|dat|die|door|een|en|het|hoe|in|is|je|met|na|naar|niet|of|om|op|over|per|te|tot|tussen|uit|van"
    r"|voor|wat|zonder|'s)",
    re.IGNORECASE,
)
"""Small words that belong to what follows, so that no line ends on them."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels, at letters of ``size`` pixels."""
    total = sum(_letter(letter) for letter in normalize("NFD", text) if not combining(letter))
    return total * size / 1000 * (_BOLD if bold else 1)


def _letter(letter: str) -> int:
    return _WIDTH.get(letter, _WIDE if ord(letter) > 0x2E7F else _UNKNOWN)


@dataclass(frozen=True)
class Wrapped:
    """A name in lines, and the width of the widest in pixels."""

    lines: tuple[str, ...]
    width: float


def wrap(name: str, size: float, wanted: float, *, bold: bool = False, most: int = MOST_LINES) -> Wrapped:
    """The best way to break a name: about ``wanted`` px wide, even, and never after a small word."""
    words = _words(name)
    ways = [
        [" ".join(words[a:b]) for a, b in pairwise((0, *cuts, len(words)))]
        for number in range(min(most, len(words)))
        for cuts in combinations(range(1, len(words)), number)
    ]
    best = min(ways, key=lambda lines: _badness(lines, size, wanted))
    return Wrapped(tuple(best), max(width_of(line, size, bold=bold) for line in best))


def _words(name: str) -> list[str]:
    """The words of a name, none of them longer than a line can be, and no more than fit; the rest as an ellipsis."""
    found: list[str] = []
    for word in re.sub(r"[\x00-\x1f\x7f\s]+", " ", name).strip().split(" "):
        parts = [word[n : n + LONGEST_WORD] for n in range(0, len(word), LONGEST_WORD)] or ["–"]
        found += [f"{part}-" for part in parts[:-1]] + parts[-1:]
    kept = [word for n, word in enumerate(found) if sum(len(one) + 1 for one in found[: n + 1]) <= LONGEST_NAME]
    return found if len(kept) == len(found) else [*kept[:-1], f"{kept[-1].rstrip('-')}…"]


def _badness(lines: list[str], size: float, wanted: float) -> float:
    widths = [width_of(line, size) for line in lines]
    loose = sum(8 * size for line in lines[:-1] if CLINGING.fullmatch(line.split(" ")[-1]))
    after_colon = sum(1.5 * size for line in lines[:-1] if line[-1] in ":,;–")
    short = sum(1.5 * size for line in lines if len(line) < 4)
    too_wide = 4 * max(0.0, max(widths) - wanted)
    uneven = 0.2 * (max(widths) - min(widths))
    return too_wide + max(widths) + 0.9 * size * len(lines) + uneven + loose + short - after_colon
