"""Data on stdout: JSON for programs, and something readable for people."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from enum import Enum
from typing import Any

import click
import yaml
from pydantic import BaseModel


def plain(value: object) -> Any:
    """The same data as dicts, lists, texts, numbers, true, false and null; moments become ISO 8601."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {field.name: plain(getattr(value, field.name)) for field in fields}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, Set):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)


def show_json(value: object, *, indent: int | None = 2) -> None:
    """JSON on stdout; without an indent it takes one line."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=indent))


def show_readable(value: object) -> None:
    """Any data as an indented outline on stdout."""
    click.echo(
        yaml.safe_dump(plain(value), allow_unicode=True, sort_keys=False, width=100, default_flow_style=False),
        nl=False,
    )
