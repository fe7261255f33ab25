"""What we know, what is sent and what is erased, in the talk itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select

from knowledge.database import reading
from knowledge.people import known
from knowledge.tables import Conversation, Enrolment, Learner, PersonalDatum
from tests.actions.seats import enrol_jan, enrolled
from tests.actions.stage import Stage


def test_a_stranger_hears_what_they_told_and_that_nothing_else_is_kept(stage: Stage) -> None:
    stage.say("ik ben lasser en wil iets met trillingsanalyse in Zwolle, 2 uur per week", "find_line")
    text = stage.say("wat weet je van mij", "what_do_you_know")
    assert all(word in text for word in ("lasser", "trillingsanalyse", "Zwolle", "2 uur per week"))
    assert "niets waaraan je te herkennen bent" in text
    assert "geen inschrijvingen" in text


def test_who_enrolled_hears_that_name_and_address_are_kept(stage: Stage) -> None:
    enrol_jan(stage)
    text = stage.say("wat weet je van mij", "what_do_you_know")
    assert "[naam-1]" in text
    assert "[mail-1]" in text
    assert "1 inschrijving." in text


def test_names_and_addresses_are_never_said_but_as_references(stage: Stage) -> None:
    enrol_jan(stage)
    for intent in ("what_do_you_know", "export_data", "my_enrolments", "next_station", "delete_data"):
        stage.say("en", intent)
    said = "\n".join(answer.text + str(answer.door) for answer in stage.answers) + str(stage.slots)
    assert "Jansen" not in said
    assert "jan@bedrijf.nl" not in said


def test_what_is_kept_is_given_by_the_front_door_with_the_answers_of_this_talk(stage: Stage) -> None:
    stage.say("ik ben lasser", "inform")
    stage.say("stuur mijn gegevens", "export_data")
    assert stage.answer.responses[0] == "utter_export"
    assert stage.answer.door["export"] == {"role": "lasser"}


def test_erasing_asks_whether_it_is_sure_and_tells_the_door_to_forget(stage: Stage, engine: Engine) -> None:
    enrol_jan(stage)
    stage.say("wis mijn gegevens", "delete_data")
    assert stage.answer.responses == ["utter_ask_delete"]
    assert "(1)" in stage.answer.text
    assert len(enrolled(stage)) == 1
    talk = stage.conversation
    stage.press("Ja")
    assert (stage.answer.responses, stage.answer.door) == (["utter_deleted"], {"forget": True})
    with reading(engine) as session:
        assert session.get(Conversation, talk) is None
        for table in (Learner, Enrolment, PersonalDatum):
            assert session.scalars(select(table)).all() == []


def test_erasing_frees_the_seat_and_touches_nobody_else(
    stage: Stage, another: Callable[[str], Stage], engine: Engine
) -> None:
    other = another("other")
    kept = enrol_jan(other)
    enrol_jan(stage)
    stage.say("wis mijn gegevens", "delete_data")
    stage.press("Ja")
    assert enrolled(other) == {kept: "enrolled"}
    assert known(engine, "other").email == "jan@bedrijf.nl"


def test_no_leaves_everything(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.say("wis mijn gegevens", "delete_data")
    stage.press("Nee")
    assert (stage.answer.responses, stage.answer.door) == (["utter_delete_dropped"], {})
    assert enrolled(stage) == {offering: "enrolled"}
    stage.say("ja", "affirm")
    assert stage.answer.responses == ["utter_affirm"]


def test_whether_it_is_sure_is_asked_twice_in_other_words_and_then_by_buttons_only(stage: Stage) -> None:
    stage.say("wis mijn gegevens", "delete_data")
    asked = [stage.answer.responses]
    for _ in range(2):
        stage.say("tja", "no_preference")
        asked.append(stage.answer.responses)
    assert asked == [["utter_ask_delete"], ["utter_ask_delete_again"], ["utter_still_open"]]
    stage.press("Ja")
    assert stage.answer.door == {"forget": True}


def test_the_next_time_it_is_asked_in_the_first_words_again(stage: Stage) -> None:
    for _ in range(4):
        stage.say("wis mijn gegevens", "delete_data")
        assert stage.answer.responses == ["utter_ask_delete"]
        stage.say("ik wil iets met cobots", "find_line")


def test_a_bare_yes_after_something_else_erases_nothing(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.say("wis mijn gegevens", "delete_data")
    stage.say("ik wil iets met cobots", "find_line")
    stage.say("ja", "affirm")
    assert stage.answer.door == {}
    assert enrolled(stage) == {offering: "enrolled"}


def test_half_understood_words_do_not_even_propose_to_erase(stage: Stage) -> None:
    stage.say("te ver weg", "delete_data", delete_data=0.41, ask_location=0.37)
    assert "utter_ask_delete" not in stage.answer.responses
    assert stage.open_question is None


@pytest.mark.parametrize("intent", ["what_do_you_know", "export_data", "privacy_question"])
def test_a_question_about_data_is_a_side_question(stage: Stage, intent: str) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.say("en mijn gegevens", intent)
    assert stage.answer.responses[-1] == "utter_ask_goal_again"
