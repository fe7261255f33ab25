"""A seat that came free and is held, or goes to the first yes: taking it, and letting it go."""

from __future__ import annotations

from actions.asked_of_me import carried, is_answered, learner_of, offer_other_dates, seat_of
from actions.base import NavigatorAction
from actions.leaving import give_up
from actions.offerings import cards_for, say_offering
from actions.seat_words import say_bring
from actions.talk import Talk, button
from knowledge.errors import Refusal
from knowledge.seat.enrolling import claim
from knowledge.seat.leaving import leave
from knowledge.seat.looking import offering_card
from knowledge.vocabulary import EnrolmentState


class AcceptSeat(NavigatorAction):
    """The button under an offer: yes."""

    called = "action_accept_seat"

    def answer(self, talk: Talk) -> None:
        accept(talk, carried(talk))


class DeclineSeat(NavigatorAction):
    """The button under an offer: no."""

    called = "action_decline_seat"

    def answer(self, talk: Talk) -> None:
        decline(talk, carried(talk))


def accept(talk: Talk, offering: str) -> None:
    """Takes an offered seat and says when, where and with what; then back to what was open. Raises Refusal."""
    claim(talk.academy.engine, learner_of(talk, offering), offering, talk.now)
    is_answered(talk, offering)
    seat = seat_of(talk, offering)
    (card,) = cards_for(talk, [offering])
    if seat is None:  # own pace never ends, and what has ended is refused
        raise Refusal("utter_offering_over", offering=offering, module=card.module)
    talk.set(station=card.module)
    buttons = [] if talk.open_question else [button("Mijn inschrijvingen", "my_enrolments")]
    talk.say("utter_seat_yours", what=say_offering(card), bring=say_bring(talk, seat.offering), buttons=buttons)
    talk.show(offering_card(talk.catalogue, seat.offering, seat=seat))
    talk.return_to_question()


def decline(talk: Talk, offering: str) -> None:
    """Lets an offered seat go to the next in line, and offers other dates. Raises Refusal."""
    seat = seat_of(talk, offering)
    if seat is None or seat.enrolment.state not in (EnrolmentState.OFFERED, EnrolmentState.WAITING):
        give_up(talk, offering)
        return
    leave(talk.academy.engine, learner_of(talk, offering), offering, talk.now)
    is_answered(talk, offering)
    talk.set(dropped=[offering])
    talk.close_question()
    talk.say("utter_offer_declined", name=offering_card(talk.catalogue, seat.offering).name)
    offer_other_dates(talk, seat.offering.module_id, offering)
