"""Which of several chosen sessions are meant: "alleen de eerste twee", "zonder de laatste", "die van dinsdag niet"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from actions.clashing import clashes_of
from actions.offerings import FACTS, days_named
from actions.summing import FIRST, FREE
from actions.talk import Talk
from knowledge.catalogue.snapshot import Session
from knowledge.seat.choosing import is_within
from knowledge.vocabulary import ModuleType

EXCEPT = re.compile(
    r"\b(zonder|behalve|uitgezonderd|min|minus|niet|nie|geen|weg|weglaten|overslaan|skip|schrap|eraf|eruit)\b"
    r"|\bsla\b.*\bover\b|\blaat\b.*\b(vallen|zitten|liggen)\b",
    re.IGNORECASE,
)
ONLY = re.compile(r"\b(alleen|enkel|slechts|eerst|doe|neem|kies|hou|houd|liever|beperk\w*|begin\w*)\b", re.IGNORECASE)
NOT_ALL = re.compile(r"\bniet (alles|allemaal|alle stations|de hele lijn|zo veel|zoveel)\b|\bte veel\b", re.IGNORECASE)
"""Who says so doesn't rule out what they name after it."""

POINTS = re.compile(r"\b(die|deze|degene|de les|dat) (van|in|op|met|om)\b", re.IGNORECASE)
FEW_WORDS = 3
"""Without a word for leaving out or keeping, what is named points at stations only in so few words, or as "die van"."""

COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "paar": 2}
RANKS = {
    **dict(zip(("eerste", "tweede", "derde", "vierde", "vijfde", "zesde"), range(6), strict=True)),
    **dict(zip(("zevende", "achtste", "negende", "tiende"), range(6, 10), strict=True)),
    "laatste": -1,
    "voorlaatste": -2,
}
SEVERAL = re.compile(rf"\b(eerste|laatste) (\d|{'|'.join(COUNTS)})\b")
RANK = re.compile(rf"\b(een na laatste|{'|'.join(RANKS)})\b")
NUMBER = re.compile(r"(?<![\d:.,])\b(\d{1,2})\b(?![:.]\d| ?(?:u|uur|h|euro)\b)")
OVERLAPS = re.compile(r"\b(bots\w*|overlap\w*|samenval\w*|(val|valt|vallen) samen|dubbel\w*)\b")
TYPES = {
    ModuleType.WORKSHOP: re.compile(r"\bworkshops?\b"),
    ModuleType.E_LEARNING: re.compile(r"\be ?-?learnings?\b"),
    ModuleType.WEBINAR: re.compile(r"\bwebinars?\b"),
    ModuleType.EXPERIENCE: re.compile(r"\b(experiences?|events?|beleving)\b"),
    ModuleType.MASTERCLASS: re.compile(r"\bmaster ?class(es)?\b"),
    ModuleType.PRACTICE: re.compile(r"\bpraktijk(sessies?|les|lessen)?\b"),
    ModuleType.MEETING: re.compile(r"\b(start)?bijeenkomst(en)?\b"),
    ModuleType.DINNER: re.compile(r"\b(diners?|etentje)\b"),
}


def part_of(talk: Talk, sessions: Sequence[Session]) -> list[Session] | None:
    """The part of the sessions that a button or a message keeps, in order; None when it says nothing of that."""
    part = talk.named("part")
    if part == FIRST:
        return list(sessions[:1])
    if part == FREE:
        clashing = {session.id for session, _ in clashes_of(talk, sessions)}
        return [session for session in sessions if session.id not in clashing]
    said = NOT_ALL.sub(" ", talk.text.lower())
    pointed = _pointed_at(talk, sessions, said)
    if not pointed or not _points(talk, said) or re.search(r"\book\b", said):
        return None
    return _kept(sessions, pointed, said)


def _points(talk: Talk, said: str) -> bool:
    """Whether what is named is about the stations, and not told of oneself ("maandag werk ik")."""
    if EXCEPT.search(said) or ONLY.search(said):
        return True
    bare = len(said.split()) <= FEW_WORDS or RANK.search(said) or SEVERAL.search(said) or POINTS.search(said)
    return bool(bare) and talk.intent not in ("affirm", "give_contact")


def left_out_of(talk: Talk, sessions: Sequence[Session]) -> list[Session]:
    """The sessions without those that the wish for all of them leaves out ("de hele lijn behalve de workshop")."""
    said = talk.text.lower()
    pointed = _ranked(sessions, said) | _typed(talk, sessions, said) | _named(talk, sessions)
    out = EXCEPT.search(said)
    return [session for session in sessions if session.id not in pointed] if out and pointed else list(sessions)


def _kept(sessions: Sequence[Session], pointed: set[str], said: str) -> list[Session] | None:
    out = bool(EXCEPT.search(said))
    kept = [session for session in sessions if (session.id in pointed) is not out]
    return kept if kept and len(kept) < len(sessions) else None


def _pointed_at(talk: Talk, sessions: Sequence[Session], said: str) -> set[str]:
    """What every kind of word that points at something points at; "de workshop van dinsdag" is one of both."""
    kinds = [
        _ranked(sessions, said) or _numbered(talk, sessions, said),
        _typed(talk, sessions, said),
        _named(talk, sessions),
        _on_days(talk, sessions),
        *(_by_fact(talk, sessions, kind) for kind in FACTS),
        {session.id for session, _ in clashes_of(talk, sessions)} if OVERLAPS.search(said) else set(),
    ]
    pointing = [ids for ids in kinds if ids]
    return (set.intersection(*pointing) or set.union(*pointing)) if pointing else set()


def _ranked(sessions: Sequence[Session], said: str) -> set[str]:
    found: set[str] = set()
    for several in SEVERAL.finditer(said):
        count = COUNTS.get(several[2]) or int(several[2])
        found |= {s.id for s in (sessions[:count] if several[1] == "eerste" else sessions[-count:])}
    for rank in RANK.finditer(SEVERAL.sub(" ", said)):
        at = RANKS.get(rank[1], -2)
        if -len(sessions) <= at < len(sessions):
            found.add(sessions[at].id)
    return found


def _numbered(talk: Talk, sessions: Sequence[Session], said: str) -> set[str]:
    """Numbers of the list, but for those that are part of a date or a time."""
    for mention in talk.heard:
        if mention.kind in ("date", "time", "period", "hours_per_week"):
            said = said.replace(mention.text.lower(), " ")
    numbers = {int(number) for number in NUMBER.findall(said)}
    return {sessions[number - 1].id for number in numbers if 1 <= number <= len(sessions)}


def _typed(talk: Talk, sessions: Sequence[Session], said: str) -> set[str]:
    types = {kind for kind, words in TYPES.items() if words.search(said)}
    modules = talk.catalogue.modules
    return {session.id for session in sessions if session.module in modules and modules[session.module].type in types}


def _named(talk: Talk, sessions: Sequence[Session]) -> set[str]:
    modules = {mention.value for mention in talk.heard if mention.kind == "module"}
    return {session.id for session in sessions if session.module in modules}


def _on_days(talk: Talk, sessions: Sequence[Session]) -> set[str]:
    dates = [str(mention.value) for mention in talk.heard if mention.kind == "date" and mention.negated]
    days = days_named(talk)
    starts = {session.id: session for session in sessions if days and is_within(session, days)}
    ruled_out = [date.fromisoformat(day) for day in dates]
    return set(starts) | {s.id for s in sessions if any(is_within(s, (day, day)) for day in ruled_out)}


def _by_fact(talk: Talk, sessions: Sequence[Session], kind: str) -> set[str]:
    """By a day, a town, a part of the day or online, also when it is ruled out: what is done with it is said beside."""
    values = {mention.value for mention in talk.heard if mention.kind == kind}
    return {session.id for session in sessions if values & set(FACTS[kind](session))}
