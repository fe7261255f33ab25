"""Words that a picture can show: without what has no letterform, in lines that are never wider than there is room."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from unicodedata import category, normalize

from knowledge.drawing.words import CLINGING, width_of

DOT = " · "
NOTHING = "–"
"""What stands for words of which nothing can be shown."""

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp"}
_LETTERS_END = 0x2200
"""From here on symbols are emoji and the like, which our font doesn't have."""


def clean(words: str) -> str:
    """Words on one line, without emoji, control characters and loose accents; a dash when nothing is left."""
    spaced = "".join(" " if letter.isspace() else letter for letter in normalize("NFC", words))
    return " ".join("".join(filter(_shown, spaced)).split()) or NOTHING


def _shown(letter: str) -> bool:
    kind = category(letter)
    return kind not in _INVISIBLE and not (kind in ("So", "Sk") and ord(letter) >= _LETTERS_END)


def fold(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The fewest lines within ``room`` px, as even as can be, ending on a small word only when they have to."""
    parts = [part for word in clean(words).split(" ") for part in _pieces(word, size, room, bold=bold)]
    widths = [width_of(part, size, bold=bold) for part in parts]
    space = width_of(" ", size, bold=bold)
    ends = list(accumulate(widths, initial=0.0))
    best: list[tuple[tuple[int, float], int]] = [((0, 0.0), 0)]
    for end in range(1, len(parts) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            left = room - (ends[end] - ends[start] + space * (end - start - 1))
            if left < 0 and start < end - 1:
                break
            lines, cost = best[start][0]
            loose = size * size if end < len(parts) and CLINGING.fullmatch(parts[end - 1]) else 0.0
            short = 0.05 if end == len(parts) else 0.1
            ways.append(((lines + 1, cost + short * left * left + 16 * loose), start))
        best.append(min(ways))
    return _lines(parts, [start for _, start in best])


def row(facts: Iterable[str], size: float, room: float) -> list[str]:
    """Facts with a dot between them, as many on each line as there is room for; only a fact too long is broken."""
    found: list[str] = []
    for fact in map(clean, facts):
        together = f"{found[-1]}{DOT}{fact}" if found else fact
        if found and width_of(together, size) <= room:
            found[-1] = together
        else:
            found += fold(fact, size, room)
    return found


def _lines(parts: list[str], starts: list[int]) -> list[str]:
    """The lines that end where the best way to here began."""
    found: list[str] = []
    end = len(parts)
    while end:
        found.append(" ".join(parts[starts[end] : end]))
        end = starts[end]
    return found[::-1]


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """A word that is wider than the room, cut with hyphens."""
    found = []
    while width_of(word, size, bold=bold) > room and len(word) > 1:
        fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or _wide(word[:n], size, bold=bold) <= room)
        found.append(f"{word[:fits]}-")
        word = word[fits:]
    return [*found, word]


def _wide(start: str, size: float, *, bold: bool) -> float:
    return width_of(f"{start}-", size, bold=bold)
