"""What an answer in own words does: the same as the button under the message, through the same function."""

from __future__ import annotations

from actions.asked_of_me import offer_other_dates
from actions.choosing import offer_dates
from actions.coming import come
from actions.enrol import Enrol, proceed
from actions.leaving import give_up
from actions.offered import accept, decline
from actions.rating import DONE, rate
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import Session
from knowledge.seat.giving import is_given_out
from knowledge.telling.answering import Asked, answered
from knowledge.vocabulary import NoticeKind


def say_yes(talk: Talk, asked: Asked) -> None:
    """Takes the seat that was offered."""
    accept(talk, asked.offering.id)


def say_no(talk: Talk, asked: Asked) -> None:
    """Lets the seat that was offered go."""
    decline(talk, asked.offering.id)


def say_coming(talk: Talk, asked: Asked) -> None:
    """Says that they come, or go on."""
    come(talk, asked.offering.id)


def say_not_coming(talk: Talk, asked: Asked) -> None:
    """Gives the seat up, or the place in line."""
    give_up(talk, asked.offering.id)


def say_done(talk: Talk, asked: Asked) -> None:
    """Says that the e-learning is finished."""
    rate(talk, asked.offering.id, DONE)


def keep_it(talk: Talk, asked: Asked) -> None:
    """ "Nee" to a nudge: nothing changes."""
    _has_answer(talk, asked)
    leave = button("Ik wil me afmelden", "cancel_enrolment", offering=asked.offering.id)
    talk.say("utter_no_rush", buttons=[leave, button("Mijn inschrijvingen", "my_enrolments")])


def move_it(talk: Talk, asked: Asked) -> None:
    """Shows the other dates; the seat stays until one of them is chosen."""
    talk.set(station=asked.offering.module_id, line=None, leaving=None, chosen=None, shown=None)
    talk.begin_anew("offering", "move")
    offer_dates(talk)


def go_elsewhere(talk: Talk, asked: Asked, runs: list[Session]) -> None:
    """ "Ja" to other dates: of one that is gone back to the list, the only date there is, or which of them."""
    _has_answer(talk, asked)
    if asked.notice.kind == NoticeKind.LAPSED and is_given_out(asked.offering, talk.now):
        begin_enrolling(talk, asked.offering.id, asked.offering.module_id)
    elif len(runs) == 1:
        begin_enrolling(talk, runs[0].id, runs[0].module)
    else:
        offer_other_dates(talk, asked.offering.module_id, asked.offering.id)


def pick(talk: Talk, asked: Asked, runs: list[Session]) -> None:
    """One of the other dates in so many words."""
    _has_answer(talk, asked)
    talk.set(shown=[run.id for run in runs], chosen=None, station=asked.offering.module_id)
    Enrol().answer(talk)


def let_it_be(talk: Talk, asked: Asked) -> None:
    """ "Nee" to other dates."""
    _has_answer(talk, asked)
    buttons = [button("Zoek een lijn voor mij", "find_line"), button("Mijn inschrijvingen", "my_enrolments")]
    talk.say("utter_no_other_date", buttons=buttons)


def begin_enrolling(talk: Talk, offering: str, module: str) -> None:
    """As the button that carries an offering: it is chosen, and what a seat needs is asked."""
    talk.close_question("enrol")
    talk.set(chosen=[offering], shown=None, agreed=None, station=module)
    talk.begin_anew("consent", "confirm")
    proceed(talk)


def _has_answer(talk: Talk, asked: Asked) -> None:
    if asked.notice.id is not None:
        answered(talk.academy.engine, asked.notice.id, talk.now)
