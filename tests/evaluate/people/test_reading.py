"""Somebody reads which sentences an answer holds, whatever is filled in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.evaluate.people.reading import (
    ADVICE_QUESTIONS,
    ADVICES,
    DOMAIN,
    NOT_UNDERSTOOD,
    SEATED,
    WAITING,
    Answer,
    read_answer,
    sentences_of,
)

RESPONSES: dict[str, list[dict[str, str]]] = yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["responses"]
QUESTIONS = [name for name in RESPONSES if name.startswith("utter_ask_")]


def said(*texts: str, buttons: tuple[str, ...] = (), cards: tuple[dict[str, Any], ...] = ()) -> Answer:
    """What is read in an answer of these messages; buttons and cards are with the last one."""
    messages: list[dict[str, Any]] = [{"text": text, "buttons": [], "cards": []} for text in texts]
    messages[-1]["buttons"] = [{"title": title, "token": f"token {title}"} for title in buttons]
    messages[-1]["cards"] = list(cards)
    return read_answer(messages, sentences_of())


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_of_the_domain_is_read_in_every_variant(name: str) -> None:
    for variant in RESPONSES[name]:
        answer = said("Genoteerd: lasser.", re.sub(r"\{\w+\}", "iets van toen, en nu", variant["text"]))
        assert answer.question == name.removeprefix("utter_ask_").removesuffix("_again")


def test_every_advice_question_is_asked_in_the_domain() -> None:
    assert {f"utter_ask_{question}" for question in ADVICE_QUESTIONS} <= set(RESPONSES)


def test_an_answer_is_read_in_its_order_with_buttons_and_line() -> None:
    answer = said(
        "Een nanomodule is een les van 2 tot 6 uur over één onderwerp. Je kunt hem los volgen; je hoeft er geen andere "
        "module voor te doen.",
        "Wat voor werk doe je nu? Bijvoorbeeld lasser, operator of monteur.",
        buttons=("Ontwerper", "Maakt niet uit"),
    )
    assert answer.said == ("utter_explain_nanomodule", "utter_ask_role")
    assert (answer.question, answer.line) == ("role", None)
    assert dict(answer.buttons) == {"Ontwerper": "token Ontwerper", "Maakt niet uit": "token Maakt niet uit"}


def test_a_line_counts_as_advised_only_when_it_is_advised() -> None:
    card = {"kind": "line", "id": "smart-maintenance"}
    advised = "Dan past Smart Maintenance nog steeds het best: hij gaat over wat je noemde. Zal ik je pad laten zien?"
    assert said(advised, cards=(card,)).line == "smart-maintenance"
    assert said("Lijn Smart Maintenance: iets.", cards=(card,)).line is None


@pytest.mark.parametrize(
    ("text", "buttons", "cards", "way_on"),
    [
        ("Je staat nergens op een wachtlijst.", (), (), False),
        ("Je staat nergens op een wachtlijst.", ("Iets anders",), (), True),
        ("Je hebt nog geen volgend station. Zal ik iets zoeken?", (), (), True),
        ('Wil je een plek, zeg dan "schrijf me in".', (), (), True),
        ("Dit zijn de data.", (), ({"kind": "offering"},), True),
        ("Dit is een lijn.", (), ({"kind": "line"},), False),
    ],
)
def test_a_way_on_is_a_question_a_button_a_date_or_a_hint(
    text: str, buttons: tuple[str, ...], cards: tuple[dict[str, Any], ...], way_on: bool
) -> None:
    assert said(text, buttons=buttons, cards=cards).has_a_way_on is way_on


def test_sentences_that_are_all_filled_in_are_not_read(tmp_path: Path) -> None:
    domain = tmp_path / "domain.yml"
    domain.write_text('responses:\n  utter_a: [{text: "{all}"}]\n  utter_b: [{text: "Dit staat vast: {all}"}]\n')
    assert list(sentences_of(domain)) == ["utter_b"]


def test_all_that_is_told_apart_by_name_is_in_the_domain() -> None:
    assert {*ADVICES, *SEATED, *NOT_UNDERSTOOD, *WAITING} <= set(RESPONSES)
