"""domain.yml as Rasa uses it: the slots as a talk begins, and the words of a response filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from tests.actions.rules import ROOT


@cache
def domain() -> dict[str, Any]:
    """What the domain declares."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    return read


def first_slots() -> dict[str, Any]:
    """Every slot as it is when a talk begins."""
    return {name: slot.get("initial_value") for name, slot in domain()["slots"].items()}


def render(response: str, values: Mapping[str, Any]) -> str:
    """The first wording of a response, filled in; every wording must find all that it needs.

    Raises:
        AssertionError: when the response does not exist, or something that it needs is missing or None.
    """
    assert response in domain()["responses"], f"{response} is not in domain.yml"
    texts = [_filled(response, variant["text"], values) for variant in domain()["responses"][response]]
    return texts[0]


def _filled(response: str, text: str, values: Mapping[str, Any]) -> str:
    needed = re.findall(r"{([^\n{}]+?)}", text)
    missing = [name for name in needed if values.get(name) is None]
    assert missing == [], f"{response} lacks {missing}"
    return re.sub(r"{([^\n{}]+?)}", lambda name: str(values[name[1]]), text)
