"""Enrolling: which session, then consent and an address and a name, then the seat.

Nothing personal is kept before consent. What was chosen waits in the slot ``chosen``, so that a side
question or a correction loses nothing.
"""

from __future__ import annotations

import re

from actions.advising import say_what_was_noted
from actions.answering import Answering
from actions.base import NavigatorAction
from actions.bringing import invitation
from actions.choosing import WHOLE_PATH, another, choose, module_of, offer_dates, sessions_of
from actions.contact import ASKED_FOR_A_SEAT, ask_for_contact, keep_what_was_given, orders_what_was_chosen, says_yes
from actions.contact import references as references_in
from actions.detours import instead
from actions.focus import NOT_OF_A_SEAT, WISHES
from actions.moving import OTHER_DATE, ask_to_move, move, seat_on, seat_to_move, takes_up_again
from actions.offerings import cards_for, meant, say_offering
from actions.parts import part_of
from actions.seats import say_seat
from actions.summing import summary
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import Session
from knowledge.people import give_consent, references, withdraw_contact
from knowledge.saying import say_certain_in_full
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
        if _keeps_a_part(talk) or (question in AFTER_A_CHOICE and _chooses_anew(talk)):
            return
        if question in BEFORE_A_SEAT and _tells_of_oneself(talk):
            say_what_was_noted(talk)
            talk.return_to_question()
            return
        if question in BEFORE_A_SEAT and _says_no(talk) and not another(talk) and not WHOLE_PATH.search(talk.text):
            _drop(talk)
            return
        orders = question in YES_OR_NO and orders_what_was_chosen(talk)
        if question in ("consent", "confirm") and (says_yes(talk) or (orders and question == "confirm")):
            give_consent(talk.academy.engine, talk.conversation, talk.now)
            talk.close_question("enrol")
            talk.set(agreed=True)
        agrees_to_move = question == "move" and says_yes(talk)
        before = talk.slot("chosen")
        kept = keep_what_was_given(talk)
        if not orders:
            choose(talk)
        if (
            question in YES_OR_NO
            and not (talk.slot("agreed") or says_yes(talk) or kept or references_in(talk.text))
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
    elif ask_for_contact(talk, summary(talk, talk.slot("chosen"))):
        seat(talk)


def _keeps_a_part(talk: Talk) -> bool:
    """ "Alleen de eerste twee", "zonder wat botst": what is left of several is asked anew."""
    chosen = sessions_of(talk, talk.slot("chosen") or [])
    part = part_of(talk, chosen) if len(chosen) > 1 and talk.open_question in AFTER_A_CHOICE else None
    if not part:
        return False
    talk.set(chosen=[session.id for session in part], agreed=None)
    talk.begin_anew("consent", "confirm")
    proceed(talk)
    return True


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
    """A no that names another place or date ("nee, niet Dordrecht, Eindhoven") corrects, and refuses nothing."""
    wishes = [mention for mention in talk.heard if mention.kind in (*WISHES, "date", "period")]
    if any(not wish.negated for wish in wishes) or (wishes and talk.intent == "change_answer"):
        return False
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


def seat(talk: Talk) -> None:
    """Takes the seats and says what came of it."""
    person = talk.person
    ids = talk.slot("chosen")
    before = cards_for(talk, ids)
    what = say_offering(before[0]) if len(before) == 1 else summary(talk, ids).short
    line = _line_of(talk, sessions_of(talk, ids))
    enrolments = enrol(talk.academy.engine, person.learner_id or "", ids, talk.now, line_id=line)
    talk.set(chosen=None, shown=None, agreed=None, station=module_of(talk, ids[0]))
    talk.close_question()
    mine = {s.offering.id: s for s in seats_of(talk.academy.engine, person.learner_id, talk.now)}
    waiting = [e for e in enrolments if e.state == EnrolmentState.WAITING]
    cards = cards_for(talk, ids)
    invite, buttons = invitation(talk, [e.offering_id for e in enrolments if e not in waiting], line)
    response = "utter_on_waiting_list" if len(waiting) == len(ids) else "utter_enrolled"
    talk.say(
        response,
        what=what,
        name=references(talk.academy.engine, talk.conversation).get("name", ""),
        position=mine[ids[0]].position if ids[0] in mine else None,
        paid_by=f" Wie betaalt: {cards[0].paid_by}." if len(cards) == 1 and cards[0].paid_by else "",
        certain=f" {say_certain_in_full(cards[0], talk.now)}".rstrip() if len(cards) == 1 else "",
        invite=invite,
        buttons=[*buttons, button("Mijn inschrijvingen", "my_enrolments"), button("Laat mijn pad zien", "show_path")],
    )
    if waiting and len(waiting) < len(ids):
        talk.say("utter_some_waiting", count=len(waiting))
    for card in cards:
        held = mine.get(card.id)
        state = held.enrolment.state if held else None
        position = held.position if held else None
        held_until = held.enrolment.held_until if held else None
        talk.show(card.model_copy(update={"state": state, "waiting_position": position, "held_until": held_until}))
