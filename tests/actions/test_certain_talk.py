"""Whether a planned module goes on is said where somebody counts on it: when they enrol, and in their list."""

from __future__ import annotations

from datetime import timedelta

from tests.actions.seats import change_offering, choose_cyber, enrol_jan
from tests.actions.stage import Stage


def undecided(stage: Stage, offering: str, minimum: int) -> None:
    change_offering(stage, offering, minimum=minimum, decide_at=stage.academy.now() + timedelta(hours=20))


def test_below_the_minimum_it_is_said_how_many_are_needed_and_until_when(stage: Stage) -> None:
    offering = choose_cyber(stage)
    undecided(stage, offering, 4)
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert "Nog 3 nodig vóór woensdag 25 november, dan gaat het door." in stage.answer.text
    (card,) = stage.answer.cards_of("offering")
    assert (card.minimum, card.needed, card.certain) == (4, 3, False)
    assert "; nog 3 nodig vóór woensdag 25 november" in stage.say("mijn inschrijvingen", "my_enrolments")
    assert [card.needed for card in stage.answer.cards_of("offering")] == [3]


def test_what_is_certain_is_said_to_be(stage: Stage) -> None:
    offering = choose_cyber(stage)
    change_offering(stage, offering, state="confirmed", minimum=8)
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert "Gaat zeker door." in stage.answer.text
    assert "; gaat zeker door" in stage.say("mijn inschrijvingen", "my_enrolments")


def test_with_enough_people_nothing_is_said_before_the_decision(stage: Stage) -> None:
    offering = enrol_jan(stage)
    undecided(stage, offering, 1)
    text = stage.say("mijn inschrijvingen", "my_enrolments")
    assert "nodig" not in text
    assert "zeker door" not in text
