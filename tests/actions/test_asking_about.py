"""Questions about a line or station: what it costs, how long, when, where, with what at the end."""

from __future__ import annotations

import pytest

from actions.offerings import euros
from knowledge.vocabulary import Skip
from tests.actions.stage import Stage

LINE = "cyber-security"


def test_the_cost_of_a_line_is_that_of_the_seats_one_would_get(stage: Stage) -> None:
    text = stage.say("wat kost de lijn cyber security", "ask_cost")
    assert stage.answer.responses == ["utter_cost_line"]
    stage.say("schrijf me in voor de hele lijn cyber security", "enrol")
    costs = [card.cost for card in stage.answer.cards_of("offering")]
    assert euros(sum(costs)) in text
    assert f"{len(costs)} stations" in text


def test_the_cost_of_a_station_is_that_of_its_next_session(stage: Stage) -> None:
    text = stage.say("wat kost warmtebeelden maken", "ask_cost")
    stage.say("wanneer is dat", "ask_dates")
    assert euros(stage.answer.cards_of("offering")[0].cost) in text


@pytest.mark.parametrize(("amount", "said"), [(0, "gratis"), (45, "€ 45"), (12.5, "€ 12,50"), (1250.0, "€ 1250")])
def test_euros_are_said_the_dutch_way(amount: float, said: str) -> None:
    assert euros(amount) == said


def test_how_long_it_takes_is_in_hours_and_in_weeks_when_the_pace_is_known(stage: Stage) -> None:
    text = stage.say("hoe lang duurt cyber security", "ask_duration")
    hours = stage.academy.catalogue.line_hours(stage.academy.catalogue.lines[LINE])
    assert f"{hours:g}".replace(".", ",") in text
    assert "week" not in text
    stage.slots["hours_per_week"] = 2
    assert f"{-(-hours // 2):g} weken" in stage.say("hoe lang duurt cyber security", "ask_duration")


def test_the_dates_are_those_that_suit_and_can_be_picked_from(stage: Stage) -> None:
    stage.say("wanneer is warmtebeelden maken", "ask_dates")
    shown = stage.answer.offerings
    assert stage.slots["shown"] == shown
    stage.say("doe de tweede maar", "enrol")
    assert stage.slots["chosen"] == [shown[1]]


def test_where_it_is_names_places_that_hold_it(stage: Stage) -> None:
    text = stage.say("waar is warmtebeelden maken", "ask_location")
    places = {s.place for s in stage.academy.catalogue.sessions_of["warmtebeelden-maken"] if not s.online}
    assert any(place in text for place in places)


def test_what_one_gets_and_how_many_stations_that_asks(stage: Stage) -> None:
    text = stage.say("krijg ik een badge voor cyber security", "ask_certificate")
    catalogue = stage.academy.catalogue
    line = catalogue.lines[LINE]
    needed = sum(stop.skip == Skip.COSTS_RECOGNITION for stop in line.stations)
    assert catalogue.recognitions[str(line.recognition)].name in text
    assert f"{needed} stations" in text
    stage.say("en digitaal leiderschap", "ask_certificate")
    assert stage.answer.responses == ["utter_no_certificate"]


def test_what_one_must_know_is_skills_and_never_other_modules(stage: Stage) -> None:
    for line in stage.academy.catalogue.lines.values():
        stage.send(f'/ask_prerequisites{{"line": "{line.id}"}}')
        assert stage.answer.responses[0] in ("utter_prerequisites", "utter_no_prerequisites")


@pytest.mark.parametrize("intent", ["ask_cost", "ask_duration", "ask_dates", "ask_location", "ask_certificate"])
def test_what_a_question_is_about_is_asked_when_it_cannot_be_known(stage: Stage, intent: str) -> None:
    stage.say("vertel eens", intent)
    assert stage.answer.responses == ["utter_about_what"]
    stage.press(stage.answer.titles[0])
    assert stage.answer.responses != ["utter_about_what"]
    assert stage.slots["line"]


def test_a_station_may_be_skipped_and_what_that_costs_is_said(stage: Stage) -> None:
    line = stage.academy.catalogue.lines[LINE]
    for stop in line.stations:
        stage.send(f'/skip_station{{"line": "{LINE}", "module": "{stop.module}"}}')
        costs = stop.skip == Skip.COSTS_RECOGNITION
        assert stage.answer.responses == ["utter_skip_costs" if costs else "utter_skip_free"]
    stage.say("mag ik iets overslaan", "skip_station")
    stage.say("opnieuw", "restart")
    stage.say("mag ik iets overslaan", "skip_station")
    assert stage.answer.responses == ["utter_skip_any"]
