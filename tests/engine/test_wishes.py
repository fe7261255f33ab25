"""Which messages hold one wish and which two: where they are cut, and what their parts add up to. Needs no Rasa."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from components.clauses import parts
from components.wishes import several

from tests.actions.rules import ROOT

CUT = {
    "schrijf me in voor de workshop en wat kost het": ["schrijf me in voor de workshop", "wat kost het"],
    "ik ben lasser en wat is een nanomodule eigenlijk": ["ik ben lasser", "wat is een nanomodule eigenlijk"],
    "haal me van de lijst en wis mijn gegevens": ["haal me van de lijst", "wis mijn gegevens"],
    "wat kost het en hoe lang duurt het": ["wat kost het", "hoe lang duurt het"],
    "ik woon in Zwolle. Kan ik daar parkeren?": ["ik woon in Zwolle.", "Kan ik daar parkeren?"],
    "ja graag, en krijg ik een badge": ["ja graag", "krijg ik een badge"],
    "meld me aan, trouwens wie betaalt dat": ["meld me aan", "wie betaalt dat"],
}
WHOLE = [
    "ik ben lasser en wil iets met cobots, twee uur per week en 's avonds",
    "20 operators en 8 lassers",
    "nee toch liever online",
    "iets met lassen, meten en robots",
    "dinsdag of woensdag, maar niet 's ochtends",
    "hoe lang duurt het",
    "ja",
    "",
]


@pytest.mark.parametrize(("text", "pieces"), CUT.items())
def test_a_message_is_cut_where_something_else_begins(text: str, pieces: list[str]) -> None:
    assert [part.text for part in parts(text)] == pieces


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_one_wish_is_not_cut(text: str) -> None:
    assert [part.text for part in parts(text)] == [text]


def test_a_story_of_many_parts_is_read_whole() -> None:
    text = "ik ben lasser. ik woon in Zwolle. ik heb drie kinderen. ik werk veel. wat kost het?"
    assert [part.text for part in parts(text)] == [text]


def settings() -> dict[str, Any]:
    """The settings of the component as they stand in config.yml, over its defaults."""
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    (ours,) = [one for one in config["pipeline"] if one["name"].endswith("SeveralWishes")]
    return {"sure": 0.6, "sure_alone": 0.85, "tells_sure": 0.35, "most": 3, **ours}


def wishes(text: str, whole: dict[str, float], *each: dict[str, float]) -> list[tuple[str, str]] | None:
    """The wishes (text, intent) of a message, given how the model ranks it and each of its parts."""
    pieces = parts(text)
    assert len(pieces) == len(each)
    heard = [(part, ranked(of)) for part, of in zip(pieces, each, strict=True)]
    found = several(text, ranked(whole), heard, settings())
    return [(wish["text"], wish["intent"]) for wish in found[0]] if found else None


def ranked(of: dict[str, float]) -> list[dict[str, Any]]:
    return [{"name": name, "confidence": sure} for name, sure in of.items()]


def test_an_order_and_a_question_are_two_wishes() -> None:
    text = "schrijf me in voor de workshop en wat kost het"
    found = wishes(text, {"enrol": 0.5, "ask_cost": 0.45}, {"enrol": 1.0}, {"ask_cost": 1.0})
    assert found == [("schrijf me in voor de workshop", "enrol"), ("wat kost het", "ask_cost")]


def test_what_the_whole_message_means_is_the_main_wish_and_keeps_the_rest_of_the_words() -> None:
    text = "ik ben lasser, wat kost het, en ik woon in Zwolle"
    found = wishes(text, {"inform": 0.6, "ask_cost": 0.3}, {"inform": 0.9}, {"ask_cost": 0.9}, {"inform": 0.9})
    assert found == [("ik ben lasser ik woon in Zwolle", "inform"), ("wat kost het", "ask_cost")]


def test_of_two_orders_the_one_that_erases_comes_last() -> None:
    text = "haal me van de lijst en wis mijn gegevens"
    found = wishes(text, {"delete_data": 0.8}, {"cancel_enrolment": 0.9}, {"delete_data": 0.95})
    assert found == [("haal me van de lijst", "cancel_enrolment"), ("wis mijn gegevens", "delete_data")]


def test_a_yes_with_a_question_is_both_but_not_with_a_reservation() -> None:
    ranking = ({"ask_cost": 0.5, "affirm": 0.3}, {"affirm": 0.95}, {"ask_cost": 0.95})
    assert wishes("ja graag, en wat kost het", *ranking) == [("wat kost het", "ask_cost"), ("ja graag", "affirm")]
    assert wishes("ja maar wat kost het", *ranking) is None


@pytest.mark.parametrize(
    ("text", "whole", "first", "second"),
    [
        ("wat kost het en wie betaalt dat", {"ask_cost": 0.9}, {"ask_cost": 1.0}, {"ask_cost": 0.9}),
        ("ik zoek iets en ik ben lasser", {"find_line": 0.9}, {"find_line": 1.0}, {"inform": 0.9}),
        ("die badge, waar staat die", {"show_passport": 0.9}, {"show_passport": 0.9}, {"ask_location": 0.9}),
        ("stuur een berichtje, ik vergeet alles", {"set_reminders": 0.9}, {"set_reminders": 1.0}, {"delete_data": 0.8}),
        ("hoi, wat kost het", {"ask_cost": 0.9}, {"greet": 1.0}, {"ask_cost": 1.0}),
        ("schrijf me in en wat is dat nou", {"enrol": 0.9}, {"enrol": 1.0}, {"explain_concept": 0.4}),
        ("wil leren maar wat", {"find_line": 0.97}, {"find_line": 1.0}, {"explain_concept": 0.9}),
    ],
)
def test_what_is_of_one_kind_or_unsure_stays_one_wish(
    text: str, whole: dict[str, float], first: dict[str, float], second: dict[str, float]
) -> None:
    assert wishes(text, whole, first, second) is None
