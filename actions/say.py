"""Answers that are the same for everybody: one response of the domain for each intent."""

from __future__ import annotations

import re

from actions.advising import advise_or_ask
from actions.base import NavigatorAction
from actions.contact import keep_what_was_given, references
from actions.enrol import Enrol
from actions.talk import Talk, button
from actions.ways_on import ways_on

ENROLS = re.compile(r"schrij\w* (me|mij|ons)?|inschrij|aanmeld|meld (me|mij)|doe (me|mij) mee", re.IGNORECASE)
WHAT_CAN_YOU_DO = button("Wat kun je?", "help")
NOT_PRESSED = ("thank", "frustrated", "smalltalk", "human_handoff")


class Say(NavigatorAction):
    """Says ``utter_<intent>``; whatever was open stays open."""

    called = "action_say"
    aside = True
    also = (
        "privacy_question",
        "show_passport",
        "show_progress",
        "hr_team_overview",
        "hr_funding",
        "human_handoff",
        "bot_challenge",
    )

    def answer(self, talk: Talk) -> None:
        talk.say(f"utter_{talk.intent}", contact=talk.academy.settings.contact)

    def go_on(self, talk: Talk) -> None:
        """What was open returns, but who says thanks or is fed up isn't pressed: it just stays open."""
        if talk.intent in NOT_PRESSED:
            talk.leave_question_open("utter_question_waits")
        else:
            super().go_on(talk)


class Greet(Say):
    """Greets; who tells more than hello in one breath gets an answer to that too."""

    called = "action_greet"

    def answer(self, talk: Talk) -> None:
        told = {m.kind for m in talk.heard} & {"role", "skill", "transition", "line", "place", "form"}
        if told:
            talk.say("utter_greet_short")
            talk.close_question("advice")
        else:
            talk.say("utter_greet", buttons=[] if talk.open_question else [*ways_on(talk)[:3], WHAT_CAN_YOU_DO])


class GiveContact(NavigatorAction):
    """Contact data that nobody asked for: a correction, the beginning of an enrolment, or not needed now."""

    called = "action_give_contact"

    def answer(self, talk: Talk) -> None:
        if keep_what_was_given(talk):
            talk.say("utter_contact_kept", what=" en ".join(references(talk.text)))
            self.go_on(talk)
        elif ENROLS.search(talk.text):
            Enrol().answer(talk)
        elif any(mention.kind in ("role", "skill", "line") for mention in talk.heard):
            advise_or_ask(talk)
        else:
            talk.say("utter_give_contact")
            self.go_on(talk)


class Stop(NavigatorAction):
    """Ends what was going on; nothing that is stored changes."""

    called = "action_stop"

    def answer(self, talk: Talk) -> None:
        talk.close_question()
        talk.set(waiting=None)
        talk.say(f"utter_{talk.intent}")
