"""The report card of the conversations: totals, medians, shares, and by kind of person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from pydantic import BaseModel

from tests.evaluate.people.dutiful import Dutiful
from tests.evaluate.people.hearing import Misheard, by_kind, misheard
from tests.evaluate.people.judging import Told

RIGHT_AT_LEAST = 0.95
QUESTIONS_AT_MOST = 3.0


class Group(BaseModel):
    """What came of some conversations: shares from 0 to 1, medians, and counts."""

    people: int
    right: float
    no_wrong_turn: float
    seat: float
    advice_questions: float
    turns: float
    not_understood: float
    misheard: float
    wrong_turns: int
    dead_ends: int
    asked_thrice: int
    no_way_on: int


class Comparison(BaseModel):
    """The short way beside the dutiful one, for the same people."""

    people: int
    dutiful_right: float
    short_right: float
    same_line: float
    dutiful_questions: float
    short_questions: float


class PeopleReport(BaseModel):
    """What all conversations came to; ``failing`` holds the whole of each that was not as it should be.

    ``misheard_by_kind`` says of each kind of thing how often it was misheard, and how often it was typed.
    """

    seed: int
    seconds: float
    all: Group
    waiting: int
    straight: int
    by_talks: dict[str, Group]
    by_typos: dict[str, Group]
    by_willing: dict[str, Group]
    by_presses: dict[str, Group]
    faults: dict[str, int]
    misheard: list[Misheard]
    misheard_by_kind: dict[str, tuple[int, int]]
    repeated: dict[str, int]
    dutiful: Comparison | None
    dutiful_wrong: list[Dutiful]
    failing: list[Told]

    @property
    def goals(self) -> dict[str, bool]:
        """What was aimed at, and whether it was reached."""
        return {
            f"right line for at least {RIGHT_AT_LEAST:.0%}": self.all.right >= RIGHT_AT_LEAST,
            f"median of advice questions at most {QUESTIONS_AT_MOST:g}": self.all.advice_questions <= QUESTIONS_AT_MOST,
            "no question three times": self.all.asked_thrice == 0,
            "nobody left without a way on": self.all.no_way_on == 0,
        }


def report_on(told: Sequence[Told], dutiful: Sequence[Dutiful], *, seed: int, seconds: float) -> PeopleReport:
    """The report of these conversations. Raises StatisticsError when there are none."""
    wrong = [one for each in told for one in misheard(each)]
    return PeopleReport(
        seed=seed,
        seconds=round(seconds, 1),
        all=group(told),
        waiting=sum(one.seat == "waiting" for one in told),
        straight=sum(one.straight for one in told),
        by_talks=_by(told, "talks"),
        by_typos=_by(told, "typos"),
        by_willing=_by(told, "willing"),
        by_presses=_by(told, "presses"),
        faults=dict(Counter(_kind(fault) for one in told for fault in one.faults).most_common()),
        misheard=wrong,
        misheard_by_kind=by_kind(wrong, told),
        repeated=dict(Counter(one.most_same_question for one in told if one.most_same >= 3).most_common()),
        dutiful=_compare(told, dutiful) if dutiful else None,
        dutiful_wrong=[one for one in dutiful if one.line not in one.right],
        failing=[one for one in told if one.faults],
    )


def group(told: Sequence[Told]) -> Group:
    """What some conversations came to."""
    return Group(
        people=len(told),
        right=_share([one.is_right for one in told]),
        no_wrong_turn=_share([one.wrong_turns == 0 for one in told]),
        seat=_share([one.seat is not None for one in told]),
        advice_questions=median(one.advice_questions for one in told),
        turns=median(one.turns for one in told),
        not_understood=round(sum(one.not_understood for one in told) / sum(one.turns for one in told), 3),
        misheard=round(sum(len(misheard(one)) for one in told) / sum(one.turns for one in told), 3),
        wrong_turns=sum(one.wrong_turns for one in told),
        dead_ends=sum(one.dead_ends for one in told),
        asked_thrice=sum(one.most_same >= 3 for one in told),
        no_way_on=sum(not one.way_on for one in told),
    )


def _by(told: Sequence[Told], field: str) -> dict[str, Group]:
    values = dict.fromkeys(str(getattr(one, field)) for one in told)
    return {value: group([one for one in told if str(getattr(one, field)) == value]) for value in sorted(values)}


def _kind(fault: str) -> str:
    """A fault without what is only so in this conversation."""
    return fault if fault.startswith("no seat") else fault.split(" (")[0]


def _share(values: Sequence[bool]) -> float:
    return round(sum(values) / len(values), 3)


def _compare(told: Sequence[Told], dutiful: Sequence[Dutiful]) -> Comparison:
    short = {one.number: one for one in told}
    pairs = [(short[one.number], one) for one in dutiful]
    return Comparison(
        people=len(pairs),
        dutiful_right=_share([one.line in one.right for _, one in pairs]),
        short_right=_share([one.is_right for one, _ in pairs]),
        same_line=_share([one.line == other.line for one, other in pairs]),
        dutiful_questions=median(other.questions for _, other in pairs),
        short_questions=median(one.advice_questions for one, _ in pairs),
    )
