"""Offerings in a talk: as cards, as buttons, and the one that somebody means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from actions.talk import Talk, button
from knowledge.cards import OfferingCard
from knowledge.catalogue.snapshot import Session
from knowledge.clock import MONTHS, say_short, to_local
from knowledge.database import reading
from knowledge.errors import UnknownThing
from knowledge.seat.looking import offering_card, seats_left
from knowledge.tables import Offering
from knowledge.vocabulary import Attendance


def euros(amount: float) -> str:
    """``gratis``, ``€ 45`` or ``€ 12,50``."""
    if amount == 0:
        return "gratis"
    return f"€ {amount:.0f}" if amount == int(amount) else f"€ {amount:.2f}".replace(".", ",")


def cards_for(talk: Talk, ids: Sequence[str]) -> list[OfferingCard]:
    """Cards of offerings, with the seats that are left now. Raises UnknownThing."""
    left = seats_left(talk.academy.engine, ids)
    with reading(talk.academy.engine) as session:
        rows = [(id, session.get(Offering, id)) for id in ids]
    cards = []
    for id, row in rows:
        if row is None:
            raise UnknownThing("offering", id)
        cards.append(offering_card(talk.catalogue, row, left=left.get(id)))
    return cards


def say_offering(card: OfferingCard) -> str:
    """``Trillingen meten, dinsdag 8 december, 13:00–17:00, in …, € 45``."""
    where = "online" if card.online else card.place
    return ", ".join(part for part in (card.name, card.when, where, euros(card.cost)) if part)


def date_button(session: Session, full: bool) -> dict[str, str]:
    """A button that picks a session, short enough for a phone."""
    if session.starts_at is None:
        title = "In mijn eigen tempo"
    else:
        where = "online" if session.online else session.place.split(",")[-1].strip()
        title = f"{say_short(session.starts_at)} {where}"
    return button(title + (" (wachtlijst)" if full else ""), "enrol", offering=session.id)


def meant(talk: Talk, sessions: Sequence[Session]) -> Session | None:
    """The session that somebody means of those that were shown: by rank, date, weekday or place.

    None when nothing points at one, or at more than one.
    """
    ordinal = talk.named("ordinal") or (talk.named("number") if len(talk.text) < 12 else None)
    if ordinal is not None:
        number = int(ordinal)
        place = number - 1 if number > 0 else number
        return sessions[place] if -len(sessions) <= place < len(sessions) else None
    kinds = (("date", _date), ("weekday", _weekday), ("place", _town), ("daypart", _daypart), ("attendance", _online))
    wanted = [(of, talk.named(kind)) for kind, of in kinds if talk.named(kind) is not None]
    if not wanted and (month := _month_in(talk.text)):
        wanted = [(_month, month)]
    left = [s for s in sessions if all(of(s) == value for of, value in wanted)]
    points = bool(wanted) and (len(left) == 1 or 0 < len(left) < len(sessions))
    return left[0] if points else None


def _month_in(text: str) -> int | None:
    """The number of the month that a text names ("die van januari"), or None."""
    words = set(re.findall(r"\w+", text.lower()))
    return next((n for n, month in enumerate(MONTHS, start=1) if month in words), None)


def _month(session: Session) -> int | None:
    return to_local(session.starts_at).month if session.starts_at else None


def _date(session: Session) -> str | None:
    day: date | None = to_local(session.starts_at).date() if session.starts_at else None
    return day.isoformat() if day else None


def _weekday(session: Session) -> int | None:
    return session.day


def _town(session: Session) -> str | None:
    return session.town


def _online(session: Session) -> str:
    return Attendance.ONLINE.value if session.online else Attendance.ON_SITE.value


def _daypart(session: Session) -> str | None:
    return session.daypart.value if session.daypart else None
