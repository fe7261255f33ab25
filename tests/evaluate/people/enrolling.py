"""How somebody answers what is asked before a seat: which line, which date, consent, address and name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.evaluate.people.dates import FAR, best_dates
from tests.evaluate.people.reading import Answer
from tests.evaluate.people.voice import Act
from tests.evaluate.people.who import Willing

if TYPE_CHECKING:
    from tests.evaluate.people.mind import Mind

RANKS = ("eerste", "tweede", "derde", "vierde")
YES = ("Ja, dat is goed", "Ja, alles")

FIRST_A_LINE = 2
"""So often somebody without an advice says that they want one first; then they pick what sounds right."""


def _what(mind: Mind, answer: Answer) -> Act:
    """The line; who was advised none yet asks for that first."""
    if not mind.accepted and (act := _first_a_line(mind)):
        return act
    name = mind.voice.catalogue.lines[mind.accepted or mind.who.right[0]].name
    return mind.press_or_say(answer, "enrol_line", (name,), line=name)


def _first_a_line(mind: Mind) -> Act | None:
    mind.wrong_turns += 1
    if mind.count("first a line") > FIRST_A_LINE:
        mind.accepted = mind.who.right[0]
        return None
    return mind.voice.say("first_a_line")


def _offering(mind: Mind, answer: Answer) -> Act:
    """One of the dates that has a seat left, if any has; who has no line yet takes only what teaches their goal."""
    if not mind.accepted and not mind.story.is_taught(answer) and (act := _first_a_line(mind)):
        return act
    cards = answer.cards_of("offering")
    order = best_dates(mind.who.profile, mind.voice.catalogue, [str(card["id"]) for card in cards])
    if order and order[0].away > FAR and mind.once("nearer"):
        return mind.voice.say("nearer", place=mind.voice.catalogue.places[str(mind.who.profile.place)].name)
    titles = list(answer.buttons)
    free = [
        one.number for one in order if cards[one.number]["seats_left"] is None or cards[one.number]["seats_left"] > 0
    ]
    number = (free or [0])[0]
    if mind.who.presses and titles:
        return Act("pick", press=titles[min(number, len(titles) - 1)])
    if not cards:
        return mind.voice.say("pick", nth=RANKS[0], number="1", date="de eerste datum")
    if len(cards) == 1:
        return mind.voice.say("pick_only")
    if cards[number]["starts_at"] is None:
        return mind.voice.say("own_pace")
    date = str(cards[number]["when"]).split(",")[0]
    return mind.voice.say("pick", nth=RANKS[number], number=str(number + 1), date=date)


def _consent(mind: Mind, answer: Answer) -> Act:
    if mind.who.willing is Willing.KEEPS_ADDRESS and mind.once("keeps address"):
        no = "Nee, liever niet" in answer.buttons and mind.who.presses and mind.voice.draw.random() < 0.5
        return Act("deny", press="Nee, liever niet") if no else mind.voice.say("keeps_address")
    if mind.who.willing is Willing.HESITATES and mind.once("hesitates at consent"):
        return mind.voice.say("hesitates")
    if mind.who.willing is Willing.ASKS_BETWEEN and (act := mind.aside(("privacy", "cost", "certificate"))):
        return act
    return mind.press_or_say(answer, "yes", YES)


def _email(mind: Mind, answer: Answer) -> Act:
    second = mind.voice.draw.random() < 0.3
    if mind.who.willing is Willing.KEEPS_ADDRESS and second and mind.once("keeps address still"):
        return mind.voice.say("keeps_address")
    return mind.voice.say("email", email=mind.who.email)


def _name(mind: Mind, answer: Answer) -> Act:
    return mind.voice.say("name", name=mind.who.name)


def _confirm(mind: Mind, answer: Answer) -> Act:
    return mind.press_or_say(answer, "confirm", YES)


ENROLLING: dict[str, Callable[[Mind, Answer], Act]] = {
    "enrol_what": _what,
    "offering": _offering,
    "consent": _consent,
    "email": _email,
    "name": _name,
    "confirm": _confirm,
}
"""What is asked before a seat."""
