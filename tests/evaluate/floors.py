"""The floors that the small run must reach: ``floors.yml``, under the names of the headline figures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.evaluate.targets import Target, read_targets

FLOORS = Path(__file__).with_name("floors.yml")
ADVICE = (
    "Find the change that did this (`make evaluate` shows which sentences went wrong) and mend it; "
    "if it is meant, change the floor in tests/evaluate/floors.yml and write the reason beside it."
)
MEASURE = "Let the run measure it, or take the floor out of tests/evaluate/floors.yml."


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    """The floors of a file. Raises ValueError that names every key that is no headline figure."""
    floors = {str(name): float(value) for name, value in (yaml.safe_load(path.read_text("utf-8")) or {}).items()}
    if unknown := sorted(set(floors) - set(read_targets().targets)):
        raise ValueError(f"{path.name}: no headline figure is named {', '.join(unknown)}")
    return floors


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A sentence for each floor that is not reached or not measured: what, reached, floor, what to do.

    Raises KeyError for a floor of something that is no headline figure.
    """
    targets = read_targets().targets
    said = [_said(name, targets[name], figures.get(name), floor) for name, floor in floors.items()]
    return [one for one in said if one is not None]


def _said(name: str, target: Target, value: float | None, floor: float) -> str | None:
    what = f"{target.name} ({name})"
    if value is None:
        return f"{what} was not measured; its floor is {target.wanted(floor)}. {MEASURE}"
    if target.reached(value, floor):
        return None
    return f"{what} is {target.shown(value, floor)}; its floor is {target.wanted(floor)}. {ADVICE}"
