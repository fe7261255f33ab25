"""What every list of either version can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import IntEnum
from typing import ClassVar

from pydantic import BaseModel, Field

from knowledge.clock import from_local

FIRST, LAST = date(1900, 1, 1), date(3000, 1, 1)
"""What lies before or after is taken for these: at the ends of Python's calendar there are no time zones."""


class PageSize(IntEnum):
    """The standard has these only."""

    TEN = 10
    TWENTY = 20
    FIFTY = 50
    HUNDRED = 100
    MOST = 250


class Asked(BaseModel):
    """A page of a list. ``consumer`` changes nothing: none of ours is for one consumer only."""

    ours: ClassVar[Mapping[str, tuple[object, ...]]] = {}
    """By field the value that all of ours have, however it is written; empty when none of ours has one."""

    page_size: PageSize = Field(PageSize.TEN, alias="pageSize")
    page_number: int = Field(1, alias="pageNumber", ge=1, le=2**31 - 1)
    consumer: str | None = None
    q: str = Field("", description="A part of the name, abbreviation or description.")

    @property
    def fits(self) -> bool:
        """Whether it asks for no value that none of ours has."""
        return all(getattr(self, name) in (None, *values) for name, values in self.ours.items())

    @property
    def order(self) -> list[tuple[str, bool]]:
        """What to sort by, first things first (``name``, ``id``, ``start``, ``end``), and whether downwards."""
        return []


def names(text: str) -> list[str]:
    """The names in a list with commas."""
    return text.split(",") if text else []


def midnight(day: date) -> datetime:
    """When a day begins in the Netherlands."""
    return from_local(min(max(day, FIRST), LAST), time())


def within(at: datetime) -> datetime:
    """A moment that can be counted with."""
    first, last = (datetime.combine(end, time(), UTC) for end in (FIRST, LAST))
    return min(max(at, first), last)
