"""Our components inside Rasa: lemmas, sentence meaning, intents, and the validator that is built once."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.running.parts import engine_environment, engine_python

pytestmark = pytest.mark.chain
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    done = subprocess.run(
        [engine_python(ROOT), str(Path(__file__).with_name("look_inside.py"))],
        env=engine_environment(ROOT),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_words_get_their_dutch_lemmas(seen: dict[str, Any]) -> None:
    assert "cursus" in seen["lemmas"]


def test_every_sentence_gets_a_vector_of_length_one(seen: dict[str, Any]) -> None:
    assert (seen["understand"]["shape"], seen["understand"]["lengths"]) == ([12, 384], [1.0])


def test_other_words_for_the_same_are_understood_after_storing_and_loading(seen: dict[str, Any]) -> None:
    assert seen["understand"]["intents"] == ["greet", "enrol", "ask_cost"]
    assert seen["understand"]["sums"] == [1.0, 1.0, 1.0]


def test_a_slip_is_read_as_the_word_of_the_training_sentences_that_is_one_letter_away(seen: dict[str, Any]) -> None:
    assert seen["spelling"]["right"] == {
        "Ik wil lerne frzen": "Ik wil leren frezen",
        "tassen": "tassen",  # a Dutch word, however near to "lassen"
        "geen slip": "geen slip",
        "q": "q",
        "": "",
    }


def test_a_second_reading_stands_behind_the_messages_which_stay_as_they_are(seen: dict[str, Any]) -> None:
    assert seen["spelling"]["messages"] == ["ik wil lasssen", "lassen", "/greet", "", "ik wil lassen"]


def test_every_word_gets_a_vector(seen: dict[str, Any]) -> None:
    assert seen["words"] == [3, 384]


def test_only_the_messages_since_the_session_began_are_counted(seen: dict[str, Any]) -> None:
    assert seen["messages"] == 2


def test_the_validator_built_once_refuses_what_rasa_refuses_and_nothing_else(seen: dict[str, Any]) -> None:
    assert seen["validator"]["as rasa"] == seen["validator"]["bad"]
    assert any(seen["validator"]["bad"])
    assert seen["validator"]["good"] is False


def test_what_is_typed_stays_out_of_the_log(seen: dict[str, Any]) -> None:
    assert seen["logged"] == [{"event": "rest.message.received.timeout", "sender": "x", "log_level": "error"}]
