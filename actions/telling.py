"""What somebody tells of what they want while the model takes the message for something beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actions.advising import advise_or_ask
from actions.answering import Answering
from actions.detours import instead
from actions.talk import Talk
from knowledge.linking import Mention

GOAL = {"role", "towards", "skill", "line", "transition"}
"""What an advice can be about."""

BESIDE = ("out_of_scope", "help", "smalltalk", "bot_challenge", "switch_language", "goodbye")
DOUBTFUL = (
    "frustrated",
    "privacy_question",
    "own_case",
    "set_reminders",
    "show_passport",
    "show_progress",
    "give_feedback",
)
"""These answer what was said only when that is sure."""

NEEDS_A_LINE = ("ask_why", "show_skill_gap", "show_path", "enrol", "own_case")
"""What has no answer as long as there is no line."""

SAYS_SO_ITSELF = ("enrol", "own_case")
"""Of the others of these somebody can ask with a goal in it: "wat mis ik nog om teamleider te worden"."""

SURE = 0.6
FREE = ("none", "advice", "advised")
"""While the talk is about one of these, no seat is being chosen."""

LEARNS = re.compile(
    r"\b(wil|wou|wilde|zou|moet|hoop|graag|zoek|leer|leren|cursus\w*|training\w*|opleiding\w*|les|lessen|lijn|iets)\b"
    r"|\b(help\w* (met|bij)|beter in|weten (van|over)|weinig van|benieuwd naar|gaat mij om)\b",
    re.IGNORECASE,
)
"""Who wants to learn something says so with one of these; "verkopen jullie cobots" doesn't."""

WANTS_MORE = re.compile(
    r"\b(weinig van|meer (van|over)|benieuwd naar|gaat mij om|beter in|verdiepen in)\b", re.IGNORECASE
)
PRACTICAL = re.compile(r"^\W*(wanneer|waar|wie|hoeveel)\b", re.IGNORECASE)
OTHER_BUSINESS = re.compile(
    r"\b(vacature\w*|baan|kopen|verkop\w*|repar\w*|wachtwoord|sturen|verdien\w*|hypotheek)\b", re.I
)
BRINGS_IN = re.compile(
    r"\b(case|casus|klus|leervraag|opdracht|praktijkgeval|vraagstuk|mee|project|probleem|onze?|eigen|mijn vraag)\b"
    r"|\b(inbreng\w*|meeneem\w*|meenemen|voorleggen)\b",
    re.IGNORECASE,
)
ASKS = re.compile(r"^\W*(wat|welke?|waarom|hoe|hoeveel|waar|wanneer|wie|is|zijn)\b|\?\s*$", re.IGNORECASE)

ELSE = re.compile(
    r"\banders?\b|\bandere?\b|\balternatie\w*|\bnog (meer|een|wat|iets)\b|\bverder\b|\bniet dez?e\b", re.IGNORECASE
)
"""Who says one of these wants another line, whatever else they name."""


def tells_a_goal(talk: Talk) -> bool:
    """A goal in plain words that the model took for something beside it; no seat is being chosen."""
    kinds = {mention.kind for mention in talk.heard if not mention.negated}
    if not kinds & GOAL or talk.text.startswith("/"):
        return False
    if talk.open_question == "enrol_what":
        return not kinds & {"line", "module"} and talk.intent in (*BESIDE, *DOUBTFUL, *NEEDS_A_LINE, "inform")
    return talk.slot("topic") in FREE and (_is_beside(talk) or _has_no_line(talk, kinds))


def _is_beside(talk: Talk) -> bool:
    if talk.intent == "own_case" and BRINGS_IN.search(talk.text):
        return False
    if talk.intent in DOUBTFUL:
        return talk.confidence < SURE or talk.intent == "own_case"
    learns = LEARNS.search(talk.text) and not (OTHER_BUSINESS.search(talk.text) or PRACTICAL.search(talk.text))
    return talk.intent in BESIDE and bool(learns)


def _has_no_line(talk: Talk, kinds: set[str]) -> bool:
    """Something is asked that a line is needed for, and all that is named is what somebody wants."""
    asks = ASKS.search(talk.text) and not (talk.intent == "enrol" and LEARNS.search(talk.text))
    return (
        talk.intent in NEEDS_A_LINE
        and not talk.slot("line")
        and not kinds & {"line", "module", "offering", "path", "whole_line"}
        and not asks
        and (talk.intent in SAYS_SO_ITSELF or talk.confidence < SURE or WANTS_MORE.search(talk.text) is not None)
        and not (talk.intent == "own_case" and BRINGS_IN.search(talk.text))
    )


@instead(tells_a_goal)
class TellsAGoal(Answering):
    """What was told was kept (``actions/understanding.py``); the advice goes on with it."""

    def answer(self, talk: Talk) -> None:
        if talk.open_question == "enrol_what":
            talk.close_question("advice")
        advise_or_ask(talk)


def refuses(talk: Talk) -> bool:
    """A no to an advice, or the wish for another one."""
    return talk.slot("topic") in FREE and talk.intent in ("deny", "ask_alternatives") and not talk.text.startswith("/")


def told_with_a_no(talk: Talk, mentions: Iterable[Mention]) -> list[Mention]:
    """What counts of a refusal: "nee, Slim verspanen" says what it must be, "iets anders dan lassen" doesn't."""
    other = ELSE.search(talk.text)
    return [one for one in mentions if one.negated or not (other and one.kind in GOAL)]
