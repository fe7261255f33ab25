"""Asking to leave a seat: which one when there are more, whether it is sure, and afterwards why when it is late."""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.offerings import meant
from actions.reasons import QUESTION, ask_why, hear_why
from actions.seats import find_a_line, my_seats, say_seat
from actions.talk import ASK_AT_MOST, Talk, button
from knowledge.catalogue.snapshot import session_of
from knowledge.clock import to_local
from knowledge.seat.deciding import COMING
from knowledge.seat.leaving import is_late, leave
from knowledge.seat.looking import Seat, offering_card

BARE = ("affirm", "deny", "no_preference", "inform", "change_answer")
"""What answers the question why, when nothing else is meant."""


class CancelEnrolment(NavigatorAction):
    """Leaves a seat: asks which one when there are more, and whether it is sure."""

    called = "action_cancel_enrolment"
    also = ("cancel_enrolment",)

    def answer(self, talk: Talk) -> None:
        if talk.open_question == QUESTION and talk.intent in BARE:
            hear_why(talk)
            return
        seats = my_seats(talk)
        if talk.slot("topic") == "cancel" and talk.intent == "deny" and not _another(talk, seats):
            talk.set(leaving=None)
            talk.close_question()
            talk.say("utter_cancel_dropped")
        elif not seats:
            talk.close_question()
            talk.say("utter_no_enrolments", buttons=find_a_line(talk))
        elif talk.open_question == "cancel" and talk.slot("leaving") and _is_sure(talk, seats):
            self._leave(talk)
        else:
            self._which(talk, seats)

    def _which(self, talk: Talk, seats: list[Seat]) -> None:
        seat = _pointed_at(talk, seats)
        if seat is None:
            choices = [button(_short(talk, s), "cancel_enrolment", offering=s.offering.id) for s in seats]
            talk.set(shown=[s.offering.id for s in seats], topic="cancel", open_question=None, leaving=None)
            talk.say("utter_cancel_which", buttons=choices)
            return
        if talk.open_question != "cancel" or talk.slot("leaving") != seat.offering.id:
            talk.begin_anew("cancel")
        talk.set(leaving=seat.offering.id)
        module = seat.offering.module_id
        yes_no = [button("Ja, meld me af", "affirm"), button("Nee, ik ga toch", "deny")]
        yes_no.append(button("Liever een andere datum", "enrol", module=module))
        talk.insist("cancel", topic="cancel", what=say_seat(talk, seat), buttons=yes_no)

    def _leave(self, talk: Talk) -> None:
        offering = talk.slot("leaving")
        talk.set(leaving=None, dropped=[offering], shown=None)
        talk.close_question()
        held = next((seat for seat in my_seats(talk) if seat.offering.id == offering), None)
        leave(talk.academy.engine, talk.person.learner_id or "", offering, talk.now)
        talk.say("utter_cancelled", buttons=[button("Andere datum zoeken", "enrol", **_module(talk, offering))])
        if held and held.enrolment.state in COMING and is_late(held.offering, talk.now):
            ask_why(talk, offering)


def _is_sure(talk: Talk, seats: list[Seat]) -> bool:
    """A yes, or the same order again after it was asked twice whether they are sure."""
    if talk.intent == "affirm":
        return True
    asked_twice = (talk.slot("asked") or {}).get("cancel", 0) >= ASK_AT_MOST
    typed_again = talk.intent == "cancel_enrolment" and not talk.text.startswith("/")
    return asked_twice and typed_again and not _another(talk, seats)


def _pointed_at(talk: Talk, seats: list[Seat]) -> Seat | None:
    offering = talk.named("offering")
    by_id = {seat.offering.id: seat for seat in seats}
    if offering in by_id:
        return by_id[offering]
    ruled_out = next((mention.value for mention in talk.heard if mention.kind == "module"), None)
    module = talk.named("module") or ruled_out  # "ik kan niet naar de energiesafari"
    if module:
        seats = [seat for seat in seats if seat.offering.module_id == module]
    if len(seats) == 1:
        return seats[0]
    session = meant(talk, [session_of(seat.offering) for seat in seats])
    return by_id[session.id] if session else None


def _another(talk: Talk, seats: list[Seat]) -> Seat | None:
    """Another seat than the one that is asked about, when the words point at one ("nee, die van dinsdag")."""
    seat = _pointed_at(talk, seats) if len(seats) > 1 else None
    return seat if seat and seat.offering.id != talk.slot("leaving") else None


def _module(talk: Talk, offering: str) -> dict[str, str]:
    found = next((s.module for s in talk.catalogue.sessions if s.id == offering), None)
    return {"module": found} if found else {}


def _short(talk: Talk, seat: Seat) -> str:
    card = offering_card(talk.catalogue, seat.offering)
    if seat.offering.starts_at is None:
        return card.name
    return f"{card.name} ({to_local(seat.offering.starts_at):%d-%m})"
