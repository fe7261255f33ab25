"""What somebody wants is heard in plain words, also when the message is taken for something else."""

from __future__ import annotations

import pytest

from tests.actions.seats import choose_cyber
from tests.actions.stage import Stage


@pytest.mark.parametrize(
    ("words", "intent", "goal"),
    [
        ("ik wil graag freesbanen maken in cam", "out_of_scope", "cam-programmeren"),
        ("ik wil meer weten van ot-security", "enrol", "ot-security"),
        ("een businesscase, daar wil ik beter in worden", "own_case", "businesscase"),
        ("kun je me helpen met energie besparen", "help", "energie-besparen"),
        ("ik weet nog te weinig van sensortechniek", "show_skill_gap", "sensoren"),
        ("ik zou graag iets met cobots doen", "smalltalk", "cobots-programmeren"),
    ],
)
def test_a_goal_is_kept_and_the_talk_goes_on_to_an_advice(stage: Stage, words: str, intent: str, goal: str) -> None:
    stage.say(words, intent)
    assert stage.slots["goals"] == [goal]
    assert stage.slots["topic"] in ("advice", "advised")
    assert {"utter_advice"} & set(stage.answer.responses) or stage.answer.questions


def test_a_goal_gets_out_of_the_question_what_to_enrol_for(stage: Stage) -> None:
    stage.say("schrijf me in", "enrol")
    assert stage.open_question == "enrol_what"
    stage.say("ik wil iets met ot-security", "inform")
    assert stage.slots["goals"] == ["ot-security"]
    assert stage.slots["topic"] in ("advice", "advised")


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("verkopen jullie ook cobots", "out_of_scope"),
        ("wat verdient een lasser", "out_of_scope"),
        ("ik zoek een baan als lasser", "out_of_scope"),
        ("ik wil onze lasrobot inbrengen als case", "own_case"),
        ("wie ziet of ik iets met cyber security doe", "privacy_question"),
    ],
)
def test_what_is_no_wish_to_learn_is_answered_as_what_it_is(stage: Stage, words: str, intent: str) -> None:
    stage.say(words, intent)
    assert stage.answer.responses == ["utter_own_case_no_seat" if intent == "own_case" else f"utter_{intent}"]
    assert (stage.slots["goals"], stage.slots["role"]) == (None, None)


def test_while_a_seat_is_chosen_no_goal_comes_in_its_place(stage: Stage) -> None:
    offering = choose_cyber(stage)
    stage.say("ik wil iets met lassen", "out_of_scope")
    assert (stage.slots["chosen"], stage.slots["goals"], stage.open_question) == ([offering], None, "consent")


@pytest.mark.parametrize("intent", ["deny", "ask_alternatives", "change_answer"])
@pytest.mark.parametrize(
    ("words", "line"),
    [("nee, data van de machine", "data-van-de-machine"), ("nee nee digitaal leiderschap", "digitaal-leiderschap")],
)
def test_a_no_with_a_line_takes_that_line(stage: Stage, words: str, line: str, intent: str) -> None:
    stage.say("ik ben lasser en wil cobots leren in Zwolle, maakt verder niet uit", "inform")
    stage.send("/no_preference") if stage.open_question else None
    stage.slots |= {"topic": "advised", "line": "cobots-op-de-werkvloer", "advised": ["cobots-op-de-werkvloer"]}
    stage.slots["open_question"] = None
    stage.say(words, intent)
    assert stage.slots["line"] == line


@pytest.mark.parametrize("intent", ["ask_alternatives", "deny"])
def test_a_place_after_an_advice_is_a_place_and_no_other_line(stage: Stage, intent: str) -> None:
    stage.slots |= {"topic": "advised", "line": "cyber-security", "advised": ["cyber-security"]}
    stage.slots |= {"goals": ["ot-security"], "role": "it-beheerder"}
    stage.say("niet te ver van Haarlem", intent)
    assert stage.slots["place"] == "haarlem"
    assert stage.slots["not_lines"] is None


def test_who_wants_something_else_than_they_name_gets_something_else(stage: Stage) -> None:
    stage.slots |= {"topic": "advised", "line": "slim-verspanen", "advised": ["slim-verspanen"], "role": "verspaner"}
    stage.say("iets anders dan Slim verspanen", "ask_alternatives")
    assert stage.slots["line"] != "slim-verspanen"
