"""Places that are ruled out, and a date that is corrected in the same message."""

from __future__ import annotations

from datetime import datetime

import pytest

from knowledge.clock import to_local
from tests.actions.stage import Stage


def towns(stage: Stage) -> set[str]:
    return {card.place.split(", ")[-1] for card in stage.answer.cards_of("offering")}


def chosen(stage: Stage) -> datetime | None:
    """When the one session that is chosen begins, in the Netherlands."""
    ids = stage.slots["chosen"] or []
    begins = [session.starts_at for session in stage.academy.catalogue.sessions if session.id in ids]
    return to_local(begins[0]) if begins and begins[0] else None


@pytest.mark.parametrize("intent", ["enrol", "inform"])
@pytest.mark.parametrize(
    "words",
    [
        "dordrecht?? das anderhalf uur rijden. ik zit in helmond. iets in eindhoven na 12",
        "NEE nie dordrecht. eindhoven",
        "dordrecht is te ver, eindhoven kan wel",
    ],
)
def test_a_place_that_is_ruled_out_is_not_chosen_and_the_other_is_shown(stage: Stage, words: str, intent: str) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.say(words, intent)
    assert stage.slots["chosen"] is None
    assert "Eindhoven" in towns(stage)
    assert "Dordrecht" not in towns(stage)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12 december. o nee wacht dan zit ik bij mn dochter. 15 december", (12, 15)),
        ("15 dec, sorry ik bedoel 8 dec", (12, 8)),
        ("8 december kan ik niet, doe 12 december", (12, 12)),
        ("sobota haarlem daleko. ok 8 december eindhoven ja", (12, 8)),
        ("zaterdag 12 december om 10 uur", (12, 12)),
    ],
)
@pytest.mark.parametrize("intent", ["enrol", "inform"])
def test_the_date_that_is_meant_in_the_end_is_chosen(
    stage: Stage, words: str, day: tuple[int, int], intent: str
) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.say(words, intent)
    begins = chosen(stage)
    assert begins
    assert (begins.month, begins.day) == day


@pytest.mark.parametrize(("time", "hour"), [("12u30", 12), ("12:30", 12), ("17u30", 17), ("17.30 uur", 17)])
def test_of_two_on_one_day_the_time_tells_which(stage: Stage, time: str, hour: int) -> None:
    stage.slots |= {"topic": "enrol", "station": "fabrieksbezoek-zonder-stilstand"}
    stage.say(f"zet me op die van 1 dec {time}", "enrol")
    begins = chosen(stage)
    assert begins
    assert (begins.day, begins.hour) == (1, hour)


def test_what_is_shown_is_not_denied(stage: Stage) -> None:
    stage.say("schrijf me in voor cyber security", "enrol")
    stage.slots |= {"place": "helmond", "dayparts": ["morning"], "shown": None}
    stage.say("iets in eindhoven of haarlem", "inform")
    assert "utter_not_on_that_day" not in stage.answer.responses
    assert "utter_not_quite" not in stage.answer.responses
