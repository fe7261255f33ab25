"""An own case or learning question for a station: told, kept, and given to the trainer only after a yes.

What somebody tells before there is a seat, or while they choose one, waits in the slot ``brings`` until they have it.
"""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.bringing import QUESTIONS, brought, seat_meant, short_name
from actions.contact import says_yes
from actions.detours import instead
from actions.own_case_said import ELSEWHERE, NOT, READS, TAKES_BACK, brings_something, told_in
from actions.seats import my_seats
from actions.talk import Button, Talk, button
from knowledge.seat.looking import Seat, offering_card
from knowledge.seat.sharing import Brought, bring, share, take_back
from knowledge.tables import Enrolment

MOST_OTHERS = 2
"""Other stations that one can choose while it is asked for one."""

CHANGE, TAKE_BACK, SHARE, PRIVATE = "change", "take_back", "share", "private"
"""What a button can carry as ``own_words``."""


@instead(brings_something, first=True)
class OwnCase(NavigatorAction):
    """Keeps what somebody wants to work on at a station, and asks whether the trainer gets it."""

    called = "action_own_case"
    also = ("own_case",)
    aside = True

    def is_ready(self, talk: Talk) -> bool:
        """As a second wish it waits until no other question is open."""
        return talk.open_question is None or talk.open_question in QUESTIONS

    def go_on(self, talk: Talk) -> None:
        """What was open returns, but for the question that this asked itself."""
        if talk.open_question not in QUESTIONS:
            super().go_on(talk)

    def answer(self, talk: Talk) -> None:
        told = told_in(talk)
        if told:
            talk.set(brings={"what": told[0], "words": told[1]})
        seats = my_seats(talk)
        if talk.slot("topic") in ELSEWHERE or not seats:
            _let_wait(talk)
        elif talk.open_question in QUESTIONS and talk.intent == "deny" and not told:
            _no(talk, seats)
        elif (seat := seat_meant(talk, seats)) is None:
            choices = [button(short_name(talk, one), "own_case", offering=one.offering.id) for one in seats]
            talk.insist("case_seat", topic="own_case", buttons=choices)
        else:
            _go_on(talk, seat)


def _let_wait(talk: Talk) -> None:
    """There is no seat yet that it can go with, or something else goes first."""
    if talk.open_question or talk.slot("topic") in ELSEWHERE:
        talk.say("utter_own_case_later")
        return
    station, line = talk.slot("station"), talk.slot("line")
    about = {"module": station} if station else {"line": line} if line else {}
    way = button("Schrijf me in", "enrol", **about) if about else button("Zoek een lijn voor mij", "find_line")
    talk.say("utter_own_case_no_seat", buttons=[way])


def _go_on(talk: Talk, seat: Seat) -> None:
    pressed, brings = talk.named("own_words"), talk.slot("brings") or {}
    name = offering_card(talk.catalogue, seat.offering).name
    if pressed == TAKE_BACK or (TAKES_BACK.search(talk.text) and brought(seat.enrolment)):
        take_back(talk.academy.engine, talk.person.learner_id or "", seat.offering.id, talk.now)
        _done(talk, "utter_own_case_gone", name)
    elif pressed != CHANGE and (words := brings.get("words")):
        enrolment = bring(
            talk.academy.engine,
            talk.person.learner_id or "",
            seat.offering.id,
            Brought(brings["what"]),
            str(words),
            talk.now,
        )
        talk.set(brings={"offering": seat.offering.id})
        talk.begin_anew("share_case")
        _ask_to_share(talk, name, enrolment)
    elif pressed in (SHARE, PRIVATE):
        _share(talk, seat.offering.id, name, agrees=pressed == SHARE)
    elif talk.open_question == "share_case" and says_yes(talk):
        _share(talk, seat.offering.id, name, agrees=True)
    elif READS.search(talk.text) and brought(seat.enrolment):
        _share(talk, seat.offering.id, name, agrees=not NOT.search(talk.text))
    elif talk.open_question == "share_case" and pressed != CHANGE:
        _ask_to_share(talk, name, seat.enrolment)
    elif brought(seat.enrolment) and pressed != CHANGE and talk.open_question != "own_case":
        _say_what_there_is(talk, seat, name)
    else:
        _ask_for_words(talk, seat, name)


def _ask_for_words(talk: Talk, seat: Seat, name: str) -> None:
    if talk.open_question != "own_case" or (talk.slot("brings") or {}).get("offering") != seat.offering.id:
        talk.begin_anew("own_case")
    talk.set(brings={"offering": seat.offering.id})
    others = [one for one in my_seats(talk) if one.offering.id != seat.offering.id][:MOST_OTHERS]
    buttons = [button(f"Bij: {short_name(talk, one)}", "own_case", offering=one.offering.id) for one in others]
    buttons.append(button("Laat maar", "deny"))
    if not talk.ask("own_case", topic="own_case", name=name, buttons=buttons):
        _done(talk, "utter_own_case_dropped", name)


def _ask_to_share(talk: Talk, name: str, enrolment: Enrolment) -> None:
    buttons = [
        button("Ja, de trainer mag het lezen", "affirm"),
        button("Nee, alleen voor mij", "deny"),
        button("Anders zeggen", "own_case", offering=enrolment.offering_id, own_words=CHANGE),
    ]
    talk.insist("share_case", topic="own_case", name=name, words=brought(enrolment), buttons=buttons)


def _share(talk: Talk, offering: str, name: str, *, agrees: bool) -> None:
    share(talk.academy.engine, talk.person.learner_id or "", offering, agrees, talk.now)
    _done(talk, "utter_own_case_shared" if agrees else "utter_own_case_private", name, offering)


def _no(talk: Talk, seats: list[Seat]) -> None:
    """A no keeps what was told for oneself; before it was told, nothing is kept."""
    seat = seat_meant(talk, seats)
    if talk.open_question == "share_case" and seat:
        _share(talk, seat.offering.id, offering_card(talk.catalogue, seat.offering).name, agrees=False)
    else:
        _done(talk, "utter_own_case_dropped", "")


def _done(talk: Talk, response: str, name: str, offering: str | None = None) -> None:
    talk.set(brings=None)
    talk.close_question()
    change = [button("Anders zeggen", "own_case", offering=offering, own_words=CHANGE)] if offering else []
    talk.say(response, name=name, buttons=[*change, button("Mijn inschrijvingen", "my_enrolments")])


def _say_what_there_is(talk: Talk, seat: Seat, name: str) -> None:
    shared = seat.enrolment.shared_at is not None
    buttons: list[Button] = [
        button("Anders zeggen", "own_case", offering=seat.offering.id, own_words=CHANGE),
        button("Weghalen", "own_case", offering=seat.offering.id, own_words=TAKE_BACK),
        button("Niet meer delen", "own_case", offering=seat.offering.id, own_words=PRIVATE)
        if shared
        else button("De trainer mag het lezen", "own_case", offering=seat.offering.id, own_words=SHARE),
    ]
    who = "De trainer krijgt dit te lezen." if shared else "Alleen jij ziet dit; de trainer krijgt het niet."
    talk.say("utter_own_case_is", name=name, words=brought(seat.enrolment), who=who, buttons=buttons)
