"""A floor that is missed is named with what to do; the shipped floors are of figures that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluate.floors import ADVICE, MEASURE, below, read_floors
from tests.evaluate.targets import read_targets

FLOORS = {"intent_first": 0.9, "turned_away": 0.05, "people_asked_thrice": 0.0}


def test_figures_at_their_floors_or_better_are_well() -> None:
    assert below(FLOORS, FLOORS) == []
    assert below({"intent_first": 0.95, "turned_away": 0.0, "people_asked_thrice": 0, "values_f1": 0.1}, FLOORS) == []


def test_each_floor_that_is_missed_is_named_with_figure_floor_and_what_to_do() -> None:
    assert below({"intent_first": 0.8996, "turned_away": 0.06, "people_asked_thrice": 2}, FLOORS) == [
        f"Understood straight away (intent_first) is 89.96%; its floor is at least 90.0%. {ADVICE}",
        f"Wrongly turned away (turned_away) is 6.0%; its floor is at most 5.0%. {ADVICE}",
        f"Asked the same thing three times (people_asked_thrice) is 2; its floor is at most 0. {ADVICE}",
    ]


def test_a_floor_of_what_was_not_measured_is_not_reached() -> None:
    assert below({}, {"values_f1": 0.85}) == [
        f"What people name is found (values_f1) was not measured; its floor is at least 85.0%. {MEASURE}"
    ]


def test_a_floor_of_something_unknown_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "floors.yml"
    file.write_text("values_f1: 0.8\nvalue_f1: 0.8\n")
    with pytest.raises(ValueError, match=r"floors\.yml: no headline figure is named value_f1"):
        read_floors(file)


def test_every_shipped_floor_is_one_that_could_be_reached_and_missed() -> None:
    targets = read_targets().targets
    floors = read_floors()
    assert floors
    worst = {name: 0.0 if targets[name].reached(1.0, 0.5) else 1.0 for name in floors}
    assert len(below(worst, floors)) == len(floors)
