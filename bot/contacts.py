"""Finds mail addresses and telephone numbers in what people type: Dutch, Belgian and international.

Dates and times are left alone, also where their digits would make a number. When in doubt it is taken
for personal: a masked word costs a question, a leaked one cannot be taken back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, from ``start`` up to ``end``; ``value`` as it is kept."""

    start: int
    end: int
    kind: str
    value: str


_DOMAIN = r"[^\W_][\w\-]*(?:\.[\w\-]+)*"
_MAIL = re.compile(
    rf"""(?<![\w.+\-])[\w.+\-'’%&/=~]{{1,64}}@{_DOMAIN}"""
    rf"""|\b[\w.+\-]{{1,64}}\s?@\s?{_DOMAIN}\.[^\W\d_]{{2,}}"""
    r"""|\b[\w.+\-]{1,64}\s+(?:at|apenstaartje|apestaartje|apestaart)\s+[\w\-]+(?:\s*(?:\.|\bpunt\b|\bdot\b)\s*[\w\-]+)+""",
    re.IGNORECASE,
)
# Not an address, but meant as one: what is wrong with it is said later, and it is kept back all the same.
_ODD_MAIL = re.compile(r"[^\s@,;]+@[^\s,;]*[^\s,;.!?]")
_SPOKEN = (
    (re.compile(r"\s+(?:at|apenstaartje|apestaartje|apestaart)\s+", re.IGNORECASE), "@"),
    (re.compile(r"\s*\b(?:punt|dot)\b\s*", re.IGNORECASE), "."),
    (re.compile(r"\s+"), ""),
)

_GAP = r"[\s.\-–/()]{0,3}"
_NUMBER = re.compile(
    rf"""
    (?P<date>
        (?<!\d)\d{{1,2}}(?P<gap>[-/. ])\d{{1,2}}(?P=gap)(?:19|20)\d\d(?!\d)
      | (?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)
      | (?<!\d)[0-2]?\d[.:][0-5]\d\s?[-–]\s?[0-2]?\d[.:][0-5]\d(?![.\-]?\d)
    )
  | (?:\+|(?<![\d.,])00){_GAP}31{_GAP}(?:\(?0\)?)?{_GAP}[1-9](?:{_GAP}\d){{8}}(?!\d)
  | (?:\+|(?<![\d.,])00){_GAP}32{_GAP}(?:\(?0\)?)?{_GAP}[1-9](?:{_GAP}\d){{7,8}}(?!\d)
  | (?:\+|(?<![\d.,])00){_GAP}[1-9](?:{_GAP}\d){{7,13}}
  | (?<![\d.,])[(]?(?:0|\b[oO](?=6))[)]?{_GAP}[1-9](?:{_GAP}\d){{8}}(?!\d)
  | (?<![\d.,])[(]?0[)]?{_GAP}[1-9](?:{_GAP}\d){{7}}(?!\d)
  | (?<![\d.,\-])6[\s\-]?\d{{8}}(?!\d)
  | (?<![\d.,\-])6\s\d\d\s\d\d\s\d\d\s\d\d(?!\d)
    """,
    re.VERBOSE,
)


def find_mail(text: str) -> list[Span]:
    """The mail addresses in a text, spoken ones (``jan at bedrijf punt nl``) and unfinished ones too."""
    found = [Span(*one.span(), "email", _written(one.group())) for one in _MAIL.finditer(text)]
    odd = (Span(*one.span(), "email", _written(one.group())) for one in _ODD_MAIL.finditer(text))
    return sorted(
        [*found, *(one for one in odd if all(one.end <= had.start or one.start >= had.end for had in found))],
        key=lambda span: span.start,
    )


def _written(address: str) -> str:
    for spoken, sign in _SPOKEN:
        address = spoken.sub(sign, address)
    return address.strip(".-")


def find_phones(text: str) -> list[Span]:
    """The telephone numbers in a text; kept as digits, with a plus when the country is named."""
    return [
        Span(*found.span(), "phone", _dialled(found.group())) for found in _NUMBER.finditer(text) if not found["date"]
    ]


def _dialled(number: str) -> str:
    number = re.sub(r"^[oO]", "0", number)
    plus = number.startswith(("+", "00"))
    if plus:
        number = re.sub(r"\(0\)", "", number)
    digits = "".join(sign for sign in number if sign.isdigit())
    return f"+{digits.removeprefix('00')}" if plus else digits
