"""Reminders set by talking: what is wished is kept and said back; what is no wish about messages changes nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from knowledge.database import reading
from knowledge.people import known, wishes_of
from knowledge.tables import Learner
from knowledge.telling.wishes import ReminderWishes
from tests.actions.seats import enrol_jan
from tests.actions.stage import Stage

USUAL = ReminderWishes()
ONLY_A_DAY = ReminderWishes(week=False, hours=False)


def kept(stage: Stage) -> ReminderWishes:
    return wishes_of(stage.academy.engine, stage.conversation)


def test_a_wish_is_kept_and_said_back(stage: Stage) -> None:
    text = stage.say("stuur me alleen een dag van tevoren een bericht", "set_reminders")
    assert stage.answer.responses == ["utter_reminders_set"]
    assert kept(stage) == ONLY_A_DAY
    assert "een bericht een dag van tevoren" in text
    assert stage.answer.titles == ["Niet in het weekend", "Geen berichten", "Alle berichten"]


def test_a_wish_needs_no_consent_and_says_of_nobody_who_they_are(stage: Stage, engine: Engine) -> None:
    stage.say("niet in het weekend berichten", "set_reminders")
    person = known(engine, stage.conversation)
    assert (person.consent, person.name, person.email) == (False, None, None)
    with reading(engine) as session:
        assert [one.wishes for one in session.scalars(select(Learner))] == [{"weekend": False}]


def test_one_wish_comes_on_top_of_another(stage: Stage) -> None:
    stage.say("niet in het weekend berichten", "set_reminders")
    stage.press("Alleen een dag")
    assert kept(stage) == ONLY_A_DAY.model_copy(update={"weekend": False})
    assert stage.answer.titles == ["Geen berichten", "Alle berichten"]


def test_all_can_be_put_off_and_on_again_with_a_button(stage: Stage) -> None:
    stage.say("herinneringen instellen", "set_reminders")
    stage.press("Geen berichten")
    assert not kept(stage).any_reminder
    assert "geen herinneringen" in stage.answer.text
    stage.press("Alle berichten")
    assert kept(stage) == USUAL


def test_the_button_of_a_message_stops_the_word_about_e_learning(stage: Stage) -> None:
    enrol_jan(stage)
    stage.send('/set_reminders{"nudges": "off"}')
    assert stage.answer.responses == ["utter_reminders_set"]
    assert kept(stage) == ReminderWishes(nudges=False)


@pytest.mark.parametrize(
    "words",
    ["kan ik herinneringen instellen?", "wanneer krijg ik een bericht", "krijg ik een herinnering", "herinneringen"],
)
def test_who_only_asks_hears_what_holds_and_how_to_change_it(stage: Stage, words: str) -> None:
    text = stage.say(words, "set_reminders")
    assert stage.answer.responses == ["utter_reminders_hold"]
    assert "een week, een dag en twee uur van tevoren" in text
    assert kept(stage) == USUAL
    assert stage.answer.titles == ["Alleen een dag van tevoren", "Niet in het weekend", "Geen berichten"]


def test_what_cannot_be_wished_is_said_honestly(stage: Stage) -> None:
    stage.say("stuur me op mijn verjaardag een taart", "set_reminders")
    assert stage.answer.responses == ["utter_reminders_unclear"]
    assert kept(stage) == USUAL


@pytest.mark.parametrize("intent", ["inform", "out_of_scope", "nlu_fallback", "deny", "cancel_enrolment"])
@pytest.mark.parametrize(
    ("words", "wishes"),
    [
        ("stuur me een dag van tevoren een bericht", {"week": False, "hours": False}),
        ("niet in het weekend berichten", {"weekend": False}),
        ("app me niet meer na 8 uur", {"quiet_from": "20:00:00"}),
    ],
)
def test_words_about_messages_are_a_wish_whatever_they_are_taken_for(
    stage: Stage, words: str, wishes: dict[str, object], intent: str
) -> None:
    stage.say(words, intent)
    assert stage.answer.responses[0] == "utter_reminders_set"
    assert kept(stage).model_dump(mode="json", exclude_defaults=True) == wishes


def test_who_works_at_night_is_left_to_sleep(stage: Stage) -> None:
    stage.say("ik draai nachtdienst dus bel niet overdag", "inform")
    assert stage.answer.responses[0] == "utter_reminders_set"
    assert kept(stage).shift == "night"


@pytest.mark.parametrize("words", ["liever niet in het weekend", "niet 's avonds", "het liefst overdag na 9 uur"])
def test_when_somebody_can_learn_is_no_wish_about_messages(stage: Stage, words: str) -> None:
    stage.say("ik ben lasser en wil iets met cobots", "find_line")
    stage.say(words, "inform")
    assert "utter_reminders_set" not in stage.answer.responses
    assert kept(stage) == USUAL


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("mail me mijn gegevens", "export_data"),
        ("kan iemand me bellen, niet na 8 uur", "human_handoff"),
        ("stuur me een bericht als er een plek vrij komt", "waiting_list_position"),
    ],
)
def test_other_matters_with_words_of_messages_change_no_wish(stage: Stage, words: str, intent: str) -> None:
    stage.say(words, intent)
    assert not {"utter_reminders_set", "utter_reminders_hold"} & set(stage.answer.responses)
    assert kept(stage) == USUAL


def test_the_question_that_was_open_returns(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    titles = stage.answer.titles
    stage.say("stuur me een dag van tevoren een bericht", "set_reminders")
    assert stage.answer.responses == ["utter_reminders_set", "utter_ask_offering_again"]
    assert stage.answer.titles == titles
