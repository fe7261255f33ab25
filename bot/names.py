"""Finds people's names where words introduce them: ``ik heet …``, ``mijn naam is …``, ``groetjes, …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.contacts import Span
from bot.name_shape import capital, initials, looks_like_name, name_span, plain, words_from
from bot.name_words import ALSO_NAMES, NOT_NAMES, PARTICLES

_MINE = r"\b(?:mijn|m['’]?n|men|me)\s+(?:eigen\s+|volledige\s+)?(?:voor|achter|roep)?naam"
_RELATION = r"collega|baas|chef|leidinggevende|vrouw|man|zoon|dochter|vriendin|vriend"

_INTRODUCED = re.compile(
    rf"""
    (?: \b(?:ik|{_RELATION})\s+heet(?:te)?
      | {_MINE}\s*(?:is|was|:|=)
      | \b(?:voor|achter|roep)?naam\s*[:=]
      | \bnoem\s+(?:me|mij)(?:\s+maar)?
      | \bspreekt?(?:\s+je|\s+u)?\s+met
      | \b(?:op\s+naam\s+van|t\.?n\.?v\.?)
      | \bje\s+m['’]appelle | \bmy\s+name\s+is | \bich\s+hei(?:ß|ss)e | \bnazywam\s+się | \bmam\s+na\s+imię
    )(?:\s+(?:eigenlijk|voluit|gewoon|trouwens|officieel|ook|dus|nou))*\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INTRODUCED_IN_CAPITALS = re.compile(
    rf"""
    (?: \b(?i:zeg\s+maar) | (?i:{_MINE})
      | \b(?i:mijn|m['’]n|onze|een)\s+(?i:{_RELATION})
      | \b(?i:groeten|groetjes|groet|mvg|gr)\b[,.!]?
    )\s+(?=['’]?[^\W\d_a-z])
    """,
    re.VERBOSE,
)
_FULL_NAME = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?\s+(?:(?:van|de|den|der|het|['’]t|ter|ten|te)\s+)*[^\W\d_a-z][^\W\d_]"
_WITH_PARTICLE = re.compile(rf"\b(?:[iI]k\s+ben|[dD]it\s+is)\s+(?={_FULL_NAME})")
_NAMED_AFTER = re.compile(r"\s+(?:heet\s+ik|is\s+(?:mijn|m['’]?n|me)\s+naam)\b", re.IGNORECASE)


def find_names(text: str) -> list[Span]:
    """Names that are introduced as such, and every other mention that begins with the same word."""
    found = [span for start in _starts(text) if (span := _name_at(text, start))]
    found += [span for after in _NAMED_AFTER.finditer(text) if (span := _name_before(text, after.start()))]
    for first in {span.value.split()[0] for span in found}:
        for again in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", text):
            if span := _name_at(text, again.start()):
                found.append(span)
    return _longest(found)


def _starts(text: str) -> Iterator[int]:
    for pattern in (_INTRODUCED, _INTRODUCED_IN_CAPITALS, _WITH_PARTICLE):
        for found in pattern.finditer(text):
            yield found.end()


def _name_at(text: str, start: int) -> Span | None:
    """The name that begins here: a first word, then whatever `_goes_on` allows."""
    taken: list[str] = []
    end, particle = start, False
    for word in words_from(text, start):
        if plain(word.group()) in PARTICLES:
            particle = True
            continue
        if not _goes_on(taken, word.group(), particle):
            break
        taken.append(word.group())
        end, particle = word.end(), False
        if word.group().endswith(".") and not initials(word.group()):
            break
    return name_span(text, start, end)


def _goes_on(taken: list[str], word: str, particle: bool) -> bool:
    """Capitals go on; small letters only after a particle, or once after a first name in small letters."""
    if plain(word) in NOT_NAMES:
        return not taken and capital(word) and plain(word) in ALSO_NAMES
    if not taken or capital(word):
        return True
    return len(taken) <= 2 if particle else len(taken) == 1 and not capital(taken[0])


def _name_before(text: str, end: int) -> Span | None:
    """The words just before ``… heet ik``, back to the start of the sentence."""
    start = max(text.rfind(sign, 0, end) for sign in ",.;!?\n:") + 1
    return name_span(text, start, end) if looks_like_name(text[start:end]) else None


def _longest(spans: list[Span]) -> list[Span]:
    """The spans in order of place, without those that lie in or across a longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start - span.end):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
