"""A profile as somebody wrote it down in YAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.cli.base import read_text
from knowledge.advice.profile import Profile
from knowledge.errors import ProfileError


def read_profile(file: Path) -> Profile:
    """The profile in a file; an empty file is somebody who said nothing yet.

    Raises:
        ProfileError: when it isn't one; names the file and each field at fault.
    """
    data = _read_yaml(file)
    if not isinstance(data, dict):
        raise ProfileError(f"{file}: a profile is lines of `field: value`, such as `role: lasser`.")
    try:
        return Profile.model_validate(data)
    except ValidationError as error:
        raise ProfileError("\n".join(_say(file, fault) for fault in error.errors())) from None


def _read_yaml(file: Path) -> object:
    try:
        data = yaml.safe_load(read_text(file))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file}:{mark.line + 1}" if mark else str(file)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise ProfileError(f"{where}: this is not YAML: {problem}. Correct this line.") from None
    return {} if data is None else data


def _say(file: Path, fault: Mapping[str, Any]) -> str:
    field = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"{file}: `{field}` is no field of a profile. Use: {', '.join(Profile.model_fields)}."
    return f"{file}: `{field}`: {fault['msg']} (it is {fault['input']!r}). Correct it."
