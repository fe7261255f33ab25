"""A reply to one particular message is about that one, whatever came after it and whatever question is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from knowledge.vocabulary import NoticeKind
from tests.actions.chats import notice_about, on_telegram, reply
from tests.actions.messages import all_go, move_clock, offering_of, tick, unanswered, wait_behind_jan
from tests.actions.seats import change_offering, enrol_jan, enrol_more, enrolled
from tests.actions.stage import Stage

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MakeStage = Callable[[str], Stage]


@pytest.fixture
def both(stage: Stage) -> tuple[int, str, int, str]:
    """Jan's two seats, three days apart, and a reminder of each: message and seat of the older, and of the newer."""
    newer, older = enrol_jan(stage, 2), enrol_more(stage)
    on_telegram(stage)
    all_go(stage)
    last = offering_of(stage, newer)
    assert last.starts_at is not None
    assert last.ends_at is not None
    change_offering(stage, older, starts_at=last.starts_at - 3 * DAY, ends_at=last.ends_at - 3 * DAY)
    for before in (10 * DAY, 7 * DAY):
        move_clock(last.starts_at - before, stage)
        assert "reminder_week" in tick(stage)
    week = NoticeKind.REMINDER_WEEK
    return notice_about(stage, older, week), older, notice_about(stage, newer, week), newer


@pytest.mark.parametrize(
    ("words", "intent"),
    [("nee kan niet", "deny"), ("ik kan niet", "cancel_enrolment"), ("meld me maar af", "cancel_enrolment")],
)
def test_a_no_to_an_older_message_frees_that_seat_and_not_the_newer_one(
    stage: Stage, both: tuple[int, str, int, str], words: str, intent: str
) -> None:
    notice, older, _newer_notice, newer = both
    reply(stage, notice, words, intent)
    assert stage.answer.responses == ["utter_seat_freed", "utter_ask_offering"]
    assert enrolled(stage) == {older: "cancelled", newer: "enrolled"}


def test_the_same_words_without_a_reply_are_about_the_newer_one(stage: Stage, both: tuple[int, str, int, str]) -> None:
    _notice, older, _newer_notice, newer = both
    stage.say("nee kan niet", "deny")
    assert enrolled(stage) == {older: "enrolled", newer: "cancelled"}


def test_a_yes_is_noted_with_that_message_only(stage: Stage, both: tuple[int, str, int, str]) -> None:
    notice, older, _newer_notice, _newer = both
    text = reply(stage, notice, "ja ik kom", "affirm")
    assert stage.answer.responses == ["utter_see_you"]
    assert stage.academy.catalogue.module(offering_of(stage, older).module_id).name in text
    assert unanswered(stage).count("reminder_week") == 1


def test_it_goes_before_an_open_question_which_then_returns(stage: Stage, both: tuple[int, str, int, str]) -> None:
    notice, older, _newer_notice, newer = both
    stage.say("wis mijn gegevens", "delete_data")
    reply(stage, notice, "ja", "affirm")
    assert stage.answer.responses == ["utter_see_you", "utter_ask_delete_again"]
    assert enrolled(stage) == {older: "enrolled", newer: "enrolled"}


def test_a_question_is_about_the_station_of_that_message(stage: Stage, both: tuple[int, str, int, str]) -> None:
    for notice, offering in (both[:2], both[2:], both[:2]):
        name = stage.academy.catalogue.module(offering_of(stage, offering).module_id).name
        for words, intent in (("hoe laat was dat ook alweer?", "ask_dates"), ("waar is dat?", "ask_location")):
            assert name in reply(stage, notice, words, intent)
            assert stage.answer.responses == ["utter_your_seat"]
        assert name in stage.say("en wat kost het?", "ask_cost")
    assert set(enrolled(stage).values()) == {"enrolled"}


def test_a_question_about_it_leaves_what_is_being_chosen_as_it_is(
    stage: Stage, both: tuple[int, str, int, str]
) -> None:
    stage.say("schrijf me in voor cobots op de werkvloer", "enrol")
    before = {name: stage.slots[name] for name in ("station", "shown", "chosen", "open_question")}
    name = stage.academy.catalogue.module(offering_of(stage, both[1]).module_id).name
    assert name in reply(stage, both[0], "waar is dat?", "ask_location")
    assert stage.answer.responses == ["utter_your_seat", f"utter_ask_{stage.open_question}_again"]
    assert {key: stage.slots[key] for key in before if key != "open_question"} == {
        key: value for key, value in before.items() if key != "open_question"
    }


def test_who_changes_their_mind_about_an_answered_message_is_asked_about_that_seat(
    stage: Stage, both: tuple[int, str, int, str]
) -> None:
    notice, older, _newer_notice, newer = both
    reply(stage, notice, "ja ik kom", "affirm")
    reply(stage, notice, "kan toch niet", "deny")
    assert (stage.answer.responses, stage.slots["leaving"]) == (["utter_ask_cancel"], older)
    assert enrolled(stage) == {older: "enrolled", newer: "enrolled"}
    stage.press("Ja, meld me af")
    assert enrolled(stage) == {older: "cancelled", newer: "enrolled"}


@pytest.mark.parametrize(("words", "intent"), [("nee", "deny"), ("ik kan niet", "cancel_enrolment")])
def test_a_second_no_says_that_it_was_done_and_touches_no_other_seat(
    stage: Stage, both: tuple[int, str, int, str], words: str, intent: str
) -> None:
    notice, older, _newer_notice, newer = both
    reply(stage, notice, "nee", "deny")
    reply(stage, notice, words, intent)
    assert stage.answer.responses == ["utter_left_already", "utter_ask_offering"]
    assert enrolled(stage) == {older: "cancelled", newer: "enrolled"}


@pytest.mark.parametrize(("words", "intent"), [("ja", "affirm"), ("nee kan niet", "deny")])
def test_a_late_answer_is_told_that_it_is_over(
    stage: Stage, both: tuple[int, str, int, str], words: str, intent: str
) -> None:
    notice, older, _newer_notice, newer = both
    start = offering_of(stage, older).starts_at
    assert start is not None
    move_clock(start + HOUR / 2, stage)
    reply(stage, notice, words, intent)
    assert stage.answer.responses == ["utter_offering_over"]
    assert enrolled(stage)[newer] == "enrolled"


def test_a_yes_to_an_offer_that_ran_out_long_ago_says_so(stage: Stage, another: MakeStage) -> None:
    piet = another("piet")
    offering = wait_behind_jan(stage, piet, 2)
    move_clock(stage.academy.now() + HOUR, stage, piet)
    stage.send(f'/cannot_come{{"offering": "{offering}"}}')
    tick(stage)
    notice = notice_about(piet, offering, NoticeKind.OFFER)
    move_clock(stage.academy.now() + 6 * DAY, stage, piet)
    reply(piet, notice, "ja graag", "affirm")
    assert piet.answer.responses == ["utter_offer_lapsed"]
    assert enrolled(piet) != {offering: "enrolled"}


@pytest.mark.parametrize("number", [10**9, -1])
@pytest.mark.parametrize(("words", "intent"), [("ja", "affirm"), ("nee kan niet", "deny"), ("ik kom", "inform")])
def test_a_bare_answer_to_a_message_that_is_not_known_changes_nothing(
    stage: Stage, both: tuple[int, str, int, str], number: int, words: str, intent: str
) -> None:
    reply(stage, number, words, intent)
    assert stage.answer.responses == ["utter_reply_asks_nothing"]
    assert set(enrolled(stage).values()) == {"enrolled"}
    assert unanswered(stage).count("reminder_week") == 2


def test_somebody_elses_message_is_not_known(stage: Stage, another: MakeStage, both: tuple[int, str, int, str]) -> None:
    piet = another("piet")
    enrol_jan(piet, 1)
    reply(piet, both[0], "nee kan niet", "deny")
    assert piet.answer.responses == ["utter_reply_asks_nothing"]
    assert set(enrolled(stage).values()) == set(enrolled(piet).values()) == {"enrolled"}


def test_a_yes_to_what_asks_nothing_is_no_answer_to_an_open_question(stage: Stage) -> None:
    offering = enrol_jan(stage, 2)
    tick(stage)
    notice = notice_about(stage, offering, NoticeKind.SEAT_TAKEN)
    stage.say("schrijf me in voor de energiesafari door de hal", "enrol")
    stage.press(stage.answer.titles[1])
    question = stage.open_question
    reply(stage, notice, "ja", "affirm")
    assert stage.answer.responses == ["utter_reply_asks_nothing", "utter_question_waits"]
    assert stage.open_question == question
    assert question == "confirm"
    assert enrolled(stage) == {offering: "enrolled"}


def test_a_question_about_a_seat_that_is_gone_is_about_its_station(
    stage: Stage, both: tuple[int, str, int, str]
) -> None:
    notice, older, _newer_notice, _newer = both
    reply(stage, notice, "nee", "deny")
    stage.say("laat maar", "stop")
    stage.say("schrijf me in voor cobots op de werkvloer", "enrol")
    name = stage.academy.catalogue.module(offering_of(stage, older).module_id).name
    assert reply(stage, notice, "waar is dat?", "ask_location").startswith(name)
    assert enrolled(stage)[older] == "cancelled"


def test_who_cannot_come_says_so_under_any_message_about_the_seat_and_is_asked_first(stage: Stage) -> None:
    offering, other = enrol_jan(stage, 2), enrol_more(stage)
    tick(stage)
    notice = notice_about(stage, offering, NoticeKind.SEAT_TAKEN)
    reply(stage, notice, "ik kan toch niet", "deny")
    assert (stage.answer.responses, stage.slots["leaving"]) == (["utter_ask_cancel"], offering)
    assert enrolled(stage) == {offering: "enrolled", other: "enrolled"}
