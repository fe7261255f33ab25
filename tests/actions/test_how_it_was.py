"""After a station, and while e-learning lies still: how it was, whether somebody was there, and what comes next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from knowledge.seat.attending import mark
from tests.actions.messages import enrolment, move_clock, offering_of, tick, unanswered
from tests.actions.seats import change_offering, enrol_jan, enrolled
from tests.actions.stage import Stage

HOUR = timedelta(hours=1)


@pytest.fixture
def over(stage: Stage) -> str:
    """A station that Jan had a seat on, and of which he was asked how it was."""
    offering = enrol_jan(stage)
    change_offering(stage, offering, state="confirmed")
    end = offering_of(stage, offering).ends_at
    assert end is not None
    move_clock(end + 20 * HOUR, stage)
    assert "afterwards" in tick(stage)
    return offering


@pytest.mark.parametrize(
    ("rating", "response"), [("good", "utter_rated_good"), ("could_be_better", "utter_rated_could_be_better")]
)
def test_a_button_says_how_it_was_and_shows_the_next_station(
    stage: Stage, over: str, rating: str, response: str
) -> None:
    text = stage.send(f'/rate{{"offering": "{over}", "rating": "{rating}"}}')
    assert stage.answer.responses == [response]
    assert "volgende station" in text
    assert enrolled(stage) == {over: "attended"}
    assert enrolment(stage, over).feedback == rating
    assert "afterwards" not in unanswered(stage)
    stage.press("Volgend station")
    assert stage.answer.responses == ["utter_ask_offering"]


@pytest.mark.parametrize(
    ("words", "intent", "response", "feedback"),
    [
        ("was leuk", "smalltalk", "utter_rated_good", "good: was leuk"),
        ("goed", "affirm", "utter_rated_good", "good: goed"),
        ("viel tegen", "frustrated", "utter_rated_could_be_better", "could_be_better: viel tegen"),
        ("niet zo leuk", "deny", "utter_rated_could_be_better", "could_be_better: niet zo leuk"),
        ("je kon er warm eten", "give_feedback", "utter_rated_in_words", "je kon er warm eten"),
    ],
)
def test_own_words_are_kept_with_it(
    stage: Stage, over: str, words: str, intent: str, response: str, feedback: str
) -> None:
    stage.say(words, intent, **{intent: 0.6})
    assert (stage.answer.responses, enrolled(stage)) == ([response], {over: "attended"})
    assert enrolment(stage, over).feedback == feedback


@pytest.mark.parametrize("words", ["ben er niet geweest", "ik was er niet", "heb het gemist"])
def test_who_was_not_there_gets_other_dates(stage: Stage, over: str, words: str) -> None:
    stage.say(words, "inform")
    assert stage.answer.responses == ["utter_rated_absent", "utter_ask_offering"]
    assert enrolled(stage) == {over: "missed"}
    assert over not in stage.answer.offerings


def test_a_mistake_can_be_corrected(stage: Stage, over: str) -> None:
    stage.send(f'/rate{{"offering": "{over}", "rating": "absent"}}')
    stage.send(f'/rate{{"offering": "{over}", "rating": "good"}}')
    assert enrolled(stage) == {over: "attended"}


def test_what_the_academy_marked_stays_and_is_said(stage: Stage, over: str) -> None:
    number = enrolment(stage, over).id
    assert number is not None
    mark(stage.academy.engine, over, {number: False}, stage.academy.now(), who="coordinator")
    text = stage.send(f'/rate{{"offering": "{over}", "rating": "good"}}')
    assert stage.answer.responses == ["utter_marked_otherwise"]
    assert stage.academy.settings.contact in text
    assert enrolled(stage) == {over: "missed"}


def test_a_question_is_no_opinion(stage: Stage, over: str) -> None:
    stage.say("is dat ook goed voor lassers?", "explain_concept")
    assert enrolled(stage) == {over: "enrolled"}


def test_before_the_start_nobody_can_have_been_there(stage: Stage) -> None:
    offering = enrol_jan(stage)
    stage.send(f'/rate{{"offering": "{offering}", "rating": "good"}}')
    assert (stage.answer.responses, enrolled(stage)) == (["utter_not_begun"], {offering: "enrolled"})


@pytest.fixture
def still(stage: Stage) -> str:
    """E-learning of Jan that lies still, and of which he was reminded."""
    own_pace = next(session for session in stage.academy.catalogue.sessions if session.starts_at is None)
    stage.send(f'/enrol{{"offering": "{own_pace.id}"}}')
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    move_clock(stage.academy.now() + timedelta(days=15), stage)
    assert "nudge" in tick(stage)
    return own_pace.id


@pytest.mark.parametrize("words", ["/confirm", "ja", "ik ga verder"])
def test_who_goes_on_with_e_learning_hears_that_they_do_well(stage: Stage, still: str, words: str) -> None:
    if words == "/confirm":
        stage.send(f'/confirm_coming{{"offering": "{still}"}}')
    else:
        stage.say(words, "affirm")
    assert stage.answer.responses == ["utter_keep_going"]
    assert "Goed bezig" in stage.answer.text
    assert enrolment(stage, still).coming_at == stage.academy.now()


@pytest.mark.parametrize("words", ["/rate", "ben al klaar", "is af"])
def test_who_is_done_has_it_done(stage: Stage, still: str, words: str) -> None:
    if words == "/rate":
        stage.send(f'/rate{{"offering": "{still}", "rating": "done"}}')
    else:
        stage.say(words, "inform")
    assert stage.answer.responses == ["utter_rated_done"]
    assert enrolled(stage) == {still: "attended"}
    stage.send(f'/confirm_coming{{"offering": "{still}"}}')
    assert stage.answer.responses == ["utter_done_already"]


def test_no_changes_nothing_about_e_learning(stage: Stage, still: str) -> None:
    stage.say("nee nu niet", "deny")
    assert (stage.answer.responses, enrolled(stage)) == (["utter_no_rush"], {still: "enrolled"})
