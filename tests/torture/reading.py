"""What somebody needs to read in an answer: what it asks, what it says of their seat, and whether it is an answer."""

from __future__ import annotations

from functools import cache
from typing import Any

from bot import sentences
from tests.evaluate.people.reading import ASK, Answer, read_answer, sentences_of

ASKED = ("offering", "consent", "confirm", "email", "name", "cancel")
SAID = (
    *("utter_enrolled", "utter_on_waiting_list", "utter_cancelled"),
    *("utter_no_enrolments", "utter_cancel_which", "utter_still_open"),
)
BROKEN = "utter_apology"
"""An action broke. The same message would get the same answer, so a person sends another."""

SORRY = (
    *(sentences.NOT_PROCESSED, sentences.OUTCOME_UNKNOWN, sentences.NO_ANSWER),
    *(sentences.STILL_BUSY, sentences.BUTTONS_LOST, sentences.SOMETHING_BROKE),
)
"""What the front door says by itself; the same message may be sent again."""


def read(messages: list[dict[str, Any]]) -> Answer:
    """An answer as somebody reads it who only looks for what matters here."""
    return read_answer(messages, _worth_reading())


def is_sorry(messages: list[dict[str, Any]]) -> bool:
    """Whether it is no answer but an apology of the front door."""
    return any(message["text"] in SORRY for message in messages)


@cache
def _worth_reading() -> dict[str, Any]:
    names = [f"{ASK}{question}{again}" for question in ASKED for again in ("", "_again")]
    return {name: sentences_of()[name] for name in (*names, *SAID, BROKEN)}
