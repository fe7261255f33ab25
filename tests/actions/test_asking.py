"""What is asked on the way to an advice: one thing at a time, twice at most, in other words, with buttons."""

from __future__ import annotations

import pytest

from knowledge.advice.profile import Profile
from knowledge.vocabulary import Question
from tests.actions.domain import domain
from tests.actions.stage import Stage

ANYTHING = "maakt niet uit"


def profile_of(stage: Stage) -> Profile:
    """What the talk remembers of the person."""
    kept = {name: stage.slots[name] for name in Profile.model_fields}
    return Profile.model_validate({name: value for name, value in kept.items() if value is not None})


def test_one_question_is_asked_at_a_time_and_what_was_heard_is_said(stage: Stage) -> None:
    stage.say("ik ben lasser", "find_line")
    assert stage.answer.responses == ["utter_noted", "utter_ask_goal"]
    assert "lasser" in stage.answer.texts[0]
    assert stage.answer.titles[-1] == "Maakt niet uit"


def test_a_question_is_asked_twice_at_most_in_other_words_and_then_the_talk_moves_on(stage: Stage) -> None:
    asked: list[str] = []
    stage.say("ik zoek een cursus", "find_line")
    while not stage.answer.cards_of("line"):
        asked += stage.answer.questions
        assert len(asked) < 2 * len(Question) + 1
        stage.say("tja", "inform")
    assert len(asked) == len(set(asked))
    assert asked[:2] == ["utter_ask_goal", "utter_ask_goal_again"]


@pytest.mark.parametrize("question", list(Question))
def test_the_second_time_a_question_has_other_words(question: Question) -> None:
    first, again = (domain()["responses"][f"utter_ask_{question.value}{more}"] for more in ("", "_again"))
    assert {variant["text"] for variant in first} & {variant["text"] for variant in again} == set()


@pytest.mark.parametrize("intent", ["no_preference", "deny"])
def test_maakt_niet_uit_is_an_answer(stage: Stage, intent: str) -> None:
    stage.say("ik zoek een cursus", "find_line")
    asked = stage.answer.questions
    while not stage.answer.cards_of("line"):
        assert len(asked) <= len(Question)
        stage.say(ANYTHING, intent)
        asked += stage.answer.questions
    assert len(asked) == len(set(asked))
    assert not [name for name in asked if name.endswith("_again")]
    assert stage.slots["no_preference"][0] == "goal"


def test_a_button_answers_as_well_as_words(stage: Stage) -> None:
    stage.say("ik ben lasser", "find_line")
    stage.press("Slim verspanen")
    assert stage.slots["lines"] == ["slim-verspanen"]


def test_every_question_has_buttons_that_answer_it(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    pressed = []
    while not stage.answer.cards_of("line"):
        pressed.append(stage.open_question)
        stage.press(stage.answer.titles[0])
    assert pressed[0] == "goal"
    assert len(pressed) == len(set(pressed))


def test_a_side_question_is_answered_and_the_open_question_returns_in_other_words(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.say("wat is een nanomodule", "explain_concept")
    assert stage.answer.responses == ["utter_explain_nanomodule", "utter_ask_goal_again"]
    stage.say("en wat is een fieldlab", "explain_concept")
    assert stage.answer.responses == ["utter_explain_vervolgaanbod", "utter_still_open"]
    assert stage.answer.titles[-1] == "Maakt niet uit"
    assert (stage.slots["topic"], stage.open_question) == ("advice", "goal")


def test_a_side_question_that_answers_the_open_one_lets_the_talk_go_on(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.say("wat kost de lijn cyber security", "ask_cost")
    assert stage.answer.responses[0] == "utter_cost_line"
    assert "utter_ask_goal_again" not in stage.answer.responses
    assert profile_of(stage).lines == ("cyber-security",)
