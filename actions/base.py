"""The one base of every action: it turns refusals into answers, and crashes into an apology and a log line."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.academy import Academy, academy
from actions.answering import Answering
from actions.refusing import refuse
from actions.talk import Talk
from actions.ways_on import START_BUTTONS, give_a_way_on
from actions.wishes import reply
from knowledge.errors import NavigatorError, Refusal, UnknownThing

log = logging.getLogger(__name__)

MOST_BUTTONS = 4
"""Buttons in one answer, however many things it says."""


class NavigatorAction(Answering, Action):
    """An action: its ``called`` name in the domain, and its answer."""

    called: ClassVar[str]
    speaks: ClassVar[bool] = True
    """Whether it answers; what only hears leaves the front door as it is."""

    def __init__(self, house: Callable[[], Academy] = academy) -> None:
        self._house = house

    def name(self) -> str:
        """The name that the domain knows it by."""
        return self.called

    def reply(self, talk: Talk) -> None:
        """All that is said to a message."""
        reply(self, talk)

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Answers in a thread of its own, so that one long path keeps nobody else waiting."""
        return await asyncio.to_thread(self._run, dispatcher, tracker)

    def _run(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]]:
        talk = None
        try:
            talk = Talk(dispatcher, tracker, self._house())
            try:
                self.reply(talk)
            except Refusal as refusal:
                refuse(talk, refusal)
            if self.aside:
                give_a_way_on(talk)
            _leave_few_buttons(dispatcher)
        except UnknownThing as unknown:
            log.warning("%s: %s", self.called, unknown)
            dispatcher.utter_message(response="utter_unknown_thing", buttons=list(START_BUTTONS))
        except NavigatorError:
            log.exception("%s could not answer", self.called)
            dispatcher.utter_message(response="utter_apology")
        except Exception:  # whatever it is, the person must not see silence
            log.exception("%s crashed", self.called)
            dispatcher.utter_message(response="utter_apology")
            talk = Talk(dispatcher, tracker, talk.academy) if talk else None
            self._remind_the_door(talk)
            return []
        self._remind_the_door(talk)
        return talk.events if talk else []

    def _remind_the_door(self, talk: Talk | None) -> None:
        """Whatever was answered: what the open question expects, or a name that comes next isn't kept back."""
        if talk and self.speaks:
            talk.remind_door()


def _leave_few_buttons(dispatcher: CollectingDispatcher) -> None:
    """What is said last keeps its buttons; what is said before it keeps them when all fit."""
    left = MOST_BUTTONS
    for message in reversed(dispatcher.messages):
        if len(message["buttons"]) > left:
            message["buttons"] = []
        left -= len(message["buttons"])
