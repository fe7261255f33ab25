"""A large catalogue: every path is proved, and the same question always gets the same answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.catalogue.snapshot import Catalogue
from tests.generated import generate_catalogue
from tests.generated_profiles import generate_person
from tests.path_bench import path_of

ROOT = Path(__file__).parents[3]
SHOW = """
from tests.generated import generate_catalogue
from tests.generated_profiles import generate_person
from tests.path_bench import path_of
catalogue = generate_catalogue(academies=6, modules=600, offerings=3000)
print([path_of(catalogue, generate_person(catalogue, seed)) for seed in range(8)])
"""


@pytest.fixture(scope="module")
def large() -> Catalogue:
    return generate_catalogue()


def test_the_generated_catalogue_has_the_size_of_the_budgets(large: Catalogue) -> None:
    kinds = (large.academies, large.modules, large.sessions, large.skills, large.roles, large.lines)
    assert [len(kind) for kind in kinds] == [40, 4000, 20000, 300, 60, 400]
    assert {len(line.stations) for line in large.lines.values()} == {7, 8, 9, 10}


def test_a_seed_gives_one_catalogue() -> None:
    one, same, other = (generate_catalogue(3, 100, 400, seed) for seed in (1, 1, 2))
    assert one == same
    assert one != other


@pytest.mark.parametrize("seed", range(10))
def test_the_path_over_a_large_catalogue_is_proved(large: Catalogue, seed: int) -> None:
    path = path_of(large, generate_person(large, seed))
    assert (path.proved_optimal, path.gap, bool(path.steps)) == (True, 0.0, True)


def test_no_two_runs_differ() -> None:
    """In processes that order their sets differently."""
    shown = {
        subprocess.run(
            [sys.executable, "-c", SHOW],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(shown) == 1
