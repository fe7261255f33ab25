"""What somebody reads in an answer: which sentences of the domain it holds, its buttons and its cards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.vocabulary import Question

DOMAIN = Path(__file__).parents[3] / "domain.yml"
AGAIN = "_again"
ASK = "utter_ask_"

TELLING = 8
"""A sentence with fewer fixed letters than this, beside what is filled in, can't be told from others."""

ADVICE_QUESTIONS = frozenset(question.value for question in Question)
NOT_UNDERSTOOD = (
    "utter_not_understood",
    "utter_not_understood_again",
    "utter_not_understood_still",
    "utter_did_you_mean",
    "utter_answer_or_mean",
    "utter_not_known_here",
    "utter_no_yes_or_no",
)
"""What is said to somebody whose words meant nothing."""

WAITING = ("utter_still_open", "utter_question_waits")
"""What is said when a question stays open without being asked again."""

ADVICES = ("utter_advice", "utter_advice_other", "utter_advice_same")
SEATED = ("utter_enrolled", "utter_on_waiting_list")

_FILLED = re.compile(r"\{\w+\}")
_WAY_ON = re.compile(r"\?|\b(zeg|vraag|typ|kies|noem|vertel|mail|begin|probeer|kijk)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """One answer of the navigator, as it came and as it is read.

    Attributes:
        said: the names of the responses that it holds, in their order.
        buttons: title and token, in their order.
    """

    text: str
    said: tuple[str, ...]
    buttons: Mapping[str, str] = field(default_factory=dict)
    cards: tuple[Mapping[str, Any], ...] = ()

    @property
    def questions(self) -> list[str]:
        """What it asks, without the ``_again`` of other words."""
        return [name.removeprefix(ASK).removesuffix(AGAIN) for name in self.said if name.startswith(ASK)]

    @property
    def question(self) -> str | None:
        """What it asks last."""
        return self.questions[-1] if self.questions else None

    @property
    def line(self) -> str | None:
        """The line that it advises."""
        lines = [str(card["id"]) for card in self.cards if card["kind"] == "line"]
        return lines[-1] if lines and self.says(*ADVICES) else None

    def says(self, *names: str) -> bool:
        """Whether it holds one of these responses."""
        return any(name in self.said for name in names)

    def cards_of(self, kind: str) -> list[Mapping[str, Any]]:
        """The cards of a kind."""
        return [card for card in self.cards if card["kind"] == kind]

    @property
    def has_a_way_on(self) -> bool:
        """Whether it asks something, has a button, shows dates to pick from, or says what can be done next."""
        return bool(self.buttons) or bool(_WAY_ON.search(self.text)) or bool(self.cards_of("offering"))


def read_answer(messages: list[dict[str, Any]], sentences: Mapping[str, list[re.Pattern[str]]]) -> Answer:
    """An answer of ``POST /api/chat`` as somebody reads it."""
    text = "\n".join(message["text"] for message in messages)
    found: list[tuple[int, str]] = []
    for name, patterns in sentences.items():
        places = [match.start() for pattern in patterns if (match := pattern.search(text))]
        found += [(min(places), name)] if places else []
    return Answer(
        text=text,
        said=tuple(name for _, name in sorted(found)),
        buttons={b["title"]: b["token"] for message in messages for b in message["buttons"]},
        cards=tuple(card for message in messages for card in message["cards"]),
    )


@cache
def sentences_of(domain: Path = DOMAIN) -> dict[str, list[re.Pattern[str]]]:
    """Every response of the domain, each variant as a pattern in which what is filled in can be anything."""
    responses = yaml.safe_load(domain.read_text(encoding="utf-8"))["responses"]
    found = {
        name: [_pattern(v["text"]) for v in variants if _telling(v["text"])] for name, variants in responses.items()
    }
    return {name: patterns for name, patterns in found.items() if patterns}


def _telling(text: str) -> bool:
    return sum(letter.isalpha() for letter in _FILLED.sub("", text)) >= TELLING


def _pattern(text: str) -> re.Pattern[str]:
    parts = [r"\s+".join(re.escape(word) for word in re.split(r"\s+", part)) for part in _FILLED.split(text.strip())]
    return re.compile(".*?".join(parts), re.DOTALL)
