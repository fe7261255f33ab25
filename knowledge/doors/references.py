"""Names, addresses and numbers of two talks in one: each keeps a reference (``[mail-1]``) that nothing else has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from json import dumps, loads
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.tables import PersonalDatum

References = Mapping[str, str]
"""The new reference for each old one that changed."""

_REFERENCE = re.compile(r"\[(?P<word>[^\W\d_]+)-(?P<number>\d+)\]")


def move_data(session: Session, gone: str, survivor: str) -> References:
    """Moves what was typed in one talk to another; what is known there already takes the reference that it has there.

    Returns:
        the references that changed; what holds them from the talk that went must be re-written.
    """
    theirs, ours = _data(session, gone), _data(session, survivor)
    known = {(one.kind, one.value.casefold()): one.reference for one in ours}
    here = {one.reference for one in ours}
    taken = here | {one.reference for one in theirs}
    changed: dict[str, str] = {}
    for one in theirs:
        old = one.reference
        new = known.get((one.kind, one.value.casefold()))
        if new is not None:
            session.delete(one)
        else:
            new = _free(old, taken) if old in here else old
            taken.add(new)
            one.conversation_id, one.reference = survivor, new
        if new != old:
            changed[old] = new
    session.flush()
    return changed


def rewritten(value: Any, changed: References) -> Any:
    """Plain data (a text, a list …) with the new references in the place of the old."""
    if not changed or value is None:
        return value
    text = dumps(value, ensure_ascii=False)
    return loads(_REFERENCE.sub(lambda found: changed.get(found.group(), found.group()), text))


def _data(session: Session, conversation_id: str) -> list[PersonalDatum]:
    mine = col(PersonalDatum.conversation_id) == conversation_id
    order = (col(PersonalDatum.kept_at), col(PersonalDatum.reference))
    return list(session.scalars(select(PersonalDatum).where(mine).order_by(*order)))


def _free(reference: str, taken: set[str]) -> str:
    """The next reference of the same word."""
    found = _REFERENCE.fullmatch(reference)
    word, number = (found["word"], int(found["number"])) if found else (reference.strip("[]"), 0)
    while f"[{word}-{number}]" in taken or number == 0:
        number += 1
    return f"[{word}-{number}]"
