"""How a station was: whether somebody was there, what they thought of it, and what comes after it."""

from __future__ import annotations

from actions.asked_of_me import carried, is_answered, learner_of, offer_other_dates
from actions.base import NavigatorAction
from actions.offerings import cards_for
from actions.seats import my_seats
from actions.talk import Button, Talk, button
from knowledge.cards import OfferingCard
from knowledge.seat.attending import say_present
from knowledge.vocabulary import EnrolmentState

GOOD, COULD_BE_BETTER, ABSENT, DONE = "good", "could_be_better", "absent", "done"
THANKS = {GOOD: "utter_rated_good", COULD_BE_BETTER: "utter_rated_could_be_better", DONE: "utter_rated_done"}


class Rate(NavigatorAction):
    """The buttons under "hoe was het": good, could be better, I was not there, I am done."""

    called = "action_rate"

    def answer(self, talk: Talk) -> None:
        rate(talk, carried(talk), str(talk.named("rating") or ""))


def rate(talk: Talk, offering: str, rating: str, words: str = "") -> None:
    """Notes that somebody was there, or not, and what they thought, as ``rating: words``; says what is next.

    Raises:
        Refusal: before the start, or for who had no seat.
    """
    feedback = ": ".join(part for part in (rating, words) if part)
    present, engine = rating != ABSENT, talk.academy.engine
    said = say_present(engine, learner_of(talk, offering), offering, present, talk.now, feedback=feedback)
    is_answered(talk, offering)
    (card,) = cards_for(talk, [offering])
    talk.set(station=card.module)
    if (said.state == EnrolmentState.ATTENDED) != present:
        mark = "wel" if said.state == EnrolmentState.ATTENDED else "niet"
        talk.say("utter_marked_otherwise", name=card.name, mark=mark, contact=talk.academy.settings.contact)
    elif not present:
        talk.close_question()
        talk.say("utter_rated_absent", name=card.name)
        offer_other_dates(talk, card.module, offering)
        return
    else:
        _thank(talk, card, rating, said.line_id)
    talk.return_to_question()


def _thank(talk: Talk, card: OfferingCard, rating: str, line_id: str | None) -> None:
    following = next_on_the_line(talk, card.module, line_id)
    name = talk.catalogue.module(following).name if following else ""
    on = f" Het volgende station op je lijn is {name}." if following else ""
    buttons: list[Button] = [button("Volgend station", "enrol", module=following)] if following else []
    buttons += [button("Laat mijn pad zien", "show_path"), button("Mijn inschrijvingen", "my_enrolments")]
    response = THANKS.get(rating, "utter_rated_in_words")
    talk.say(response, name=card.name, on=on, buttons=[] if talk.open_question else buttons)


def next_on_the_line(talk: Talk, module: str, line_id: str | None) -> str | None:
    """The first station after this one, on the line of the seat or of the talk, that they have no seat on."""
    line = talk.catalogue.lines.get(line_id or talk.slot("line") or "")
    stops = [stop.module for stop in line.stations] if line else []
    have = {seat.offering.module_id for seat in my_seats(talk)}
    after = stops[stops.index(module) + 1 :] if module in stops else []
    return next((stop for stop in after if stop not in have), None)
