"""The talk about which line: what is asked, how often, in which words, and what is said with an advice."""

from __future__ import annotations

from knowledge.advice.advise import advise, explain
from knowledge.advice.profile import Profile
from tests.actions.stage import Stage

ALL_AT_ONCE = "ik ben lasser, wil iets met cobots, twee uur per week, liefst 's avonds bij Zwolle"


def profile_of(stage: Stage) -> Profile:
    """What the talk remembers of the person."""
    kept = {name: stage.slots[name] for name in Profile.model_fields}
    return Profile.model_validate({name: value for name, value in kept.items() if value is not None})


def test_what_is_said_at_once_leaves_nothing_of_that_to_ask(stage: Stage) -> None:
    stage.say(ALL_AT_ONCE, "find_line")
    assert stage.answer.responses == ["utter_advice"]
    assert stage.slots["topic"] == "advised"
    (card,) = stage.answer.cards_of("line")
    assert card.id == "cobots-op-de-werkvloer"
    for said in ("lasser", "Zwolle", "'s avonds", "2 uur"):
        assert any(said in reason for reason in card.reasons), said


def test_the_reasons_that_are_said_are_those_of_the_advice(stage: Stage) -> None:
    text = stage.say(ALL_AT_ONCE, "find_line")
    advice = advise(stage.academy.catalogue, profile_of(stage))
    (card,) = stage.answer.cards_of("line")
    assert card.reasons == [reason.text for reason in advice.reasons]
    assert all(reason.text in text for reason in advice.reasons[:3])


def test_a_correction_replaces_what_was_said(stage: Stage) -> None:
    stage.say(ALL_AT_ONCE, "find_line")
    stage.say("nee, ik ben geen lasser maar operator, en liever in Eindhoven", "change_answer")
    said = profile_of(stage)
    assert (said.role, said.place, said.hours_per_week) == ("operator", "eindhoven", 2.0)
    assert stage.answer.cards_of("line")


def test_who_is_not_what_they_said_is_no_longer_taken_for_it(stage: Stage) -> None:
    stage.say("ik ben lasser", "inform")
    stage.say("ik ben geen lasser", "change_answer")
    assert profile_of(stage).role is None


def test_a_new_wish_takes_the_place_of_the_old_one_and_also_adds(stage: Stage) -> None:
    stage.say("ik wil leren lassen met een robot", "find_line")
    first = profile_of(stage).goals
    stage.say("en ook trillingsanalyse", "find_line")
    both = profile_of(stage).goals
    assert first
    assert set(first) < set(both)
    stage.say("ik wil toch energie besparen", "find_line")
    assert not set(profile_of(stage).goals) & set(both)


def test_the_wish_that_cannot_be_met_is_named(stage: Stage) -> None:
    text = stage.say("ik wil iets met cobots, het liefst in mijn eentje achter het scherm", "find_line")
    assert stage.answer.responses[0] == "utter_wish_dropped"
    assert "de manier van leren" in text
    assert stage.answer.cards_of("line")[0].id == "cobots-op-de-werkvloer"


def test_what_is_not_in_the_catalogue_is_said_and_not_guessed(stage: Stage) -> None:
    text = stage.say("ik wil een cursus boekhouden", "find_line")
    assert stage.answer.responses == ["utter_unknown_topic", "utter_ask_goal"]
    assert '"boekhouden"' in text


def test_why_gives_the_reasons_of_the_line_that_was_advised_and_what_would_change_it(stage: Stage) -> None:
    stage.say(ALL_AT_ONCE, "find_line")
    text = stage.say("waarom", "ask_why")
    why = explain(stage.academy.catalogue, profile_of(stage), "cobots-op-de-werkvloer")
    assert all(f"- {reason.text}" in text for reason in why.reasons)
    assert why.change in text
    assert "Waarom deze?" not in stage.answer.titles


def test_why_before_any_advice_says_that_there_was_none(stage: Stage) -> None:
    stage.say("waarom", "ask_why")
    assert stage.answer.responses == ["utter_no_advice_yet"]


def test_something_else_is_another_line_each_time_until_all_were_seen(stage: Stage) -> None:
    stage.say(ALL_AT_ONCE, "find_line")
    seen = [stage.answer.cards_of("line")[0].id]
    while "utter_no_more_lines" not in stage.answer.responses:
        stage.say("iets anders", "ask_alternatives")
        seen += [card.id for card in stage.answer.cards_of("line")]
    assert sorted(seen) == sorted(stage.academy.catalogue.lines)


def test_a_line_that_was_passed_over_comes_back_when_it_is_what_somebody_wants(stage: Stage) -> None:
    stage.say("ik wil trillingsanalyse leren", "find_line")
    first = stage.slots["line"]
    stage.say("iets anders", "ask_alternatives")
    assert stage.slots["line"] != first
    stage.say("ik wil toch trillingsanalyse leren", "find_line")
    assert stage.slots["line"] == first == "smart-maintenance"


def test_the_same_advice_again_is_short(stage: Stage) -> None:
    stage.say(ALL_AT_ONCE, "find_line")
    stage.say("en het mag ook overdag", "inform")
    assert stage.answer.responses == ["utter_advice_same"]


def test_yes_to_an_advice_shows_the_path_and_no_another_line(stage: Stage) -> None:
    stage.say(ALL_AT_ONCE, "find_line")
    stage.say("nee", "deny")
    assert stage.acted == "action_alternatives"
    stage.say("ja", "affirm")
    assert stage.answer.cards_of("path")


def test_beginning_again_forgets_what_was_told(stage: Stage) -> None:
    stage.say(ALL_AT_ONCE, "find_line")
    stage.say("opnieuw", "restart")
    stage.press("Ja, begin opnieuw")
    assert profile_of(stage) == Profile()
    stage.say("ik zoek iets", "find_line")
    assert stage.answer.responses == ["utter_ask_goal"]
