"""A drawing: where everything of a map stands. It is kept in the database as it is here."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from knowledge.vocabulary import Phase

Point = tuple[float, float]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Part):
    """Lines of text, each in the middle of a box; ``widths`` as they were measured."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    left: float
    top: float
    right: float
    bottom: float


class Mark(_Part):
    """A station: the round mark over its lines from one point to another, and its name."""

    module: str
    lines: tuple[str, ...]
    start: Point
    end: Point
    name: Words


class Sign(_Part):
    """The name of a line where it ends."""

    line: str
    words: Words


class Route(_Part):
    """The drawn pieces of a line, each as its corners, in the order of the stations."""

    line: str
    pieces: tuple[tuple[Point, ...], ...]


class Band(_Part):
    """The part of the map that a phase takes."""

    phase: Phase
    left: float
    right: float


class Drawing(_Part):
    """A whole map; what belongs to the content (colours, full names, types) is looked up there."""

    map: str
    width: float
    height: float
    routes: tuple[Route, ...] = ()
    marks: tuple[Mark, ...] = ()
    signs: tuple[Sign, ...] = ()
    bands: tuple[Band, ...] = ()
