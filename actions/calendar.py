"""One's stations in one's own calendar: an address to subscribe to. It is a secret, so the front door adds it."""

from __future__ import annotations

import re

from actions.answering import Answering
from actions.detours import instead
from actions.seats import my_seats
from actions.talk import Talk, button

CALENDAR = r"(agenda\w*|kalender\w*|outlook|ical|icalendar|ics)\b"
ASKS = re.compile(
    rf"\b(zet|zetten|koppel\w*|voeg|toevoeg\w*|link\w*|synchroni\w*|abonn\w*|export\w*|adres|hoe|kan|kun|krijg|wil)\b"
    rf".*\b{CALENDAR}|\b{CALENDAR}.*\b(zetten|koppel\w*|toevoeg\w*|link|abonn\w*|adres|synchroni\w*|krijgen)\b",
    re.IGNORECASE,
)
ANEW = re.compile(
    r"\b(nieuw\w*|ander\w*|ververs\w*|vernieuw\w*) (adres|link|agenda-?adres|agenda-?link)\b", re.IGNORECASE
)
NOT_THAT = re.compile(r"\b(hoef|hoeft|niet|geen|gewist|papieren)\b", re.IGNORECASE)


def asks_for_the_calendar(talk: Talk) -> bool:
    return bool(ASKS.search(talk.text)) and not NOT_THAT.search(talk.text) and bool(my_seats(talk))


@instead(asks_for_the_calendar)
class OwnCalendar(Answering):
    """Gives the address of the person's feed; on request a new one, after which the old one leads nowhere."""

    aside = True

    def answer(self, talk: Talk) -> None:
        anew = bool(ANEW.search(talk.text))
        buttons = [] if talk.open_question else [button("Mijn inschrijvingen", "my_enrolments")]
        talk.say("utter_calendar_renewed" if anew else "utter_calendar", buttons=buttons)
        talk.tell_door(calendar="renew" if anew else "show")
