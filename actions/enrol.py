"""Enrolling: which session, then consent and an address and a name, then the seat.

Nothing personal is kept before consent. What was chosen waits in the slot ``chosen``, so that a side
question or a correction loses nothing.
"""

from __future__ import annotations

import re

from actions.base import NavigatorAction
from actions.choosing import WHOLE_PATH, another, choose, offer_dates, sessions_of
from actions.contact import ask_for_contact, keep_what_was_given, says_yes
from actions.focus import busy
from actions.offerings import cards_for, euros, say_offering
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import Session
from knowledge.people import give_consent, references, withdraw_contact
from knowledge.seat.choosing import clashes
from knowledge.seat.enrolling import enrol
from knowledge.seat.looking import seats_of
from knowledge.vocabulary import EnrolmentState

BEFORE_A_SEAT = ("enrol_what", "offering", "consent", "confirm", "email", "name")
NO = re.compile(r"\s*(nee|neen|nah|laat|stop|toch niet)\b", re.IGNORECASE)
OTHER_DATE = re.compile(r"\bander[e]? (datum|dag|moment|keer|tijd)", re.IGNORECASE)


class Enrol(NavigatorAction):
    """One step further towards a seat."""

    called = "action_enrol"

    def answer(self, talk: Talk) -> None:
        question = talk.open_question
        if question in ("consent", "confirm") and OTHER_DATE.search(talk.text):
            offer_dates(talk)
            return
        if question in BEFORE_A_SEAT and _says_no(talk) and not another(talk) and not WHOLE_PATH.search(talk.text):
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


def _line_of(talk: Talk, sessions: list[Session]) -> str | None:
    """The line that the talk is about, when these sessions are of its stations."""
    line = talk.catalogue.lines.get(talk.slot("line") or "")
    stations = {stop.module for stop in line.stations} if line else set()
    return line.id if line and stations & {session.module for session in sessions} else None


def _module_of(talk: Talk, offering: str) -> str | None:
    return next((session.module for session in sessions_of(talk, [offering])), None)


def summary(talk: Talk) -> str:
    """What somebody is about to get, in words: for one session all of it, for several the first and the sum."""
    cards = cards_for(talk, talk.slot("chosen"))
    clash = [s for s in sessions_of(talk, talk.slot("chosen")) if clashes(s, busy(talk))]
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
    line = _line_of(talk, sessions_of(talk, ids))
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
