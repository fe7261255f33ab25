"""Why somebody leaves late: asked kindly, kept when it is told, and just as well not told."""

from __future__ import annotations

import re

from actions.asked_of_me import date_buttons, shown_dates
from actions.talk import Button, Talk, button
from knowledge.seat.leaving import give_reason

QUESTION = "leave_reason"
WHY = re.compile(
    r"\b(ziek\w*|griep|koorts|verkouden|dokter|ziekenhuis|tandarts|want|omdat|doordat|vanwege|wegens|door|moet|moeten"
    r"|werk\w*|overuren|dienst|storing|vakantie|vrij|afspraak|kind\w*|zoon|dochter|oppas|druk|auto|trein|file"
    r"|begrafenis|verhuiz\w*)\b",
    re.IGNORECASE,
)
"""Who says no with one of these in it tells why in the same breath."""

UNTOLD = re.compile(
    r"^\W*((nee|neen|nah|ja|ok[eé]?|prima|goed|liever|dat|zeg|ik|wil|hoef|niet|hoeft|niks|niets|geen|reden|laat|maar"
    r"|hoor|zomaar|daarom|sla|over|overslaan|zeggen|privé|prive|doe|dank|je|bedankt)\b\W*)+$",
    re.IGNORECASE,
)
"""Nothing that is a reason: "nee hoor", "zeg ik liever niet", "ja"."""


def ask_why(talk: Talk, offering: str) -> None:
    """Asks why; anything may be typed, and nothing needs to be. Another order that waits goes first."""
    if talk.slot("waiting"):
        return
    talk.set(leaving=offering)
    talk.begin_anew(QUESTION)
    talk.ask("leave_reason", topic="cancel", buttons=[button("Zeg ik liever niet", "deny")])


def tells_why(talk: Talk) -> bool:
    """Whether what was typed has the reason in it already."""
    return not talk.text.startswith("/") and bool(WHY.search(talk.text))


def hear_why(talk: Talk) -> None:
    """The answer to that question: kept, or left untold."""
    offering = talk.slot("leaving")
    talk.set(leaving=None)
    talk.close_question()
    if not offering or talk.text.startswith("/") or UNTOLD.match(talk.text):
        talk.say("utter_reason_untold", buttons=_buttons(talk))
    else:
        keep_why(talk, offering)


def keep_why(talk: Talk, offering: str) -> None:
    """Keeps what was typed, as the front door passed it on: without names and addresses."""
    give_reason(talk.academy.engine, talk.person.learner_id or "", offering, talk.text, talk.now)
    talk.say("utter_reason_kept", buttons=_buttons(talk))


def _buttons(talk: Talk) -> list[Button]:
    """The other dates that were shown, or another way on."""
    if dates := shown_dates(talk):
        return date_buttons(talk, dates)
    return [button("Mijn inschrijvingen", "my_enrolments"), button("Zoek een lijn voor mij", "find_line")]
