"""Whether a message is about an own case or learning question, and what it tells of it."""

from __future__ import annotations

import re

from actions.bringing import brought
from actions.own_words import Told, answered_words, own_words
from actions.seats import my_seats
from actions.talk import Talk

ELSEWHERE = ("enrol", "cancel", "delete", "restart", "company")
"""While the talk is about one of these, its question goes first."""

IS_TOLD = re.compile(
    r"\b(mijn|m'n|onze) (leervraag|eigen vraag|case|casus|klus) (is|wordt|gaat over)\b|^\W*(leervraag|case|casus)\s*:",
    re.IGNORECASE,
)
TAKES_BACK = re.compile(
    r"\b(haal|trek|wis|verwijder|gooi|schrap|weghalen|intrekken|verwijderen)\b.{0,50}?"
    r"\b(leervraag|eigen vraag|case|casus|klus|werkstuk)\b"
    r"|\b(leervraag|eigen vraag|case|casus|klus|werkstuk)\b.{0,30}?\b(weg(halen)?|intrekken|verwijderen|wissen)\b",
    re.IGNORECASE,
)
READS = re.compile(
    r"\b(trainer|docent|begeleider)\b (mag|moet|hoeft)\b.{0,25}?\b(lezen|zien|weten|krijgen|hebben)\b"
    r"|\b(mag|hoeft) (mijn |de |toch |dus )*(trainer|docent|begeleider)\b.{0,25}?\b(lezen|zien|weten|krijgen|hebben)\b"
    r"|\b(niet|wel|toch) (meer )?delen\b.{0,20}?\b(trainer|docent)\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(niet|geen|nooit|liever niet)\b", re.IGNORECASE)
NO_ANSWER = (
    *("affirm", "deny", "no_preference", "stop", "goodbye", "greet", "thank", "help", "restart", "human_handoff"),
    *("cancel_enrolment", "delete_data", "export_data", "my_enrolments", "what_do_you_know", "privacy_question"),
    *("set_reminders", "frustrated", "bot_challenge", "switch_language", "next_station", "waiting_list_position"),
)
"""Who means one of these doesn't tell what their case is about."""


def brings_something(talk: Talk) -> bool:
    """Own words that the model took for something else: an answer, a question of one's own, or its end."""
    if talk.slot("topic") in ELSEWHERE:
        return False
    if talk.open_question == "own_case" and talk.intent not in NO_ANSWER:
        aside = talk.text.rstrip().endswith("?") and talk.intent.startswith(("ask_", "explain_", "show_"))
        return not aside and answered_words(talk.text) is not None
    if IS_TOLD.search(talk.text):
        return own_words(talk.text) is not None and bool(my_seats(talk))
    if TAKES_BACK.search(talk.text) or READS.search(talk.text):
        return any(brought(seat.enrolment) for seat in my_seats(talk))
    return False


def told_in(talk: Talk) -> Told | None:
    if talk.text.startswith("/"):
        return None
    if TAKES_BACK.search(talk.text) or READS.search(talk.text):
        return None
    if talk.open_question == "own_case" and talk.intent not in NO_ANSWER:
        return answered_words(talk.text)
    return own_words(talk.text) if talk.intent not in NO_ANSWER or IS_TOLD.search(talk.text) else None
