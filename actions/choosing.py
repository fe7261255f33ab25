"""Which sessions somebody means: named, pointed at, a whole line or path, or else asked for.

What was chosen stands in the slot ``chosen``, what was shown last in ``shown``, as ids of offerings.
"""

from __future__ import annotations

import re

from actions.focus import WISHES, focus, line_sessions, wishes_missed, wishes_of
from actions.offerings import cards_for, date_button, days_named, matching, meant
from actions.parts import left_out_of
from actions.seats import my_seats, say_seat
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import Session
from knowledge.seat.choosing import is_within, open_sessions, sessions_to_show, violations
from knowledge.seat.looking import full_offerings

STATION = re.compile(r"\b(sta\w{1,5}n|stations?|halte|les|module)\b", re.IGNORECASE)
BEGINS = re.compile(r"\b(begin\w*|start\w*|zet|schrijf|doe|kies|neem|alleen|graag|wil|meld)\b", re.IGNORECASE)
WHOLE_PATH = re.compile(r"\b(hele|heel het|ganse) (pad|route)\b|\balle stappen\b|\balles\b", re.IGNORECASE)
MOST_DATES = 4
WHOLE_LINE = (
    "hele lijn",
    "alle stations",
    "alles van",
    "volledige lijn",
    "heel de lijn",
    "de lijn in zijn geheel",
)


def another(talk: Talk) -> Session | None:
    """Another of the sessions that were shown, when the words point at one."""
    found = meant(talk, sessions_of(talk, talk.slot("shown") or []))
    return found if found and [found.id] != talk.slot("chosen") else None


def choose(talk: Talk) -> None:
    """Finds out which sessions are meant, or asks."""
    offering = talk.named("offering")
    if offering:
        return _chosen(talk, [str(offering)])
    if (talk.named("path") or WHOLE_PATH.search(talk.text)) and (path := talk.slot("path")):
        return _chosen(talk, path)
    if talk.named("whole_line") or any(words in talk.text.lower() for words in WHOLE_LINE):
        return _choose_line(talk)
    shown = sessions_of(talk, talk.slot("shown") or [])
    names_something = talk.named("module") or talk.named("line")
    if shown and not names_something and (session := another(talk)):
        return _chosen(talk, [session.id])
    if talk.slot("chosen") and not names_something and talk.intent != "enrol":
        return None
    if talk.named("date") and not names_something and (station := talk.slot("station")):
        return _on_a_date(talk, station)
    yes = "affirm" if len(shown) == 1 else "no_preference"
    agrees = talk.open_question == "offering" and talk.intent in (yes, "no_preference")
    that_one = len(shown) == 1 and talk.intent == "enrol" and not names_something
    if shown and (agrees or that_one):
        return _chosen(talk, [shown[0].id])
    ordinal = talk.named("ordinal")
    if ordinal and _of_the_line(talk):
        talk.set(station=None)
    elif ordinal and not shown and (advised := talk.slot("advised")):
        talk.set(line=advised[min(int(ordinal), len(advised)) - 1 if int(ordinal) > 0 else -1])
    return offer_dates(talk)


def _of_the_line(talk: Talk) -> bool:
    """ "Het eerste station", "met de eerste beginnen": of the line that was spoken of last."""
    begins = re.search(r"\b(begin|start)", talk.text, re.IGNORECASE)
    return bool(talk.slot("line") and (STATION.search(talk.text) or begins))


def _on_a_date(talk: Talk, station: str) -> None:
    """A date that was not among those shown: chosen when the station is held then, else said that it isn't.

    Of several on that day the one that suits the person's wishes best.
    """
    wishes = wishes_of(talk)
    sessions = sorted(
        open_sessions(talk.catalogue, station, talk.now), key=lambda one: violations(talk.catalogue, one, wishes)
    )
    session = meant(talk, sessions)
    if session:
        return _chosen(talk, [session.id])
    days = days_named(talk)
    if not (days and any(is_within(s, days) for s in sessions)):
        talk.say("utter_not_on_that_day", name=talk.catalogue.module(station).name)
    return offer_dates(talk)


def sessions_of(talk: Talk, ids: list[str]) -> list[Session]:
    """The open sessions with these ids, in this order; what is gone is left out."""
    by_id = {s.id: s for s in talk.catalogue.sessions}
    return [by_id[id] for id in ids if id in by_id]


def _chosen(talk: Talk, ids: list[str]) -> None:
    cards_for(talk, ids)  # an offering that does not exist is refused here
    if ids != talk.slot("chosen"):
        talk.begin_anew("consent", "confirm")
    talk.set(chosen=ids, agreed=None)
    if len(ids) > 1:
        talk.set(shown=None)
    if talk.open_question == "offering" or talk.slot("topic") != "enrol":
        talk.close_question("enrol")


def _choose_line(talk: Talk) -> None:
    line = talk.named("line") or talk.slot("line")
    if not line:
        return offer_dates(talk)
    found, missing = line_sessions(talk, talk.catalogue.line(line), skip=_have(talk), clashing=True)
    found = left_out_of(talk, found)
    if not found:
        talk.say("utter_no_dates" if missing else "utter_nothing_left", name=talk.catalogue.line(line).name)
        talk.set(chosen=None)
        return talk.close_question()
    if missing:
        names = ", ".join(talk.catalogue.modules[m].name for m in missing)
        talk.say("utter_stations_without_date", stations=names)
    talk.set(line=line)
    return _chosen(talk, [s.id for s in found])


def offer_dates(talk: Talk) -> None:
    """Shows the sessions of the station that is meant: of a line the first one without a seat."""
    about = focus(talk)
    if about is None:
        lines = [button(x.name, "enrol", line=x.id) for x in talk.catalogue.lines.values()]
        if not talk.ask("enrol_what", topic="enrol", buttons=lines):
            talk.close_question()
            talk.begin_anew("enrol_what")
            talk.say("utter_enrol_stuck", contact=talk.academy.settings.contact)
        return
    have = _have(talk)
    left = [m for m in about.modules if m.id not in have] if about.line else about.modules
    full = full_offerings(talk.academy.engine, talk.now, [module.id for module in left])
    for module in left:
        sessions = _others_than_mine(talk, module.id, full)
        if sessions:
            ids = [s.id for s in sessions]
            wishes = {m.kind for m in talk.heard} & set(WISHES)
            days = days_named(talk)
            beside = talk.named("period") and days and not any(is_within(s, days) for s in sessions)
            missed = wishes and talk.slot("shown") != ids and wishes_missed(talk, sessions)
            if beside or (missed and not matching(talk, sessions)):
                talk.say("utter_not_quite")
            if talk.open_question != "offering" or talk.slot("shown") != ids:
                talk.begin_anew("offering")
            talk.set(shown=ids, station=module.id, chosen=None)
            buttons = [date_button(s, s.id in full) for s in sessions]
            first = f"Je begint op het eerste station van {about.name}. " if about.line and not have else ""
            if held := next((s for s in my_seats(talk) if s.offering.module_id == module.id), None):
                first = f"Je hebt nu: {say_seat(talk, held)}. "
            talk.insist("offering", topic="enrol", name=module.name, first=first, buttons=buttons)
            for card in cards_for(talk, ids):
                talk.show(card)
            return
    talk.say("utter_nothing_left" if about.line and not left else "utter_no_dates", name=about.name)
    talk.close_question()


def _others_than_mine(talk: Talk, module: str, full: set[str]) -> list[Session]:
    """The sessions of a module that suit best, without those that somebody has a seat on."""
    mine = {seat.offering.id for seat in my_seats(talk)}
    most = MOST_DATES + len(mine)
    days, towns = days_named(talk), {str(m.value) for m in talk.heard if m.kind == "place" and m.negated}
    found = sessions_to_show(
        talk.catalogue, module, wishes_of(talk), talk.now, full=full, within=days, without=towns, most=most
    )
    return [session for session in found if session.id not in mine][:MOST_DATES]


def module_of(talk: Talk, offering: str) -> str | None:
    """The module that an open session is of."""
    return next((session.module for session in sessions_of(talk, [offering])), None)


def _have(talk: Talk) -> set[str]:
    """The modules that somebody has a seat for."""
    return {seat.offering.module_id for seat in my_seats(talk)}
