"""What the buttons under a message of the navigator are about: an offering, and the person's own enrolment on it."""

from __future__ import annotations

from actions.choosing import sessions_of
from actions.focus import wishes_of
from actions.offerings import date_button
from actions.seats import my_seats
from actions.talk import Button, Talk
from knowledge.catalogue.snapshot import Session
from knowledge.errors import Refusal
from knowledge.seat.choosing import sessions_to_show
from knowledge.seat.looking import Seat, full_offerings
from knowledge.telling.answering import answered_about

MOST_DATES = 4


def carried(talk: Talk) -> str:
    """The offering that a button carries. Raises Refusal when there is none."""
    offering = talk.named("offering")
    if offering is None:
        raise Refusal("utter_not_enrolled")
    return str(offering)


def learner_of(talk: Talk, offering: str) -> str:
    """Who this is. Raises Refusal for a stranger, who has no seat on anything."""
    learner = talk.person.learner_id
    if learner is None:
        raise Refusal("utter_not_enrolled", offering=offering)
    return learner


def seat_of(talk: Talk, offering: str) -> Seat | None:
    """The person's live enrolment on an offering that is still to come."""
    return next((seat for seat in my_seats(talk) if seat.offering.id == offering), None)


def is_answered(talk: Talk, offering: str) -> None:
    """Whatever the navigator asked about this enrolment has its answer now."""
    if learner := talk.person.learner_id:
        answered_about(talk.academy.engine, learner, offering, talk.now)


def other_dates(talk: Talk, module: str, without: str) -> list[Session]:
    """The other dates of a station that suit the person best."""
    mine = {without, *(seat.offering.id for seat in my_seats(talk))}
    full, most = full_offerings(talk.academy.engine, talk.now), MOST_DATES + len(mine)
    found = sessions_to_show(talk.catalogue, module, wishes_of(talk), talk.now, full=full, most=most)
    return [session for session in found if session.id not in mine][:MOST_DATES]


def date_buttons(talk: Talk, sessions: list[Session]) -> list[Button]:
    """A button for each of these dates; what is typed next may point at one."""
    full = full_offerings(talk.academy.engine, talk.now)
    talk.set(shown=[session.id for session in sessions] or None, chosen=None)
    return [date_button(session, session.id in full) for session in sessions]


def offer_other_dates(talk: Talk, module: str, without: str) -> None:
    """Asks which of the other dates it becomes; says so when there is none."""
    sessions = other_dates(talk, module, without)
    talk.set(station=module)
    name = talk.catalogue.module(module).name
    if not sessions:
        talk.say("utter_no_dates", name=name)
        return
    talk.begin_anew("offering")
    talk.insist("offering", topic="enrol", name=name, first="", buttons=date_buttons(talk, sessions))


def shown_dates(talk: Talk) -> list[Session]:
    """The dates that were shown last."""
    return sessions_of(talk, talk.slot("shown") or [])
