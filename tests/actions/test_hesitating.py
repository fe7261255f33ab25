"""Who hesitates loses nothing: the reasons or the rule, and what was open is still open."""

from __future__ import annotations

import pytest

from tests.actions.seats import choose_cyber
from tests.actions.stage import Stage

ADVISED = {"topic": "advised", "line": "cyber-security", "advised": ["cyber-security"]}

HESITATIONS = [
    ("is het wel iets voor mij, denk je", "find_line", "utter_why"),
    ("ik weet niet of ik dat kan", "no_preference", "utter_no_prerequisites"),
    ("wat als ik niet kan die dag", "my_enrolments", "utter_if_you_cannot_come"),
    ("kan ik het later nog afzeggen", "cancel_enrolment", "utter_if_you_cannot_come"),
    ("oei, dat gaat snel", "goodbye", "utter_no_hurry"),
    ("ik twijfel nog een beetje", "no_preference", "utter_no_hurry"),
    ("eerst even overleggen met mijn baas misschien", "human_handoff", "utter_no_hurry"),
    ("moet ik nu meteen beslissen?", "next_station", "utter_no_hurry"),
]


@pytest.mark.parametrize(("words", "intent", "helps"), HESITATIONS)
def test_after_an_advice_it_is_helped_and_the_advice_stays(stage: Stage, words: str, intent: str, helps: str) -> None:
    stage.slots |= ADVISED
    before = dict(stage.slots)
    stage.say(words, intent)
    assert stage.answer.responses[0].replace("utter_prer", "utter_no_prer") == helps
    assert {name: stage.slots[name] for name in ADVISED} == {name: before[name] for name in ADVISED}
    assert stage.answer.titles


@pytest.mark.parametrize(("words", "intent", "helps"), HESITATIONS)
def test_before_consent_the_choice_stays_and_its_buttons_come_back(
    stage: Stage, words: str, intent: str, helps: str
) -> None:
    offering = choose_cyber(stage)
    stage.say(words, intent)
    assert stage.answer.responses[0].replace("utter_prer", "utter_no_prer") == helps
    assert stage.answer.responses[1:] == ["utter_question_waits"]
    assert stage.answer.titles == ["Ja, dat is goed", "Nee, liever niet"]
    assert (stage.slots["chosen"], stage.open_question) == ([offering], "consent")


def test_a_no_with_a_doubt_is_a_no(stage: Stage) -> None:
    choose_cyber(stage)
    stage.say("nee, ik twijfel te veel", "deny")
    assert (stage.slots["chosen"], stage.answer.responses) == (None, ["utter_enrol_dropped"])
