"""Another date for a seat that somebody has, and a choice that was dropped and taken up again."""

from __future__ import annotations

import re

from actions.answering import Answering
from actions.choosing import module_of, offer_dates, sessions_of
from actions.clashing import say_clashes
from actions.detours import instead
from actions.offerings import cards_for, meant, say_offering, say_when
from actions.seats import my_seats, say_seat
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import session_of
from knowledge.errors import Refusal
from knowledge.seat.looking import Seat, offering_card
from knowledge.seat.moving import move_seat

OTHER_DATE = re.compile(
    r"\bander[e]? (datum|dag|data|dagen|moment|keer|tijd|tijdstip|week)\b"
    r"|\b(verzet|verplaats|verschuif|verschuiv|omboek)\w*|\bom te (zetten|boeken|ruilen)\b|\bnaar een andere\b",
    re.IGNORECASE,
)
AFTER_ALL = re.compile(
    r"\btoch (maar )?(wel|doen|gewoon)\b|\b(doe|schrijf|zet) (het|me|mij|hem|'m)? ?(er )?toch\b|\bbedacht\b",
    re.IGNORECASE,
)
QUESTIONS = ("offering", "consent", "confirm", "email", "name", "move", "enrol_what")
"""While one of these is open, what somebody says of dates is about the seat that they are choosing."""


NOT_THAT = ("own_case", "give_feedback", "set_reminders")
"""Of who means one of these, the words are about something else: "een lasmal die steeds verschuift"."""


def wants_another_date(talk: Talk) -> bool:
    if talk.open_question in QUESTIONS or talk.intent in NOT_THAT:
        return False
    return bool(OTHER_DATE.search(talk.text)) and bool(my_seats(talk))


@instead(wants_another_date)
class OtherDate(Answering):
    """Shows other dates of a seat that somebody has; what is chosen then takes its place."""

    def answer(self, talk: Talk) -> None:
        seats = my_seats(talk)
        seat = _of(talk, seats)
        if seat is None:
            choices = [button(say_seat(talk, s).split(",")[0], "enrol", module=s.offering.module_id) for s in seats]
            talk.say("utter_move_which", buttons=choices)
            return
        talk.set(station=seat.offering.module_id, line=None, leaving=None, chosen=None, shown=None)
        talk.begin_anew("offering", "move")
        offer_dates(talk)


def _of(talk: Talk, seats: list[Seat]) -> Seat | None:
    """The seat that is meant: the one that is being left, that was spoken of, or the only one."""
    by_id = {seat.offering.id: seat for seat in seats}
    if talk.open_question == "cancel" and talk.slot("leaving") in by_id:
        return by_id[talk.slot("leaving")]
    if len(seats) == 1:
        return seats[0]
    module = talk.named("module") or talk.slot("station")
    named = next((seat for seat in seats if seat.offering.module_id == module), None)
    session = meant(talk, [session_of(seat.offering) for seat in seats])
    return by_id[session.id] if session else named


def seat_to_move(talk: Talk) -> Seat | None:
    """The seat that somebody has already on the station of the one session that they choose."""
    chosen = talk.slot("chosen") or []
    module = module_of(talk, chosen[0]) if len(chosen) == 1 else None
    seat = seat_on(talk, module)
    return seat if seat and seat.offering.id != chosen[0] else None


def seat_on(talk: Talk, module: str | None) -> Seat | None:
    """The seat that somebody has on a station."""
    return next((seat for seat in my_seats(talk) if seat.offering.module_id == module), None)


def ask_to_move(talk: Talk, seat: Seat) -> None:
    """Shows both dates and asks whether the one may take the place of the other."""
    new = say_when(cards_for(talk, talk.slot("chosen"))[0])
    warning = say_clashes(talk, sessions_of(talk, talk.slot("chosen")), but=seat.offering.id)
    yes_no = [button("Ja, verzet mijn plek", "affirm"), button("Nee, laat zo", "deny")]
    talk.insist(
        "move", topic="enrol", old=say_seat(talk, seat), what=new, warning=warning, buttons=yes_no
    )  # the station is the same one


def move(talk: Talk, seat: Seat) -> None:
    """Moves the seat; when the new date is full the old seat stays, and other dates are shown."""
    (new,) = talk.slot("chosen")
    old, card = say_when(offering_card(talk.catalogue, seat.offering)), cards_for(talk, [new])[0]
    talk.set(chosen=None, shown=None, station=seat.offering.module_id)
    try:
        moved = move_seat(talk.academy.engine, talk.person.learner_id or "", seat.offering.id, new, talk.now)
    except Refusal as refusal:
        if refusal.response != "utter_move_full":
            raise
        talk.say("utter_move_full", old=old)
        talk.begin_anew("offering")
        offer_dates(talk)
        return
    talk.close_question()
    buttons = [
        button("Mijn inschrijvingen", "my_enrolments"),
        button("Toch naar de oude datum", "enrol", offering=seat.offering.id),
    ]
    talk.say("utter_moved", what=say_offering(card), old=old, buttons=buttons)
    talk.show(card.model_copy(update={"state": moved.state}))


def takes_up_again(talk: Talk) -> bool:
    open_choice = bool(talk.slot("dropped")) and talk.slot("topic") in ("none", "advised")
    return open_choice and talk.intent != "deny" and bool(AFTER_ALL.search(talk.text))
