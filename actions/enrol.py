"""Enrolling: which session, then consent and an address and a name, then the seat.

Nothing personal is kept before consent. What was chosen waits in the slot ``chosen``, so that a side
question or a correction loses nothing.
"""

from __future__ import annotations

import re

from actions.advising import say_what_was_noted
from actions.answering import Answering
from actions.base import NavigatorAction
from actions.choosing import WHOLE_PATH, another, choose, module_of, offer_dates, sessions_of
from actions.contact import ASKED_FOR_A_SEAT, ask_for_contact, keep_what_was_given, says_yes
from actions.contact import references as references_in
from actions.detours import instead
from actions.focus import NOT_OF_A_SEAT, WISHES, busy
from actions.moving import OTHER_DATE, ask_to_move, move, seat_on, seat_to_move, takes_up_again
from actions.offerings import cards_for, euros, meant, say_offering
from actions.seats import say_seat
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import Session
from knowledge.people import give_consent, references, withdraw_contact
from knowledge.seat.choosing import clashes
from knowledge.seat.enrolling import enrol
from knowledge.seat.looking import seats_of
from knowledge.vocabulary import EnrolmentState

BEFORE_A_SEAT = ("enrol_what", "offering", "consent", "confirm", "move", "email", "name")
YES_OR_NO = ("consent", "confirm", "move")
AFTER_A_CHOICE = ("consent", "confirm", "move", "email", "name")
NO = re.compile(r"\s*(nee|neen|nah|laat|stop|toch niet)\b", re.IGNORECASE)
THE_OTHER = re.compile(r"\b(de|die) andere\b", re.IGNORECASE)


class Enrol(NavigatorAction):
    """One step further towards a seat."""

    called = "action_enrol"
    also = ("enrol",)

    def answer(self, talk: Talk) -> None:
        question = talk.open_question
        if question in AFTER_A_CHOICE and _chooses_anew(talk):
            return
        if question in BEFORE_A_SEAT and _tells_of_oneself(talk):
            say_what_was_noted(talk)
            talk.return_to_question()
            return
        if question in BEFORE_A_SEAT and _says_no(talk) and not another(talk) and not WHOLE_PATH.search(talk.text):
            _drop(talk)
            return
        if question in ("consent", "confirm") and says_yes(talk):
            give_consent(talk.academy.engine, talk.conversation, talk.now)
            talk.close_question("enrol")
            talk.set(agreed=True)
        agrees_to_move = question == "move" and says_yes(talk)
        before = talk.slot("chosen")
        kept = keep_what_was_given(talk)
        choose(talk)
        if (
            question in YES_OR_NO
            and not (says_yes(talk) or kept or references_in(talk.text))
            and talk.slot("chosen") == before
        ):
            talk.say("utter_no_yes_or_no")
        proceed(talk, agrees_to_move=agrees_to_move)


def proceed(talk: Talk, *, agrees_to_move: bool = False) -> None:
    """With what was chosen: a seat of the same station moves, else what a seat needs is asked, and it is taken."""
    if not talk.slot("chosen"):
        return
    if talk.open_question not in AFTER_A_CHOICE:
        talk.begin_anew(*ASKED_FOR_A_SEAT)
    talk.set(dropped=None)
    if held := seat_to_move(talk):
        if agrees_to_move:
            move(talk, held)
        else:
            ask_to_move(talk, held)
    elif ask_for_contact(talk, summary(talk)):
        seat(talk)


def _chooses_anew(talk: Talk) -> bool:
    """ "Nee, toch liever online", "een andere datum": other dates are shown, or the other one of two is chosen."""
    shown, chosen = talk.slot("shown") or [], talk.slot("chosen") or []
    if THE_OTHER.search(talk.text) and len(shown) == len(("this", "that")) and len(chosen) == 1 and chosen[0] in shown:
        talk.set(chosen=[next(id for id in shown if id not in chosen)])
        talk.begin_anew("consent", "confirm", "move")
        proceed(talk)
        return True
    if OTHER_DATE.search(talk.text):
        offer_dates(talk)
        return True
    wishes = {m.kind for m in talk.heard} & {*WISHES, "date", "period"}
    if not wishes or talk.intent in ("affirm", "give_contact", "enrol"):
        return False
    if another(talk) or meant(talk, sessions_of(talk, chosen)):
        return False
    talk.set(chosen=None)
    choose(talk)
    proceed(talk)
    return True


def _tells_of_oneself(talk: Talk) -> bool:
    """ "Trouwens, ik ben frezer" while a seat is chosen: it is noted, and the seat goes on."""
    kinds = {m.kind for m in talk.heard}
    return talk.intent in ("inform", "change_answer") and bool(kinds) and kinds <= NOT_OF_A_SEAT


@instead(takes_up_again)
class TakeUpAgain(Answering):
    """ "Toch maar wel": what was chosen and dropped is asked again."""

    def answer(self, talk: Talk) -> None:
        talk.set(chosen=talk.slot("dropped"), dropped=None, agreed=None)
        talk.begin_anew("consent", "confirm", "email", "name")
        proceed(talk)


def _says_no(talk: Talk) -> bool:
    return talk.intent == "deny" or (talk.intent == "change_answer" and bool(NO.match(talk.text)))


def _drop(talk: Talk) -> None:
    withdraw_contact(talk.academy.engine, talk.conversation)
    chosen, held = talk.slot("chosen"), seat_to_move(talk) or seat_on(talk, talk.slot("station"))
    talk.set(chosen=None, dropped=chosen)
    talk.close_question()
    if held:
        talk.say(
            "utter_move_dropped", old=say_seat(talk, held), buttons=[button("Mijn inschrijvingen", "my_enrolments")]
        )
        return
    after_all = [button("Toch wel inschrijven", "enrol", offering=chosen[0])] if chosen and len(chosen) == 1 else []
    buttons = [*after_all, button("Iets anders zoeken", "ask_alternatives")]
    talk.say("utter_enrol_dropped", contact=talk.academy.settings.contact, buttons=buttons)


def _line_of(talk: Talk, sessions: list[Session]) -> str | None:
    """The line that the talk is about, when these sessions are of its stations."""
    line = talk.catalogue.lines.get(talk.slot("line") or "")
    stations = {stop.module for stop in line.stations} if line else set()
    return line.id if line and stations & {session.module for session in sessions} else None


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
    talk.set(chosen=None, shown=None, agreed=None, station=module_of(talk, ids[0]))
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
