"""What to do with a message that was not understood, or by half."""

from __future__ import annotations

from collections.abc import Callable

from actions.advising import advise_or_ask
from actions.base import NavigatorAction
from actions.contact import references
from actions.enrol import Enrol
from actions.hr import CompanyPlan
from actions.meanings import MEANINGS
from actions.talk import Talk, button

TELLING = ("role", "skill", "transition", "line", "place", "daypart", "form", "hours_per_week", "attendance")
POINTING = ("ordinal", "date", "weekday", "offering", "module", "line", "place", "daypart")
NEEDS_A_QUESTION = ("affirm", "deny", "no_preference", "greet", "goodbye", "thank", "stop")
"""Meanings that are no help as a button when nothing was asked."""

LIKELY = 0.08
"""A meaning with less confidence than this is not worth a button."""


class Clarify(NavigatorAction):
    """Goes on when the words named something all the same; else offers the likeliest meanings as buttons.

    The second time in a row it offers another way: a person to talk to.
    """

    called = "action_clarify"

    def answer(self, talk: Talk) -> None:
        if go_on := _goes_on(talk):
            talk.set(misunderstood=None)
            go_on(talk)
            return
        times = int(talk.slot("misunderstood") or 0) + 1
        talk.set(misunderstood=times)
        if times > 1:
            contact = talk.academy.settings.contact
            talk.say("utter_not_understood_again", contact=contact, buttons=another_way(talk))
        elif meanings := likely(talk):
            talk.say("utter_did_you_mean", buttons=meanings)
            return
        else:
            talk.say("utter_not_understood", buttons=another_way(talk))
        talk.return_to_question()


def _goes_on(talk: Talk) -> Callable[[Talk], None] | None:
    """How the talk goes on, when the words named something that what it is about can use."""
    kinds = {mention.kind for mention in talk.heard}
    topic = talk.slot("topic")
    if topic == "company" and kinds & set(TELLING):
        return CompanyPlan().answer
    if topic == "enrol" and (kinds & set(POINTING) or references(talk.text)):
        return Enrol().answer
    if topic in ("none", "advice", "advised") and kinds & set(TELLING):
        return advise_or_ask
    return None


def likely(talk: Talk) -> list[dict[str, str]]:
    """The two or three likeliest meanings, as buttons."""
    ranking = talk.tracker.latest_message.get("intent_ranking") or []
    return [
        button(MEANINGS[one["name"]], one["name"])
        for one in ranking[:4]
        if one["name"] in MEANINGS
        and one["confidence"] >= LIKELY
        and (talk.open_question or one["name"] not in NEEDS_A_QUESTION)
    ][:3]


def another_way(talk: Talk) -> list[dict[str, str]]:
    """What can always be done."""
    if talk.open_question:
        return []
    return [
        button("Zoek een lijn voor mij", "find_line"),
        button("Wat kun je?", "help"),
        button("Ik wil een mens spreken", "human_handoff"),
    ]
