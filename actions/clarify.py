"""What to do with a message that was not understood, or by half."""

from __future__ import annotations

from actions.advising import advise_or_ask
from actions.base import NavigatorAction
from actions.meanings import MEANINGS
from actions.talk import Talk, button

TELLING = ("role", "skill", "transition", "line", "place", "daypart", "form", "hours_per_week", "attendance")
LIKELY = 0.08
"""A meaning with less confidence than this is not worth a button."""


class Clarify(NavigatorAction):
    """Goes on when the words named something all the same; else offers the likeliest meanings as buttons.

    The second time in a row it offers another way: a person to talk to.
    """

    called = "action_clarify"

    def answer(self, talk: Talk) -> None:
        if any(m.kind in TELLING for m in talk.heard) and talk.slot("topic") in ("none", "advice", "advised"):
            talk.set(misunderstood=0)
            advise_or_ask(talk)
            return
        times = int(talk.slot("misunderstood") or 0) + 1
        talk.set(misunderstood=times)
        if times > 1:
            contact = talk.academy.settings.contact
            talk.say("utter_not_understood_again", contact=contact, buttons=another_way(talk))
        elif meanings := likely(talk):
            talk.say("utter_did_you_mean", buttons=meanings)
        else:
            talk.say("utter_not_understood", buttons=another_way(talk))
        talk.return_to_question()


def likely(talk: Talk) -> list[dict[str, str]]:
    """The two or three likeliest meanings, as buttons."""
    ranking = talk.tracker.latest_message.get("intent_ranking") or []
    return [
        button(MEANINGS[one["name"]], one["name"])
        for one in ranking[:4]
        if one["name"] in MEANINGS and one["confidence"] >= LIKELY
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
