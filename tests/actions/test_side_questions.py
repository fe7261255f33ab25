"""Side questions of all kinds: an honest answer, then the open question; thanks and anger press nobody."""

from __future__ import annotations

import pytest

from tests.actions.domain import domain
from tests.actions.seats import choose_cyber, enrol_jan
from tests.actions.stage import Stage


@pytest.mark.parametrize("intent", ["ask_location", "out_of_scope", "nlu_fallback", "ask_cost"])
def test_of_parking_it_is_said_who_knows(stage: Stage, intent: str) -> None:
    text = stage.say("is daar parkeren?", intent)
    assert stage.answer.responses == ["utter_not_known_here"]
    assert stage.academy.settings.contact in text


def test_of_ones_own_seat_the_place_is_told_too(stage: Stage) -> None:
    enrol_jan(stage)
    assert "Dordrecht" in stage.say("kan ik daar parkeren", "ask_location")


@pytest.mark.parametrize("intent", ["ask_prerequisites", "next_station", "nlu_fallback"])
def test_what_to_bring_is_told_of_the_seat_or_said_to_be_unknown(stage: Stage, intent: str) -> None:
    stage.say("wat moet ik meenemen?", intent)
    assert stage.answer.responses == ["utter_bring_general"]
    enrol_jan(stage)
    stage.say("wat moet ik meenemen?", intent)
    assert stage.answer.responses in (["utter_bring"], ["utter_bring_unknown"])


def test_what_a_badge_is_needs_no_line(stage: Stage) -> None:
    stage.say("wat is een badge eigenlijk", "ask_certificate")
    assert stage.answer.responses == ["utter_explain_erkenning"]


def test_bringing_ones_own_case_is_something_else(stage: Stage) -> None:
    stage.say("mag ik mijn eigen klus meenemen", "own_case")
    assert stage.answer.responses == ["utter_own_case_no_seat"]


@pytest.mark.parametrize("intent", ["thank", "frustrated", "smalltalk"])
def test_thanks_and_anger_leave_the_question_open_without_asking_it_again(stage: Stage, intent: str) -> None:
    choose_cyber(stage)
    stage.say("ok bedankt", intent)
    assert stage.answer.responses == [f"utter_{intent}", "utter_question_waits"]
    assert (stage.open_question, stage.answer.titles) == ("consent", ["Ja, dat is goed", "Nee, liever niet"])
    stage.press("Ja")
    assert stage.answer.questions == ["utter_ask_email"]


def test_who_wonders_why_it_is_asked_is_told(stage: Stage) -> None:
    choose_cyber(stage)
    stage.say("waarom moet je dat weten", "ask_why")
    assert stage.answer.responses == ["utter_why_contact", "utter_ask_consent_again"]
    stage.press("Ja")
    stage.say("waar is dat voor nodig", "ask_prerequisites")
    assert stage.answer.responses == ["utter_why_contact", "utter_ask_email_again"]


def test_why_a_question_about_oneself_is_asked_is_told_too(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.say("hoezo", "ask_why")
    assert stage.answer.responses == ["utter_why_asked", "utter_ask_goal_again"]


def test_what_only_names_something_is_no_anger(stage: Stage) -> None:
    stage.say("ik ben lasser", "inform")
    stage.say("toch Zwolle", "frustrated")
    assert stage.slots["place"] == "zwolle"
    assert "utter_frustrated" not in stage.answer.responses


def test_an_open_yes_or_no_is_among_what_may_be_meant(stage: Stage) -> None:
    choose_cyber(stage)
    stage.say("hm kosten", "nlu_fallback", nlu_fallback=0.3, ask_cost=0.3, ask_dates=0.2, enrol=0.1)
    assert stage.answer.responses == ["utter_answer_or_mean"]
    assert stage.answer.titles == ["Wat het kost", "Wanneer het is", "Ja, dat is goed", "Nee, liever niet"]


def test_however_often_it_is_not_understood_there_is_a_way_on(stage: Stage) -> None:
    for _ in range(5):
        stage.say("xqz", "nlu_fallback")
        assert stage.answer.titles[-1] == "Ik wil een mens spreken"
    assert stage.answer.responses == ["utter_not_understood_still"]


ENDS = ("?", '"', "@", "Vraag", "Typ", "Zeg", "Noem", "Vertel", "Kies", "Waar ", "Antwoord", "Je kunt", "Terug", "typ")


@pytest.mark.parametrize("intent", sorted(domain()["intents"]))
@pytest.mark.parametrize("state", ["nothing", "asked", "advised", "consent", "seated", "company"])
def test_every_answer_ends_with_a_way_on(stage: Stage, intent: str, state: str) -> None:
    _bring_to(stage, state)
    stage.say("hm", intent)
    words = stage.answer.texts[-1]
    assert stage.answer.titles or any(end in words for end in ENDS), (stage.answer.responses, words)


def _bring_to(stage: Stage, state: str) -> None:
    if state == "asked":
        stage.say("ik zoek een cursus", "find_line")
    elif state == "advised":
        stage.say(
            "ik ben lasser en wil iets met smart maintenance, twee uur 's avonds in Zwolle, zelf doen", "find_line"
        )
    elif state == "consent":
        choose_cyber(stage)
    elif state == "seated":
        enrol_jan(stage)
    elif state == "company":
        stage.say("ik ben hr, waar begin ik", "hr_where_to_start")
