"""Enrolling in a talk: which date, then consent, then an address and a name, then the seat, and nothing before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests.actions.seats import change_offering, choose_cyber, enrol_jan, enrolled
from tests.actions.stage import Stage


def test_a_seat_is_taken_after_a_date_a_yes_an_address_and_a_name(stage: Stage) -> None:
    offering = choose_cyber(stage)
    assert stage.answer.responses == ["utter_ask_consent"]
    assert stage.answer.door == {"expects": "consent"}
    stage.press("Ja")
    assert (stage.answer.responses, stage.answer.door) == (["utter_ask_email"], {"expects": "email"})
    stage.gives(email="jan@bedrijf.nl")
    assert (stage.answer.responses, stage.answer.door) == (["utter_ask_name"], {"expects": "name"})
    stage.gives(name="Jan Jansen")
    assert stage.answer.responses == ["utter_enrolled"]
    assert "[naam-1]" in stage.answer.text
    assert enrolled(stage) == {offering: "enrolled"}
    assert (stage.slots["topic"], stage.slots["chosen"], stage.open_question) == ("none", None, None)


def test_everything_at_once_after_the_yes_is_understood_at_once(stage: Stage) -> None:
    offering = choose_cyber(stage)
    stage.press("Ja")
    stage.gives(name="Jan Jansen", email="jan@bedrijf.nl")
    assert enrolled(stage) == {offering: "enrolled"}


def test_an_address_that_is_none_is_asked_again(stage: Stage) -> None:
    choose_cyber(stage)
    stage.press("Ja")
    stage.gives(email="jan@bedrijf")
    assert stage.answer.responses == ["utter_email_wrong"]
    stage.gives(email="jan@bedrijf.nl")
    assert stage.answer.responses == ["utter_ask_name"]


def test_who_is_known_is_only_asked_whether_it_is_right(stage: Stage) -> None:
    first = enrol_jan(stage)
    stage.say("schrijf me in voor smart maintenance", "enrol")
    second = stage.answer.offerings[0]
    stage.press(stage.answer.titles[0])
    assert stage.answer.responses == ["utter_ask_confirm"]
    stage.press("Ja")
    assert enrolled(stage) == {first: "enrolled", second: "enrolled"}


def test_who_does_not_answer_is_asked_twice_and_then_shown_a_way_to_a_person(stage: Stage) -> None:
    choose_cyber(stage)
    stage.press("Ja")
    stage.say("tja", "inform")
    assert stage.answer.responses == ["utter_ask_email_again"]
    stage.say("tja", "inform")
    assert stage.answer.responses == ["utter_enrol_stuck"]
    assert stage.academy.settings.contact in stage.answer.text
    assert enrolled(stage) == {}


def test_asking_for_a_seat_twice_is_one_enrolment(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.send(f'/enrol{{"offering": "{offering}"}}')
    stage.press("Ja")
    assert enrolled(stage) == {offering: "enrolled"}


def test_what_has_begun_meanwhile_is_refused_with_a_next_step(
    stage: Stage, now: datetime, later: Callable[[datetime], None]
) -> None:
    offering = choose_cyber(stage)
    change_offering(stage, offering, state="confirmed")
    later(now + timedelta(days=300))
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert stage.answer.responses == ["utter_offering_over"]
    assert offering not in enrolled(stage)


def test_what_is_withdrawn_meanwhile_is_refused_with_a_next_step(stage: Stage) -> None:
    offering = choose_cyber(stage)
    change_offering(stage, offering, state="cancelled")
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert stage.answer.responses == ["utter_offering_cancelled"]
    assert enrolled(stage) == {}
    stage.press("Andere datum zoeken")
    assert stage.answer.responses == ["utter_ask_offering"]


def test_for_what_is_not_held_as_too_few_came_other_dates_are_a_button_away(
    stage: Stage, now: datetime, later: Callable[[datetime], None]
) -> None:
    choose_cyber(stage)
    later(now + timedelta(days=300))
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert (stage.answer.responses, enrolled(stage)) == (["utter_offering_cancelled"], {})


@pytest.mark.parametrize("intent", ["cancel_enrolment", "my_enrolments", "enrol"])
@pytest.mark.parametrize(
    "words",
    [
        "schrijf me maar in voor cyber security, als het niet doorgaat kan ik dan afzeggen",
        "ok meld mij aan voor cyber security, kan ik me later weer afmelden",
    ],
)
def test_an_order_to_enrol_goes_before_the_worry_behind_it(stage: Stage, words: str, intent: str) -> None:
    stage.say(words, intent)
    assert stage.answer.responses == ["utter_if_you_cannot_come", "utter_ask_offering"]
    assert stage.open_question == "offering"


@pytest.mark.parametrize("words", ["schrijf me uit", "meld me maar af", "zet me er niet meer op"])
def test_an_order_to_leave_is_no_order_to_enrol(stage: Stage, words: str) -> None:
    stage.say(words, "cancel_enrolment")
    assert stage.answer.responses == ["utter_no_enrolments"]


def test_an_order_is_the_answer_to_whether_it_is_right(stage: Stage) -> None:
    enrol_jan(stage)
    stage.say("schrijf me in voor smart maintenance", "enrol")
    stage.press(stage.answer.titles[0])
    assert stage.answer.responses == ["utter_ask_confirm"]
    stage.say("Ja, schrijf me in", "enrol")
    assert "utter_enrolled" in stage.answer.responses


def test_an_order_without_a_yes_is_no_consent(stage: Stage) -> None:
    choose_cyber(stage)
    stage.say("schrijf me nou maar in", "enrol")
    assert "utter_ask_consent_again" in stage.answer.responses
    stage.say("ja schrijf me in", "enrol")
    assert stage.answer.responses == ["utter_ask_email"]


def test_that_a_date_is_full_is_said_before_the_yes(stage: Stage, another: Callable[[str], Stage]) -> None:
    first = enrol_jan(stage)
    change_offering(stage, first, maximum=1)
    bob = another("bob")
    bob.send(f'/enrol{{"offering": "{first}"}}')
    assert "wachtlijst" in bob.answer.text
    stage.send(f'/enrol{{"offering": "{first}"}}')
    assert "wachtlijst" not in stage.answer.text
