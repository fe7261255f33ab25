"""Saying that one comes to a station, or goes on with e-learning."""

from __future__ import annotations

from actions.asked_of_me import carried, is_answered, learner_of, seat_of
from actions.base import NavigatorAction
from actions.offered import accept
from actions.offerings import cards_for, say_when
from actions.seat_words import say_bring
from actions.talk import Talk, button
from knowledge.seat.coming import confirm_coming
from knowledge.vocabulary import EnrolmentState


class ConfirmComing(NavigatorAction):
    """The button "ik kom" under a reminder, or "ik ga verder" under a nudge."""

    called = "action_confirm_coming"

    def answer(self, talk: Talk) -> None:
        come(talk, carried(talk))


def come(talk: Talk, offering: str) -> None:
    """Notes that somebody comes; to who has an offer or waits, coming is taking the seat. Raises Refusal."""
    seat = seat_of(talk, offering)
    if seat and seat.enrolment.state in (EnrolmentState.OFFERED, EnrolmentState.WAITING):
        accept(talk, offering)
        return
    enrolment = confirm_coming(talk.academy.engine, learner_of(talk, offering), offering, talk.now)
    is_answered(talk, offering)
    (card,) = cards_for(talk, [offering])
    talk.set(station=card.module)
    buttons = [] if talk.open_question else [button("Mijn inschrijvingen", "my_enrolments")]
    if enrolment.state == EnrolmentState.ATTENDED:
        talk.say("utter_done_already", name=card.name, buttons=buttons)
    elif card.starts_at is None:
        finished = [] if talk.open_question else [button("Ik ben klaar", "rate", offering=offering, rating="done")]
        talk.say("utter_keep_going", name=card.name, buttons=[*finished, *buttons])
    else:
        bring = say_bring(talk, seat.offering) if seat else ""
        talk.say("utter_see_you", name=card.name, when=say_when(card), bring=bring, buttons=buttons)
    talk.return_to_question()
