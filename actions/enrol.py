"""Enrolling: which session, then consent and an address and a name, then the seat.

Nothing personal is kept before consent. What was chosen waits in the slot ``chosen``, so that a side
question or a correction loses nothing.
"""

from __future__ import annotations

import re

from actions.base import NavigatorAction
from actions.contact import ask_for_contact, keep_what_was_given, says_yes
from actions.focus import busy, focus, line_sessions, wishes_of
from actions.offerings import cards_for, date_button, euros, meant, say_offering
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import Session
from knowledge.people import give_consent, references, withdraw_contact
from knowledge.seat.choosing import clashes, open_sessions, sessions_to_show
from knowledge.seat.enrolling import enrol
from knowledge.seat.looking import full_offerings, seats_of
from knowledge.vocabulary import EnrolmentState

BEFORE_A_SEAT = ("enrol_what", "offering", "consent", "confirm", "email", "name")
NO = re.compile(r"\s*(nee|neen|nah|laat|stop|toch niet)\b", re.IGNORECASE)
OTHER_DATE = re.compile(r"\bander[e]? (datum|dag|moment|keer|tijd)", re.IGNORECASE)
WHOLE_PATH = re.compile(r"\b(hele|heel het|ganse) (pad|route)\b|\balle stappen\b|\balles\b", re.IGNORECASE)
WHOLE_LINE = (
    "hele lijn",
    "alle stations",
    "alles van",
    "volledige lijn",
    "heel de lijn",
    "de lijn in zijn geheel",
)


class Enrol(NavigatorAction):
    """One step further towards a seat."""

    called = "action_enrol"

    def answer(self, talk: Talk) -> None:
        question = talk.open_question
        if question in ("consent", "confirm") and OTHER_DATE.search(talk.text):
            offer_dates(talk)
            return
        if question in BEFORE_A_SEAT and _says_no(talk) and not _another(talk) and not WHOLE_PATH.search(talk.text):
            _drop(talk)
            return
        if question in ("consent", "confirm") and says_yes(talk):
            give_consent(talk.academy.engine, talk.conversation, talk.now)
            talk.close_question("enrol")
            talk.set(agreed=True)
        keep_what_was_given(talk)
        choose(talk)
        if talk.slot("chosen") and ask_for_contact(talk, summary(talk)):
            seat(talk)


def _says_no(talk: Talk) -> bool:
    return talk.intent == "deny" or (talk.intent == "change_answer" and bool(NO.match(talk.text)))


def _drop(talk: Talk) -> None:
    withdraw_contact(talk.academy.engine, talk.conversation)
    talk.set(chosen=None)
    talk.close_question()
    talk.say("utter_enrol_dropped", contact=talk.academy.settings.contact)


def _another(talk: Talk) -> Session | None:
    """Another of the sessions that were shown, when the words point at one."""
    found = meant(talk, _sessions(talk, talk.slot("shown") or []))
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
    shown = _sessions(talk, talk.slot("shown") or [])
    names_something = talk.named("module") or talk.named("line")
    if shown and not names_something and (session := _another(talk)):
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
    if (ordinal := talk.named("ordinal")) and not shown and (advised := talk.slot("advised")):
        talk.set(line=advised[min(int(ordinal), len(advised)) - 1 if int(ordinal) > 0 else -1])
    return offer_dates(talk)


def _on_a_date(talk: Talk, station: str) -> None:
    """A date that was not among those shown: chosen when the station is held then, else said that it isn't."""
    session = meant(talk, open_sessions(talk.catalogue, station, talk.now))
    if session:
        return _chosen(talk, [session.id])
    talk.say("utter_not_on_that_day", name=talk.catalogue.module(station).name)
    return offer_dates(talk)


def _sessions(talk: Talk, ids: list[str]) -> list[Session]:
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
    found, missing = line_sessions(talk, talk.catalogue.line(line), skip=_have(talk))
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
            talk.say("utter_enrol_stuck", contact=talk.academy.settings.contact)
        return
    have = _have(talk)
    full = full_offerings(talk.academy.engine, talk.now)
    left = [m for m in about.modules if m.id not in have] if about.line else about.modules
    for module in left:
        sessions = sessions_to_show(talk.catalogue, module.id, wishes_of(talk), talk.now, full=full, most=4)
        if sessions:
            ids = [s.id for s in sessions]
            if talk.open_question != "offering" or talk.slot("shown") != ids:
                talk.begin_anew("offering")
            talk.set(shown=ids, station=module.id, chosen=None)
            buttons = [date_button(s, s.id in full) for s in sessions]
            first = f"Je begint op het eerste station van {about.name}. " if about.line and not have else ""
            talk.insist("offering", topic="enrol", name=module.name, first=first, buttons=buttons)
            for card in cards_for(talk, ids):
                talk.show(card)
            return
    talk.say("utter_nothing_left" if about.line and not left else "utter_no_dates", name=about.name)
    talk.close_question()


def _have(talk: Talk) -> set[str]:
    """The modules that somebody has a seat for."""
    return {seat.offering.module_id for seat in seats_of(talk.academy.engine, talk.person.learner_id, talk.now)}


def _line_of(talk: Talk, sessions: list[Session]) -> str | None:
    """The line that the talk is about, when these sessions are of its stations."""
    line = talk.catalogue.lines.get(talk.slot("line") or "")
    stations = {stop.module for stop in line.stations} if line else set()
    return line.id if line and stations & {session.module for session in sessions} else None


def _module_of(talk: Talk, offering: str) -> str | None:
    return next((session.module for session in _sessions(talk, [offering])), None)


def summary(talk: Talk) -> str:
    """What somebody is about to get, in words: for one session all of it, for several the first and the sum."""
    cards = cards_for(talk, talk.slot("chosen"))
    clash = [s for s in _sessions(talk, talk.slot("chosen")) if clashes(s, busy(talk))]
    warning = " Let op: op dat moment heb je al iets anders staan." if clash else ""
    if len(cards) == 1:
        return say_offering(cards[0]) + warning
    total = euros(sum(card.cost for card in cards))
    line = talk.catalogue.lines.get(talk.slot("line") or "")
    of = f" van {line.name}" if line else ""
    return f"{len(cards)} stations{of}, te beginnen met {say_offering(cards[0])}; alles samen {total}" + warning


def seat(talk: Talk) -> None:
    """Takes the seats and says what came of it."""
    person = talk.person
    ids = talk.slot("chosen")
    what = summary(talk)
    line = _line_of(talk, _sessions(talk, ids))
    enrolments = enrol(talk.academy.engine, person.learner_id or "", ids, talk.now, line_id=line)
    talk.set(chosen=None, shown=None, agreed=None, station=_module_of(talk, ids[0]))
    talk.close_question()
    mine = {s.offering.id: s for s in seats_of(talk.academy.engine, person.learner_id, talk.now)}
    waiting = [e for e in enrolments if e.state == EnrolmentState.WAITING]
    cards = cards_for(talk, ids)
    response = "utter_on_waiting_list" if len(waiting) == len(ids) else "utter_enrolled"
    talk.say(
        response,
        what=what,
        name=references(talk.academy.engine, talk.conversation).get("name", ""),
        position=mine[ids[0]].position if ids[0] in mine else None,
        paid_by=f" Wie betaalt: {cards[0].paid_by}." if len(cards) == 1 and cards[0].paid_by else "",
        buttons=[button("Mijn inschrijvingen", "my_enrolments"), button("Laat mijn pad zien", "show_path")],
    )
    if waiting and len(waiting) < len(ids):
        talk.say("utter_some_waiting", count=len(waiting))
    for card in cards:
        held = mine.get(card.id)
        state = held.enrolment.state if held else None
        position = held.position if held else None
        talk.show(card.model_copy(update={"state": state, "waiting_position": position}))
