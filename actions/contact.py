"""Consent, address and name: asked in that order, one at a time, and only what is not known yet."""

from __future__ import annotations

import re

from actions.talk import Talk, button

REFERENCE = re.compile(r"\[(?:naam|mail|tel)-\d+\]")


def references(text: str) -> list[str]:
    """The references to personal data that the front door put in a text, in order."""
    return REFERENCE.findall(text)


def ask_for_contact(talk: Talk, summary: str) -> bool:
    """Asks the next thing that a seat needs. True when nothing is missing any more.

    What was asked twice is not asked a third time: the choice is kept, and the way to a person is shown.
    """
    person = talk.person
    yes_no = [button("Ja, dat is goed", "affirm"), button("Nee, liever niet", "deny")]
    if not person.consent:
        asked = talk.ask("consent", topic="enrol", expects="consent", buttons=yes_no, what=summary)
    elif person.email is None:
        asked = talk.ask("email", topic="enrol", expects="email")
    elif person.name is None:
        asked = talk.ask("name", topic="enrol", expects="name")
    elif not talk.slot("agreed"):
        asked = talk.ask("confirm", topic="enrol", buttons=yes_no, what=summary)
    else:
        return True
    if not asked:
        talk.say("utter_enrol_stuck", contact=talk.academy.settings.contact)
        talk.close_question()
    return False
