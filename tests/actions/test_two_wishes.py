"""Several wishes in one message: all get an answer, in an order that reads well, and what erases is asked first."""

from __future__ import annotations

import pytest
import yaml

from actions.answering import ANSWERED
from tests.actions.rules import ROOT, action_for
from tests.actions.seats import enrol_jan, enrolled
from tests.actions.stage import ACTIONS, Stage


def test_the_price_is_told_and_the_question_that_stays_open_comes_last(stage: Stage) -> None:
    stage.say_both(("schrijf me in voor cyber security", "enrol"), ("wat kost het", "ask_cost"))
    assert stage.answer.responses == ["utter_cost_line", "utter_ask_offering"]
    assert len(stage.answer.titles) == 4
    assert stage.open_question == "offering"


def test_it_does_not_matter_which_of_both_the_model_took_for_the_main_one(stage: Stage) -> None:
    stage.say_both(("wat kost het", "ask_cost"), ("schrijf me in voor cyber security", "enrol"))
    assert stage.acted == "action_cost"
    assert stage.answer.responses[-1] == "utter_ask_offering"
    assert "utter_cost" in " ".join(stage.answer.responses)


def test_what_is_told_beside_a_question_is_heard_and_the_talk_goes_on(stage: Stage) -> None:
    stage.say_both(("wat is een nanomodule eigenlijk", "explain_concept"), ("ik ben lasser", "inform"))
    assert stage.slots["role"] == "lasser"
    assert stage.answer.responses[0] == "utter_explain_nanomodule"
    assert stage.answer.questions == ["utter_ask_goal"]


def test_two_questions_get_two_answers_and_then_the_open_one_returns(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.say_both(("wat is een station", "explain_concept"), ("wie ziet dit", "privacy_question"))
    assert stage.answer.responses == ["utter_explain_station", "utter_privacy_question", "utter_ask_goal_again"]


def test_what_the_first_names_the_second_is_about_too(stage: Stage) -> None:
    stage.say_both(("wat kost smart maintenance", "ask_cost"), ("hoe lang duurt het", "ask_duration"))
    assert stage.answer.responses == ["utter_cost_line", "utter_duration_line"]


def test_a_question_about_a_line_that_is_not_there_yet_waits_for_it(stage: Stage) -> None:
    stage.say_both(("ik wil iets leren", "find_line"), ("wat kost dat", "ask_cost"))
    assert stage.answer.responses == ["utter_later", "utter_ask_goal"]
    for _ in range(8):
        if stage.answer.cards_of("line"):
            break
        stage.say("maakt niet uit", "no_preference")
    assert stage.answer.responses[-2:] == ["utter_next_wish", "utter_cost_line"]
    assert stage.slots["waiting"] is None


def test_of_two_orders_the_second_is_taken_up_when_the_first_is_done_and_both_are_asked(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.say_both(("haal me van de lijst", "cancel_enrolment"), ("wis mijn gegevens", "delete_data"))
    assert stage.answer.responses == ["utter_later", "utter_ask_cancel"]
    assert enrolled(stage) == {offering: "enrolled"}
    stage.press("Ja")
    assert stage.answer.responses == ["utter_cancelled", "utter_next_wish", "utter_ask_delete"]
    assert enrolled(stage) == {offering: "cancelled"}
    stage.press("Ja")
    assert stage.answer.responses == ["utter_deleted"]


def test_who_stops_is_not_reminded_of_what_waited(stage: Stage) -> None:
    enrol_jan(stage)
    stage.say_both(("haal me van de lijst", "cancel_enrolment"), ("wis mijn gegevens", "delete_data"))
    stage.say("laat maar, ik stop", "stop")
    assert stage.slots["waiting"] is None


def test_a_yes_and_a_question_are_both_heard(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.press(stage.answer.titles[0])
    stage.say_both(("ja graag", "affirm"), ("wat kost het", "ask_cost"))
    assert stage.answer.responses == ["utter_cost_chosen", "utter_ask_email"]
    assert stage.answer.door == {"expects": "email"}


def test_each_second_wish_is_answered_by_the_action_of_its_own_rule() -> None:
    assert {intent: ACTIONS[action_for(intent, "none")] for intent in ANSWERED} == ANSWERED


@pytest.mark.parametrize("kind", ["asks", "orders"])
def test_every_intent_that_can_be_a_second_wish_has_an_answer(kind: str) -> None:
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    (ours,) = [one for one in config["pipeline"] if one["name"].endswith("SeveralWishes")]
    assert set(ours[kind]) <= set(ANSWERED)
    asides = {intent for intent in ours[kind] if ANSWERED[intent].aside}
    assert asides == (set(ours[kind]) if kind == "asks" else {"human_handoff", "export_data"})


def test_whether_one_can_leave_later_is_no_leaving_and_the_seat_is_asked_on(stage: Stage) -> None:
    worry = ("als het niet doorgaat kan ik dan afzeggen", "cancel_enrolment")
    for both in ((worry, ("schrijf me in voor cyber security", "enrol")), (("schrijf me in", "enrol"), worry)):
        stage.say_both(*both)
        assert "utter_no_enrolments" not in stage.answer.responses
        assert stage.open_question == "offering"
