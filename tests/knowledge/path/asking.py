"""Asking for a path in a few words, and reading it in as few."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.advice.profile import Profile
from knowledge.catalogue.snapshot import Catalogue
from knowledge.path.find import find_path
from knowledge.path.shape import DevelopmentPath
from knowledge.vocabulary import Level
from tests.knowledge.path.small import NOW


def find(known: Catalogue, target: Mapping[str, Level], profile: Profile | None = None, **more: Any) -> DevelopmentPath:
    return find_path(known, profile or Profile(), target, NOW, **more)


def ids(path: DevelopmentPath) -> list[str | None]:
    """The sessions of a path, and its follow-ups, in order."""
    return [step.session.id if step.session else step.follow_up for step in path.steps]
