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


SUBJECTS = {
    "security-bewustzijn": "cyber-security",
    "conditiebewaking": "smart-maintenance",
    "dashboards": "data-van-de-machine",
    "cad-3d": "printen-in-3d",
}
"""Skills that one line is about, and another only touches."""


@pytest.mark.parametrize(("skill", "line"), SUBJECTS.items())
def test_who_wants_what_a_line_is_about_is_not_sent_to_one_that_only_touches_it(
    catalogue: Catalogue, skill: str, line: str
) -> None:
    """Unless that other one is made for them; of the rest nearly all, whatever their work is."""
    sent = []
    for role in catalogue.roles:
        advised = advise(catalogue, Profile(role=role, goals=(skill,))).line
        theirs = role in catalogue.target_groups[catalogue.lines[advised].target_group].roles
        sent += [advised == line] if advised == line or not theirs else []
    assert sum(sent) >= 0.85 * len(sent)


def test_what_somebody_wants_is_always_taught_on_their_line(catalogue: Catalogue) -> None:
    taught = {
        line.id: {skill for stop in line.stations for skill in catalogue.modules[stop.module].teaches}
        for line in catalogue.lines.values()
    }
    for skill in set().union(*taught.values()):
        for role in catalogue.roles:
            assert skill in taught[advise(catalogue, Profile(role=role, goals=(skill,))).line]
