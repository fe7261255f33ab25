"""Questions about the day itself: parking, travelling, food, what to bring or wear, being late or ill.

What the catalogue knows of it is said; for the rest the person who does know is named, and nothing is made up.
"""

from __future__ import annotations

import re

from actions.answering import Answering
from actions.detours import instead
from actions.focus import focus, knows_what
from actions.seats import my_seats, own_seat, say_seat
from actions.talk import Talk, button
from actions.telling import GOAL
from actions.wishes import TELLS
from knowledge.seat.looking import Seat

BRING = re.compile(
    r"\b(wat|moet|moeten|mag|hoef\w*|wa) .*\b(meenemen|meebrengen|mee ?te ?nemen|mee ?te ?brengen|aandoen|aantrekken)\b"
    r"|\b(neem|nemen|breng) (ik|we) .*\bmee\b|\b(werkkleding|werkschoenen|veiligheids(schoenen|bril))\b",
    re.IGNORECASE,
)
ASIDE = {
    "parkeren": re.compile(r"\b(geparkeerd|parkeer\w*|parkeren|parking)\b", re.IGNORECASE),
    "reizen": re.compile(r"\b(reiskosten\w*|routebeschrijving|laadpaal|laadpalen)\b", re.IGNORECASE),
    "eten en drinken": re.compile(
        r"\b(lunch\w*|broodje\w*|koffie|catering|avondeten|halal|vegetarisch)\b", re.IGNORECASE
    ),
    "toegankelijkheid": re.compile(r"\b(rolstoel\w*|lift|toegankelijk\w*|slechthorend\w*)\b", re.IGNORECASE),
}
"""What the catalogue says nothing about, and the words that ask for it."""

ASKS = re.compile(r"\?|\b(is|zijn|kan|kun|mag|moet|waar|wat|hoe|krijg\w*|zit|hebben|heb|en)\b", re.IGNORECASE)
NOT_NOW = ("own_case", "give_feedback", "export_data")
"""Of who means one of these, the words are about something else ("een vraag meenemen naar de les")."""


def asks_what_to_bring(talk: Talk) -> bool:
    return talk.intent not in NOT_NOW and bool(BRING.search(talk.text))


def asks_about_the_day(talk: Talk) -> bool:
    if talk.intent in TELLS and {mention.kind for mention in talk.heard} & {*GOAL, "place", "hours_per_week"}:
        return False
    return talk.intent not in NOT_NOW and _matter(talk) is not None and bool(ASKS.search(talk.text))


def _matter(talk: Talk) -> str | None:
    text = talk.text
    for part in (mention.text for mention in talk.heard if mention.kind == "daypart" and mention.text):
        text = text.replace(part, " ")  # "na de lunch" is a time
    return next((name for name, words in ASIDE.items() if words.search(text)), None)


@instead(asks_what_to_bring)
class Bring(Answering):
    """What to bring, of one's own seat or of the station that the talk is about; unknown is said to be unknown."""

    aside = True

    def answer(self, talk: Talk) -> None:
        contact = talk.academy.settings.contact
        seat = own_seat(talk) or _only(my_seats(talk))
        about = focus(talk) if knows_what(talk) and not seat else None
        module = seat.offering.module_id if seat else about.modules[0].id if about else None
        if module is None:
            talk.say("utter_bring_general", contact=contact)
            return
        found = talk.catalogue.modules.get(module)
        bring = (seat.offering.bring if seat else "") or (found.bring if found else "")
        name = found.name if found else module
        talk.say("utter_bring" if bring else "utter_bring_unknown", name=name, bring=bring, contact=contact)


@instead(asks_about_the_day)
class TheDay(Answering):
    """Parking, food and such: the place is told when it is known, and who knows the rest."""

    aside = True

    def answer(self, talk: Talk) -> None:
        contact = talk.academy.settings.contact
        seat = own_seat(talk) or _only(my_seats(talk))
        where = f" Je bent ingeschreven voor: {say_seat(talk, seat)}." if seat else ""
        talk.say("utter_not_known_here", matter=_matter(talk) or "", where=where, contact=contact, buttons=_on(talk))


def _only(seats: list[Seat]) -> Seat | None:
    return seats[0] if len(seats) == 1 else None


def _on(talk: Talk) -> list[dict[str, str]]:
    return [] if talk.open_question else [button("Waar is het?", "ask_location"), button("Wat kun je?", "help")]
