"""What is said of one seat: until when it is held, the place in line, what to bring, and the buttons under an offer."""

from __future__ import annotations

from actions.talk import Button, Talk, button
from knowledge.clock import say_short
from knowledge.seat.looking import Seat
from knowledge.tables import Offering


def say_held(talk: Talk, seat: Seat) -> str:
    """Until when an offered seat is held: ``plek vrij, houdbaar tot di 8 dec 13:00: zeg ja``."""
    until = seat.enrolment.held_until
    if until is None or until <= talk.now:
        return "er was een plek vrij, maar het aanbod is verlopen"
    return f"plek vrij, houdbaar tot {say_short(until)}: zeg ja"


def say_place(seat: Seat) -> str:
    """The place in line of who waits: ``, plek 1; je gaat voor``."""
    first = "; je gaat voor" if seat.position and seat.enrolment.priority else ""
    return f", plek {seat.position}{first}" if seat.position else ""


def say_bring(talk: Talk, offering: Offering) -> str:
    """What to bring, as a sentence; that it is nothing is said too."""
    module = talk.catalogue.modules.get(offering.module_id)
    bring = offering.bring or (module.bring if module else "")
    return f"Neem mee: {bring.rstrip('. ')}." if bring else "Je hoeft niets mee te nemen."


def yes_or_no_to(seat: Seat) -> list[Button]:
    """The buttons that take an offered seat, or let it go."""
    offering = seat.offering.id
    return [
        button("Ja, ik neem de plek", "accept_seat", offering=offering),
        button("Nee, laat maar", "decline_seat", offering=offering),
    ]
