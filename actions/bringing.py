"""Which seat an own case or learning question goes with, and the invitation to bring one."""

from __future__ import annotations

from collections.abc import Sequence

from actions.offerings import meant
from actions.talk import Button, Talk, button
from knowledge.catalogue.snapshot import session_of
from knowledge.seat.looking import Seat, offering_card
from knowledge.tables import Enrolment
from knowledge.vocabulary import Phase

QUESTIONS = ("own_case", "case_seat", "share_case")
"""What is asked about an own case: its words, its station, and whether the trainer gets it."""


def seat_meant(talk: Talk, seats: list[Seat]) -> Seat | None:
    """The seat that it is for: named, asked about, on the station spoken of, or the next one of the only line."""
    by_id, by_module = {s.offering.id: s for s in seats}, {s.offering.module_id: s for s in seats}
    asked = str((talk.slot("brings") or {}).get("offering")) if talk.open_question in QUESTIONS else ""
    for seat in (by_id.get(talk.named("offering")), by_module.get(talk.named("module")), by_id.get(asked)):
        if seat:
            return seat
    if talk.open_question == "case_seat":
        session = meant(talk, [session_of(seat.offering) for seat in seats])
        return by_id[session.id] if session else None
    if spoken_of := by_module.get(str(talk.slot("station"))):
        return spoken_of
    fitting = [seat for seat in seats if asks_for_own_words(talk, seat.offering.module_id, seat.enrolment.line_id)]
    left = fitting or seats
    return left[0] if len({seat.enrolment.line_id or seat.offering.id for seat in left}) == 1 else None


def asks_for_own_words(talk: Talk, module: str, line: str | None) -> bool:
    """Whether a station has room for a question or a case of one's own, by its phase on a line."""
    lines = [line] if line else talk.catalogue.lines_of.get(module, [])
    stations = [stop for id in lines if id in talk.catalogue.lines for stop in talk.catalogue.lines[id].stations]
    return any(stop.module == module and stop.phase in (Phase.LEARNING_QUESTION, Phase.CONTENT) for stop in stations)


def invitation(talk: Talk, offerings: Sequence[str], line: str | None) -> tuple[str, list[Button]]:
    """Once, to who gets a seat on a station with room for it: a sentence, and the button that goes with it.

    Whoever told of a case before there was a seat is asked whether that goes with this one.
    """
    modules = {session.id: session.module for session in talk.catalogue.sessions}
    fitting = [id for id in offerings if id in modules and asks_for_own_words(talk, modules[id], line)]
    waits = bool((talk.slot("brings") or {}).get("words"))
    if not fitting or (talk.slot("invited") and not waits):
        return "", []
    talk.set(invited=True)
    if waits:
        said = " Je vertelde over een eigen klus of vraag. Zal ik die erbij zetten?"
        return said, [button("Ja, zet mijn vraag erbij", "own_case", offering=fitting[0])]
    said = " Heb je een eigen klus of vraag? Die kun je meegeven."
    return said, [button("Eigen vraag meegeven", "own_case", offering=fitting[0])]


def brought(enrolment: Enrolment) -> str:
    """What stands with an enrolment, in words; empty for nothing."""
    return "; ".join(said for said in (enrolment.own_case, enrolment.learning_question) if said)


def short_name(talk: Talk, seat: Seat) -> str:
    return offering_card(talk.catalogue, seat.offering).name
