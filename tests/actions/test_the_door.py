"""While a name or an address is asked, the front door hears it after every answer, or it keeps nothing back."""

from __future__ import annotations

import pytest

from tests.actions.seats import choose_cyber, enrolled
from tests.actions.stage import Stage

LIKELY = {"nlu_fallback": 0.31, "ask_cost": 0.3, "ask_dates": 0.2}


@pytest.mark.parametrize(
    ("words", "ranking"),
    [
        ("xqz", {"nlu_fallback": 1.0}),
        ("xqz", LIKELY),
        ("wat een weer", {"out_of_scope": 0.9}),
        ("wat kost het", {"ask_cost": 0.9}),
        ("pff", {"frustrated": 0.9}),
        ("bedankt", {"thank": 0.9}),
        ("wanneer is het", {"ask_dates": 0.9}),
        ("wat kun je", {"help": 0.9}),
        ("ik twijfel nog", {"out_of_scope": 0.9}),
        ("wie ziet dat", {"privacy_question": 0.9}),
    ],
)
@pytest.mark.parametrize("asked", ["consent", "email", "name"])
def test_an_answer_that_is_none_leaves_the_door_expecting_the_same(
    stage: Stage, asked: str, words: str, ranking: dict[str, float]
) -> None:
    choose_cyber(stage)
    if asked != "consent":
        stage.press("Ja")
    if asked == "name":
        stage.gives(email="jan@bedrijf.nl")
    assert stage.answer.door == {"expects": asked}
    for _ in range(3):
        stage.say(words, next(iter(ranking)), **ranking)
        assert (stage.open_question, stage.answer.door) == (asked, {"expects": asked})


def test_after_the_seat_nothing_is_expected_any_more(stage: Stage) -> None:
    choose_cyber(stage)
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl")
    stage.gives(name="Jan Jansen")
    assert stage.answer.door == {}


def test_who_got_stuck_can_begin_with_the_same_date_again(stage: Stage) -> None:
    offering = choose_cyber(stage)
    stage.press("Ja")
    for words in ("dat doe ik niet", "nog steeds niet"):
        stage.say(words, "inform")
    assert stage.answer.responses[-1] == "utter_enrol_stuck"
    stage.say("schrijf me in", "enrol")
    stage.press(stage.answer.titles[0])
    assert stage.answer.responses == ["utter_ask_email"]
    stage.gives(email="jan@bedrijf.nl")
    stage.gives(name="Jan Jansen")
    stage.press("Ja")
    assert enrolled(stage) == {offering: "enrolled"}


def test_questions_that_were_asked_for_a_seat_that_was_let_go_do_not_count_for_the_next(stage: Stage) -> None:
    choose_cyber(stage)
    stage.press("Ja")
    stage.slots["asked"] = {"email": 2, "name": 2, "consent": 2}
    stage.say("tot later", "goodbye")
    stage.slots["asked"] = {"email": 2, "name": 2, "consent": 2}
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.press(stage.answer.titles[1])
    assert stage.answer.responses == ["utter_ask_email"]
