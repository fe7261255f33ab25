"""Where a text may be cut without breaking what people see as one sign.

The parts of Unicode's rules for grapheme clusters (UAX 29) that matter in a chat: accents and other marks, emoji with
a skin colour, a variant or joined to another, flags, Hangul.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_JAMO = ((0x1100, 0x1160), (0x1160, 0x11A8), (0x11A8, 0x1200))
"""Leading consonants, vowels and trailing consonants of Hangul, written apart."""


def may_cut(text: str, at: int) -> bool:
    """Whether a text may be cut before its sign number ``at``; its two ends always may."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == "\n" or after == "\n":
        return True
    if _clings(after) or before == _JOINER or _is_hangul_pair(before, after):
        return False
    return not (_is_flag_letter(before) and _is_flag_letter(after)) or _flag_letters_before(text, at) % 2 == 0


def last_cut(text: str, start: int, at: int) -> int:
    """The last place after ``start`` and no further than ``at`` to cut; ``at`` when one sign takes it all."""
    return next((place for place in range(at, start, -1) if may_cut(text, place)), at)


def _clings(sign: str) -> bool:
    """Whether a sign is drawn with the one before it."""
    code = ord(sign)
    return (
        sign in (_JOINER, "\u200c")
        or 0x1F3FB <= code <= 0x1F3FF  # skin colours
        or 0xE0020 <= code <= 0xE007F  # the letters within a flag of a region
        or unicodedata.category(sign)[0] == "M"
    )


def _is_hangul_pair(before: str, after: str) -> bool:
    lead, vowel, tail = (range(*bounds) for bounds in _JAMO)
    first, second = ord(before), ord(after)
    syllable = 0xAC00 <= first <= 0xD7A3
    if second in tail:
        return first in vowel or first in tail or syllable
    if second in vowel:
        return first in lead or first in vowel or (syllable and (first - 0xAC00) % 28 == 0)
    return first in lead and (second in lead or 0xAC00 <= second <= 0xD7A3)


def _is_flag_letter(sign: str) -> bool:
    return 0x1F1E6 <= ord(sign) <= 0x1F1FF


def _flag_letters_before(text: str, at: int) -> int:
    count = 0
    while count < at and _is_flag_letter(text[at - 1 - count]):
        count += 1
    return count
