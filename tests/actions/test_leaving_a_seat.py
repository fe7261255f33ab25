"""The seats that somebody has: seeing them, and leaving one after being asked whether it is sure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests.actions.seats import change_offering, enrol_jan, enrolled
from tests.actions.stage import Stage


def test_leaving_the_only_seat_is_one_question_and_one_yes(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.say("meld me af", "cancel_enrolment")
    assert stage.answer.responses == ["utter_ask_cancel"]
    stage.press("Ja")
    assert stage.answer.responses == ["utter_cancelled", "utter_ask_leave_reason"]
    assert enrolled(stage) == {offering: "cancelled"}
    stage.press("Zeg ik liever niet")
    assert (stage.slots["topic"], stage.open_question) == ("none", None)


def test_who_leaves_in_time_is_not_asked_why(stage: Stage) -> None:
    offering = enrol_jan(stage, 2)
    stage.say("meld me af", "cancel_enrolment")
    stage.press("Ja")
    assert stage.answer.responses == ["utter_cancelled"]
    assert enrolled(stage) == {offering: "cancelled"}
    assert (stage.slots["topic"], stage.open_question) == ("none", None)


def test_no_keeps_the_seat(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.say("meld me af", "cancel_enrolment")
    stage.press("Nee")
    assert stage.answer.responses == ["utter_cancel_dropped"]
    assert enrolled(stage) == {offering: "enrolled"}


def test_with_more_seats_it_asks_which_one(stage: Stage, two: list[str]) -> None:
    stage.say("ik wil me afmelden", "cancel_enrolment")
    assert stage.answer.responses == ["utter_cancel_which"]
    stage.press(stage.answer.titles[1])
    assert stage.answer.responses == ["utter_ask_cancel"]
    stage.press("Ja")
    assert enrolled(stage) == {two[0]: "enrolled", two[1]: "cancelled"}


@pytest.mark.parametrize(("words", "number"), [("die van dinsdag", 1), ("de eerste", 0), ("de laatste", 1)])
def test_which_one_can_be_said_in_words(stage: Stage, two: list[str], words: str, number: int) -> None:
    stage.say("ik wil me afmelden", "cancel_enrolment")
    stage.say(words, "inform")
    assert stage.slots["leaving"] == two[number]
    stage.say("ja", "affirm")
    assert enrolled(stage)[two[number]] == "cancelled"


def test_the_wrong_one_can_be_corrected_with_a_no(stage: Stage, two: list[str]) -> None:
    stage.say("meld me af voor de eerste", "cancel_enrolment")
    assert stage.slots["leaving"] == two[0]
    stage.say("nee, die van dinsdag", "deny")
    assert (stage.slots["leaving"], stage.answer.responses) == (two[1], ["utter_ask_cancel"])


def test_no_to_which_one_keeps_them_all(stage: Stage, two: list[str]) -> None:
    stage.say("ik wil me afmelden", "cancel_enrolment")
    stage.say("nee, laat maar", "deny")
    assert stage.answer.responses == ["utter_cancel_dropped"]
    assert enrolled(stage) == dict.fromkeys(two, "enrolled")


def test_whether_it_is_sure_is_asked_twice_in_other_words_and_then_by_buttons_only(stage: Stage) -> None:
    enrol_jan(stage)
    stage.say("meld me af", "cancel_enrolment")
    asked = [stage.answer.responses]
    for _ in range(2):
        stage.say("tja", "inform")
        asked.append(stage.answer.responses)
    assert asked == [["utter_ask_cancel"], ["utter_ask_cancel_again"], ["utter_still_open"]]
    stage.press("Ja")
    assert stage.answer.responses[0] == "utter_cancelled"


def test_who_orders_it_a_third_time_is_sure(stage: Stage) -> None:
    enrol_jan(stage)
    asked = []
    for _ in range(3):
        stage.say("meld me maar weer af", "cancel_enrolment")
        asked.append(stage.answer.responses[0])
    assert asked == ["utter_ask_cancel", "utter_ask_cancel_again", "utter_cancelled"]


def test_the_next_time_it_is_asked_in_the_first_words_again(stage: Stage) -> None:
    enrol_jan(stage)
    for _ in range(4):
        stage.say("meld me af", "cancel_enrolment")
        assert stage.answer.responses == ["utter_ask_cancel"]
        stage.say("ik zoek toch iets met cobots", "find_line")


def test_what_has_begun_can_no_longer_be_left(stage: Stage, now: datetime, later: Callable[[datetime], None]) -> None:
    offering = enrol_jan(stage)
    change_offering(stage, offering, state="confirmed")
    stage.say("meld me af", "cancel_enrolment")
    later(now + timedelta(days=1, hours=4))
    stage.press("Ja")
    assert stage.answer.responses == ["utter_offering_over"]
    assert enrolled(stage) == {offering: "enrolled"}


def test_a_cancelled_seat_can_be_taken_again(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.say("meld me af", "cancel_enrolment")
    stage.press("Ja")
    stage.press("Andere datum zoeken")
    assert stage.open_question == "offering"
    stage.press(stage.answer.titles[0])
    stage.press("Ja")
    assert enrolled(stage) == {offering: "enrolled"}


def test_somebody_elses_seat_is_not_mine_to_leave(stage: Stage, another: Callable[[str], Stage]) -> None:
    offering = enrol_jan(stage)
    other = another("other")
    other.send(f'/cancel_enrolment{{"offering": "{offering}"}}')
    assert other.answer.responses == ["utter_no_enrolments"]
    assert enrolled(stage) == {offering: "enrolled"}
