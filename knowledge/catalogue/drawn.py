"""Where the stations and lines of a map lie when somebody drew it by hand: kept from an import.

Lengths are pixels, angles degrees. Lines and modules go by our ids.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

Spot = tuple[float, float]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class LineDrawing(_Part):
    """The polylines of a line, each from its first point to its last, and the id that others gave it."""

    polylines: list[list[Spot]] = Field(min_length=1)
    external_id: str | None = None


class StationDrawing(_Part):
    """A station: a module where it is drawn, on the lines that stop there; ``width`` in lines."""

    module: str
    lines: list[str] = Field(min_length=1)
    position: Spot
    orientation: int = 315
    shape: str = "normal"
    width: float = 0
    letter: str | None = None
    link: str = ""
    external_id: str | None = None


class Drawing(_Part):
    """A whole map; ``map`` is its id."""

    map: str
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    external_id: str | None = None
    lines: dict[str, LineDrawing] = {}
    stations: list[StationDrawing] = []
