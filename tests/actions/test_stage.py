"""The stage itself can fail: what the domain doesn't have is found as soon as it is said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.answer import Answer
from tests.actions.domain import domain, first_slots, render
from tests.actions.rules import action_for
from tests.actions.stage import ACTIONS


def test_a_response_that_does_not_exist_is_found() -> None:
    with pytest.raises(AssertionError, match="utter_never is not in domain"):
        render("utter_never", {})


@pytest.mark.parametrize("values", [{}, {"topic": None}, {"other": "breien"}])
def test_a_value_that_is_missing_is_found(values: dict[str, Any]) -> None:
    with pytest.raises(AssertionError, match=r"utter_unknown_topic lacks \['topic'\]"):
        render("utter_unknown_topic", values)


def test_a_response_is_filled_in() -> None:
    assert 'Over "breien"' in render("utter_unknown_topic", {"topic": "breien"})


@pytest.mark.parametrize(
    "button",
    [
        {"title": "Ja", "payload": "/never"},
        {"title": "Ja", "payload": '/inform{"shoe_size": 43}'},
        {"title": " ", "payload": "/affirm"},
    ],
)
def test_a_button_that_the_domain_does_not_know_is_found(button: dict[str, str]) -> None:
    with pytest.raises(AssertionError):
        Answer().hear({"response": "utter_thank", "buttons": [button]})


def test_an_answer_of_silence_or_with_five_buttons_is_found() -> None:
    with pytest.raises(AssertionError, match="silence"):
        Answer().check()
    many = Answer(texts=["Kies"], buttons=[{"title": str(n), "payload": "/affirm"} for n in range(5)])
    with pytest.raises(AssertionError):
        many.check()


def test_a_bare_answer_goes_to_what_the_talk_is_about() -> None:
    chosen = {topic: action_for("affirm", topic) for topic in domain()["slots"]["topic"]["values"]}
    assert chosen == {
        "none": "action_say",
        "advice": "action_advise",
        "advised": "action_path",
        "enrol": "action_enrol",
        "cancel": "action_cancel_enrolment",
        "company": "action_company_plan",
        "delete": "action_delete_data",
        "restart": "action_restart",
        "own_case": "action_own_case",
    }
    assert {action_for("ask_cost", topic) for topic in chosen} == {"action_cost"}


def test_an_intent_without_a_rule_is_found() -> None:
    with pytest.raises(AssertionError, match="rules for 'never'"):
        action_for("never", "none")


def test_every_action_of_the_domain_can_be_played_and_a_talk_begins_about_nothing() -> None:
    assert set(ACTIONS) == set(domain()["actions"])
    assert {name: value for name, value in first_slots().items() if value is not None} == {"topic": "none"}
