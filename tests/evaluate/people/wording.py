"""The words of simulated people, read from ``words/``; and a line of them drawn for one person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "words"


def _read() -> dict[str, Any]:
    """All lists in one: those of ``goals.yml`` by kind of goal, the rest by what is said."""
    files = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.yml"))}
    apart = {name: files.pop(name) for name in ("roles", "names")}
    return apart | {key: value for file in files.values() for key, value in file.items()}


WORDS = _read()
"""What people can say; every sentence a template."""
