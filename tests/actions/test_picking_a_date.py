"""Which date: by its place in the list, its day, its date or its town, in words or with a button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.cards import OfferingCard
from knowledge.clock import to_local
from tests.actions.seats import change_offering, choose_cyber, enrolled, fill, fill_one
from tests.actions.stage import Stage


@pytest.mark.parametrize(("words", "number"), [("de eerste", 0), ("de tweede", 1), ("doe de laatste maar", -1)])
def test_a_date_is_picked_by_its_place_in_the_list(stage: Stage, words: str, number: int) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    shown = stage.answer.offerings
    stage.say(words, "inform")
    assert stage.slots["chosen"] == [shown[number]]


@pytest.mark.parametrize("intent", ["inform", "enrol", "out_of_scope"])
@pytest.mark.parametrize(
    "words",
    ["die eerste 2 zijn op t zelfde moment", "de eerste twee vallen samen", "de tweede is me te vroeg", "2 is vol"],
)
def test_a_remark_about_the_dates_picks_none(stage: Stage, words: str, intent: str) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.say(words, intent)
    assert stage.slots["chosen"] is None


def test_after_a_remark_about_one_date_another_is_picked(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    shown = stage.answer.offerings
    stage.say("de eerste is te vroeg, doe de tweede", "inform")
    assert stage.slots["chosen"] == [shown[1]]


def day(card: OfferingCard) -> int:
    """0 for Monday, in the Netherlands."""
    assert card.starts_at
    return to_local(card.starts_at).weekday()


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("die van woensdag", lambda card: day(card) == 2),
        ("doe maar die van dinsdag", lambda card: day(card) == 1),
        ("die op 15 december", lambda card: "15 december" in card.when),
        ("die in Zwolle", lambda card: "Zwolle" in card.place),
        ("op dinsdag in Zwolle", lambda card: day(card) == 1 and "Zwolle" in card.place),
        ("in het weekend", lambda card: day(card) >= 5),
    ],
)
def test_a_date_is_picked_by_its_day_its_date_or_its_place(
    stage: Stage, words: str, matches: Callable[[OfferingCard], bool]
) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    first, *_ = [card.id for card in stage.answer.cards_of("offering") if matches(card)]
    stage.say(words, "inform")
    assert stage.slots["chosen"] == [first]


@pytest.mark.parametrize("words", ["de negende", "die van zondag", "tja"])
def test_what_points_at_none_of_the_dates_is_asked_in_other_words_and_then_by_buttons_only(
    stage: Stage, words: str
) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    asked = [stage.answer.questions]
    for _ in range(2):
        stage.say(words, "inform")
        asked.append(stage.answer.questions)
        assert stage.slots["chosen"] is None
    assert asked == [["utter_ask_offering"], ["utter_ask_offering_again"], []]
    assert stage.answer.responses == ["utter_still_open"]
    assert stage.answer.titles


def test_no_to_all_dates_drops_the_enrolment(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    change = stage.answer.offerings
    stage.slots["shown"] = change[:1]
    stage.say("nee", "deny")
    assert stage.answer.responses == ["utter_enrol_dropped"]
    assert stage.slots["chosen"] is None


def test_the_choice_can_be_corrected_until_the_last_question(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    shown = stage.answer.offerings
    stage.press(stage.answer.titles[0])
    for number, words in ((1, "toch de tweede"), (0, "nee, toch de eerste"), (1, "of toch de tweede")):
        stage.say(words, "change_answer")
        assert stage.slots["chosen"] == [shown[number]]
        assert stage.answer.responses == ["utter_ask_consent"]
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert enrolled(stage) == {shown[1]: "enrolled"}


def test_a_side_question_loses_nothing_of_the_choice(stage: Stage) -> None:
    offering = choose_cyber(stage)
    stage.say("wat kost het", "ask_cost")
    assert stage.answer.responses == ["utter_cost_chosen", "utter_ask_consent_again"]
    assert stage.answer.door == {"expects": "consent"}
    stage.say("en wie ziet dit", "privacy_question")
    assert stage.answer.responses == ["utter_privacy_question", "utter_still_open"]
    assert stage.answer.titles == ["Ja, dat is goed", "Nee, liever niet"]
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert enrolled(stage) == {offering: "enrolled"}


def test_a_full_date_is_shown_as_a_waiting_list_and_puts_you_on_it(stage: Stage) -> None:
    full = fill(stage, "diner-digitale-veiligheid", "slimme-fabriek-beleven")
    stage.say("schrijf me in voor cyber security", "enrol")
    assert all(title.endswith("(wachtlijst)") for title in stage.answer.titles)
    offering = stage.answer.offerings[0]
    stage.press(stage.answer.titles[0])
    stage.press("Ja")
    stage.gives(email="piet@bedrijf.nl", name="Piet Pot")
    assert stage.answer.responses == ["utter_on_waiting_list"]
    assert "plek 1" in stage.answer.text
    assert offering in full
    assert enrolled(stage) == {offering: "waiting"}
    (card,) = stage.answer.cards_of("offering")
    assert (card.state, card.waiting_position) == ("waiting", 1)


def test_what_is_not_full_goes_before_what_is(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    first, *others = stage.answer.offerings
    change_offering(stage, first, maximum=1)
    fill_one(stage, first)
    stage.say("schrijf me in voor cyber security", "enrol")
    assert first not in stage.answer.offerings[:1]
    assert set(others) <= set(stage.answer.offerings)


def test_who_says_not_for_what_is_asked(stage: Stage) -> None:
    stage.say("schrijf me in", "enrol")
    assert len(stage.answer.titles) == 4
    stage.press(stage.answer.titles[0])
    assert stage.open_question == "offering"


def test_a_month_is_enough_when_only_one_date_is_in_it(stage: Stage) -> None:
    stage.say("ik wil smart maintenance, 's avonds bij zwolle", "find_line")
    stage.say("schrijf me in", "enrol")
    january = [card for card in stage.answer.cards_of("offering") if "januari" in card.when]
    assert len(january) == 1
    stage.say("die van januari", "enrol")
    assert stage.slots["chosen"] == [january[0].id]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("liever in december", date(2026, 12, 1), date(2026, 12, 31)),
        ("volgende maand", date(2026, 12, 1), date(2026, 12, 31)),
        ("na kerst", date(2026, 12, 26), date.max),
        ("pas na 1 januari", date(2027, 1, 2), date.max),
    ],
)
def test_of_a_period_with_several_dates_those_are_shown(stage: Stage, words: str, first: date, last: date) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.say(words, "inform")
    days = [to_local(card.starts_at).date() for card in stage.answer.cards_of("offering") if card.starts_at]
    assert len(days) > 1
    assert all(first <= day <= last for day in days)
    assert stage.slots["chosen"] is None


def test_a_period_without_a_date_is_said_and_others_are_shown(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.say("liever in de zomer van 2031", "inform")
    assert "utter_not_quite" in stage.answer.responses
    assert stage.answer.cards_of("offering")
    assert stage.slots["chosen"] is None


@pytest.mark.parametrize("intent", ["ask_dates", "help", "goodbye", "out_of_scope", "nlu_fallback", "inform"])
@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("de tweede datum", 1),
        ("optie 2", 1),
        ("ik kies de tweee", 1),
        ("doe maar de eerst datum", 0),
        ("zet mij op de eerste datum", 0),
        ("op de derde datum kan ik", 2),
    ],
)
def test_a_date_is_picked_whatever_the_words_were_taken_for(stage: Stage, words: str, number: int, intent: str) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    shown = stage.answer.offerings
    stage.say(words, intent)
    assert stage.slots["chosen"] == [shown[number]]


@pytest.mark.parametrize("intent", ["ask_dates", "out_of_scope"])
def test_a_day_that_is_shown_is_picked_and_the_same_words_as_a_question_are_none(stage: Stage, intent: str) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    first, *_ = [card for card in stage.answer.cards_of("offering") if "15 december" in card.when]
    stage.say("wat doen we op 15 december?", intent)
    assert stage.slots["chosen"] is None
    stage.say("laten we 15 december doen", intent)
    assert stage.slots["chosen"] == [first.id]


@pytest.mark.parametrize("intent", ["restart", "nlu_fallback", "enrol", "inform", "out_of_scope"])
@pytest.mark.parametrize("words", ["zet me op het eerste station", "ik begin met het eerste station"])
def test_the_first_station_is_that_of_the_line_that_was_advised_last(stage: Stage, words: str, intent: str) -> None:
    stage.slots |= {"topic": "advised", "line": "slim-verspanen", "advised": ["cyber-security", "slim-verspanen"]}
    stage.say(words, intent)
    assert (stage.open_question, stage.slots["line"]) == ("offering", "slim-verspanen")
    assert "Slim verspanen" in stage.answer.text


def test_a_date_that_is_there_is_not_said_to_be_missing(stage: Stage) -> None:
    stage.say("wat is de slimme fabriek beleven", "show_station")
    stage.say("zet me op die van 25 nov 13u", "ask_dates")
    assert "utter_not_quite" not in stage.answer.responses
