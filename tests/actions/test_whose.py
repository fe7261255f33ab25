"""For oneself or for a company: a plan is only begun for who wants one, and there is always a way out of it."""

from __future__ import annotations

import pytest

from tests.actions.stage import Stage

NOT_FOR_A_COMPANY = [
    "ik bedoel voor mezelf",
    "niet voor het bedrijf, voor mezelf",
    "het gaat om mij, niet om het bedrijf",
    "het is voor mij persoonlijk",
    "voor eigen gebruik, zeg maar",
    "nee ik zoek iets voor mezef",
]


@pytest.mark.parametrize("intent", ["hr_where_to_start", "nlu_fallback", "deny", "inform", "find_line", "out_of_scope"])
@pytest.mark.parametrize("words", NOT_FOR_A_COMPANY)
def test_who_says_that_it_is_for_themselves_is_out_of_the_plan(stage: Stage, words: str, intent: str) -> None:
    stage.say("waar begin ik met mijn mensen", "hr_where_to_start")
    stage.say(words, intent)
    assert (stage.slots["company"], stage.slots["topic"], stage.answer.questions) == (
        None,
        "advice",
        ["utter_ask_goal"],
    )


@pytest.mark.parametrize("words", ["we hebben een nieuwe baas", "mijn baas is ziek", "het is hier zo druk"])
def test_what_is_about_no_company_begins_no_plan(stage: Stage, words: str) -> None:
    stage.say(words, "hr_where_to_start", hr_where_to_start=0.7, find_line=0.2)
    assert stage.answer.responses == ["utter_did_you_mean"]
    assert (stage.slots["company"], stage.slots["topic"]) == (None, "none")


def test_who_told_of_themselves_and_leads_people_tells_their_work(stage: Stage) -> None:
    stage.say("ik wil AI gebruiken in mijn werk", "find_line")
    stage.say("ik stuur een ploeg van acht man aan", "hr_where_to_start")
    assert stage.slots["company"] is None
    assert stage.slots["topic"] in ("advice", "advised")


@pytest.mark.parametrize(
    "words",
    ["waar begin ik", "ik stuur een ploeg aan, waar begin ik", "wat hebben mijn monteurs nodig", "bedrijfsadvies"],
)
def test_a_question_for_a_company_still_begins_a_plan(stage: Stage, words: str) -> None:
    stage.say(words, "hr_where_to_start")
    assert stage.answer.questions == ["utter_ask_company_transition"]
