"""Somebody who hesitates: nothing changes, they hear what helps them choose, and what was open stays open."""

from __future__ import annotations

import re

from actions.advice import Why
from actions.answering import Answering
from actions.detours import instead
from actions.questions import Prerequisites
from actions.talk import Talk
from actions.telling import GOAL
from actions.ways_on import ways_on

SUITS = re.compile(
    r"\b(is|past|zou|was) (het|dit|dat|die|deze)( lijn| cursus)? (wel |echt |nou |dan |ook )*((iets|wat) )?(voor|bij)"
    r" (mij|me|mezelf)\b|\bof (het|dit|dat|die|deze) (wel |echt )*(iets|wat) (voor|bij) (mij|me)\b",
    re.IGNORECASE,
)
ABLE = re.compile(
    r"\bniet of ik (dat|het|dit|die|er)? ?(wel |nog |allemaal |zo )*(kan|aankan|aan kan|kunnen|red|trek|snap)\b"
    r"|\bkan ik (dat|het|dit) (wel|allemaal)( aan)?\W*$|\bte (moeilijk|lastig|hoog gegrepen) voor (mij|me)\b"
    r"|\bben ik (daar |er |hier )?(niet )?te (oud|dom|onervaren)\b",
    re.IGNORECASE,
)
IF_NOT = re.compile(
    r"\bals ik (dan |toch |ineens |er |die dag )*(niet|ziek|verhinderd)\b|\bzit ik er(gens)? (dan )?aan vast\b"
    r"|\bkan ik (het |dat |me |mij )?(later|altijd|dan) (me |mij |het |dat |nog |ook |wel |weer |gewoon )*"
    r"(afzeg|afmeld|annul|ver[sz]|af\b)\w*",
    re.IGNORECASE,
)
NO_HURRY = re.compile(
    r"\b(ik )?twijfel\w*\b|\b(eerst|nog)\b.*\b(overleg\w*|nadenken|agenda|slapen|bespreken|overdenken)\b"
    r"|\bover (na ?denken|nadenken)\b|\bdat gaat (wel |erg |me |mij |te |heel )*(snel|hard|vlug)\b"
    r"|\b(meteen|nu al|direct|gelijk|nu) (beslissen|kiezen)\b|^\W*(\w+\W+){0,2}niet zo (snel|vlug)\b",
    re.IGNORECASE,
)
ADVICE = re.compile(r"\b(lijn\w*|raad|advies|aanra\w*|zoek\w*)\b", re.IGNORECASE)
"""Who asks for advice in the same breath gets that."""

ORDERS = ("enrol", "deny", "ask_alternatives", "cancel_enrolment", "delete_data", "affirm", "give_contact")
ABOUT_OTHER_THINGS = ("cancel", "delete", "restart", "company")


def hesitates(talk: Talk) -> bool:
    """Doubt in so many words, with nothing named that it could be about."""
    if talk.slot("topic") in ABOUT_OTHER_THINGS or {mention.kind for mention in talk.heard} & {*GOAL, "module"}:
        return False
    return _helps(talk) is not None


def _helps(talk: Talk) -> str | None:
    """What helps who hesitates: the ``reasons``, what one must be able to do, or a response that says the rule."""
    if talk.slot("line") and talk.intent != "enrol" and SUITS.search(talk.text):
        return "reasons"
    if (talk.slot("line") or talk.slot("station")) and ABLE.search(talk.text):
        return "needs"
    if IF_NOT.search(talk.text):
        return "utter_if_you_cannot_come"
    sure = talk.intent in ORDERS or ADVICE.search(talk.text)
    return "utter_no_hurry" if NO_HURRY.search(talk.text) and not sure else None


@instead(hesitates)
class Hesitates(Answering):
    """Kindly: the reasons or the rule; the question that was open isn't pressed."""

    aside = True

    def answer(self, talk: Talk) -> None:
        helps = _helps(talk) or ""
        if helps == "reasons":
            Why().explain(talk)
        elif helps == "needs":
            Prerequisites().answer(talk)
        else:
            talk.say(helps)
        said = talk.dispatcher.messages[-1]
        if not (talk.open_question or said["buttons"]):
            said["buttons"] = ways_on(talk)

    def go_on(self, talk: Talk) -> None:
        talk.leave_question_open("utter_question_waits")
