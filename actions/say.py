"""Answers that are the same for everybody: one response of the domain for each intent."""

from __future__ import annotations

from actions.base import NavigatorAction
from actions.talk import Talk, button

CLOSING = ("stop", "goodbye")
START_BUTTONS = (
    button("Zoek een lijn voor mij", "find_line"),
    button("Toon de metrokaart", "show_map"),
    button("Ik ben van HR", "hr_where_to_start"),
)


class Say(NavigatorAction):
    """Says ``utter_<intent>``; whatever was open stays open."""

    called = "action_say"
    aside = True

    def answer(self, talk: Talk) -> None:
        talk.say(f"utter_{talk.intent}", contact=talk.academy.settings.contact, buttons=self._buttons(talk))

    def _buttons(self, talk: Talk) -> list[dict[str, str]]:
        if talk.open_question or talk.intent not in ("greet", "help", "out_of_scope", "smalltalk"):
            return []
        return list(START_BUTTONS)


class Greet(Say):
    """Greets; who tells more than hello in one breath gets an answer to that too."""

    called = "action_greet"

    def answer(self, talk: Talk) -> None:
        told = {m.kind for m in talk.heard} & {"role", "skill", "transition", "line", "place", "form"}
        if told:
            talk.say("utter_greet_short")
            talk.close_question("advice")
        else:
            super().answer(talk)


class Stop(NavigatorAction):
    """Ends what was going on; nothing that is stored changes."""

    called = "action_stop"

    def answer(self, talk: Talk) -> None:
        talk.close_question()
        talk.say(f"utter_{talk.intent}")
