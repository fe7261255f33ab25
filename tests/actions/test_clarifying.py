"""What is not understood: what it names is used, else likely meanings are offered, else another way."""

from __future__ import annotations

from knowledge.vocabulary import Question
from tests.actions.seats import choose_cyber
from tests.actions.stage import Stage

RANKING = {"nlu_fallback": 0.31, "ask_cost": 0.3, "ask_dates": 0.2, "enrol": 0.1, "stop": 0.05}


def test_what_words_name_is_enough_to_go_on(stage: Stage) -> None:
    stage.say("lasser cobots zwolle", "nlu_fallback")
    assert stage.answer.cards_of("line")
    assert stage.slots["misunderstood"] is None


def test_the_likeliest_meanings_are_offered_as_buttons(stage: Stage) -> None:
    stage.say("hm kosten datum", "nlu_fallback", **RANKING)
    assert stage.answer.responses == ["utter_did_you_mean"]
    assert stage.answer.titles == ["Wat het kost", "Wanneer het is", "Me inschrijven", "Ik wil een mens spreken"]
    stage.press("Wat het kost")
    assert stage.acted == "action_cost"


def test_with_nothing_likely_it_says_what_can_always_be_done(stage: Stage) -> None:
    stage.say("xqz", "nlu_fallback")
    assert stage.answer.responses == ["utter_not_understood"]
    assert stage.answer.titles[-1] == "Ik wil een mens spreken"


def test_the_second_time_in_a_row_a_person_is_named(stage: Stage) -> None:
    stage.say("xqz", "nlu_fallback", **RANKING)
    text = stage.say("xqz", "nlu_fallback", **RANKING)
    assert stage.answer.responses == ["utter_not_understood_again"]
    assert stage.academy.settings.contact in text


def test_the_open_question_returns_in_other_words(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.say("xqz", "nlu_fallback")
    assert stage.answer.responses == ["utter_not_understood", "utter_ask_goal_again"]
    assert stage.answer.titles[-1] == "Maakt niet uit"


def test_yes_and_no_are_only_offered_when_something_was_asked(stage: Stage) -> None:
    ranking = {"nlu_fallback": 0.3, "affirm": 0.3, "deny": 0.2}
    stage.say("xqz", "nlu_fallback", **ranking)
    assert stage.answer.responses == ["utter_not_understood"]
    choose_cyber(stage)
    stage.say("xqz", "nlu_fallback", **ranking)
    assert stage.answer.responses == ["utter_not_understood", "utter_ask_consent_again"]
    assert stage.answer.titles == ["Ja, dat is goed", "Nee, liever niet"]


def test_half_understood_words_still_pick_a_date(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    shown = stage.answer.offerings
    stage.say("tweede", "nlu_fallback")
    assert stage.slots["chosen"] == [shown[1]]


def test_half_understood_words_still_tell_of_the_company(stage: Stage) -> None:
    stage.say("waar begin ik", "hr_where_to_start")
    stage.say("lassers zwolle", "nlu_fallback")
    assert (stage.slots["company"]["roles"], stage.slots["company"]["place"]) == (["lasser"], "zwolle")


def test_who_is_never_understood_is_asked_no_question_a_third_time(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    asked = list(stage.answer.questions)
    for _ in range(6):
        stage.say("xqz", "nlu_fallback")
        asked += stage.answer.questions
    assert len(asked) == len(set(asked)) <= 2 * len(Question)
    assert stage.answer.titles
