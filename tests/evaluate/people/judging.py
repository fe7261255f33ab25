"""What came of one conversation: counted turn by turn, and whether it was what the person came for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel

from tests.evaluate.people.reading import ADVICE_QUESTIONS, NOT_UNDERSTOOD, SEATED, Answer

BEGINS_ANEW = (*SEATED, "utter_enrol_dropped", "utter_restart")
"""After these, questions about a seat are about another attempt, and count anew."""


class Exchange(BaseModel):
    """One turn: what was typed or (between backticks) pressed, and all that was answered."""

    person: str
    meant: str
    navigator: str
    said: list[str]
    buttons: list[str]
    line: str | None


class Counted(BaseModel):
    """What was counted in one conversation."""

    turns: int
    advice_questions: int
    seat_questions: int
    most_same: int
    most_same_question: str
    not_understood: int
    dead_ends: int


def count(answers: Sequence[Answer], *, over: bool = False) -> Counted:
    """Counts over the answers of one conversation, in order; ``over`` when the last one was all somebody wanted."""
    asked = [question for answer in answers for question in answer.questions]
    same = most_same(answers)
    on_the_way = answers[:-1] if over else answers
    return Counted(
        turns=len(answers),
        advice_questions=sum(question in ADVICE_QUESTIONS for question in asked),
        seat_questions=sum(question not in ADVICE_QUESTIONS for question in asked),
        most_same=same[1],
        most_same_question=same[0],
        not_understood=sum(answer.says(*NOT_UNDERSTOOD) for answer in answers),
        dead_ends=sum(not answer.has_a_way_on for answer in on_the_way if not answer.says(*SEATED)),
    )


def most_same(answers: Sequence[Answer]) -> tuple[str, int]:
    """The question that came most often, and how often; a new attempt at a seat counts anew."""
    times: Counter[str] = Counter()
    most = ("", 0)
    for answer in answers:
        for question in answer.questions:
            times[question] += 1
            most = max(most, (question, times[question]), key=lambda one: one[1])
        if answer.says(*BEGINS_ANEW):
            times = Counter({question: n for question, n in times.items() if question in ADVICE_QUESTIONS})
    return most


class Told(Counted):
    """One whole conversation.

    Attributes:
        right: the lines that would be right.
        line: the line that somebody took, else the last one they were advised, else the module they got.
        straight: whether they got a seat on a module of a right line that teaches what they want, without any advice.
        over: why it ended: ``seat``, or what went wrong.
        seat: the state of the first seat in the database, or None.
        seat_shown: whether it was among "mijn inschrijvingen".
        wrong_turns: wrong lines that were advised to somebody who had told nothing wrong, and questions about
            something else altogether.
        way_on: whether the last answer to somebody without a seat still had a way on.
    """

    number: int
    talks: str
    typos: str
    willing: str
    presses: bool
    wants: str
    right: list[str]
    line: str | None
    straight: bool
    over: str
    seat: str | None
    seat_shown: bool
    wrong_turns: int
    way_on: bool
    seconds: float
    transcript: list[Exchange]

    @property
    def is_right(self) -> bool:
        """Whether it ended with a right line."""
        return self.straight or self.line in self.right

    @property
    def faults(self) -> list[str]:
        """What was not as it should be, in words; empty when all was well."""
        found = {
            f"wrong line ({self.line})": not self.is_right,
            f"no seat ({self.over})": self.seat is None,
            "seat not shown": self.seat is not None and not self.seat_shown,
            f"{self.most_same_question} asked {self.most_same} times": self.most_same >= 3,
            "ended without a way on": not self.way_on,
        }
        return [fault for fault, is_so in found.items() if is_so]
