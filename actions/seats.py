"""The seats that somebody has, or is offered: list, next one, and place in line."""

from __future__ import annotations

import re

from actions.base import NavigatorAction
from actions.detours import instead
from actions.offerings import say_offering
from actions.seat_words import say_bring, say_held, say_place, yes_or_no_to
from actions.talk import Button, Talk, button
from knowledge.clock import say_short
from knowledge.saying import say_certain
from knowledge.seat.looking import Seat, offering_card, seats_of, still_needed
from knowledge.vocabulary import DUTCH, EnrolmentState


def my_seats(talk: Talk) -> list[Seat]:
    """What the person of this talk has coming."""
    return seats_of(talk.academy.engine, talk.person.learner_id, talk.now)


def say_seat(talk: Talk, seat: Seat) -> str:
    """A seat in words, with its state when that is not simply enrolled."""
    what = say_offering(offering_card(talk.catalogue, seat.offering, seat=seat))
    if seat.enrolment.state == EnrolmentState.ENROLLED:
        return what
    if seat.enrolment.state == EnrolmentState.OFFERED:
        return f"{what} ({say_held(talk, seat)})"
    return f"{what} ({DUTCH[seat.enrolment.state]}{say_place(seat)})"


def offered_seats(talk: Talk) -> list[Seat]:
    """The free seats that are held for somebody now."""
    offered = [seat for seat in my_seats(talk) if seat.enrolment.state == EnrolmentState.OFFERED]
    return [seat for seat in offered if seat.enrolment.held_until and seat.enrolment.held_until > talk.now]


def tell_of_offers(talk: Talk) -> bool:
    """Says which seat is held for somebody; whether there is one."""
    offered = offered_seats(talk)
    for seat in offered[:1]:
        until = seat.enrolment.held_until
        talk.say(
            "utter_seat_offered",
            what=say_offering(offering_card(talk.catalogue, seat.offering)),
            held=say_short(until) if until else "",
            buttons=yes_or_no_to(seat),
        )
    return bool(offered)


def own_seat(talk: Talk) -> Seat | None:
    """The seat that a question is about: of the message that it replies to, or else when nothing else is named the one
    on the station that was last spoken of.
    """
    if {m.kind for m in talk.heard} & {"line", "module", "skill", "weekday", "daypart", "place", "date", "period"}:
        return None
    if offering := talk.named("offering"):
        return next((seat for seat in my_seats(talk) if seat.offering.id == offering), None)
    return next((seat for seat in my_seats(talk) if seat.offering.module_id == talk.slot("station")), None)


ENROLLED = re.compile(
    r"\b(sta|zit|ben) ik( er| daar| hier)?( nu| nou| dan| al| wel| eigenlijk| ook| echt)*"
    r" ((op|bij|in)\s*($|[.,;?!])|(ingeschreven|aangemeld)\b)"
    r"|\bheb ik( er)?( nu| nou| dan| al| wel| eigenlijk| ook| echt)* een (plek|plekje|plaats|stoel)\b"
    r"(?! (nodig|op de w))"
    r"|\bwat heb ik( nu| nou| al| allemaal)* (ge\w*b\w*k\w*t|gekozen|gereserveerd)\b",
    re.IGNORECASE,
)
WAITING = re.compile(r"\bwacht|\blijst", re.IGNORECASE)


def asks_whether_enrolled(talk: Talk) -> bool:
    return bool(ENROLLED.search(talk.text)) and not WAITING.search(talk.text)


@instead(asks_whether_enrolled)
class MyEnrolments(NavigatorAction):
    """Lists what one has coming."""

    called = "action_my_enrolments"
    also = ("my_enrolments",)
    aside = True

    def answer(self, talk: Talk) -> None:
        seats = my_seats(talk)
        if not seats:
            talk.say("utter_no_enrolments", buttons=find_a_line(talk))
            return
        buttons = [
            button("Ik wil me afmelden", "cancel_enrolment"),
            button("Volgende station", "next_station"),
        ]
        answers = [answer for seat in offered_seats(talk)[:1] for answer in yes_or_no_to(seat)]
        needed = still_needed(talk.academy.engine, [seat.offering.id for seat in seats], talk.now)
        cards = [offering_card(talk.catalogue, one.offering, seat=one, needed=needed[one.offering.id]) for one in seats]
        certain = [f"; {said}" if (said := say_certain(card, talk.now)) else "" for card in cards]
        talk.say(
            "utter_enrolments",
            count=len(seats),
            seats="\n".join(f"- {say_seat(talk, seat)}{said}" for seat, said in zip(seats[:6], certain, strict=False))
            + (f"\n- en nog {len(seats) - 6}" if len(seats) > 6 else ""),
            buttons=answers if talk.open_question else [*answers, *buttons],
        )
        for card in cards:
            talk.show(card)


class NextStation(NavigatorAction):
    """What comes first, and what to bring."""

    called = "action_next_station"
    also = ("next_station",)
    aside = True

    def answer(self, talk: Talk) -> None:
        seats = [s for s in my_seats(talk) if s.enrolment.state == EnrolmentState.ENROLLED]
        if not seats:
            if not tell_of_offers(talk):
                talk.say("utter_no_next_station", buttons=find_a_line(talk))
            return
        first = seats[0]
        talk.say(
            "utter_next_station",
            what=say_seat(talk, first),
            bring=say_bring(talk, first.offering),
            card=offering_card(talk.catalogue, first.offering, seat=first),
            buttons=[] if talk.open_question else [button("Mijn inschrijvingen", "my_enrolments"), *find_a_line(talk)],
        )
        tell_of_offers(talk)


class WaitingListPosition(NavigatorAction):
    """Where one stands on each waiting list."""

    called = "action_waiting_list_position"
    also = ("waiting_list_position",)
    aside = True

    def answer(self, talk: Talk) -> None:
        waiting = [seat for seat in my_seats(talk) if seat.position]
        if not waiting:
            if not tell_of_offers(talk):
                talk.say("utter_not_waiting", buttons=find_a_line(talk))
            return
        lines = [f"- {offering_card(talk.catalogue, s.offering).name}: wachtlijst{say_place(s)}" for s in waiting]
        talk.say("utter_waiting", positions="\n".join(lines))
        tell_of_offers(talk)


def find_a_line(talk: Talk) -> list[Button]:
    """A way on for who has nothing, unless a question is open."""
    return [] if talk.open_question else [button("Zoek een lijn voor mij", "find_line")]
