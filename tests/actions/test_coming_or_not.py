"""A reminder, a change or a no-go, answered with a button or in own words: coming, not coming, another date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from knowledge.database import writing
from knowledge.seat.deciding import call_off
from knowledge.seat.locking import locked_offering
from knowledge.seat.touching import tell_of_change
from knowledge.vocabulary import NoticeKind
from tests.actions.messages import all_go, enrolment, move_clock, offering_of, tick, unanswered, wait_too
from tests.actions.seats import change_offering, enrol_jan, enrol_more, enrolled, fill_one
from tests.actions.stage import Stage

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MakeStage = Callable[[str], Stage]


def reminded(stage: Stage, offering: str, before: timedelta = 7 * DAY) -> None:
    """A reminder comes so long before the start."""
    start = offering_of(stage, offering).starts_at
    assert start is not None
    all_go(stage)
    move_clock(start - before, stage)
    kinds = tick(stage)
    assert any(kind.startswith("reminder") for kind in kinds), kinds


@pytest.fixture
def jan(stage: Stage) -> str:
    """A seat of Jan, of which he was reminded a week before."""
    offering = enrol_jan(stage, 2)
    reminded(stage, offering)
    return offering


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("ja ik kom", "affirm"),
        ("ja", "affirm"),
        ("ik ben er!", "inform"),
        ("tot dan", "goodbye"),
        ("lukt wel", "inform"),
    ],
)
def test_coming_is_noted_and_said_with_time_and_place(stage: Stage, jan: str, words: str, intent: str) -> None:
    text = stage.say(words, intent, **{intent: 0.6})
    assert stage.answer.responses == ["utter_see_you"]
    assert "Fijn, tot dan" in text
    assert enrolment(stage, jan).coming_at == stage.academy.now()
    assert unanswered(stage)[-1:] != ["reminder_week"]


def test_the_button_does_the_same(stage: Stage, jan: str) -> None:
    stage.send(f'/confirm_coming{{"offering": "{jan}"}}')
    assert stage.answer.responses == ["utter_see_you"]
    assert enrolment(stage, jan).coming_at == stage.academy.now()


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("ik kan niet", "cancel_enrolment"),
        ("ik kan toch niet", "deny"),
        ("lukt me niet die dag", "inform"),
        ("nee", "deny"),
        ("kan niet, ben ziek", "nlu_fallback"),
        ("meld me maar af", "cancel_enrolment"),
    ],
)
def test_not_coming_frees_the_seat_at_once_and_shows_other_dates(
    stage: Stage, another: MakeStage, jan: str, words: str, intent: str
) -> None:
    change_offering(stage, jan, maximum=1)
    piet = another("piet")
    wait_too(piet, jan)
    stage.say(words, intent)
    assert stage.answer.responses == ["utter_seat_freed", "utter_ask_offering"]
    assert jan not in stage.answer.offerings
    assert enrolled(stage) == {jan: "cancelled"}
    assert enrolled(piet) == {jan: "offered"}
    stage.press(stage.answer.titles[0])
    stage.press("Ja")
    assert sorted(enrolled(stage).values()) == ["cancelled", "enrolled"]


def test_the_button_pressed_twice_says_that_it_was_done(stage: Stage, jan: str) -> None:
    stage.send(f'/cannot_come{{"offering": "{jan}"}}')
    stage.send(f'/cannot_come{{"offering": "{jan}"}}')
    assert stage.answer.responses == ["utter_left_already", "utter_ask_offering"]
    stage.send(f'/confirm_coming{{"offering": "{jan}"}}')
    assert stage.answer.responses == ["utter_not_enrolled"]
    assert enrolled(stage) == {jan: "cancelled"}


@pytest.mark.parametrize(
    "words",
    [
        "misschien kan ik niet",
        "ik weet nog niet of ik kan",
        "ik kan niet wachten",
        "wat als ik niet kan?",
        "mijn collega kan niet",
        "ik kan niet lassen",
    ],
)
def test_who_is_not_sure_or_says_something_else_keeps_the_seat(stage: Stage, jan: str, words: str) -> None:
    stage.say(words, "inform")
    assert enrolled(stage) == {jan: "enrolled"}


@pytest.mark.parametrize(
    ("words", "intent"), [("verplaats maar", "change_answer"), ("kan het een andere keer", "ask_dates")]
)
def test_another_date_moves_the_seat_of_the_reminder(stage: Stage, words: str, intent: str) -> None:
    first = enrol_jan(stage, 2)
    enrol_more(stage)
    reminded(stage, first)
    stage.say(words, intent)
    assert stage.answer.responses == ["utter_ask_offering"]
    module = offering_of(stage, first).module_id
    assert {offering_of(stage, id).module_id for id in stage.answer.offerings} == {module}
    stage.press(stage.answer.titles[0])
    assert stage.answer.responses == ["utter_ask_move"]


def test_a_question_about_the_day_is_answered_and_the_reminder_still_waits(stage: Stage, jan: str) -> None:
    stage.say("wat moet ik meenemen?", "ask_prerequisites")
    assert stage.answer.responses[0] in ("utter_bring", "utter_bring_unknown")
    stage.say("ja ik kom", "affirm")
    assert stage.answer.responses == ["utter_see_you"]


def test_yes_to_a_later_question_is_the_answer_to_that(stage: Stage, jan: str) -> None:
    stage.say("ik wil me afmelden voor cyber security", "cancel_enrolment")
    assert stage.open_question == "cancel"
    stage.say("ja", "affirm")
    assert stage.answer.responses[0] == "utter_cancelled"


def test_another_station_is_not_what_the_reminder_is_about(stage: Stage) -> None:
    later = enrol_jan(stage, 2)
    reminded(stage, enrol_more(stage), DAY)
    stage.say("ik kan niet naar slimme fabriek beleven", "cancel_enrolment")
    assert set(enrolled(stage).values()) == {"enrolled"}
    assert stage.slots["leaving"] == later


def test_another_day_is_not_what_the_reminder_is_about(stage: Stage, jan: str) -> None:
    stage.say("woensdag kan ik niet", "inform")
    assert enrolled(stage) == {jan: "enrolled"}


def test_who_cannot_come_after_all_is_asked_whether_it_is_sure_when_nothing_was_asked(stage: Stage) -> None:
    offering = enrol_jan(stage, 2)
    stage.say("ik kan toch niet", "deny")
    assert stage.answer.responses == ["utter_ask_cancel"]
    stage.say("ja", "affirm")
    assert enrolled(stage) == {offering: "cancelled"}


def test_after_the_start_a_reminder_has_no_answer_any_more(stage: Stage, jan: str) -> None:
    start = offering_of(stage, jan).starts_at
    assert start is not None
    move_clock(start + HOUR / 2, stage)
    for intent in ("confirm_coming", "cannot_come"):
        stage.send(f'/{intent}{{"offering": "{jan}"}}')
        assert stage.answer.responses == ["utter_offering_over"]
    stage.say("ja", "affirm")
    assert stage.answer.responses == ["utter_affirm"]


@pytest.fixture
def changed(stage: Stage, now: datetime) -> str:
    """A seat of Jan whose time changed, an hour after he last said something."""
    offering = enrol_jan(stage, 2)
    move_clock(now + HOUR, stage)
    with writing(stage.academy.engine) as session:
        row = locked_offering(session, offering)
        assert row.starts_at is not None
        assert row.ends_at is not None
        old, row.starts_at, row.ends_at = row.starts_at, row.starts_at + HOUR, row.ends_at + HOUR
        tell_of_change(session, row, {"starts_at": [old.isoformat(), row.starts_at.isoformat()]}, now + HOUR)
    assert "changed" in tick(stage)
    return offering


@pytest.mark.parametrize(
    ("words", "response", "state"),
    [
        ("ja past nog", "utter_see_you", "enrolled"),
        ("dan kan ik niet", "utter_seat_freed", "cancelled"),
        ("nee", "utter_seat_freed", "cancelled"),
    ],
)
def test_a_change_fits_or_it_doesn_t(stage: Stage, changed: str, words: str, response: str, state: str) -> None:
    stage.say(words, "inform")
    assert (stage.answer.responses[0], enrolled(stage)) == (response, {changed: state})


@pytest.fixture
def called_off(stage: Stage, now: datetime) -> str:
    """A seat of Jan that was lost, an hour after he last said something."""
    offering = enrol_jan(stage, 2)
    move_clock(now + HOUR, stage)
    with writing(stage.academy.engine) as session:
        row = locked_offering(session, offering)
        call_off(session, row, now + HOUR, who="navigator", why="1 of at least 4", kind=NoticeKind.NO_GO)
    assert "no_go" in tick(stage)
    return offering


def test_yes_to_other_dates_shows_them(stage: Stage, called_off: str) -> None:
    stage.say("ja graag", "affirm")
    assert stage.answer.responses == ["utter_ask_offering"]
    assert called_off not in stage.answer.offerings
    assert "no_go" not in unanswered(stage)


def test_one_of_the_other_dates_can_be_pointed_at(stage: Stage, called_off: str) -> None:
    stage.say("de eerste maar", "inform")
    assert stage.answer.responses == ["utter_ask_confirm"]
    stage.press("Ja")
    assert sorted(enrolled(stage).values()) == ["cancelled", "enrolled"]


def test_no_to_other_dates_is_fine(stage: Stage, called_off: str) -> None:
    stage.say("nee laat maar", "deny")
    assert stage.answer.responses == ["utter_no_other_date"]
    assert "no_go" not in unanswered(stage)


def test_a_place_in_line_is_left_with_the_button(stage: Stage, now: datetime) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    offering = stage.answer.offerings[2]
    change_offering(stage, offering, maximum=1)
    fill_one(stage, offering)
    stage.press(stage.answer.titles[2])
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    stage.send(f'/cannot_come{{"offering": "{offering}"}}')
    assert stage.answer.responses == ["utter_off_the_list", "utter_ask_offering"]
    assert enrolled(stage) == {offering: "cancelled"}
