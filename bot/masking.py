"""Keeps personal data back at the front door: what goes on to Rasa holds references instead.

``Ik heet Jan, jan@bedrijf.nl`` becomes ``Ik heet [naam-1], [mail-1]``. The same value gets the same
reference within a conversation; a value that was never kept gives its number free again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.contacts import Span, find_mail, find_phones
from bot.given_name import certain, find_given_name, find_names_beside_mail
from bot.names import find_names

Finder = Callable[[str], list[Span]]

WORDS = {"email": "mail", "phone": "tel", "name": "naam"}
"""The kinds of personal data, each with the word its references begin with."""

ASKED = ("consent", "email", "name", "phone")
"""What the last question can have asked for so that personal data in the answer is meant to be kept."""

_REFERENCE = re.compile(r"\[(mail|tel|naam)-\d+\]")
_UNKNOWN = {"mail": "je e-mailadres", "tel": "je telefoonnummer", "naam": "je naam"}


@dataclass(frozen=True, slots=True)
class Datum:
    """One name, address or number with its reference; ``kind`` is ``email``, ``name`` or ``phone``."""

    reference: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal data, and what was in it, each value once, in the order of the text."""

    text: str
    data: tuple[Datum, ...]


def mask(text: str, *, expects: str | None = None, kept: Sequence[Datum] = ()) -> Masked:
    """Replaces mail addresses, telephone numbers and introduced names by references.

    Args:
        text: what was typed, cleaned.
        expects: what the last question asked for; for ``name`` an answer that looks like one is masked whole.
        kept: what this conversation has kept before.
    """
    spans = _add([], find_mail(text))
    spans = _add(spans, find_phones(text))
    spans = _add(spans, _known_names(text, kept))
    spans = _add(spans, _in_gaps(text, spans, find_names))
    if any(span.kind == "email" for span in spans):
        spans = _add(spans, _in_gaps(text, spans, find_names_beside_mail))
    if expects == "name" and not any(span.kind == "name" for span in spans):
        spans = _add(spans, _in_gaps(text, spans, find_given_name))
    elif expects in ASKED and not spans:
        spans = _add(spans, [one for one in find_given_name(text) if certain(one.value)])
    elif expects in ASKED and spans:
        spans = _add(spans, [one for one in _in_gaps(text, spans, find_given_name) if _surely(one)])
    return _replaced(text, spans, kept)


def unmask(text: str, kept: Sequence[Datum]) -> str:
    """A text for the person themselves: references read as what they stand for."""
    values = {datum.reference: datum.value for datum in kept}
    return _REFERENCE.sub(lambda found: values.get(found.group(), _UNKNOWN[found.group(1)]), text)


def _surely(span: Span) -> bool:
    """Beside an address, a name without introduction must have a capital or a surname."""
    return span.value[0].isupper() or " " in span.value


def _known_names(text: str, kept: Sequence[Datum]) -> list[Span]:
    """Names that were kept before: whole ones in any letters, single words only as they were written."""
    spans = []
    for datum in kept:
        if datum.kind != "name":
            continue
        flags = re.IGNORECASE if " " in datum.value else re.NOFLAG
        again = re.finditer(rf"(?<!\w){re.escape(datum.value)}(?!\w)", text, flags)
        spans += [Span(*found.span(), "name", datum.value) for found in again]
    return spans


def _in_gaps(text: str, spans: Sequence[Span], find: Finder) -> list[Span]:
    """What a finder finds in the parts of a text between the spans."""
    found = []
    start = 0
    for end, after in [*((span.start, span.end) for span in spans), (len(text), 0)]:
        found += [Span(one.start + start, one.end + start, one.kind, one.value) for one in find(text[start:end])]
        start = after
    return found


def _add(spans: Sequence[Span], more: Iterable[Span]) -> list[Span]:
    """Both, in the order of the text; the first ones win where they overlap."""
    free = [one for one in more if all(one.end <= had.start or one.start >= had.end for had in spans)]
    return sorted([*spans, *free], key=lambda span: span.start)


def _replaced(text: str, spans: Sequence[Span], kept: Sequence[Datum]) -> Masked:
    known = {_key(datum.kind, datum.value): datum for datum in kept}
    numbers = {word: _highest(word, kept) for word in WORDS.values()}
    pieces, data, start = [], {}, 0
    for span in spans:
        key = _key(span.kind, span.value)
        if key not in known:
            word = WORDS[span.kind]
            numbers[word] += 1
            known[key] = Datum(f"[{word}-{numbers[word]}]", span.kind, span.value)
        data[key] = known[key]
        pieces += [text[start : span.start], known[key].reference]
        start = span.end
    return Masked("".join([*pieces, text[start:]]), tuple(data.values()))


def _key(kind: str, value: str) -> tuple[str, str]:
    return kind, value.casefold()


def _highest(word: str, kept: Sequence[Datum]) -> int:
    numbers = [int(datum.reference.strip("[]").split("-")[1]) for datum in kept if WORDS[datum.kind] == word]
    return max(numbers, default=0)
