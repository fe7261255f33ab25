"""One turn as an action sees it: what is remembered, what is said, and how often a question is asked."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.academy import Academy
from actions.talk import Talk, button, payload
from knowledge.advice.profile import Profile
from knowledge.vocabulary import Daypart, Level, Question

YES = [button("Ja", "affirm")]


@pytest.fixture
def talk(academy: Academy) -> Talk:
    """A turn in which "ja" was said, after an evening was told."""
    slots = {"dayparts": ["evening"], "topic": "none", "asked": None, "open_question": None, "heard": None}
    return Talk(CollectingDispatcher(), tracker(slots), academy)


def tracker(slots: dict[str, Any]) -> Tracker:
    message = {"text": "ja", "intent": {"name": "affirm", "confidence": 0.9}, "entities": []}
    return Tracker("talk", slots, message, [], False, None, {}, None)


def next_turn(talk: Talk) -> Talk:
    """The turn after it, with what was remembered."""
    slots = {**talk.tracker.slots, **{event["name"]: event["value"] for event in talk.events}}
    return Talk(CollectingDispatcher(), tracker(slots), talk.academy)


def said(talk: Talk) -> list[str]:
    """The responses of this turn; ``custom`` for what the door is told."""
    return [message["response"] or "custom" for message in talk.dispatcher.messages]


def test_the_turn_is_read_as_rasa_gives_it(talk: Talk) -> None:
    assert (talk.conversation, talk.text, talk.intent, talk.confidence) == ("talk", "ja", "affirm", 0.9)
    empty = Talk(CollectingDispatcher(), Tracker("talk", {}, None, [], False, None, {}, None), talk.academy)
    assert (empty.text, empty.intent, empty.confidence, empty.heard) == ("", "", 0.0, [])


def test_what_is_kept_is_read_back_in_the_same_turn_and_only_changes_are_events(talk: Talk) -> None:
    talk.set(line="cyber-security", topic="none")
    assert talk.slot("line") == "cyber-security"
    assert [(event["name"], event["value"]) for event in talk.events] == [("line", "cyber-security")]


def test_a_profile_is_kept_field_by_field_and_read_back_the_same(talk: Talk) -> None:
    assert talk.profile == Profile(dayparts=(Daypart.EVENING,))
    profile = Profile(
        role="lasser",
        known={"robotlassen": Level.EXPERT},
        hours_per_week=2.5,
        days=(0, 4),
        no_preference=(Question.PLACE,),
    )
    talk.keep(profile)
    assert talk.profile == profile
    assert next_turn(talk).profile == profile
    assert {event["name"]: event["value"] for event in talk.events} == {
        "role": "lasser",
        "known": {"robotlassen": "expert"},
        "hours_per_week": 2.5,
        "dayparts": None,
        "days": [0, 4],
        "no_preference": ["place"],
    }


def test_what_is_ruled_out_is_not_named(talk: Talk) -> None:
    talk.set(heard=[{"kind": "role", "value": "lasser", "negated": True}, {"kind": "role", "value": "operator"}])
    assert (talk.named("role"), talk.named("place")) == ("operator", None)


def test_an_answer_has_four_buttons_at_most(talk: Talk) -> None:
    talk.say("utter_thank", buttons=[button(str(number), "affirm") for number in range(6)])
    assert [one["title"] for one in talk.dispatcher.messages[0]["buttons"]] == ["0", "1", "2", "3"]


def test_a_question_is_asked_twice_in_other_words_and_not_a_third_time(talk: Talk) -> None:
    turns, asked = [talk], []
    for _ in range(3):
        asked.append(turns[-1].ask("goal", topic="advice", buttons=YES))
        turns.append(next_turn(turns[-1]))
    assert asked == [True, True, False]
    assert [said(turn) for turn in turns[:-1]] == [["utter_ask_goal"], ["utter_ask_goal_again"], []]


def test_a_question_that_is_insisted_on_keeps_its_buttons(talk: Talk) -> None:
    turns = [talk]
    for _ in range(4):
        turns[-1].insist("delete", topic="delete", buttons=YES, also="")
        turns.append(next_turn(turns[-1]))
    assert [said(turn) for turn in turns[:-1]] == [
        ["utter_ask_delete"],
        ["utter_ask_delete_again"],
        ["utter_still_open"],
        ["utter_still_open"],
    ]
    assert (turns[-1].open_question, turns[-1].slot("topic")) == ("delete", "delete")


def test_a_question_about_something_else_begins_anew(talk: Talk) -> None:
    talk.ask("delete", topic="delete", buttons=YES)
    again = next_turn(talk)
    again.begin_anew("delete")
    again.ask("delete", topic="delete", buttons=YES)
    assert said(again) == ["utter_ask_delete"]


def test_an_answered_question_is_closed_and_may_be_asked_again_another_time(talk: Talk) -> None:
    talk.ask("goal", topic="advice", buttons=YES)
    after = next_turn(talk)
    after.close_question("advised")
    assert (after.open_question, after.slot("topic"), after.slot("asked")) == (None, "advised", {})


def test_after_a_side_question_the_open_one_returns_and_the_door_hears_what_it_expects(talk: Talk) -> None:
    talk.ask("email", topic="enrol", expects="email", contact="a@example.org")
    second = next_turn(talk)
    second.return_to_question()
    third = next_turn(second)
    third.return_to_question()
    third.remind_door()
    assert said(talk) == ["utter_ask_email"]
    assert said(second) == ["utter_ask_email_again"]
    assert said(third) == ["utter_question_waits", "custom"]
    assert third.dispatcher.messages[-1]["custom"] == {"expects": "email"}
    assert second.dispatcher.messages[0]["contact"] == "a@example.org"


def test_without_an_open_question_there_is_nothing_to_return_to(talk: Talk) -> None:
    talk.return_to_question()
    assert (said(talk), talk.events) == ([], [])


def test_a_button_carries_an_intent_and_what_it_names() -> None:
    assert button("Ja", "affirm") == {"title": "Ja", "payload": "/affirm"}
    assert payload("inform", {"place": "'s-hertogenbosch", "hours_per_week": 2}) == (
        '/inform{"place": "\'s-hertogenbosch", "hours_per_week": 2}'
    )
