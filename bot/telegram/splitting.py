"""Cuts what is too long for one message where it makes sense: between paragraphs, lines, sentences or words."""

from __future__ import annotations

import re
from itertools import accumulate

from bot.telegram.clusters import last_cut, may_cut
from bot.telegram.markup import is_blank, units
from bot.telegram.signs import Sign, read, write

_BLANK_LINE, _LINE, _SENTENCE, _WORD = (re.compile(p) for p in (r"\n[^\S\n]*\n\s*", r"\n", r"[.!?…]\s+", r"\s+"))
_SENSE = ((_BLANK_LINE, 0.5), (_LINE, 0.5), (_SENTENCE, 0.5), (_WORD, 0.5), (_WORD, 0.0))
"""Where to cut, the best first, and which part of the room must then be filled: no tiny piece before a long one."""


def split(html: str, most: int) -> list[str]:
    """HTML in parts of at most ``most`` UTF-16 code units of visible text, each whole by itself.

    Only white space at a cut is lost, and a part of which nothing is seen. A tag, an entity and what is seen as one
    sign are never cut, but for a sign that by itself is longer than a part.

    Raises:
        ValueError: when not every sign fits in ``most`` (2 at least).
    """
    if most < 2:
        raise ValueError(f"a part must hold at least 2 units, not {most}")
    signs = read(html)
    text = "".join(sign.sign for sign in signs)
    ends = list(accumulate((units(sign) for sign in text), initial=0))
    parts, start = [], _skip_space(text, 0)
    while start < len(text):
        end = _cut(text, ends, start, most)
        if not is_blank(text[start:end]):
            parts.append(write(_trimmed(signs[start:end])))
        start = _skip_space(text, end)
    return parts


def _cut(text: str, ends: list[int], start: int, most: int) -> int:
    """Where the part that begins at ``start`` ends; ``ends`` are the units before each sign."""
    fits = start
    while fits < len(text) and ends[fits + 1] - ends[start] <= most:
        fits += 1
    if fits == len(text):
        return fits
    window = text[: fits + 1]  # a space right after the part is a good place too
    for sense, filled in _SENSE:
        least = start + int((fits - start) * filled)
        places = (min(found.end(), fits) for found in sense.finditer(window, start))
        if place := max((p for p in places if p > max(least, start) and may_cut(text, p)), default=0):
            return place
    return last_cut(text, start, fits)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace() and may_cut(text, at + 1):
        at += 1
    return at


def _trimmed(signs: list[Sign]) -> list[Sign]:
    end = len(signs)
    while end and signs[end - 1].sign.isspace():
        end -= 1
    return signs[:end]
