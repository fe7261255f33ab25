"""Who leaves late is asked why: what they type is kept, and nothing happens to who doesn't tell."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.actions.messages import all_go, enrolment, move_clock, offering_of, tick
from tests.actions.seats import enrol_jan, enrolled
from tests.actions.stage import Stage


@pytest.fixture
def late(stage: Stage) -> str:
    """A seat of Jan that begins tomorrow, of which he was reminded."""
    offering = enrol_jan(stage, 2)
    all_go(stage)
    start = offering_of(stage, offering).starts_at
    assert start is not None
    move_clock(start - timedelta(hours=23), stage)
    assert "reminder_day" in tick(stage)
    return offering


def test_the_seat_is_free_before_it_is_asked_why(stage: Stage, late: str) -> None:
    stage.say("ik kan niet", "cancel_enrolment")
    assert stage.answer.responses == ["utter_seat_freed_late", "utter_ask_leave_reason"]
    assert enrolled(stage) == {late: "cancelled"}
    assert stage.answer.titles[-1] == "Zeg ik liever niet"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("mijn dochter is jarig en [naam-1] kan niet oppassen", "nlu_fallback"),
        ("te druk op het werk", "inform"),
        ("ik ben ziek", "cancel_enrolment"),
        ("nee, er kwam iets tussen", "deny"),
        ("storing aan de lijn", "find_line"),
    ],
)
def test_what_is_typed_then_is_kept(stage: Stage, late: str, words: str, intent: str) -> None:
    stage.send(f'/cannot_come{{"offering": "{late}"}}')
    stage.say(words, intent, **{intent: 0.7})
    assert stage.answer.responses == ["utter_reason_kept"]
    assert enrolment(stage, late).leave_reason == words
    assert (stage.open_question, stage.slots["topic"], stage.slots["leaving"]) == (None, "none", None)
    assert stage.answer.titles


@pytest.mark.parametrize("words", ["nee", "zeg ik liever niet", "laat maar", "nee hoor"])
def test_not_telling_is_fine(stage: Stage, late: str, words: str) -> None:
    stage.say("ik kan niet", "cancel_enrolment")
    stage.say(words, "deny")
    assert stage.answer.responses == ["utter_reason_untold"]
    assert enrolment(stage, late).leave_reason is None


def test_the_button_tells_nothing_either(stage: Stage, late: str) -> None:
    stage.say("ik kan niet", "cancel_enrolment")
    stage.press("Zeg ik liever niet")
    assert stage.answer.responses == ["utter_reason_untold"]
    assert (enrolment(stage, late).leave_reason, stage.open_question) == (None, None)


def test_who_told_why_already_is_not_asked(stage: Stage, late: str) -> None:
    stage.say("kan niet, ben ziek", "inform")
    assert stage.answer.responses == ["utter_seat_freed_late", "utter_reason_kept"]
    assert enrolment(stage, late).leave_reason == "kan niet, ben ziek"


@pytest.mark.parametrize("words", ["wat kost het", "waar is het?"])
def test_a_question_is_answered_and_no_reason(stage: Stage, late: str, words: str) -> None:
    stage.say("ik kan niet", "cancel_enrolment")
    stage.say(words, "ask_cost")
    assert stage.answer.responses[0].startswith("utter_cost")
    assert stage.answer.responses[-1] == "utter_ask_leave_reason_again"
    assert enrolment(stage, late).leave_reason is None


def test_another_date_can_be_chosen_instead(stage: Stage, late: str) -> None:
    stage.say("ik kan niet", "cancel_enrolment")
    stage.press(stage.answer.titles[0])
    assert stage.answer.responses == ["utter_ask_confirm"]
    stage.press("Ja")
    assert sorted(enrolled(stage).values()) == ["cancelled", "enrolled"]


def test_another_date_can_be_pointed_at(stage: Stage, late: str) -> None:
    stage.say("ik kan niet", "cancel_enrolment")
    stage.say("de eerste graag", "inform")
    assert stage.answer.responses == ["utter_ask_confirm"]


def test_who_asks_to_leave_late_is_asked_why_too(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.say("ik wil me afmelden", "cancel_enrolment")
    stage.press("Ja")
    assert stage.answer.responses == ["utter_cancelled", "utter_ask_leave_reason"]
    stage.say("moet overwerken", "inform")
    assert enrolment(stage, offering).leave_reason == "moet overwerken"
