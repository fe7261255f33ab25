"""Looking round: lines, stations, maps, paths, and what it costs, how long, when, where, with what at the end."""

from __future__ import annotations

import pytest

from actions.browse import CONCEPTS
from knowledge.seat.choosing import clashes
from tests.actions.seats import enrol_jan
from tests.actions.stage import Stage

LINE = "cyber-security"


def test_everything_there_is_is_listed_in_short(stage: Stage) -> None:
    text = stage.say("wat hebben jullie allemaal", "browse_catalogue")
    catalogue = stage.academy.catalogue
    assert all(line.name in text for line in catalogue.lines.values())
    assert f"{len(catalogue.modules)} modules" in text
    assert len(stage.answer.titles) == 3


def test_a_skill_that_is_asked_about_gives_its_modules_and_lines(stage: Stage) -> None:
    text = stage.say("hebben jullie iets over trillingsanalyse", "browse_catalogue")
    catalogue = stage.academy.catalogue
    modules = [module for module in catalogue.modules.values() if "trillingsanalyse" in module.teaches]
    assert all(module.name in text for module in modules[:5])
    assert "Smart Maintenance" in stage.answer.titles


def test_a_line_shows_its_goal_and_all_its_stations(stage: Stage) -> None:
    stage.say("laat de lijn cyber security zien", "show_line")
    line = stage.academy.catalogue.lines[LINE]
    (card,) = stage.answer.cards_of("line")
    assert [stop.module for stop in card.stations] == [stop.module for stop in line.stations]
    assert line.goal in stage.answer.text
    assert stage.slots["line"] == LINE


def test_which_line_is_asked_when_none_was_named(stage: Stage) -> None:
    stage.say("laat de lijn zien", "show_line")
    assert stage.answer.responses == ["utter_which_line"]
    stage.press(stage.answer.titles[0])
    assert stage.answer.cards_of("line")


def test_a_station_shows_what_one_does_there_and_its_first_dates(stage: Stage) -> None:
    stage.say("vertel over warmtebeelden maken", "show_station")
    assert stage.answer.cards_of("station")[0].module == "warmtebeelden-maken"
    assert stage.answer.cards_of("offering")
    stage.press("Schrijf me in")
    assert stage.open_question == "offering"


def test_of_a_line_it_is_asked_which_station(stage: Stage) -> None:
    stage.say("laat de lijn cyber security zien", "show_line")
    stage.say("vertel over een station", "show_station")
    assert stage.answer.responses == ["utter_which_station_of"]
    stage.press(stage.answer.titles[0])
    assert stage.answer.cards_of("station")
    stage.say("opnieuw", "restart")
    stage.press("Ja, begin opnieuw")
    stage.say("vertel over een station", "show_station")
    assert stage.answer.responses == ["utter_which_station"]


def test_a_map_shows_the_lines_of_the_region_and_that_of_the_talk(stage: Stage) -> None:
    stage.say("laat de kaart zien", "show_map")
    first = stage.answer.cards_of("map")[0]
    stage.press(stage.answer.titles[0])
    assert stage.answer.cards_of("map")[0].id != first.id
    stage.say("laat de lijn slim verspanen zien", "show_line")
    stage.say("en de kaart", "show_map")
    assert "slim-verspanen" in {line.id for line in stage.answer.cards_of("map")[0].lines}


@pytest.mark.parametrize("concept", list(CONCEPTS))
def test_each_word_of_the_academy_is_explained_by_each_word_for_it(stage: Stage, concept: str) -> None:
    for word in CONCEPTS[concept]:
        stage.say(f"wat is een {word}", "explain_concept")
        named = {mention["kind"] for mention in stage.slots["heard"]} & {"transition", "skill"}
        assert stage.answer.responses == [f"utter_explain_{'thing' if named else concept}"]


def test_what_is_not_a_word_of_ours_gets_the_whole_story(stage: Stage) -> None:
    stage.say("wat is dit allemaal", "explain_concept")
    assert stage.answer.responses == ["utter_explain_academie"]


def test_a_path_leads_to_the_goal_and_says_when_it_is_proved_shortest(stage: Stage) -> None:
    stage.say("ik wil trillingsanalyse leren", "find_line")
    stage.say("laat mijn pad zien", "show_path")
    (path,) = stage.answer.cards_of("path")
    assert path.steps
    assert path.proved_optimal == ("Korter kan niet" in stage.answer.text)
    stage.press("Schrijf me in voor dit pad")
    assert stage.slots["chosen"] == [step.offering for step in path.steps if step.offering]


def test_without_a_goal_there_is_no_path_and_no_gap_yet(stage: Stage) -> None:
    for intent in ("show_path", "show_skill_gap"):
        stage.say("en nu", intent)
        assert stage.answer.responses == ["utter_no_goal_yet"]


def test_the_gap_is_what_somebody_cannot_do_yet(stage: Stage) -> None:
    stage.say("ik wil trillingsanalyse leren", "find_line")
    stage.say("wat kom ik tekort", "show_skill_gap")
    (before,) = stage.answer.cards_of("skill_gap")
    stage.slots["known"] = {"trillingsanalyse": "expert"}
    stage.say("wat kom ik tekort", "show_skill_gap")
    (after,) = stage.answer.cards_of("skill_gap")
    assert set(before.need) - set(after.need) == {"Trillingsanalyse"}


def test_a_path_leaves_the_times_alone_that_are_taken(stage: Stage) -> None:
    taken = enrol_jan(stage)
    busy = next(session for session in stage.academy.catalogue.sessions if session.id == taken)
    stage.say("laat het pad voor cyber security zien", "show_path")
    chosen = [session for session in stage.academy.catalogue.sessions if session.id in stage.slots["path"]]
    assert chosen
    assert busy.starts_at
    assert busy.ends_at
    assert not any(clashes(session, [(busy.starts_at, busy.ends_at)]) for session in chosen)
