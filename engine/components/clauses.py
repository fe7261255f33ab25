"""Cuts a message where somebody may begin to ask, to order or to tell something else.

A cut stands at a sign or a word that joins ("en", "maar"), and only before words that open a sentence of its
own: a question word, a verb before its subject, an order, or "ik". So "iets met cobots, twee uur per week en
's avonds" is never cut, and a message without such a place costs nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_PARTS = 4
"""A message of more parts is a story; it is read as a whole."""

_ASKS = r"wat|hoe|hoeveel|hoelang|hoezo|wanneer|waar|waarvoor|waaro[mp]|waarbij|wie|welke?|wordt|word"
_VERB = (
    r"kan|kun|kunnen|mag|moet|moeten|is|zijn|krijg|krijgt|heb|hebt|hebben|heeft|zit|zitten|staat|sta|ben|wil|zou|gaat"
    r"|komt|kom|duurt|kost|zal|hoef|hoeft|ga|weet|zie|ziet|betaal|betaalt|telt|geldt|bestaat"
)
_SUBJECT = r"ik|'k|je|jij|u|het|'t|dat|er|daar|die|dit|we|wij|jullie|ze|hij|mijn|m'n|de|een|iemand|mij|me|alles|deze"
_ORDER = (
    r"schrijf|meld|zet|haal|wis|verwijder|stuur|mail|laat|toon|geef|vertel|leg|zoek|vergeet|herinner|doe|plan|boek"
    r"|annuleer|verzet|verplaats|help|bel|zeg"
)
_FILL = (
    r"en|maar|ook|trouwens|oh?|oja|ja|eigenlijk|even|nog|nu|daarna|gelijk|meteen|verder|of|want|dus|vervolgens"
    r"|daarnaast|anders|wel"
)
_OPENS = re.compile(
    rf"(?:(?:{_FILL}),?\s+)*(?:(?:dan\s+)?(?:{_ASKS}|{_ORDER}|ik|'k)\b|(?:{_VERB})\s+(?:{_SUBJECT})\b)", re.IGNORECASE
)
_JOINS = re.compile(
    r"[.!?;\n]+\s*|,\s*|\s[-–]\s|\s+(?=(?:en|maar|trouwens|daarna|verder|o ja|oh ja|oja|vervolgens)\s)", re.IGNORECASE
)
_LEADS = re.compile(
    r"^(?:[\s,;.!?–-]+|(?:en|maar|dan|ook|trouwens|oh?|daarna|verder|vervolgens|daarnaast)\b(?!\s*$))+", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """A stretch of a message: ``text`` without the words that join, and the characters that it takes up.

    ``loose`` says that only a comma stands before it, ``reserved`` that it begins with "maar".
    """

    text: str
    start: int
    end: int
    loose: bool = False
    reserved: bool = False


def parts(text: str) -> list[Part]:
    """The parts of a message, in order; one part, or more than ``MOST_PARTS``, are the message as a whole."""
    cuts = [0]
    for join in _JOINS.finditer(text):
        if join.end() > cuts[-1] and _OPENS.match(text, join.end()) and text[cuts[-1] : join.start()].strip():
            cuts.append(join.end())
    found = [_part(text, start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    found = [part for part in found if re.search(r"\w", part.text)]
    return found if 1 < len(found) <= MOST_PARTS else [Part(text, 0, len(text))]


def without(text: str, taken: list[Part]) -> str:
    """The rest of a message when these parts are taken out."""
    left, at = [], 0
    for part in sorted(taken, key=lambda one: one.start):
        left.append(text[at : part.start])
        at = part.end
    left.append(text[at:])
    return " ".join(piece for one in left if (piece := _bare(one)))


def _part(text: str, start: int, end: int) -> Part:
    joins = re.match(r"(?:en|maar|trouwens|daarna|verder|vervolgens|oh?)\b", text[start:end], re.IGNORECASE)
    loose = text[:start].rstrip().endswith(",") and not joins
    return Part(_bare(text[start:end]), start, end, loose, bool(joins) and joins[0].lower() == "maar")


def _bare(text: str) -> str:
    return _LEADS.sub("", text).strip(" ,;–-\n")
