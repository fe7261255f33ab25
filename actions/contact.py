"""Consent, address and name: asked in that order, one at a time, and only what is not known yet."""

from __future__ import annotations

import re

from actions.offerings import cards_for
from actions.summing import Summary
from actions.talk import Talk
from knowledge.people import keep_contact, withdraw_contact

YES = re.compile(r"\b(ja|jawel|prima|goed|ok|oke|oké|akkoord|yes|graag|doe maar|mag)\b", re.IGNORECASE)
OTHER_SEATS = {
    "module",
    "line",
    "offering",
    "whole_line",
    "path",
    "part",
    "date",
    "weekday",
    "period",
    "ordinal",
    "place",
}
ALL_OF_IT = re.compile(r"\b(alles?|hele|heel|volledige|andere?)\b", re.IGNORECASE)
"""Words for other seats than the ones that were chosen."""

ASKED_FOR_A_SEAT = ("consent", "email", "name", "confirm")
"""What is asked before a seat is taken; who begins with another seat is asked it as if for the first time."""

REFERENCE = re.compile(r"\[(?:naam|mail|tel)-\d+\]")


def references(text: str) -> list[str]:
    """The references to personal data that the front door put in a text, in order."""
    return REFERENCE.findall(text)


def ask_for_contact(talk: Talk, summary: Summary) -> bool:
    """Asks the next thing that a seat needs. True when nothing is missing any more.

    What was asked twice is not asked a third time: a yes or no has its buttons, of the rest the way to a person
    is shown.
    """
    person = talk.person
    said = summary.values()
    if not person.consent:
        asked = talk.insist("consent", topic="enrol", expects="consent", buttons=summary.buttons, **said)
        _show_all(talk)
    elif person.email is None:
        asked = talk.ask("email", topic="enrol", expects="email", contact=talk.academy.settings.contact)
    elif person.name is None:
        asked = talk.ask("name", topic="enrol", expects="name")
    elif not talk.slot("agreed"):
        asked = talk.insist("confirm", topic="enrol", buttons=summary.buttons, **said)
        _show_all(talk)
    else:
        return True
    if not asked:
        talk.say("utter_enrol_stuck", contact=talk.academy.settings.contact)
        talk.close_question()
        talk.begin_anew(*ASKED_FOR_A_SEAT)
    return False


def says_yes(talk: Talk) -> bool:
    """A yes in so many words. Somebody's name or number alone is none."""
    if talk.intent == "enrol":
        return orders_what_was_chosen(talk) and bool(YES.search(talk.text))
    return talk.intent == "affirm" or (talk.intent == "give_contact" and bool(YES.search(talk.text)))


def orders_what_was_chosen(talk: Talk) -> bool:
    """ "Ja, schrijf me in" to what is shown already: an order that names nothing else."""
    names_something = {m.kind for m in talk.heard} & OTHER_SEATS or ALL_OF_IT.search(talk.text)
    return talk.intent == "enrol" and bool(talk.slot("chosen")) and not names_something


def keep_what_was_given(talk: Talk) -> bool:
    """Keeps the contact data of this message after consent; before it, lets go of it. True when kept."""
    found = references(talk.text)
    if not found:
        return False
    if not talk.person.consent:
        withdraw_contact(talk.academy.engine, talk.conversation)
        return False
    keep_contact(talk.academy.engine, talk.conversation, found, talk.now)
    return True


def _show_all(talk: Talk) -> None:
    """Of several seats each one is shown before somebody says yes to all."""
    chosen = talk.slot("chosen") or []
    if len(chosen) > 1:
        for card in cards_for(talk, chosen):
            talk.show(card)
