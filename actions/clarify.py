"""What to do with a message that was not understood, or by half."""

from __future__ import annotations

from collections.abc import Callable

from actions.advising import advise_or_ask
from actions.base import NavigatorAction
from actions.contact import references
from actions.detours import instead
from actions.enrol import Enrol
from actions.focus import only_names
from actions.hr import QUESTIONS, CompanyPlan
from actions.meanings import MEANINGS
from actions.talk import Talk, button

TELLING = ("role", "towards", "skill", "transition", "line", "place", "daypart", "form", "hours_per_week", "attendance")
POINTING = ("ordinal", "date", "period", "weekday", "offering", "module", "line", "place", "daypart")
NO_HELP = ("affirm", "deny", "no_preference", "greet", "goodbye", "thank", "stop")
"""Meanings that are no help as a button: an open question has its own, and the rest leads nowhere."""

LIKELY = 0.08
"""A meaning with less confidence than this is not worth a button."""


@instead(only_names)
class Clarify(NavigatorAction):
    """Goes on when the words named something all the same; else offers the likeliest meanings as buttons.

    From the second time in a row it offers another way: what can be pressed, and a person to talk to. An open
    question stays open with its buttons among them, also when it is a yes or a no.
    """

    called = "action_clarify"

    def answer(self, talk: Talk) -> None:
        if go_on := _goes_on(talk):
            talk.set(misunderstood=None)
            go_on(talk)
            return
        times = int(talk.slot("misunderstood") or 0) + 1
        talk.set(misunderstood=times)
        meanings, answers = likely(talk), (talk.slot("open_question") or {}).get("buttons") or []
        if times == 1 and meanings:
            rest = answers or another_way(talk)[-1:]
            talk.say("utter_answer_or_mean" if answers else "utter_did_you_mean", buttons=[*meanings, *rest])
        elif times == 1:
            talk.say("utter_not_understood", buttons=[] if talk.open_question else another_way(talk))
            talk.return_to_question()
        else:
            response = "utter_not_understood_again" if times == 2 else "utter_not_understood_still"
            talk.say(response, contact=talk.academy.settings.contact, buttons=another_way(talk))


def _goes_on(talk: Talk) -> Callable[[Talk], None] | None:
    """How the talk goes on, when the words named something that what it is about can use."""
    kinds = {mention.kind for mention in talk.heard}
    topic = talk.slot("topic")
    if topic == "company" and (kinds & set(TELLING) or (talk.slot("company") or {}).get(_asked_of_company(talk))):
        return CompanyPlan().answer
    if topic == "enrol" and (kinds & set(POINTING) or references(talk.text)):
        return Enrol().answer
    if topic in ("none", "advice", "advised") and kinds & set(TELLING):
        return advise_or_ask
    return None


def _asked_of_company(talk: Talk) -> str:
    """What the open question wants to know of the company."""
    return next((field for field, question in QUESTIONS if question == talk.open_question), "")


def likely(talk: Talk) -> list[dict[str, str]]:
    """The two or three likeliest meanings, as buttons."""
    ranking = talk.tracker.latest_message.get("intent_ranking") or []
    answers = (talk.slot("open_question") or {}).get("buttons") or []
    return [
        button(MEANINGS[one["name"]], one["name"])
        for one in ranking[:4]
        if one["name"] in MEANINGS and one["confidence"] >= LIKELY and one["name"] not in NO_HELP
    ][: 2 if answers else 3]


def another_way(talk: Talk) -> list[dict[str, str]]:
    """What can be done: answer the open question, or begin somewhere; and talk to a person."""
    if answers := (talk.slot("open_question") or {}).get("buttons"):
        return [*answers[:3], button("Ik wil een mens spreken", "human_handoff")]
    return [
        button("Zoek een lijn voor mij", "find_line"),
        button("Wat kun je?", "help"),
        button("Ik wil een mens spreken", "human_handoff"),
    ]
