"""Advice: which line, why, and what else."""

from __future__ import annotations

import re

from actions.advising import advise_or_ask, advised_buttons, give_advice
from actions.base import NavigatorAction
from actions.browse import ShowStation
from actions.cards import line_card
from actions.detours import instead
from actions.enrol import Enrol
from actions.talk import Talk, button
from actions.telling import ELSE, GOAL
from knowledge.advice.advise import explain
from knowledge.advice.profile import Profile
from knowledge.advice.questions import is_answered
from knowledge.saying import say_number
from knowledge.vocabulary import Question

WHY_ASKED = re.compile(
    r"\bwaar(voor)? (is dat|heb je dat|hebben jullie dat|heb je die|moet dat) .*(nodig|goed)\b"
    r"|\bwaarom (moet|wil|wilt|vraag|vraagt|hebben|heb) (ik|je|u|jij|jullie|ge) (dat|die|mijn|me dat|dit)\b"
    r"|\b(gaat|wat gaat) (dat )?(je|jullie|u) (dat )?(niks|niets|niet) aan\b",
    re.IGNORECASE,
)


class Advise(NavigatorAction):
    """Gives an advice, or asks what is still worth knowing."""

    called = "action_advise"

    def answer(self, talk: Talk) -> None:
        if talk.slot("shown") and {m.kind for m in talk.heard} & {"ordinal", "date", "period"}:
            Enrol().answer(talk)
        elif talk.named("module") and not talk.named("role"):
            ShowStation().answer(talk)
        elif talk.intent == "no_preference" and talk.slot("topic") == "none" and talk.slot("line"):
            talk.say("utter_your_turn", buttons=advised_buttons(talk.slot("line")))
        else:
            advise_or_ask(talk)


def wonders_why_it_is_asked(talk: Talk) -> bool:
    return bool(WHY_ASKED.search(talk.text)) and _why_it_is_asked(talk) is not None


@instead(wonders_why_it_is_asked)
class Why(NavigatorAction):
    """Says why a line was advised, what speaks against it and what would change it."""

    called = "action_why"
    also = ("ask_why",)
    aside = True

    def answer(self, talk: Talk) -> None:
        if reason := _why_it_is_asked(talk):
            talk.say(reason)
            return
        if not talk.slot("line"):
            talk.say("utter_no_advice_yet", buttons=[button("Zoek een lijn voor mij", "find_line")])
            return
        self.explain(talk)

    def explain(self, talk: Talk) -> None:
        """The reasons for the line that the talk is about."""
        advice = explain(talk.catalogue, talk.profile, talk.slot("line"))
        line = talk.catalogue.lines[advice.line]
        talk.say(
            "utter_why",
            line=line.name,
            reasons="\n".join(f"- {reason.text}" for reason in advice.reasons) or "- je hebt nog weinig verteld",
            against="Wat ertegen pleit: " + "; ".join(r.text for r in advice.against) + ".\n" if advice.against else "",
            change=advice.change,
            buttons=[]
            if talk.open_question
            else [b for b in advised_buttons(line.id) if "ask_why" not in b["payload"]],
        )


def _why_it_is_asked(talk: Talk) -> str | None:
    """Who asks why while a question is open that is about themselves, wants to know why it is asked."""
    question = talk.open_question or ""
    if question in ("consent", "email", "name"):
        return "utter_why_contact"
    if question.startswith("company_"):
        return "utter_why_company"
    return "utter_why_asked" if question in set(Question) and not talk.slot("line") else None


class Alternatives(NavigatorAction):
    """The next best lines that were not advised yet."""

    called = "action_alternatives"
    also = ("ask_alternatives",)

    def answer(self, talk: Talk) -> None:
        seen = talk.slot("advised") or []
        lines = talk.catalogue.lines
        left = [line for line in lines if line not in seen]
        if not seen or names_what_it_must_be(talk):
            advise_or_ask(talk)
        elif not left:
            talk.say("utter_no_more_lines", buttons=[button("Opnieuw beginnen", "restart")])
            talk.set(advised=None)
        else:
            talk.keep(_elsewhere(talk, seen))
            talk.close_question("advised")
            give_advice(talk)


def names_what_it_must_be(talk: Talk) -> bool:
    """ "Nee, Slim verspanen", "niet te ver van Haarlem": no other line, but one that this fits."""
    wishes = {m.kind for m in talk.heard if not m.negated} & {*GOAL, "place", "daypart", "attendance"}
    return bool(wishes) and not talk.text.startswith("/") and not ELSE.search(talk.text)


def _elsewhere(talk: Talk, seen: list[str]) -> Profile:
    """The profile without the lines that were seen; of a line that was named, its direction stays."""
    profile = talk.profile
    ways = [talk.catalogue.lines[line].transition for line in profile.lines]
    way = profile.transition or next((way for way in ways if way), None)
    return profile.model_copy(update={"not_lines": tuple(seen), "lines": (), "transition": way})


class ShowLine(NavigatorAction):
    """Shows a line: its goal, for whom, and its stations."""

    called = "action_show_line"
    also = ("show_line",)
    aside = True

    def answer(self, talk: Talk) -> None:
        if talk.open_question == "enrol_what" and not talk.is_pressed:
            Enrol().answer(talk)
            return
        id = talk.named("line") or talk.slot("line")
        if not id:
            choices = [button(x.name, "show_line", line=x.id) for x in talk.catalogue.lines.values()]
            talk.say("utter_which_line", buttons=choices)
            return
        line = talk.catalogue.line(id)
        talk.set(line=line.id, station=None)
        if talk.open_question != "offering":
            talk.set(shown=None)
        if not is_answered(talk.profile, Question.GOAL):
            talk.keep(talk.profile.model_copy(update={"lines": (line.id,)}))
            if talk.slot("topic") in ("none", "advice"):
                talk.close_question("advised")
        group = talk.catalogue.target_groups[line.target_group]
        talk.say(
            "utter_line",
            line=line.name,
            goal=line.goal,
            group=group.name.lower(),
            stations=len(line.stations),
            hours=say_number(talk.catalogue.line_hours(line)),
            buttons=[] if talk.open_question else advised_buttons(line.id),
            card=line_card(talk.catalogue, line),
        )
