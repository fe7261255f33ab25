"""A freed seat that is offered: taken or let go, with a button or in own words; too late, twice, or not one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests.actions.messages import enrolment, move_clock, offering_of, tick, unanswered, wait_behind_jan, wait_too
from tests.actions.seats import change_offering, choose_cyber, enrolled
from tests.actions.stage import Stage

HOUR = timedelta(hours=1)
MakeStage = Callable[[str], Stage]


@pytest.fixture
def piet(stage: Stage, another: MakeStage) -> Stage:
    return another("piet")


@pytest.fixture
def offered(stage: Stage, piet: Stage, now: datetime) -> str:
    """A seat that Jan left and that Piet was offered, an hour after he last said something."""
    offering = wait_behind_jan(stage, piet)
    move_clock(now + HOUR, stage, piet)
    stage.send(f'/cannot_come{{"offering": "{offering}"}}')
    assert "offer" in tick(stage)
    assert enrolled(piet) == {offering: "offered"}
    return offering


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("ja graag", "affirm"),
        ("doe maar", "affirm"),
        ("ja ik kom", "inform"),
        ("graag!", "thank"),
        ("schrijf me maar in", "enrol"),
        ("ja, die neem ik", "nlu_fallback"),
    ],
)
def test_a_yes_in_own_words_takes_the_seat(piet: Stage, offered: str, words: str, intent: str) -> None:
    text = piet.say(words, intent, **{intent: 0.6})
    assert piet.answer.responses == ["utter_seat_yours"]
    assert "Dordrecht" in text
    assert "25 november" in text
    assert [(card.id, card.state) for card in piet.answer.cards_of("offering")] == [(offered, "enrolled")]
    assert enrolled(piet) == {offered: "enrolled"}
    assert "offer" not in unanswered(piet)


def test_the_button_does_the_same_and_twice_is_once(piet: Stage, offered: str) -> None:
    for _ in range(2):
        piet.send(f'/accept_seat{{"offering": "{offered}"}}')
        assert piet.answer.responses == ["utter_seat_yours"]
    assert enrolled(piet) == {offered: "enrolled"}
    assert "offer" not in unanswered(piet)


@pytest.mark.parametrize("words", ["nee laat maar", "nee dank je", "kan niet, ben ziek", "lukt me niet die dag"])
def test_a_no_lets_it_go_and_shows_other_dates(piet: Stage, offered: str, words: str) -> None:
    piet.say(words, "deny")
    assert piet.answer.responses == ["utter_offer_declined", "utter_ask_offering"]
    assert offered not in piet.answer.offerings
    assert piet.answer.titles
    assert enrolled(piet) == {offered: "cancelled"}


def test_another_date_is_looked_for_while_the_seat_is_held(piet: Stage, offered: str) -> None:
    piet.say("kan het een andere keer", "ask_dates")
    assert piet.answer.responses == ["utter_ask_offering"]
    assert enrolled(piet) == {offered: "offered"}


def test_an_ordinary_question_is_answered_as_ever(piet: Stage, offered: str) -> None:
    piet.say("wat kost het", "ask_cost")
    assert piet.answer.responses[0].startswith("utter_cost")
    piet.say("ja graag", "affirm")
    assert enrolled(piet) == {offered: "enrolled"}


def test_a_message_of_just_now_goes_before_an_older_question(piet: Stage, offered: str, now: datetime) -> None:
    piet.say("schrijf me in voor de energiesafari door de hal", "enrol")
    piet.press(piet.answer.titles[0])
    assert piet.open_question == "confirm"
    piet.say("ja graag", "affirm")
    assert "utter_enrolled" in piet.answer.responses  # the question came after the message
    assert enrolled(piet)[offered] == "offered"


def test_an_older_question_waits_and_returns(stage: Stage, piet: Stage, now: datetime) -> None:
    offering = wait_behind_jan(stage, piet)
    piet.say("schrijf me in voor de energiesafari door de hal", "enrol")
    piet.press(piet.answer.titles[0])
    move_clock(now + HOUR, stage, piet)
    stage.send(f'/cannot_come{{"offering": "{offering}"}}')
    tick(stage)
    piet.say("ja graag", "affirm")
    assert piet.answer.responses == ["utter_seat_yours", "utter_ask_confirm_again"]
    assert enrolled(piet) == {offering: "enrolled"}
    piet.say("ja", "affirm")
    assert len(enrolled(piet)) == 2


@pytest.mark.parametrize("way", ["button", "words"])
def test_what_ran_out_is_said_with_a_way_back_to_the_list(
    stage: Stage, piet: Stage, offered: str, now: datetime, way: str
) -> None:
    move_clock(now + 20 * HOUR, stage, piet)
    if way == "button":
        piet.send(f'/accept_seat{{"offering": "{offered}"}}')
    else:
        piet.say("ja graag", "affirm")
    assert piet.answer.responses == ["utter_offer_lapsed"]
    assert piet.answer.titles == ["Zet me weer op de lijst", "Andere datum zoeken"]
    piet.press("Zet me weer op de lijst")
    piet.press("Ja")
    assert enrolled(piet) == {offered: "enrolled"}


def test_yes_after_the_message_that_it_ran_out_goes_back_to_the_list(
    stage: Stage, piet: Stage, offered: str, now: datetime
) -> None:
    move_clock(now + 24 * HOUR, stage, piet)
    assert "lapsed" in tick(stage)
    piet.say("ja toch wel graag", "affirm")
    assert piet.answer.responses == ["utter_ask_confirm"]


def test_so_near_the_start_the_first_yes_has_it_and_the_next_keeps_their_place(
    stage: Stage, piet: Stage, another: MakeStage, now: datetime
) -> None:
    offering = wait_behind_jan(stage, piet)
    kim = another("kim")
    wait_too(kim, offering, "Kim Kool")
    start = offering_of(stage, offering).starts_at
    assert start is not None
    move_clock(start - 4 * HOUR, stage, piet, kim)
    stage.send(f'/cannot_come{{"offering": "{offering}"}}')
    assert tick(stage).count("first_come") == 2
    kim.say("ja graag", "affirm")
    assert kim.answer.responses == ["utter_seat_yours"]
    piet.say("ja graag", "affirm")
    assert piet.answer.responses == ["utter_offer_taken"]
    assert "plek 1" in piet.answer.text
    assert piet.answer.titles == ["Andere datum zoeken", "Mijn inschrijvingen"]
    assert (enrolled(kim), enrolled(piet)) == ({offering: "enrolled"}, {offering: "waiting"})


def test_a_button_for_what_is_called_off_shows_other_dates(piet: Stage, offered: str, stage: Stage) -> None:
    change_offering(stage, offered, state="cancelled")
    piet.send(f'/accept_seat{{"offering": "{offered}"}}')
    assert piet.answer.responses == ["utter_offering_cancelled"]
    piet.press("Andere datum zoeken")
    assert piet.answer.responses == ["utter_ask_offering"]


@pytest.mark.parametrize("intent", ["accept_seat", "decline_seat", "confirm_coming", "cannot_come", "rate"])
@pytest.mark.parametrize("known", [False, True])
def test_a_button_about_somebody_elses_seat_does_nothing(
    stage: Stage, piet: Stage, another: MakeStage, offered: str, intent: str, known: bool
) -> None:
    kim = another("kim")
    if known:
        choose_cyber(kim, 1)
        kim.press("Ja")
        kim.gives(email="kim@bedrijf.nl", name="Kim Kool")
    kim.send(f'/{intent}{{"offering": "{offered}", "rating": "good"}}')
    assert kim.answer.responses == ["utter_not_enrolled"]
    assert kim.answer.titles == ["Andere datum zoeken", "Mijn inschrijvingen"]
    assert enrolled(piet) == {offered: "offered"}


@pytest.mark.parametrize("intent", ["accept_seat", "decline_seat", "confirm_coming", "cannot_come", "rate"])
def test_a_button_about_what_does_not_exist_gets_a_sentence(piet: Stage, offered: str, intent: str) -> None:
    piet.send(f'/{intent}{{"offering": "gone"}}')
    assert piet.answer.responses == ["utter_unknown_thing"]


def test_no_after_yes_gives_the_seat_up(piet: Stage, offered: str) -> None:
    piet.send(f'/accept_seat{{"offering": "{offered}"}}')
    piet.send(f'/decline_seat{{"offering": "{offered}"}}')
    assert piet.answer.responses[0] == "utter_seat_freed_late"
    assert enrolled(piet) == {offered: "cancelled"}
    piet.send(f'/decline_seat{{"offering": "{offered}"}}')
    assert piet.answer.responses == ["utter_left_already", "utter_ask_offering"]


def test_the_list_of_ones_seats_says_until_when_and_has_the_buttons(piet: Stage, offered: str) -> None:
    held = enrolment(piet, offered).held_until
    assert held is not None
    text = piet.say("mijn inschrijvingen", "my_enrolments")
    assert "plek vrij, houdbaar tot" in text
    assert piet.answer.titles[:2] == ["Ja, ik neem de plek", "Nee, laat maar"]
    piet.say("ja", "affirm")
    assert enrolled(piet) == {offered: "enrolled"}


def test_the_list_is_enough_to_say_yes_to(stage: Stage, piet: Stage, now: datetime) -> None:
    offering = wait_behind_jan(stage, piet)
    stage.send(f'/cannot_come{{"offering": "{offering}"}}')  # and no message went out
    piet.say("mijn inschrijvingen", "my_enrolments")
    piet.say("ja", "affirm")
    assert enrolled(piet) == {offering: "enrolled"}


@pytest.mark.parametrize("intent", ["next_station", "waiting_list_position"])
def test_who_asks_what_comes_next_hears_of_the_offer(piet: Stage, offered: str, intent: str) -> None:
    piet.say("en nu", intent)
    assert piet.answer.responses == ["utter_seat_offered"]
    assert piet.answer.titles == ["Ja, ik neem de plek", "Nee, laat maar"]
