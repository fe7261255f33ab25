"""Corrections at any point, another date for a seat, and a choice that is dropped and taken up again."""

from __future__ import annotations

import pytest

from tests.actions.seats import change_offering, choose_cyber, enrol_jan, enrolled, fill_one
from tests.actions.stage import Stage


def test_a_role_is_corrected_while_a_seat_is_chosen_and_the_seat_goes_on(stage: Stage) -> None:
    offering = choose_cyber(stage)
    stage.say("trouwens ik ben geen lasser maar verspaner", "change_answer")
    assert stage.slots["role"] == "verspaner"
    assert stage.answer.responses == ["utter_noted", "utter_ask_consent_again"]
    assert stage.slots["chosen"] == [offering]


def test_other_dates_are_shown_to_who_rather_goes_elsewhere(stage: Stage) -> None:
    choose_cyber(stage)
    stage.say("nee toch liever in Zwolle", "change_answer")
    assert stage.open_question in ("offering", "consent")
    assert "utter_enrol_dropped" not in stage.answer.responses


def test_the_other_date_of_two_is_the_other_one(stage: Stage) -> None:
    choose_cyber(stage)
    first, second = stage.slots["shown"][:2]
    stage.slots |= {"shown": [first, second], "chosen": [first]}
    stage.say("doe toch de andere", "change_answer")
    assert stage.slots["chosen"] == [second]
    assert stage.open_question == "consent"


def test_what_was_dropped_can_be_taken_up_again_in_words_or_by_button(stage: Stage) -> None:
    offering = choose_cyber(stage)
    stage.say("nee wacht toch maar niet", "deny")
    assert (stage.slots["chosen"], stage.answer.responses) == (None, ["utter_enrol_dropped"])
    stage.say("doe toch maar wel", "change_answer")
    assert (stage.slots["chosen"], stage.open_question) == ([offering], "consent")
    stage.press("Nee")
    stage.press("Toch wel")
    assert (stage.slots["chosen"], stage.open_question) == ([offering], "consent")


@pytest.mark.parametrize("intent", ["ask_dates", "change_answer", "cancel_enrolment", "my_enrolments"])
def test_a_seat_moves_to_another_date_in_one_go(stage: Stage, intent: str) -> None:
    old = enrol_jan(stage)
    stage.say("kan ik naar een andere datum", intent)
    new = stage.answer.offerings[0]
    assert old not in stage.answer.offerings
    stage.press(stage.answer.titles[0])
    assert (stage.answer.responses, enrolled(stage)) == (["utter_ask_move"], {old: "enrolled"})
    stage.press("Ja")
    assert stage.answer.responses == ["utter_moved"]
    assert enrolled(stage) == {old: "cancelled", new: "enrolled"}


def test_a_full_date_leaves_the_seat_as_it_is_and_shows_others(stage: Stage) -> None:
    old = enrol_jan(stage)
    stage.say("kan ik naar een andere datum", "ask_dates")
    new = stage.answer.offerings[0]
    stage.press(stage.answer.titles[0])
    change_offering(stage, new, maximum=1)
    fill_one(stage, new)
    stage.press("Ja")
    assert stage.answer.responses[:1] == ["utter_move_full"]
    assert (enrolled(stage), stage.open_question) == ({old: "enrolled"}, "offering")


def test_who_does_not_move_after_all_keeps_the_seat(stage: Stage) -> None:
    old = enrol_jan(stage)
    stage.say("kan ik naar een andere datum", "ask_dates")
    stage.press(stage.answer.titles[0])
    stage.press("Nee")
    assert (stage.answer.responses, enrolled(stage)) == (["utter_move_dropped"], {old: "enrolled"})


def test_who_leaves_can_take_another_date_instead(stage: Stage) -> None:
    old = enrol_jan(stage)
    stage.say("meld me af", "cancel_enrolment")
    stage.press("Liever een andere datum")
    assert stage.open_question == "offering"
    assert enrolled(stage) == {old: "enrolled"}


def test_what_is_no_yes_and_no_no_takes_no_seat(stage: Stage) -> None:
    choose_cyber(stage)
    for _ in range(3):
        stage.say("asdf qwer", "give_contact")
        assert "utter_no_yes_or_no" in stage.answer.responses
        assert (stage.open_question, stage.answer.titles) == ("consent", ["Ja, dat is goed", "Nee, liever niet"])


def test_beginning_anew_is_asked_first_and_a_no_goes_on_where_it_was(stage: Stage) -> None:
    stage.say("ik ben lasser", "inform")
    before = stage.open_question
    stage.say("opnieuw", "restart")
    assert stage.answer.responses == ["utter_ask_restart"]
    stage.say("nee", "deny")
    assert (stage.slots["role"], stage.open_question) == ("lasser", before)
    stage.say("opnieuw", "restart")
    stage.say("ja", "affirm")
    assert (stage.slots["role"], stage.answer.responses) == (None, ["utter_restart"])


def test_who_has_told_nothing_begins_anew_at_once(stage: Stage) -> None:
    stage.say("opnieuw", "restart")
    assert stage.answer.responses == ["utter_restart"]


def test_who_wants_another_role_has_one_and_wants_the_other(stage: Stage) -> None:
    stage.say("van operator naar onderhoudsmonteur", "find_line")
    assert (stage.slots["role"], stage.slots["towards"]) == ("operator", "onderhoudsmonteur")
    stage.say("opnieuw", "restart")
    stage.press("Ja")
    stage.say("ik ben lasser en wil verspaner worden", "find_line")
    assert (stage.slots["role"], stage.slots["towards"]) == ("lasser", "verspaner")


@pytest.mark.parametrize("intent", ["change_answer", "deny"])
@pytest.mark.parametrize("words", ["NEE nie dordrecht. eindhoven", "nee, liever in Eindhoven", "nee die van dinsdag"])
def test_a_no_that_names_another_place_or_day_corrects(stage: Stage, words: str, intent: str) -> None:
    stage.say("schrijf me in voor de slimme fabriek beleven", "enrol")
    stage.say(words, intent)
    assert "utter_enrol_dropped" not in stage.answer.responses
    assert stage.slots["topic"] == "enrol"
    chosen = stage.slots["chosen"] or stage.slots["shown"]
    assert any("brainport" in offering for offering in chosen)
