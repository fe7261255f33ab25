"""A company's invitation to its people: a link that says from whom it comes and, if it does, to which line."""

from __future__ import annotations

import re
from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy import Engine
from sqlmodel import Session

from knowledge.database import reading, writing
from knowledge.errors import NavigatorError, UnknownThing
from knowledge.tables import CatalogueItem, CompanyInvitation

CODE_BYTES = 12
"""96 bits: nobody finds an invitation by trying."""

LONGEST_NAME = 80
_CODE = re.compile(r"[A-Za-z0-9_-]{8,30}", re.ASCII)


def invite(
    engine: Engine, company: str, line_id: str | None, now: datetime, valid_until: datetime | None = None
) -> str:
    """Makes an invitation and gives its code; without ``valid_until`` (UTC) it never lapses.

    Raises:
        UnknownThing: for a line that is not in the catalogue.
        NavigatorError: for a company without a readable name, or when it would have lapsed already.
    """
    name = " ".join(company.split())
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise NavigatorError(f"A company has a name of 1 to {LONGEST_NAME} readable signs; this has {len(name)}.")
    if valid_until is not None and valid_until <= now:
        raise NavigatorError("The invitation would have lapsed already. Give a later date.")
    code = token_urlsafe(CODE_BYTES)
    with writing(engine) as session:
        if line_id is not None and not _is_line(session, line_id):
            raise UnknownThing("line", line_id)
        session.add(CompanyInvitation(code=code, company=name, line_id=line_id, made_at=now, valid_until=valid_until))
    return code


def invitation_of(engine: Engine, code: str, now: datetime) -> CompanyInvitation | None:
    """The invitation with this code; None when there is none or it has lapsed.

    A line that has left the catalogue since is left out, so that the invitation still leads in.
    """
    if not _CODE.fullmatch(code):
        return None
    with reading(engine) as session:
        found = session.get(CompanyInvitation, code)
        if found is None or (found.valid_until is not None and found.valid_until <= now):
            return None
        if found.line_id is not None and not _is_line(session, found.line_id):
            found.line_id = None
        session.expunge(found)
        return found


def _is_line(session: Session, line_id: str) -> bool:
    return session.get(CatalogueItem, ("lines", line_id)) is not None
