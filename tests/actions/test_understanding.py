"""Before any answer: what a message names is kept, for the person, for the company, or for the seat that is chosen."""

from __future__ import annotations

from typing import Any

import pytest

from actions.advising import NO_MATTER
from actions.meanings import MEANINGS
from actions.talk import payload
from actions.understanding import hear_company
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.linking import Mention
from tests.actions.domain import domain
from tests.actions.seats import choose_cyber
from tests.actions.stage import Stage

TOLD = "ik ben lasser, bij Zwolle"


def told(stage: Stage) -> dict[str, Any]:
    """The slots of the profile that are filled."""
    return {name: stage.slots[name] for name in Profile.model_fields if stage.slots[name] is not None}


@pytest.mark.parametrize("intent", ["find_line", "inform", "change_answer", "no_preference", "greet", "nlu_fallback"])
def test_what_somebody_tells_of_themselves_is_kept(stage: Stage, intent: str) -> None:
    stage.say(TOLD, intent)
    assert (told(stage)["role"], told(stage)["place"]) == ("lasser", "zwolle")


@pytest.mark.parametrize("intent", ["ask_location", "show_line", "thank", "enrol", "my_enrolments"])
def test_what_a_question_names_is_not_told_of_oneself(stage: Stage, intent: str) -> None:
    stage.say("is dat bij Zwolle voor een lasser", intent)
    assert "role" not in told(stage)
    assert "place" not in told(stage)


def test_while_a_seat_is_chosen_a_day_points_at_a_date_and_is_no_wish(stage: Stage) -> None:
    choose_cyber(stage)
    stage.say("die van dinsdag in Zwolle", "inform")
    assert told(stage) == {}
    stage.say("ik zoek toch iets op dinsdag", "find_line")
    assert told(stage)["days"] == [1]


@pytest.mark.parametrize("intent", sorted(set(domain()["intents"]) - {"restart"}))
def test_a_button_names_what_it_carries_and_nothing_by_the_word_of_its_intent(stage: Stage, intent: str) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.send(payload(intent, {}))
    assert stage.slots["heard"] == []
    assert {name: value for name, value in told(stage).items() if name != "no_preference"} == {}


def test_what_a_button_carries_is_heard_as_if_it_was_said(stage: Stage) -> None:
    stage.send(payload("inform", {"role": "lasser", "hours_per_week": 2}))
    assert told(stage) == {"role": "lasser", "hours_per_week": 2.0}


def test_an_answer_closes_its_question_and_another_fact_leaves_it_open(stage: Stage) -> None:
    stage.say("ik zoek een cursus", "find_line")
    stage.say("ik ben lasser", "inform")
    assert (stage.open_question, stage.slots["asked"]) == ("goal", {"goal": 2})
    stage.say("trillingsanalyse", "inform")
    assert "goal" not in stage.slots["asked"]


def test_a_bare_number_is_hours_only_when_that_was_asked(stage: Stage) -> None:
    stage.say("3", "inform")
    assert told(stage) == {}
    stage.slots |= {"topic": "advice", "open_question": {"name": "hours", "buttons": [], "expects": None, "values": {}}}
    stage.say("3", "inform")
    assert told(stage)["hours_per_week"] == 3.0


@pytest.mark.parametrize("intent", ["no_preference", "deny"])
def test_maakt_niet_uit_answers_the_open_question_and_nothing_else(stage: Stage, intent: str) -> None:
    stage.say(NO_MATTER, "no_preference")
    assert "goal" not in told(stage).get("no_preference", [])
    stage.say(NO_MATTER, intent)
    assert told(stage)["no_preference"] == ["goal"]


def test_being_misunderstood_counts_only_in_a_row(stage: Stage) -> None:
    stage.say("xqz", "nlu_fallback")
    assert stage.slots["misunderstood"] == 1
    stage.say("bedankt", "thank")
    assert stage.slots["misunderstood"] is None


def mention(kind: str, value: Any, *, negated: bool = False) -> Mention:
    return Mention(kind, value, "", 0, 0, negated)


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ({}, [mention("role", "lasser"), mention("role", "operator")], {"roles": ["lasser", "operator"]}),
        ({"roles": ["lasser"]}, [mention("role", "operator")], {"roles": ["lasser", "operator"]}),
        ({"roles": ["lasser", "operator"]}, [mention("role", "lasser", negated=True)], {"roles": ["operator"]}),
        ({}, [mention("place", "zwolle"), mention("headcount", 40)], {"place": "zwolle", "people": 40}),
        ({"place": "zwolle"}, [mention("place", "breda")], {"place": "breda"}),
        ({}, [mention("line", "cobots-op-de-werkvloer")], {"transition": "flexibel-robotiseren"}),
        ({"transition": "open"}, [mention("skill", "energie-besparen")], {"transition": "duurzaam-produceren"}),
        (
            {"transition": "smart-maintenance"},
            [mention("skill", "energie-besparen")],
            {"transition": "smart-maintenance"},
        ),
        (
            {"transition": "smart-maintenance"},
            [mention("transition", "smart-production")],
            {"transition": "smart-production"},
        ),
        ({"roles": "open"}, [mention("daypart", "evening")], {"roles": "open"}),
    ],
)
def test_what_is_said_of_a_company(
    catalogue: Catalogue, before: dict[str, Any], said: list[Mention], after: dict[str, Any]
) -> None:
    assert hear_company(catalogue, before, said) == after


def test_who_corrects_may_name_another_line_for_where_the_company_goes(catalogue: Catalogue) -> None:
    said = [mention("line", "cobots-op-de-werkvloer")]
    heard = hear_company(catalogue, {"transition": "smart-maintenance"}, said, corrects=True)
    assert heard == {"transition": "flexibel-robotiseren"}


def test_every_meaning_that_is_offered_is_an_intent() -> None:
    assert set(MEANINGS) <= set(domain()["intents"])
