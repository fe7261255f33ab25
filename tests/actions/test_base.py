"""What goes wrong becomes words: a refusal its own answer, a crash an apology, a line in the log and no events."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import Engine, text

from actions.academy import Academy
from knowledge.catalogue.snapshot import CatalogueView
from tests.actions.seats import change_offering, choose_cyber, enrolled
from tests.actions.stage import ACTIONS, Stage
from tests.databases import sqlite


def test_a_crash_gives_an_apology_a_line_in_the_log_and_no_events(
    stage: Stage, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    choose_cyber(stage)
    before = dict(stage.slots)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE enrolment_change"))
        connection.execute(text("DROP TABLE enrolment"))
    message = {"text": "ja", "intent": {"name": "affirm", "confidence": 1.0}, "entities": []}
    assert stage.run("action_enrol", message) == []
    assert stage.slots == before
    assert stage.answer.responses[-1] == "utter_apology"
    (line,) = [record for record in caplog.records if record.name == "actions.base"]
    assert (line.levelno, line.getMessage()) == (logging.ERROR, "action_enrol crashed")
    assert line.exc_info


def test_a_house_that_cannot_be_entered_gives_an_apology(caplog: pytest.LogCaptureFixture) -> None:
    def closed() -> Academy:
        raise OSError("the disk is gone")

    dispatcher, tracker = CollectingDispatcher(), Tracker("talk", {}, {}, [], False, None, {}, None)
    assert asyncio.run(ACTIONS["action_say"](closed).run(dispatcher, tracker, {})) == []
    assert [message["response"] for message in dispatcher.messages] == ["utter_apology"]
    assert "the disk is gone" in caplog.text


def test_an_academy_without_a_catalogue_says_sorry_instead_of_nothing(
    stage: Stage, empty_sqlite: object, caplog: pytest.LogCaptureFixture
) -> None:
    with sqlite(empty_sqlite, migrated=False) as empty:  # type: ignore[arg-type]  # a path
        stage.academy = replace(stage.academy, view=CatalogueView(empty))
        assert stage.say("help me iets te leren", "find_line")
    assert stage.answer.responses == ["utter_apology"]
    assert "could not answer" in caplog.text or "crashed" in caplog.text


def test_a_refusal_gives_its_response_and_nothing_is_changed(
    stage: Stage, now: datetime, later: Callable[[datetime], None]
) -> None:
    change_offering(stage, choose_cyber(stage), state="confirmed")
    stage.say("ja", "affirm")
    stage.gives(email="jan@bedrijf.nl")
    later(now + timedelta(days=300))
    stage.gives(name="Jan Jansen")
    assert stage.answer.responses == ["utter_offering_over"]
    assert stage.answer.titles == ["Andere datum zoeken"]
    assert enrolled(stage) == {}


def test_a_button_of_an_offering_that_is_gone_gets_a_sentence(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.send('/enrol{"offering": "gone"}')
    assert stage.answer.responses == ["utter_unknown_thing"]
    assert "There is no offering with id 'gone'." in caplog.text
    assert stage.slots["chosen"] is None


@pytest.mark.parametrize(
    "payload", ['/show_line{"line": "gone"}', '/ask_cost{"module": "gone"}', '/enrol{"line": "gone"}']
)
def test_a_button_of_a_line_or_station_that_is_gone_gets_a_sentence(stage: Stage, payload: str) -> None:
    stage.send(payload)
    assert stage.answer.responses[0] == "utter_unknown_thing"


def test_what_the_catalogue_no_longer_has_is_as_if_it_was_not_said(stage: Stage) -> None:
    stage.slots |= dict.fromkeys(("role", "place", "transition"), "gone")
    stage.slots |= {"goals": ["gone"], "not_lines": ["gone"], "known": {"gone": "expert"}}
    stage.slots |= {"lines": ["gone", "cyber-security"]}
    stage.say("en 's avonds", "inform")
    assert stage.answer.responses[-1] == "utter_advice"
    assert stage.slots["line"] == "cyber-security"


def test_an_answer_with_too_many_buttons_keeps_those_of_the_question(stage: Stage) -> None:
    stage.say("waar begin ik met mijn bedrijf", "hr_where_to_start")
    question = stage.answer.titles
    stage.say("wat kost het", "ask_cost")
    assert stage.answer.responses == ["utter_about_what", "utter_ask_company_transition_again"]
    assert stage.answer.titles == question
