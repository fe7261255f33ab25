"""What is declared exists: domain, training data, rules, actions, settings and documentation agree."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import actions
from actions.base import NavigatorAction
from actions.browse import CONCEPTS
from actions.hr import QUESTIONS as COMPANY_QUESTIONS
from actions.meanings import MEANINGS
from knowledge.advice.profile import Profile
from knowledge.settings import Settings
from knowledge.vocabulary import Question
from tests.pressed import PRESSED

ROOT = Path(__file__).parents[1]
CODE = "\n".join(file.read_text() for file in sorted((ROOT / "actions").glob("*.py")))
REFUSALS = "\n".join(file.read_text() for file in sorted((ROOT / "knowledge").rglob("*.py")))
# fmt: off
CONTRACT = {
    "greet", "goodbye", "thank", "affirm", "deny", "no_preference", "stop", "restart", "help", "bot_challenge",
    "human_handoff", "out_of_scope", "find_line", "inform", "change_answer", "ask_why", "ask_alternatives",
    "explain_concept", "browse_catalogue", "show_map", "show_line", "show_station", "show_path",
    "show_skill_gap", "ask_cost", "ask_duration", "ask_dates", "ask_location", "ask_certificate",
    "ask_prerequisites", "enrol", "cancel_enrolment", "my_enrolments", "next_station", "waiting_list_position",
    "skip_station", "set_reminders", "own_case", "show_passport", "show_progress", "give_feedback",
    "what_do_you_know", "export_data", "delete_data", "privacy_question", "hr_where_to_start",
    "hr_team_overview", "hr_invite", "hr_funding", "switch_language",
}
# fmt: on
"""The names that tests from outside use."""

MANY = {"inform": 60, "find_line": 60, "enrol": 60}
OF_RASA = {"nlu_fallback", "restart"}
"""``nlu_fallback`` is set by Rasa itself; ``restart`` is answered by Rasa's own action."""


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / name).read_text())
    return found


def domain() -> dict[str, Any]:
    return read("domain.yml")


def examples() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(file.read_text())["nlu"]:
            lines = [line.strip()[2:] for line in block["examples"].splitlines() if line.strip()]
            found.setdefault(block["intent"], []).extend(lines)
    return found


def rules() -> list[dict[str, Any]]:
    files = sorted((ROOT / "data" / "rules").glob("*.yml"))
    return [rule for file in files for rule in yaml.safe_load(file.read_text())["rules"]]


def action_classes() -> dict[str, type[NavigatorAction]]:
    for file in sorted(Path(actions.__file__).parent.glob("*.py")):
        __import__(f"actions.{file.stem}")

    def below(cls: type[NavigatorAction]) -> list[type[NavigatorAction]]:
        return [cls, *(sub for child in cls.__subclasses__() for sub in below(child))]

    concrete = [cls for cls in below(NavigatorAction) if not inspect.isabstract(cls)]
    assert len(concrete) == len({cls.called for cls in concrete})
    return {cls.called: cls for cls in concrete}


def used_responses() -> set[str]:
    """Every response that the code can say, by its own name or by the pattern it is built with."""
    named = set(re.findall(r'"(utter_[a-z_]+)"', CODE + REFUSALS))
    simple = {s["intent"] for rule in rules() for s in rule["steps"] if "intent" in s and _says(rule)}
    asked = {q.value for q in Question} | {q for _, q in COMPANY_QUESTIONS}
    asked |= set(re.findall(r'talk\.(?:ask|insist)\(\s*"([a-z_]+)"', CODE))
    return (
        {name for name in named if not name.endswith("_")}
        | {f"utter_{intent}" for intent in simple}
        | {f"utter_ask_{q}{again}" for q in asked for again in ("", "_again")}
        | {f"utter_explain_{concept}" for concept in CONCEPTS}
        | {"utter_restart"}
    )


def _says(rule: dict[str, Any]) -> bool:
    return any(s.get("action") in ("action_say", "action_stop", "action_greet") for s in rule["steps"])


def test_every_intent_of_the_contract_is_declared() -> None:
    assert set(domain()["intents"]) >= CONTRACT


def test_intents_and_training_data_are_the_same() -> None:
    assert set(examples()) == set(domain()["intents"]) - PRESSED


def test_what_only_buttons_mean_is_declared() -> None:
    assert set(domain()["intents"]) >= PRESSED
    assert set(MEANINGS) & PRESSED == set()


def test_every_intent_has_enough_different_examples() -> None:
    few = {
        intent: len({text.lower() for text in texts})
        for intent, texts in examples().items()
        if len({text.lower() for text in texts}) < MANY.get(intent, 25)
    }
    assert few == {}


def test_no_example_stands_under_two_intents() -> None:
    counted = Counter(plain(text) for texts in examples().values() for text in texts)
    assert [text for text, count in counted.items() if count > 1] == []


def test_no_training_sentence_is_in_the_file_that_is_never_trained_on() -> None:
    heldout = {plain(text) for texts in read("tests/data/utterances.yml").values() for text in texts}
    trained = {plain(text) for texts in examples().values() for text in texts}
    assert heldout & trained == set()


def test_the_file_that_is_never_trained_on_has_every_intent() -> None:
    heldout = read("tests/data/utterances.yml")
    assert {intent: len(texts) for intent, texts in heldout.items() if len(texts) < 10} == {}
    assert set(heldout) == set(domain()["intents"]) - PRESSED


def plain(text: str) -> str:
    """A text without the difference that capitals and a full stop make."""
    return text.lower().strip(" .!?")


def test_every_intent_has_a_rule_and_no_rule_an_unknown_intent() -> None:
    ruled = {step["intent"] for rule in rules() for step in rule["steps"] if "intent" in step}
    assert ruled | {"restart"} == set(domain()["intents"]) | {"nlu_fallback"}


def test_every_bare_answer_has_a_rule_for_each_topic() -> None:
    topics = domain()["slots"]["topic"]["values"]
    pairs = {
        (rule["condition"][0]["slot_was_set"][0]["topic"], rule["steps"][0]["intent"])
        for rule in rules()
        if "condition" in rule
    }
    bare = {intent for _, intent in pairs}
    assert pairs == {(topic, intent) for topic in topics for intent in bare}


def test_declared_actions_are_the_ones_that_exist() -> None:
    assert set(domain()["actions"]) == set(action_classes())


def test_rules_use_declared_actions() -> None:
    used = {step["action"] for rule in rules() for step in rule["steps"] if "action" in step}
    assert used | {"action_validate_slot_mappings"} == set(domain()["actions"])


def test_every_response_is_said_somewhere_and_what_is_said_exists() -> None:
    assert used_responses() == set(domain()["responses"])


@pytest.mark.parametrize("name", sorted(domain()["responses"]))
def test_responses_are_short_and_say_je(name: str) -> None:
    for variant in domain()["responses"][name]:
        text = variant["text"]
        assert len(text.split("\n\n")) <= 3
        assert not re.search(r"\b(u|uw)\b", text)


def test_every_field_of_the_profile_is_a_slot() -> None:
    assert set(Profile.model_fields) <= set(domain()["slots"])


def test_slots_that_actions_read_or_set_are_declared() -> None:
    read_ = set(re.findall(r'talk\.slot\("([a-z_]+)"\)', CODE))
    set_ = {name for call in re.findall(r"talk\.set\(([^)]*)\)", CODE) for name in re.findall(r"(\w+)=", call)}
    assert (read_ | set_) - set(domain()["slots"]) == set()


def test_entities_that_buttons_carry_are_declared() -> None:
    calls = re.findall(r"(?<!def )button\(([^()]*(?:\([^()]*\)[^()]*)*)\)", CODE)
    carried = {name for call in calls for name in re.findall(r"\b([a-z_]+)=", call)}
    assert carried - {"line", *domain()["entities"]} == set()
    assert carried <= set(domain()["entities"])


def test_buttons_under_messages_mean_and_carry_what_is_declared() -> None:
    buttons = read("bot/telling/words.yml")["buttons"].values()
    assert {button["intent"] for button in buttons} <= set(domain()["intents"])
    assert {name for button in buttons for name in button["gives"]} <= set(domain()["entities"])
    assert {button["intent"] for button in buttons} >= PRESSED


def test_meanings_are_of_known_intents() -> None:
    assert set(MEANINGS) <= set(domain()["intents"])
    assert set(domain()["intents"]) - set(MEANINGS) - PRESSED == {
        "inform",
        "change_answer",
        "out_of_scope",
        "smalltalk",
        "frustrated",
    }


def test_every_setting_has_a_sentence_in_the_example() -> None:
    text = (ROOT / ".env.example").read_text()
    names = {f"NAVIGATOR_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"NAVIGATOR_[A-Z_]+(?==)", text)) == names


def test_every_target_of_make_is_in_the_readme() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {target for target in targets if f"make {target}" not in (ROOT / "README.md").read_text()} <= {"help"}


def test_the_check_of_responses_can_fail() -> None:
    assert "utter_never_written" not in used_responses()
    assert set(domain()["responses"]) - {"utter_greet"} != used_responses()
