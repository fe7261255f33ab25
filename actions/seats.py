"""The seats that somebody has: list, next one, place in line, and leaving."""

from __future__ import annotations

import re

from actions.base import NavigatorAction
from actions.detours import instead
from actions.offerings import meant, say_offering
from actions.talk import Talk, button
from knowledge.catalogue.snapshot import session_of
from knowledge.clock import to_local
from knowledge.seat.leaving import leave
from knowledge.seat.looking import Seat, offering_card, seats_of
from knowledge.vocabulary import DUTCH, EnrolmentState


def my_seats(talk: Talk) -> list[Seat]:
    """What the person of this talk has coming."""
    return seats_of(talk.academy.engine, talk.person.learner_id, talk.now)


def say_seat(talk: Talk, seat: Seat) -> str:
    """A seat in words, with its state when that is not simply enrolled."""
    what = say_offering(offering_card(talk.catalogue, seat.offering, seat=seat))
    if seat.enrolment.state == EnrolmentState.ENROLLED:
        return what
    place = f", plek {seat.position}" if seat.position else ""
    return f"{what} ({DUTCH[seat.enrolment.state]}{place})"


def own_seat(talk: Talk) -> Seat | None:
    """The seat that a question is about when nothing else is named: on the station that was last spoken of."""
    if {m.kind for m in talk.heard} & {"line", "module", "skill", "weekday", "daypart", "place", "date", "period"}:
        return None
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
            talk.say("utter_no_enrolments", buttons=_find(talk))
            return
        buttons = [
            button("Ik wil me afmelden", "cancel_enrolment"),
            button("Volgende station", "next_station"),
        ]
        talk.say(
            "utter_enrolments",
            count=len(seats),
            seats="\n".join(f"- {say_seat(talk, seat)}" for seat in seats[:6])
            + (f"\n- en nog {len(seats) - 6}" if len(seats) > 6 else ""),
            buttons=[] if talk.open_question else buttons,
        )
        for seat in seats:
            talk.show(offering_card(talk.catalogue, seat.offering, seat=seat))


class NextStation(NavigatorAction):
    """What comes first, and what to bring."""

    called = "action_next_station"
    also = ("next_station",)
    aside = True

    def answer(self, talk: Talk) -> None:
        seats = [s for s in my_seats(talk) if s.enrolment.state == EnrolmentState.ENROLLED]
        if not seats:
            talk.say("utter_no_next_station", buttons=_find(talk))
            return
        first = seats[0]
        module = talk.catalogue.modules.get(first.offering.module_id)
        bring = first.offering.bring or (module.bring if module else "")
        talk.say(
            "utter_next_station",
            what=say_seat(talk, first),
            bring=f"Neem mee: {bring}." if bring else "Je hoeft niets mee te nemen.",
            card=offering_card(talk.catalogue, first.offering, seat=first),
            buttons=[] if talk.open_question else [button("Mijn inschrijvingen", "my_enrolments"), *_find(talk)],
        )


class WaitingListPosition(NavigatorAction):
    """Where one stands on each waiting list."""

    called = "action_waiting_list_position"
    also = ("waiting_list_position",)
    aside = True

    def answer(self, talk: Talk) -> None:
        waiting = [seat for seat in my_seats(talk) if seat.position]
        if not waiting:
            talk.say("utter_not_waiting", buttons=_find(talk))
            return
        lines = [
            f"- {offering_card(talk.catalogue, s.offering).name}: plek {s.position} op de wachtlijst" for s in waiting
        ]
        talk.say("utter_waiting", positions="\n".join(lines))


class CancelEnrolment(NavigatorAction):
    """Leaves a seat: asks which one when there are more, and whether it is sure."""

    called = "action_cancel_enrolment"
    also = ("cancel_enrolment",)

    def answer(self, talk: Talk) -> None:
        seats = my_seats(talk)
        if talk.slot("topic") == "cancel" and talk.intent == "deny" and not _another(talk, seats):
            talk.set(leaving=None)
            talk.close_question()
            talk.say("utter_cancel_dropped")
        elif not seats:
            talk.close_question()
            talk.say("utter_no_enrolments", buttons=_find(talk))
        elif talk.open_question == "cancel" and talk.intent == "affirm" and talk.slot("leaving"):
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
        talk.set(leaving=None, dropped=[offering])
        talk.close_question()
        leave(talk.academy.engine, talk.person.learner_id or "", offering, talk.now)
        talk.say("utter_cancelled", buttons=[button("Andere datum zoeken", "enrol", **_module(talk, offering))])


def _pointed_at(talk: Talk, seats: list[Seat]) -> Seat | None:
    offering = talk.named("offering")
    by_id = {seat.offering.id: seat for seat in seats}
    if offering in by_id:
        return by_id[offering]
    module = talk.named("module")
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


def _find(talk: Talk) -> list[dict[str, str]]:
    return [] if talk.open_question else [button("Zoek een lijn voor mij", "find_line")]
