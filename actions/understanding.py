"""After each message, before any answer: what does it name, and what does that change?

Rasa says what is meant; which skill, role, place, line, day or duration a text names is found here over the live
catalogue, so that a new line is understood the minute it is loaded.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions.base import NavigatorAction
from actions.focus import NOT_OF_A_SEAT, only_names
from actions.replied import answer_to, turn_to, what_is_replied_to
from actions.talk import Talk
from actions.telling import FREE, refuses, tells_a_goal, told_with_a_no
from actions.whose import CLEARLY, FOR_ONESELF, asks_for_oneself
from actions.wishes import TELLS
from knowledge.advice.listening import does_not_mind, listen
from knowledge.advice.questions import is_answered
from knowledge.catalogue.snapshot import Catalogue
from knowledge.company import transition_about, transition_for
from knowledge.linking import Mention
from knowledge.vocabulary import Question

ABOUT_A_COMPANY = ("hr_where_to_start", "hr_team_overview", "hr_invite", "hr_funding")
SAYS_OF_ONESELF = (
    "give_contact",
    "find_line",
    "inform",
    "change_answer",
    "no_preference",
    "greet",
    "nlu_fallback",
    "browse_catalogue",
)
OWN_ROLE = re.compile(r"\b(ik ben|ben ik|hier de|als)\b", re.IGNORECASE)
ABOUT_A_SEAT = ("enrol", "cancel", "delete", "restart", "own_case")
WANTS = re.compile(r"\b(wil|wou|zou|wilde|willen|hoop|liever|graag)\b")
BECOMES_BEFORE = re.compile(
    r"(\bvan\b .*\bnaar|\b(doorgroeien|overstappen|omscholen|om te scholen|opleiden|groeien|switchen) (naar|tot)"
    r"|\bword\w* (graag |liever )?)\s*(de |een |tot )?$"
)
BECOMES_AFTER = re.compile(r"\s*(te |kunnen |gaan )?(worden|zijn)\b")
"""How somebody says which work they want to do."""

ABOUT_WORK = {"role", "towards", "skill", "transition", "line"}
ADDS = ("inform",)
ALSO = re.compile(r"\b(ook|daarnaast|allebei|en dan nog)\b", re.IGNORECASE)
"""Who says one of these wants something besides what they wanted before."""


class Understand(NavigatorAction):
    """Links the message to the catalogue and keeps what it says of the person, or of the company."""

    called = "action_validate_slot_mappings"
    speaks = False

    def reply(self, talk: Talk) -> None:
        """It only hears; the action after it answers."""
        self.answer(talk)

    def answer(self, talk: Talk) -> None:
        button = talk.text.startswith("/")  # what a person types never does
        mentions = pressed(talk) if button else talk.academy.linker.link(talk.text, talk.now)
        mentions = mentions if button else with_wished_roles(talk.text, mentions)
        talk.set(heard=[mention.as_json() for mention in mentions], noted=None)
        self._hear(talk, mentions)
        if (asked := what_is_replied_to(talk)) and not (button or answer_to(talk)):
            turn_to(talk, asked)
        for wish in (wish for wish in talk.others if wish.intent in TELLS):
            found = with_wished_roles(wish.text, talk.academy.linker.link(wish.text, talk.now))
            self._hear(talk.about(wish, found), found)
            if talk.slot("topic") == "none" and {mention.kind for mention in found} & ABOUT_WORK:
                talk.close_question("advice")

    def _hear(self, talk: Talk, mentions: list[Mention]) -> None:
        if talk.intent != "nlu_fallback":
            talk.set(misunderstood=None)
        company_asked = talk.intent in ABOUT_A_COMPANY and not asks_for_oneself(talk)
        if for_oneself_after_all(talk):
            talk.set(company=None)
            talk.close_question("advice")
            hear_person(talk, mentions)
        elif talk.is_pressed and talk.intent.startswith("show_") and talk.slot("topic") == "company":
            return  # a link or a button to look at something tells nothing of the company
        elif company_asked or talk.slot("topic") == "company":
            mentions = without_own_role(talk, mentions)
            corrects = talk.intent in ("change_answer", "find_line", "ask_alternatives")
            company = hear_company(talk.catalogue, talk.slot("company") or {}, mentions, corrects=corrects)
            asked = talk.open_question == "company_transition" or talk.intent == "change_answer"
            if asked and not {m.kind for m in mentions} and (way := transition_about(talk.catalogue, talk.text)):
                company |= {"transition": way}
            talk.set(company=company)
        elif refuses(talk) and talk.slot("topic") != "advice":
            hear_person(talk, told_with_a_no(talk, mentions))
        elif speaks_of_oneself(talk):
            hear_person(talk, mentions)


def for_oneself_after_all(talk: Talk) -> bool:
    """Who was asked about a company, or is taken to ask for one, and says that it is for themselves."""
    clearly = talk.intent in ABOUT_A_COMPANY and talk.slot("topic") in FREE and CLEARLY.search(talk.text)
    own_wish = talk.slot("topic") == "company" and talk.text == "/find_line"  # "zoek een lijn voor mij"
    return bool(own_wish or clearly or (talk.slot("topic") == "company" and FOR_ONESELF.search(talk.text)))


def speaks_of_oneself(talk: Talk) -> bool:
    """Whether what is named tells of the person: not while a seat is chosen ("die van dinsdag")."""
    if tells_a_goal(talk) or asks_for_oneself(talk):
        return True
    if talk.slot("topic") in ABOUT_A_SEAT:
        about = {mention.kind for mention in talk.heard}
        return talk.intent in ("find_line", "change_answer") or (talk.intent == "inform" and about <= NOT_OF_A_SEAT)
    return talk.intent in SAYS_OF_ONESELF or talk.slot("topic") == "advice" or only_names(talk)


def pressed(talk: Talk) -> list[Mention]:
    """What a button carried: entities that came with a payload and not out of a text."""
    return [
        Mention(entity["entity"], entity["value"], "", 0, 0)
        for entity in talk.tracker.latest_message.get("entities") or []
        if entity.get("value") is not None
    ]


def hear_person(talk: Talk, mentions: list[Mention]) -> None:
    """Keeps what was said of oneself; "maakt niet uit" answers the open question."""
    profile = talk.profile
    question = next((q for q in Question if q.value == talk.open_question), None)
    adds = talk.intent in ADDS or bool(ALSO.search(talk.text))
    heard = listen(profile, mentions, open_question=question, adds=adds)
    if heard == profile and question and talk.intent in ("no_preference", "deny"):
        heard = does_not_mind(profile, question)
    if heard != profile:
        talk.keep(heard)
    if question and is_answered(heard, question):
        talk.close_question("advice")


def with_wished_roles(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "Van operator naar monteur", "ik wil monteur worden": that role is the one they want to have."""
    found = []
    for one in mentions:
        if one.kind == "role" and not one.negated and one.end:
            before, after = text[: one.start].lower(), text[one.end :].lower()
            if BECOMES_BEFORE.search(before) or (WANTS.search(before) and BECOMES_AFTER.match(after)):
                found.append(replace(one, kind="towards"))
                continue
        found.append(one)
    return found


def without_own_role(talk: Talk, mentions: list[Mention]) -> list[Mention]:
    """ "Ik ben HR-manager, waar begin ik?" says who asks, not who has to learn."""
    if talk.open_question == "company_roles" or not OWN_ROLE.search(talk.text):
        return mentions
    first = next((m for m in mentions if m.kind == "role"), None)
    return [m for m in mentions if m is not first]


def hear_company(
    catalogue: Catalogue, company: dict[str, Any], mentions: list[Mention], *, corrects: bool = False
) -> dict[str, Any]:
    """What was said of a company: where it wants to go, which roles, where it is, how many people.

    Roles add up, and go when they are ruled out ("niet de verspaners"). A line or skill tells where the company
    wants to go when that is not known yet, or when something is corrected.
    """
    said: dict[str, list[Any]] = {}
    for mention in mentions:
        said.setdefault("no " * mention.negated + mention.kind, []).append(mention.value)
    heard = dict(company)
    had = heard.get("roles") if isinstance(heard.get("roles"), list) else []
    roles = [
        role for role in dict.fromkeys([*(had or []), *said.get("role", [])]) if role not in said.get("no role", [])
    ]
    if roles:
        heard["roles"] = roles
    counts = {**(heard.get("counts") or {}), **people_per_role(mentions)}
    if counts:
        heard["counts"] = {role: count for role, count in counts.items() if role in (heard.get("roles") or [])}
    counted = set(people_per_role(mentions).values())
    if whole := [count for count in said.get("headcount", []) if count not in counted]:
        heard["people"] = whole[-1]
    for kind, field in (("transition", "transition"), ("place", "place")):
        if kind in said:
            heard[field] = said[kind][-1]
    if "transition" not in said and (corrects or heard.get("transition") in (None, "open")):
        way = transition_for(catalogue, lines=said.get("line", []), skills=said.get("skill", []))
        heard |= {"transition": way} if way else {}
    return heard


def people_per_role(mentions: list[Mention]) -> dict[str, int]:
    """How many people of each role, where a number stands right before it: "20 operators en 8 lassers"."""
    counts: dict[str, int] = {}
    for role in (mention for mention in mentions if mention.kind == "role" and not mention.negated):
        for number in mentions:
            near = role.start - number.end <= len(" ervaren ") and number.start < role.start <= role.end
            joined = number.kind == "headcount" and number.start < role.start < number.end
            if number.kind in ("headcount", "number") and (joined or (number.end <= role.start and near)):
                counts[str(role.value)] = int(float(str(number.value)))
    return counts
