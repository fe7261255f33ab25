"""Offerings in a talk: as cards, as buttons, and the one that somebody means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from actions.talk import Talk, button
from knowledge.cards import OfferingCard
from knowledge.catalogue.snapshot import Session
from knowledge.clock import say_short, to_local
from knowledge.database import reading
from knowledge.errors import UnknownThing
from knowledge.saying import euros
from knowledge.seat.choosing import Days, is_within
from knowledge.seat.looking import offering_card, seats_left, still_needed
from knowledge.tables import Offering
from knowledge.vocabulary import Attendance, Daypart

AS_A_RANK = re.compile(r"(op |voor )?(de|het) [a-z]+e", re.IGNORECASE)
AFTER_THE = re.compile(r"\b(?<!voor )(?:de|die|het) ([a-z]{4,8})\b")
REMARK = re.compile(
    r"\b(de|die|deze) (eerste|laatste) (\d|twee|drie|vier|paar)\b"
    r"|\b((de|die|deze) \w+(e|st|d)|\d) (is|was|valt|lijkt|komt|duurt|begint) "
    r"((me|mij|voor|wel|echt|ook|nogal|veel|op|in|'?t|het|de) )*(te \w+|niet|even|net|vol|hetzelfde|dezelfde|zelfde)\b",
    re.IGNORECASE,
)
"""What is said of dates without choosing one: "die eerste twee zijn tegelijk", "de tweede is te vroeg"."""

RANKS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1}
CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](?=\d\d ?[uh])|[uh](?=\d\d\b)| ?(?=u\b|uur\b|h\b))(\d\d)?", re.IGNORECASE)
CORRECTS = re.compile(
    r"\b(nee|neen|wacht|toch|sorry|oeps|bedoel\w*|liever|vergis\w*"
    r"|(kan|kom|lukt|past|gaat)( ik| dan| me| mij| toch)* nie?t?)\b",
    re.IGNORECASE,
)
"""Between two dates: the first was a mistake, the second is meant."""

NOON, EVENING = 12, 17
LIKE = 0.85
"""How much a misspelled word has in common with the word that is meant."""


def cards_for(talk: Talk, ids: Sequence[str]) -> list[OfferingCard]:
    """Cards of offerings, with the seats that are left now. Raises UnknownThing."""
    engine = talk.academy.engine
    left, needed = seats_left(engine, ids, talk.now), still_needed(engine, ids, talk.now)
    with reading(engine) as session:
        rows = [(id, session.get(Offering, id)) for id in ids]
    cards = []
    for id, row in rows:
        if row is None:
            raise UnknownThing("offering", id)
        cards.append(offering_card(talk.catalogue, row, left=left.get(id), needed=needed[id]))
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

    None when nothing points at one, or a period or two places at more than one.
    """
    number_alone = len(talk.text) < 12 and not REMARK.search(talk.text)
    ordinal = rank_named(talk, sessions) or (talk.named("number") if number_alone else None)
    if ordinal is not None:
        number = int(ordinal)
        place = number - 1 if number > 0 else number
        return sessions[place] if -len(sessions) <= place < len(sessions) else None
    left = matching(talk, sessions)
    dated = talk.named("date") or talk.named("weekday") is not None
    if len({m.value for m in talk.heard if m.kind == "place"}) > 1 and not (dated and len(left) == 1):
        return None
    several = not talk.named("period") and 0 < len(left) < len(sessions)
    return left[0] if left and (len(left) == 1 or several) else None


def matching(talk: Talk, sessions: Sequence[Session]) -> list[Session]:
    """The sessions that are as this message says: its days, times and places; none when it says nothing of them."""
    wanted = [(of, values) for kind, of in FACTS.items() if (values := said_last(talk, kind))]
    days = days_named(talk)
    if not wanted and not days:
        return []
    left = [s for s in sessions if not days or is_within(s, days)]
    left = at_the_time(talk, left) if days else left
    return [s for s in left if all(set(of(s)) & set(values) for of, values in wanted)]


def at_the_time(talk: Talk, sessions: list[Session]) -> list[Session]:
    """Those that begin at a time that is named ("13u", "om 13:00"); all when none does."""
    times = {(int(hour), int(minute or 0)) for hour, minute in CLOCK.findall(talk.text)}
    times |= {(int(hour), int(minute)) for hour, minute in (str(t).split(":")[:2] for t in said_last(talk, "time"))}
    return [s for s in sessions if s.starts_at and _clock(s.starts_at) in times] or sessions


def said_last(talk: Talk, kind: str) -> list[Any]:
    """What this message names of a kind; after "o nee wacht" only what comes later ("29 dec. o nee, 19 jan")."""
    said: list[Any] = []
    at = 0
    for mention in (m for m in talk.heard if m.kind == kind and not m.negated):
        here = max(talk.text.find(mention.text, at), at)
        if said and CORRECTS.search(talk.text, at, here):
            said = []
        said.append(mention.value)
        at = here
    return said


def rank_named(talk: Talk, sessions: Sequence[Session]) -> Any:
    """The place in a list that is named, also as "op de eerste" when none is on the first of a month, or misspelled."""
    said = REMARK.sub("", talk.text).lower()
    if talk.named("ordinal") is not None:
        ranks = (m.value for m in talk.heard if m.kind == "ordinal" and not m.negated and m.text.lower() in said)
        return next(ranks, None)
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
    day = next(iter(said_last(talk, "date")), None)
    return (date.fromisoformat(day), date.fromisoformat(day)) if day else None


def _clock(moment: datetime) -> tuple[int, int]:
    local = to_local(moment)
    return local.hour, local.minute


def _weekday(session: Session) -> tuple[int | None]:
    return (session.day,)


def _town(session: Session) -> tuple[str | None]:
    return (session.town,)


def _online(session: Session) -> tuple[str]:
    return (Attendance.ONLINE.value if session.online else Attendance.ON_SITE.value,)


def _daypart(session: Session) -> tuple[str, ...]:
    """On a Saturday also the part of that day: "zaterdag om 10 uur" is a morning of a weekend."""
    if session.starts_at is None or session.daypart is None:
        return ()
    hour = _clock(session.starts_at)[0]
    part = Daypart.MORNING if hour < NOON else Daypart.AFTERNOON if hour < EVENING else Daypart.EVENING
    return session.daypart.value, part.value


FACTS: dict[str, Callable[[Session], tuple[Any, ...]]] = {
    "weekday": _weekday,
    "place": _town,
    "daypart": _daypart,
    "attendance": _online,
}
"""What a session is, by the kind of word that names it."""
