"""HR asks where to begin: three questions at most, in whatever order the answers come, and then a plan."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from tests.actions.stage import Stage

ANSWERS = {
    "transition": "wij willen minder storingen",
    "roles": "lassers en operators",
    "place": "in de buurt van Zwolle",
}


def plan(stage: Stage) -> Any:
    """The plan in the last answer."""
    (card,) = stage.answer.cards_of("company_plan")
    return card


@pytest.mark.parametrize("order", list(permutations(ANSWERS)), ids=" ".join)
def test_the_answers_may_come_in_any_order(stage: Stage, order: tuple[str, ...]) -> None:
    stage.say("waar begin ik met mijn mensen", "hr_where_to_start")
    asked = list(stage.answer.questions)
    for answer in order:
        stage.say(ANSWERS[answer], "inform")
        asked += stage.answer.questions
    found = plan(stage)
    assert (found.transition, found.region) == ("Smart Maintenance", "Zwolle")
    assert {start.role for start in found.starts} == {"Lasser", "Operator"}
    assert len(asked) == len(set(asked))


def test_all_at_once_is_asked_nothing(stage: Stage) -> None:
    said = "wij hebben 40 mensen in Zwolle, lassers en operators, en willen minder storingen: waar begin ik"
    stage.say(said, "hr_where_to_start")
    found = plan(stage)
    assert (found.transition, found.region, len(found.steps)) == ("Smart Maintenance", "Zwolle", 6)
    assert "40" in found.steps[0]


def test_who_does_not_know_gets_a_plan_all_the_same(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    for _ in ANSWERS:
        stage.say("weet ik nog niet", "no_preference")
    found = plan(stage)
    assert (found.transition, found.region, len(found.starts)) == ("nog open", "overal", 3)


def test_each_question_is_asked_twice_at_most(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    asked = list(stage.answer.questions)
    while not stage.answer.cards_of("company_plan"):
        assert len(asked) < 7
        stage.say("tja", "inform")
        asked += stage.answer.questions
    assert len(asked) == len(set(asked)) == 6


def test_a_side_question_is_answered_and_the_question_returns(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    stage.say("krijgen we subsidie", "hr_funding")
    assert stage.answer.responses == ["utter_hr_funding", "utter_ask_company_transition_again"]
    stage.press("Smart Maintenance")
    assert stage.slots["company"]["transition"] == "smart-maintenance"


def test_the_plan_can_be_corrected(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    for answer in ANSWERS.values():
        stage.say(answer, "inform")
    stage.say("niet de lassers, wel een teamleider", "change_answer")
    roles = stage.academy.catalogue.roles
    assert {start.role for start in plan(stage).starts} == {roles["operator"].name, roles["teamleider"].name}
    stage.say("en toch in Eindhoven", "change_answer")
    assert plan(stage).region == "Eindhoven"


def test_where_the_company_goes_is_heard_also_after_who_did_not_know(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    stage.say("weet ik nog niet", "no_preference")
    stage.say("lassers, die gaan met cobots werken", "inform")
    stage.say("bij Zwolle", "inform")
    assert plan(stage).transition == "Flexibel robotiseren"


def test_nothing_that_hr_says_is_taken_for_their_own_wish(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    for answer in ANSWERS.values():
        stage.say(answer, "inform")
    assert (stage.slots["role"], stage.slots["place"], stage.slots["transition"]) == (None, None, None)


def test_who_then_asks_for_themselves_gets_an_advice_of_their_own(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    stage.say("dit is voor mezelf", "inform")
    assert stage.slots["topic"] == "advice"
    assert stage.answer.questions == ["utter_ask_goal"]


@pytest.mark.parametrize("intent", ["hr_team_overview", "hr_invite", "hr_funding"])
def test_what_cannot_be_done_yet_is_said(stage: Stage, intent: str) -> None:
    stage.say("hoe zit dat", intent)
    assert stage.answer.responses == [f"utter_{intent}"]


def test_the_number_of_people_of_each_role_is_in_the_plan_and_can_be_corrected(stage: Stage) -> None:
    stage.say("ik ben hr manager, waar begin ik", "hr_where_to_start")
    stage.say("meer onderhoud", "nlu_fallback")
    assert stage.slots["company"]["transition"] == "smart-maintenance"
    stage.say("20 operators en 8 lassers", "inform")
    assert stage.slots["company"]["counts"] == {"operator": 20, "lasser": 8}
    text = stage.say("in Zwolle", "inform")
    assert "Operator (20 mensen)" in text
    assert "Lasser (8 mensen)" in text
    text = stage.say("nee toch geen lassers maar drie teamleiders", "change_answer")
    assert stage.slots["company"]["counts"] == {"operator": 20, "teamleider": 3}
    assert "Teamleider (3 mensen)" in text
