"""Offerings in a talk: as cards, as buttons, and the one that somebody means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

from actions.talk import Talk, button
from knowledge.cards import OfferingCard
from knowledge.catalogue.snapshot import Session
from knowledge.clock import say_short
from knowledge.database import reading
from knowledge.errors import UnknownThing
from knowledge.seat.choosing import Days, is_within
from knowledge.seat.looking import offering_card, seats_left
from knowledge.tables import Offering
from knowledge.vocabulary import Attendance

AS_A_RANK = re.compile(r"(op |voor )?(de|het) [a-z]+e", re.IGNORECASE)
AFTER_THE = re.compile(r"\b(?<!voor )(?:de|die|het) ([a-z]{4,8})\b")
RANKS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1}
LIKE = 0.85
"""How much a misspelled word has in common with the word that is meant."""


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


def say_when(card: OfferingCard) -> str:
    """The same without its name and its price: ``dinsdag 8 december, 13:00–17:00, in …``."""
    return ", ".join(part for part in (card.when, "online" if card.online else card.place) if part)


def date_button(session: Session, full: bool) -> dict[str, str]:
    """A button that picks a session, short enough for a phone."""
    if session.starts_at is None:
        title = "In mijn eigen tempo"
    else:
        where = "online" if session.online else session.place.split(",")[-1].strip()
        title = f"{say_short(session.starts_at)} {where}"
    return button(title + (" (wachtlijst)" if full else ""), "enrol", offering=session.id)


def meant(talk: Talk, sessions: Sequence[Session]) -> Session | None:
    """The session that somebody means of those that were shown: by rank, date, period, weekday or place.

    None when nothing points at one, or a period at more than one.
    """
    ordinal = rank_named(talk, sessions) or (talk.named("number") if len(talk.text) < 12 else None)
    if ordinal is not None:
        number = int(ordinal)
        place = number - 1 if number > 0 else number
        return sessions[place] if -len(sessions) <= place < len(sessions) else None
    kinds = (("weekday", _weekday), ("place", _town), ("daypart", _daypart), ("attendance", _online))
    wanted = [(of, talk.named(kind)) for kind, of in kinds if talk.named(kind) is not None]
    days = days_named(talk)
    left = [s for s in sessions if all(of(s) == value for of, value in wanted) and (not days or is_within(s, days))]
    several = not talk.named("period") and 0 < len(left) < len(sessions)
    points = bool(wanted or days) and (len(left) == 1 or several)
    return left[0] if points else None


def rank_named(talk: Talk, sessions: Sequence[Session]) -> Any:
    """The place in a list that is named, also as "op de eerste" when none is on the first of a month, or misspelled."""
    if (ordinal := talk.named("ordinal")) is not None:
        return ordinal
    day = next((m for m in talk.heard if m.kind == "date" and AS_A_RANK.fullmatch(m.text)), None)
    if day:
        of_a_list = re.search(rf"{re.escape(day.text)} (dat|opt)", talk.text, re.IGNORECASE)
        on = date.fromisoformat(str(day.value))
        return on.day if of_a_list or not any(is_within(s, (on, on)) for s in sessions) else None
    words = [] if days_named(talk) else [word for word in AFTER_THE.findall(talk.text.lower()) if word not in RANKS]
    near = [RANKS[close[0]] for word in words if (close := get_close_matches(word, RANKS, 1, LIKE))]
    return near[0] if near else None


def days_named(talk: Talk) -> Days | None:
    """The days that this message is about: a period ("volgende maand") or one date; None when it names none."""
    if period := talk.named("period"):
        return date.fromisoformat(period["start"]), date.fromisoformat(period["end"])
    day = talk.named("date")
    return (date.fromisoformat(day), date.fromisoformat(day)) if day else None


def _weekday(session: Session) -> int | None:
    return session.day


def _town(session: Session) -> str | None:
    return session.town


def _online(session: Session) -> str:
    return Attendance.ONLINE.value if session.online else Attendance.ON_SITE.value


def _daypart(session: Session) -> str | None:
    return session.daypart.value if session.daypart else None
