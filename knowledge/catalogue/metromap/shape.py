"""The shape of the designer's file. What it knows more is passed over; what it demands must be there.

Lengths are pixels, x to the right and y down; colours are 0 to 255; angles are degrees. Both spellings of
its own two-faced keys are read: ``externalUniqueId``/``externalUniqueID`` and ``Segments``/``segments``.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from knowledge.catalogue.metromap.letters import TYPE_OF
from knowledge.catalogue.metromap.naming import clean

ANGLES = (0, 45, 90, 135, 180, 225, 270, 315)


def _text_of_number(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _one_of_the_angles(value: float) -> float:
    if value not in ANGLES:
        raise ValueError(f"{value:g} is no orientation of the designer; take one of {str(ANGLES)[1:-1]}")
    return value


def _known_letter(value: str) -> str:
    if value.lower() not in TYPE_OF:
        raise ValueError(f"{value[:20]!r} is no type of station; take one of {' '.join(TYPE_OF)}")
    return value.lower()


Pixels = Annotated[float, Field(ge=-100_000, le=100_000)]
Size = Annotated[float, Field(gt=0, le=100_000)]
Shade = Annotated[float, Field(ge=0, le=255)]
Name = Annotated[str, AfterValidator(clean), Field(min_length=1, max_length=120)]
Id = Annotated[str, BeforeValidator(_text_of_number), Field(min_length=1, max_length=200)]
MaybeText = Annotated[str | None, AfterValidator(lambda text: clean(text) or None)]
MaybeId = Annotated[MaybeText, BeforeValidator(_text_of_number)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, allow_inf_nan=False)


class Point(_Part):
    x: Pixels
    y: Pixels

    @model_validator(mode="before")
    @classmethod
    def _capitals_too(cls, data: Any) -> Any:
        return {"x": data.get("X"), "y": data.get("Y"), **data} if _has(data, "X", "Y") else data


class Segment(_Part):
    start: Point
    end: Point
    bends: list[Point] = Field(default=[], alias="Segments", max_length=500)

    @model_validator(mode="before")
    @classmethod
    def _either_spelling(cls, data: Any) -> Any:
        bends = (data.get("Segments") or data.get("segments") or []) if isinstance(data, dict) else []
        return {**data, "Segments": bends} if isinstance(data, dict) else data


class Colour(_Part):
    r: Shade
    g: Shade
    b: Shade


class _Named(_Part):
    external_id: MaybeId = Field(default=None, alias="externalUniqueId")
    navigator_id: str | None = Field(default=None, alias="navigatorId")

    @model_validator(mode="before")
    @classmethod
    def _either_id(cls, data: Any) -> Any:
        if isinstance(data, dict) and not data.get("externalUniqueId"):
            return {**data, "externalUniqueId": data.get("externalUniqueID")}
        return data


class MapLine(_Named):
    metro_line_id: Id = Field(alias="metroLineId")
    name: Name
    target_group: Annotated[str, AfterValidator(clean), Field(alias="targetGroup", min_length=1)]
    color: Colour
    segments: list[Segment] = Field(min_length=1, max_length=500)


class MapStation(_Named):
    name: Name
    type: Annotated[str, Field(min_length=1), AfterValidator(_known_letter)]
    position: Point
    orientation: Annotated[float, AfterValidator(_one_of_the_angles)]
    shape: Literal["normal", "start", "end", "connection"]
    width: Annotated[float, Field(ge=0, le=1000)] | None = Field(default=None, validate_default=True)
    date: MaybeText = None
    description: MaybeText = None
    link: MaybeText = None
    metro_lines: list[Id] = Field(alias="metroLines", min_length=1, max_length=100)
    navigator_type: str | None = Field(default=None, alias="navigatorType")

    @field_validator("width")
    @classmethod
    def _transfers_are_wide(cls, width: float | None, info: ValidationInfo) -> float | None:
        if info.data.get("shape") == "connection" and not width:
            raise ValueError("a transfer station (connection) needs a width above 0: its number of lines")
        return width


class Dimensions(_Part):
    width: Size
    height: Size


class MapHead(_Named):
    """The map itself, without its lines and stations."""

    title: Annotated[str, AfterValidator(clean), Field(max_length=120)] | None = None
    sub_title: MaybeText = Field(default=None, alias="subTitle")
    dimensions: Dimensions | None = None


def _has(data: Any, *keys: str) -> bool:
    return isinstance(data, dict) and all(key in data for key in keys)
