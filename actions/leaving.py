"""Giving up a seat because one cannot come: it is free at once, other dates are offered, and late it is asked why."""

from __future__ import annotations

from actions.asked_of_me import (
    carried,
    date_buttons,
    is_answered,
    learner_of,
    offer_other_dates,
    other_dates,
    seat_of,
)
from actions.base import NavigatorAction
from actions.offerings import cards_for, say_offering
from actions.reasons import ask_why, keep_why, tells_why
from actions.talk import Talk
from knowledge.database import reading
from knowledge.errors import Refusal
from knowledge.seat.leaving import is_late, leave
from knowledge.seat.looking import Seat, offering_card
from knowledge.tables import Offering
from knowledge.vocabulary import EnrolmentState, OfferingState

DATES_BESIDE_THE_QUESTION = 3
SAYS_IT_IS_GONE = {
    EnrolmentState.WAITING: "utter_off_the_list",
    EnrolmentState.OFFERED: "utter_offer_declined",
}
"""Of who holds no seat yet; of who does it is said that theirs is free."""


class CannotCome(NavigatorAction):
    """The button "ik kan niet" under a message of the navigator."""

    called = "action_cannot_come"

    def answer(self, talk: Talk) -> None:
        give_up(talk, carried(talk))


def give_up(talk: Talk, offering: str) -> None:
    """Frees a seat, or a place in line, without asking whether it is sure: the answer to a question was no.

    Raises:
        Refusal: for who is not on it, or when it is over or called off.
    """
    seat = seat_of(talk, offering)
    enrolment = leave(talk.academy.engine, learner_of(talk, offering), offering, talk.now)
    if enrolment.state in (EnrolmentState.ATTENDED, EnrolmentState.MISSED):
        raise Refusal("utter_offering_over", offering=offering, module=_module(talk, offering))
    is_answered(talk, offering)
    if seat is None:
        _was_gone(talk, offering)
        return
    talk.set(dropped=[offering], station=seat.offering.module_id)
    talk.close_question()
    if seat.enrolment.state in SAYS_IT_IS_GONE:
        name = offering_card(talk.catalogue, seat.offering).name
        talk.say(SAYS_IT_IS_GONE[seat.enrolment.state], name=name)
        offer_other_dates(talk, seat.offering.module_id, offering)
    else:
        _say_it_is_free(talk, seat)


def _say_it_is_free(talk: Talk, seat: Seat) -> None:
    """Says that the seat is free; who leaves late gets the dates as buttons, because it is asked why after it."""
    offering, module = seat.offering.id, seat.offering.module_id
    what = say_offering(offering_card(talk.catalogue, seat.offering))
    if not is_late(seat.offering, talk.now):
        talk.say("utter_seat_freed", what=what)
        offer_other_dates(talk, module, offering)
        return
    dates = other_dates(talk, module, offering)[:DATES_BESIDE_THE_QUESTION]
    response = "utter_seat_freed_late" if dates else "utter_seat_freed"
    talk.say(response, what=what, buttons=date_buttons(talk, dates))
    if tells_why(talk):
        keep_why(talk, offering)
    else:
        ask_why(talk, offering)


def _was_gone(talk: Talk, offering: str) -> None:
    """A second press, or one for a seat that was gone already."""
    (card,) = cards_for(talk, [offering])
    with reading(talk.academy.engine) as session:
        state = session.get_one(Offering, offering).state
    if state == OfferingState.CANCELLED:
        raise Refusal("utter_offering_cancelled", offering=offering, module=card.module)
    talk.close_question()
    talk.say("utter_left_already", name=card.name)
    offer_other_dates(talk, card.module, offering)


def _module(talk: Talk, offering: str) -> str:
    return cards_for(talk, [offering])[0].module
