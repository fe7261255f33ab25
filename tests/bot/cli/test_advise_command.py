"""`navigator advise`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bot.cli.doors import Navigator, Said


def test_advice_comes_with_reasons_and_a_path(loaded: Navigator, tmp_path: Path) -> None:
    (tmp_path / "ann.yml").write_text("role: lasser\n")
    found = json.loads(loaded("advise", "ann.yml", "--json").out)
    assert found["advice"]["line"] == "laslijn"
    assert found["advice"]["reasons"]
    assert [(step["module"], step["skills"]) for step in found["path"]["steps"]] == [
        ("eerste-las", {"lassen": "professional"})
    ]
    assert found["path"]["proved_optimal"] is True

    said = loaded("advise", "ann.yml")
    assert said.code == 0
    assert said.out.startswith("== Laslijn ==\nJe kunt lassen.\n  + ")
    assert "\n== Ontwikkelpad: Lasser (2 uur, " in said.out


def test_who_said_nothing_gets_the_path_of_the_line(loaded: Navigator, tmp_path: Path) -> None:
    (tmp_path / "nobody.yml").write_text("")
    assert "\n== Ontwikkelpad: Laslijn (2 uur, " in loaded("advise", "nobody.yml").out


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        (
            "goals: [vliegen]",
            "goals: 'vliegen' is not one of the skills in the catalogue. "
            "Correct the profile; `navigator catalogue list` names them all.",
        ),
        (
            "hours_per_week: veel",
            "ann.yml: `hours_per_week`: Input should be a valid number, unable to parse string as a number "
            "(it is 'veel'). Correct it.",
        ),
        ("- lasser", "ann.yml: a profile is lines of `field: value`, such as `role: lasser`."),
        (
            "role: lasser\ngoals: [lassen",
            "ann.yml:2: this is not YAML: expected ',' or ']', but got '<stream end>'. Correct this line.",
        ),
    ],
)
def test_a_profile_at_fault_is_a_sentence(loaded: Navigator, tmp_path: Path, profile: str, sentence: str) -> None:
    (tmp_path / "ann.yml").write_text(profile)
    assert loaded("advise", "ann.yml") == Said(2, "", f"{sentence}\n")


def test_a_field_that_does_not_exist_is_told_with_those_that_do(loaded: Navigator, tmp_path: Path) -> None:
    (tmp_path / "ann.yml").write_text("rol: lasser")
    said = loaded("advise", "ann.yml")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("ann.yml: `rol` is no field of a profile. Use: role, transition, goals, ")
