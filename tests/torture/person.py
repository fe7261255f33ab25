"""Somebody who wants a seat on one of a few offerings, and sometimes leaves it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from knowledge.clock import utc_now
from knowledge.vocabulary import EnrolmentState
from tests.evaluate.people.reading import Answer
from tests.torture.line import Line, Message, Stuck

HELLO = ("hoi", "goedemiddag", "hallo")
FIRST = ("Anouk", "Bram", "Carla", "Daan", "Esra", "Fatima", "Gijs", "Hanneke", "Ibrahim", "Joost", "Karin", "Lars")
LAST = ("Bakker", "de Boer", "Dekker", "Hendriks", "Jansen", "Kuipers", "Meijer", "van Dijk", "Visser", "Willems")
DOMAIN = "bedrijf.example"
LEAVES = 0.2
"""The part of the people that leaves again what they got."""

MOST_TURNS = 30
MINE = "mijn inschrijvingen"
HAS = (EnrolmentState.ENROLLED, EnrolmentState.WAITING, EnrolmentState.OFFERED)


@dataclass(frozen=True)
class Person:
    """Who talks: ``name`` is what their address begins with, ``line`` the name of the line that they want."""

    number: int
    line: str
    full_name: str
    leaves: bool

    @property
    def name(self) -> str:
        return f"prater-{self.number}"

    @property
    def email(self) -> str:
        return f"{self.name}@{DOMAIN}"


def draw_people(count: int, lines: Sequence[str], seed: int) -> list[Person]:
    """So many people, the same for the same seed."""
    draw = Random(seed)
    names = [f"{draw.choice(FIRST)} {draw.choice(LAST)}" for _ in range(count)]
    return [Person(n, draw.choice(lines), name, draw.random() < LEAVES) for n, name in enumerate(names)]


class Talker:
    """The course of one talk: each answer is read, and what it asks is answered."""

    def __init__(self, who: Person, line: Line, draw: Random) -> None:
        self._who, self._line, self._draw = who, line, draw
        self._seat: str | None = None
        self._lost = 0
        self._asked_at: datetime = utc_now()

    def talk(self) -> str:
        """Talks until it is over; says how. Raises Stuck."""
        answer = self._send({"text": self._draw.choice(HELLO)})
        answer = self._send(self._wish())
        while not (over := self._is_over(answer)):
            if self._line.talked.turns >= MOST_TURNS:
                raise Stuck(f"after {MOST_TURNS} turns: {answer.text}")
            answer = self._send(self._next(answer))
        return over

    def _send(self, message: Message) -> Answer:
        self._asked_at = utc_now()
        return self._line.send(message)

    def _wish(self) -> Message:
        return {"text": f"schrijf me in voor de lijn {self._who.line}"}

    def _is_over(self, answer: Answer) -> str:
        """``left`` for who gave up what they got, else the state of what they got; empty while it goes on."""
        held = [card for card in answer.cards_of("offering") if card["state"] in HAS]
        self._seat = str(held[0]["id"]) if held else self._seat
        if not self._who.leaves:
            return str(held[0]["state"]) if held else ""
        if self._seat and answer.says("utter_cancelled"):
            self._line.tell(self._seat, EnrolmentState.CANCELLED, self._asked_at)
            return "left"
        return "left" if self._seat and answer.says("utter_no_enrolments") else ""

    def _next(self, answer: Answer) -> Message:
        if self._seat:
            return self._leave(answer)
        step = self._steps().get(answer.question or "", self._choose_below)
        if message := step(answer):
            self._lost = 0
            return message
        self._lost += 1
        return {"text": MINE} if self._lost % 2 else self._wish()

    def _steps(self) -> dict[str, Callable[[Answer], Message | None]]:
        return {
            "offering": self._pick,
            "consent": self._yes,
            "confirm": self._yes,
            "email": lambda _: {"text": self._who.email},
            "name": lambda _: {"text": self._who.full_name},
        }

    def _choose_below(self, answer: Answer) -> Message | None:
        """What was asked twice is not asked again: only its buttons come."""
        if answer.says("utter_still_open"):
            return self._yes(answer) if any(title.startswith("Ja") for title in answer.buttons) else self._pick(answer)
        return None

    def _pick(self, answer: Answer) -> Message | None:
        """One of the dates, whether it is full or not."""
        count = min(len(answer.cards_of("offering")), len(answer.buttons))
        return {"button": list(answer.buttons.values())[self._draw.randrange(count)]} if count else None

    def _yes(self, answer: Answer) -> Message:
        pressed = next((token for title, token in answer.buttons.items() if title.startswith("Ja")), None)
        return {"button": pressed} if pressed else {"text": "ja"}

    def _leave(self, answer: Answer) -> Message:
        if answer.question == "cancel":
            return self._yes(answer)
        if answer.says("utter_cancel_which") and answer.buttons:
            return {"button": next(iter(answer.buttons.values()))}
        self._lost += 1
        return {"text": "meld me maar weer af"} if self._lost % 2 else {"text": MINE}
