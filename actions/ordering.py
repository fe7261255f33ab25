"""An order to enrol with a worry behind it: "schrijf me in, en kan ik dan nog afzeggen?"."""

from __future__ import annotations

import re

from actions.answering import Answering
from actions.detours import instead
from actions.enrol import Enrol
from actions.hesitating import IF_NOT
from actions.talk import Talk

ORDER = re.compile(
    r"^\W*((ja|ok[eé]?|goed|prima|nou|dus|dan|toe) ?\W*)*(schrijf|meld|zet) (me|mij|ons)\b"
    r"(?![^,.;?!]*\b(uit|af|niet|nooit)\b)[^,.;?!]*?\b(in|aan|op)\b",
    re.IGNORECASE,
)
LEAVING = re.compile(r"\b(af|ver|annul)(zeg|meld|zet|schrijv|ler|eer)\w*", re.IGNORECASE)
OF_SEATS = ("cancel_enrolment", "my_enrolments", "waiting_list_position", "next_station")
"""What the model takes such a message for; all are about seats that somebody has already."""


def orders_a_seat(talk: Talk) -> bool:
    """The message begins with the order, whatever it was taken for because of what comes after."""
    mistaken = talk.intent in OF_SEATS or IF_NOT.search(talk.text)
    return bool(mistaken and ORDER.search(talk.text))


@instead(orders_a_seat, first=True)
class OrdersASeat(Answering):
    """The rule of leaving a seat when that was asked, and then the seat that was ordered."""

    def answer(self, talk: Talk) -> None:
        if LEAVING.search(talk.text) or IF_NOT.search(talk.text):
            talk.say("utter_if_you_cannot_come")
        if talk.slot("topic") == "cancel":
            talk.close_question()
        Enrol().answer(talk)
