"""Names as people write them, and the ids that are made from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 60
"""The most characters of an id."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OURS = "navigator:"
"""Stands before our id in ``externalUniqueId``, so that it is told from the ids of others."""


def clean(text: str | None) -> str:
    """The text on one line, without characters that cannot be printed."""
    shown = "".join(c if c.isprintable() else " " for c in text or "")
    return " ".join(shown.split())


def slug(name: str) -> str:
    """``"Dé PLC: 1e keer"`` becomes ``"de-plc-1e-keer"``; empty when nothing of the name can be kept."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return words[:LONGEST].strip("-")


def free_id(name: str, otherwise: str, taken: Container[str]) -> str:
    """The slug of a name, with a number behind it when it is taken; ``otherwise`` when it has none."""
    wish = slug(name) or otherwise
    id, number = wish, 1
    while id in taken:
        number += 1
        tail = f"-{number}"
        id = wish[: LONGEST - len(tail)].strip("-") + tail
    return id


def own_id(navigator_id: str | None, external: str | None) -> str | None:
    """The id that we gave when we wrote the file, if it still carries one."""
    marked = external.removeprefix(OURS) if external and external.startswith(OURS) else None
    for id in (navigator_id, marked):
        if id and len(id) <= LONGEST and _ID.fullmatch(id):
            return id
    return None
