"""What counts as a question too often, a dead end, a right line and a talk without faults."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluate.people.judging import Told, count, most_same
from tests.evaluate.people.reading import Answer

WAY_ON = "En nu?"


def answers(*said: str, text: str = WAY_ON) -> list[Answer]:
    """Answers that hold one response each."""
    return [Answer(text=text, said=(f"utter_{name}",)) for name in said]


def test_questions_of_the_advice_and_of_a_seat_are_counted_apart() -> None:
    counted = count(answers("ask_goal", "ask_goal_again", "ask_role", "advice", "ask_consent", "enrolled"))
    assert counted.model_dump() == {
        "turns": 6,
        "advice_questions": 3,
        "seat_questions": 1,
        "most_same": 2,
        "most_same_question": "goal",
        "not_understood": 0,
        "dead_ends": 0,
    }


def test_the_same_question_counts_in_other_words_too() -> None:
    assert most_same(answers("ask_place", "ask_place_again", "ask_role", "ask_place_again")) == ("place", 3)


@pytest.mark.parametrize(("between", "times"), [("enrol_dropped", 2), ("enrolled", 2), ("help", 3)])
def test_another_attempt_at_a_seat_counts_anew(between: str, times: int) -> None:
    asked = answers("ask_consent", "ask_consent_again", between, "ask_consent")
    assert most_same(asked) == ("consent", times)


def test_a_question_about_oneself_does_not_count_anew() -> None:
    assert most_same(answers("ask_goal", "ask_goal_again", "enrol_dropped", "ask_goal")) == ("goal", 3)


def test_an_answer_without_a_way_on_is_a_dead_end_unless_all_is_done() -> None:
    stuck = Answer(text="Je staat nergens op een wachtlijst.", said=("utter_not_waiting",))
    assert count([stuck, *answers("help"), stuck]).dead_ends == 2
    assert count([stuck, *answers("help"), stuck], over=True).dead_ends == 1


def test_what_was_not_understood_is_counted() -> None:
    assert count(answers("not_understood", "did_you_mean", "help", "not_understood_again")).not_understood == 3


def told(**changed: Any) -> Told:
    """A talk in which all went well, but for what is changed."""
    well = count(answers("ask_goal", "advice", "enrolled"), over=True).model_dump()
    well |= {"number": 1, "talks": "words", "typos": "none", "willing": "answers", "presses": False, "wants": "{}"}
    well |= {"right": ["datalijn"], "line": "datalijn", "straight": False, "over": "seat", "seat": "enrolled"}
    well |= {"seat_shown": True, "wrong_turns": 0, "way_on": True, "seconds": 1.0, "transcript": []}
    return Told.model_validate(well | changed)


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, []),
        ({"line": "laslijn"}, ["wrong line (laslijn)"]),
        ({"line": None, "straight": True}, []),
        ({"seat": None, "over": "no advice"}, ["no seat (no advice)"]),
        ({"seat_shown": False}, ["seat not shown"]),
        ({"most_same": 3, "most_same_question": "place"}, ["place asked 3 times"]),
        ({"way_on": False}, ["ended without a way on"]),
    ],
)
def test_what_went_wrong_is_named(changed: dict[str, Any], faults: list[str]) -> None:
    assert told(**changed).faults == faults
