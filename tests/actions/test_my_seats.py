"""The seats that somebody has coming, and their place in line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.actions.seats import change_offering, enrol_jan, enrolled, fill_one
from tests.actions.stage import Stage


def test_a_freed_seat_is_offered_to_who_waits(stage: Stage, another: Callable[[str], Stage]) -> None:
    offering = enrol_jan(stage)
    change_offering(stage, offering, maximum=1)
    waiting = another("other")
    waiting.send(f'/enrol{{"offering": "{offering}"}}')
    waiting.press("Ja")
    waiting.gives(email="piet@bedrijf.nl", name="Piet Pot")
    waiting.say("hoeveelste sta ik", "waiting_list_position")
    assert "plek 1" in waiting.answer.text
    stage.say("meld me af", "cancel_enrolment")
    stage.press("Ja")
    assert enrolled(waiting) == {offering: "offered"}
    waiting.say("hoeveelste sta ik", "waiting_list_position")
    assert waiting.answer.responses == ["utter_seat_offered"]
    waiting.press("Ja, ik neem de plek")
    assert enrolled(waiting) == {offering: "enrolled"}
    waiting.say("hoeveelste sta ik", "waiting_list_position")
    assert waiting.answer.responses == ["utter_not_waiting"]


def test_a_place_in_line_can_be_left_too(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    offering = stage.answer.offerings[0]
    change_offering(stage, offering, maximum=1)
    fill_one(stage, offering)
    stage.press(stage.answer.titles[0])
    stage.press("Ja")
    stage.gives(email="piet@bedrijf.nl", name="Piet Pot")
    assert enrolled(stage) == {offering: "waiting"}
    assert "op de wachtlijst, plek 1" in stage.say("mijn inschrijvingen", "my_enrolments")
    stage.say("meld me af", "cancel_enrolment")
    stage.press("Ja")
    assert enrolled(stage) == {offering: "cancelled"}


@pytest.mark.parametrize(
    ("intent", "response"),
    [
        ("my_enrolments", "utter_no_enrolments"),
        ("next_station", "utter_no_next_station"),
        ("waiting_list_position", "utter_not_waiting"),
        ("cancel_enrolment", "utter_no_enrolments"),
    ],
)
def test_who_has_nothing_is_told_so(stage: Stage, intent: str, response: str) -> None:
    stage.say("mijn station", intent)
    assert stage.answer.responses == [response]


def test_all_seats_are_listed_and_shown_first_one_first(stage: Stage, two: list[str]) -> None:
    text = stage.say("waar sta ik voor ingeschreven", "my_enrolments")
    assert "(2)" in text
    assert stage.answer.offerings == two
    assert [card.state for card in stage.answer.cards_of("offering")] == ["enrolled", "enrolled"]


def test_the_next_station_says_when_and_what_to_bring(stage: Stage, two: list[str]) -> None:
    text = stage.say("wat is mijn volgende station", "next_station")
    (card,) = stage.answer.cards_of("offering")
    assert card.id == two[0]
    assert card.when in text
    assert "Neem mee" in text or "niets mee te nemen" in text


@pytest.mark.parametrize("intent", ["next_station", "waiting_list_position", "show_passport", "nlu_fallback"])
@pytest.mark.parametrize(
    "words", ["sta ik er nu op?", "heb ik nu een plek", "ben ik nu ingeschreven", "wat heb ik geboekt"]
)
def test_who_asks_whether_they_have_a_seat_gets_their_seats(stage: Stage, words: str, intent: str) -> None:
    enrol_jan(stage)
    stage.say(words, intent)
    assert stage.answer.responses == ["utter_enrolments"]


def test_who_asks_for_their_place_on_a_waiting_list_gets_that(stage: Stage) -> None:
    enrol_jan(stage)
    stage.say("sta ik nu op de wachtlijst", "waiting_list_position")
    assert stage.answer.responses == ["utter_not_waiting"]
