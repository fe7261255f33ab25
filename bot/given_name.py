"""Finds the name in an answer to "hoe heet je?", where nothing needs to introduce it."""

from __future__ import annotations

import re

from bot.contacts import Span
from bot.name_shape import EDGES, WORD, capital, looks_like_name, name_span, plain
from bot.name_words import PARTICLES

_OPENERS = re.compile(
    r"(?:(?:ik\s+ben|(?:ik|ze)\s+(?:heet|heten|noemen)(?:\s+(?:me|mij))?|heet\s+ik|(?:dat|dit|het|'t)\s+is|tis"
    r"|(?:de\s+)?naam(?:\s+(?:is|wordt|van))?|onder|met|als"
    r"|(?:zet|schrijf|noteer|noem|doe|vul|neem)(?:\s+(?:me|mij|er|het|'m|m|maar|dan|daar|in|als|op|bij|onder))*"
    r"|op(?!\s+(?:de|den|der|het|'t|te[nr]?)\b)|op(?=\s+(?:de\s+)?naam\b)"
    r"|(?:prima|akkoord|goed|top|jawel|jep|yes|hoor|(?:is|vind\s+ik)\s+(?:goed|prima))(?=\s*[,.!])"
    r"|ja|ok[eé]?|nou|dus|voluit|gewoon|eigenlijk|officieel|nogmaals|eh+|uh+m?)\b[\s,:.!]*)+",
    re.IGNORECASE,
)
"""What comes before a name without being part of it. "Op" can begin one too: "Op den Berg"."""

_CLOSERS = re.compile(
    r"(?:[\s,]+(?:hoor|graag|alsjeblieft|alstublieft|aub|svp|dus|maar|dan|(?:er)?op|(?:er)?bij|in|is\s+het"
    r"|is\s+de\s+na+m+|heet\s+ik|voluit))+\W*$",
    re.IGNORECASE,
)
_CUTS = re.compile(r"[;:\n()]|\s-\s|\b(?:en|maar|mijn|mn|m['’]n)\b", re.IGNORECASE)
_OWN = re.compile(r"mijn|mn|m['’]n", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:hoe|hoezo|hoeveel|wat|wie|waar|waarom|waarvoor|wanneer|welke?)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"\b(?:van|de|der|den|het|['’]t|ter|ten|te|op|in)$")
"""In small letters at the end of a part: "de rest van" goes on, a name does not."""


def find_given_name(text: str) -> list[Span]:
    """The answer without its ``ik ben``, when it looks like a name; else those of its parts that do.

    Beside a question ("hoe meld ik die aan") only what is certainly a name is one.
    """
    if "?" in text:
        return []
    edges = [0, *(edge for cut in _CUTS.finditer(text) for edge in cut.span()), len(text)]
    parts = [
        (edges[n], edges[n + 1]) for n in range(0, len(edges), 2) if not (n and _is_owned(text, edges[n - 1 : n + 2]))
    ]
    spans = [span for part in parts if (span := _given(text, *part))]
    return [span for span in spans if certain(span.value)] if _ASKS.search(text) else spans


def _is_owned(text: str, edges: list[int]) -> bool:
    """What follows "mijn" is something that somebody has ("mijn mensen"), unless it is their name."""
    before, start, end = edges
    return bool(_OWN.fullmatch(text[before:start])) and "naam" not in text[start:end].casefold()


def _given(text: str, start: int, end: int) -> Span | None:
    start, end = _without_politeness(text, start, end)
    first, *rest = text[start:end].split(",")
    if rest and not (len(rest) == 1 and _in_capitals(first) and _in_capitals(rest[0])):
        end = start + len(first)
    looks = looks_like_name(text[start:end].replace(",", " ")) and not _UNFINISHED.search(text[start:end])
    return name_span(text, start, end) if looks else None


def _without_politeness(text: str, start: int, end: int) -> tuple[int, int]:
    """The same part from its first word of a name to its last: no ``ik ben``, ``hoor`` or signs around it."""
    while start < end and not WORD.match(text, start, end):
        start += 1
    if opener := _OPENERS.match(text, start, end):
        start = opener.end()
    end = start + len(_CLOSERS.sub("", text[start:end]))
    while end > start and not text[end - 1].isalpha() and text[end - 1] != ".":
        end -= 1
    part = text[start:end]
    return start, end - (0 if re.search(r"\b\w{1,2}\.$", part) else len(part) - len(part.rstrip(EDGES)))


def _in_capitals(part: str) -> bool:
    words = [word for word in part.split() if plain(word) not in PARTICLES]
    return bool(words) and all(capital(word) for word in words)


def find_names_beside_mail(text: str) -> list[Span]:
    """Beside a mail address: every part between commas that is certainly a name, also in small letters."""
    spans, start = [], 0
    for part in re.split(r"([,;:\n]|\s-\s)", text):
        span = _given(text, start, start + len(part))
        if span and certain(span.value):
            spans.append(span)
        start += len(part)
    return spans


def certain(name: str) -> bool:
    """Whether words that look like a name can hardly be anything else: two capitals, or a particle in between."""
    words = name.split()
    between = any(plain(word) in PARTICLES for word in words[1:-1])
    return len(words) > 1 and (between or all(capital(word) for word in words if plain(word) not in PARTICLES))
