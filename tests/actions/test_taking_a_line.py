"""A whole line at once: one seat a station, none twice, and none that belongs to another line."""

from __future__ import annotations

from sqlalchemy import select

from knowledge.database import reading
from knowledge.tables import Enrolment, Offering
from tests.actions.seats import enrol_jan, enrolled
from tests.actions.stage import Stage


def test_a_whole_line_is_shown_station_by_station_and_taken_at_once(stage: Stage) -> None:
    stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    assert stage.answer.responses[-1] == "utter_ask_consent"
    chosen = stage.slots["chosen"]
    assert stage.answer.offerings == chosen
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    assert enrolled(stage) == dict.fromkeys(chosen, "enrolled")
    catalogue = stage.academy.catalogue
    modules = [card.module for card in stage.answer.cards_of("offering")]
    stations = [stop.module for stop in catalogue.lines["cyber-security"].stations]
    assert modules == [module for module in stations if module in modules]
    with reading(stage.academy.engine) as session:
        assert {row.line_id for row in session.scalars(select(Enrolment))} == {"cyber-security"}


def test_the_rest_of_a_line_leaves_out_what_somebody_has_already(stage: Stage) -> None:
    first = enrol_jan(stage)
    stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    stage.press("Ja")
    with reading(stage.academy.engine) as session:
        modules = [session.get_one(Offering, id).module_id for id in enrolled(stage)]
    assert first in enrolled(stage)
    assert len(modules) == len(set(modules)) > 1
    stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    assert "utter_nothing_left" in stage.answer.responses or stage.slots["chosen"]


def test_a_date_shown_before_is_not_taken_for_the_whole_line(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.say("doe de hele lijn maar", "enrol")
    chosen = stage.slots["chosen"]
    stage.say("ja, ook die van dinsdag", "affirm")
    assert stage.slots["chosen"] == chosen
    assert len(chosen) > 1


def test_a_station_that_is_not_of_the_line_is_not_enrolled_for_that_line(stage: Stage) -> None:
    stage.say("laat de lijn cyber security zien", "show_line")
    stage.say("schrijf me in voor warmtebeelden maken", "enrol")
    stage.press(stage.answer.titles[0])
    stage.press("Ja")
    stage.gives(email="jan@bedrijf.nl", name="Jan Jansen")
    with reading(stage.academy.engine) as session:
        assert [row.line_id for row in session.scalars(select(Enrolment))] == [None]
