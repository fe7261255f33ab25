"""What is aimed at: the targets of ``targets.yml``, whether a figure reaches one, and how figures are written."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

FILE = Path(__file__).with_name("targets.yml")
CLOSE = 1e-9
"""Differences smaller than this come from adding fractions, not from the navigator."""

Unit = Literal["share", "points", "number"]


class Target(BaseModel):
    """One figure's target, as the comment in ``targets.yml`` says; either ``at_least`` or ``at_most`` is given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    at_least: float | None = None
    at_most: float | None = None
    unit: Unit
    margin: float
    sentence: str

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("a target has either at_least or at_most")
        return self

    @property
    def bound(self) -> float:
        """The value that is aimed at."""
        return self.at_most if self.at_least is None else self.at_least  # type: ignore[return-value]

    def reached(self, value: float, bound: float | None = None) -> bool:
        """Whether a value is as good as the target, or as another bound."""
        return self.worse_by(value, self.bound if bound is None else bound) <= CLOSE

    def worse_by(self, value: float, other: float) -> float:
        """How much worse a value is than another one; below zero when it is better."""
        return value - other if self.at_least is None else other - value

    def shown(self, value: float, bound: float | None = None) -> str:
        """A value as people read it, with more digits where fewer would look as if it reached the bound."""
        for digits in (1, 2, 3):
            if self.reached(value, bound) or not self.reached(self._rounded(value, digits), bound):
                return written(value, self.unit, digits)
        return written(value, self.unit, 4)

    def wanted(self, bound: float | None = None) -> str:
        """The target, or another bound, as people read it: "at least 92.0%"."""
        word = "at most" if self.at_least is None else "at least"
        return f"{word} {written(self.bound if bound is None else bound, self.unit)}"

    def said(self, value: float) -> str:
        """The sentence that tells what a value means."""
        return self.sentence.format(value=self.shown(value))

    def _rounded(self, value: float, digits: int) -> float:
        return value if self.unit == "number" else round(value, digits + 2)


class Published(BaseModel):
    """What others reach on the public test: shares from 0 to 1, and where they come from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    intent: float
    entities: float
    sentence: str


class Targets(BaseModel):
    """The whole file; ``targets`` has the names of the headline figures as its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    targets: dict[str, Target]
    published: list[Published]


@cache
def read_targets() -> Targets:
    """The shipped targets. Raises ValidationError when the file is not as it should be."""
    return Targets.model_validate(yaml.safe_load(FILE.read_text("utf-8")))


def written(value: float, unit: Unit, digits: int = 1) -> str:
    """A figure as people read it: "93.3%", "3.1 points", "1,200" or "2.5"."""
    if unit == "number":
        return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    return f"{100 * value:.{digits}f}{'%' if unit == 'share' else ' points'}"
