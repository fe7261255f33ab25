"""People out of a file: each is sent to the line that a sensible coordinator would choose for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.advice.advise import advise
from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue

PERSONAS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "personas.yml").read_text())


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona["who"].split(",")[0])
def test_everybody_is_sent_to_the_line_that_fits(catalogue: Catalogue, persona: dict[str, Any]) -> None:
    advice = advise(catalogue, Profile.model_validate(persona["profile"]))
    assert advice.line == persona["line"]
    assert advice.reasons


def test_the_people_differ_and_every_line_is_for_somebody(catalogue: Catalogue) -> None:
    assert len(PERSONAS) == 12
    assert len({persona["who"] for persona in PERSONAS}) == 12
    assert {persona["line"] for persona in PERSONAS} == set(catalogue.lines)
