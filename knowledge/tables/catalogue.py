"""The catalogue in the database.

What an academy writes is read whole and seldom, so each thing (a skill, a module, a line …) is one
row with its checked content as JSON, in the shape of ``knowledge.catalogue.content``. What changes by the
minute and is locked, asked for by date and referred to by seats, the offering, has columns.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from knowledge.tables.columns import UtcDateTime, Word
from knowledge.vocabulary import OfferingState


class CatalogueItem(SQLModel, table=True):
    """One thing of the catalogue; ``kind`` is the key it has in the content files, e.g. ``lines``."""

    __tablename__ = "catalogue_item"

    kind: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class CatalogueState(SQLModel, table=True):
    """The one row that says which catalogue is loaded; every load with a change raises ``version``."""

    __tablename__ = "catalogue_state"

    id: int = Field(default=1, primary_key=True)
    version: int
    digest: str
    loaded_at: datetime = Field(sa_type=UtcDateTime)


class MapDrawing(SQLModel, table=True):
    """The drawing of a map as it was laid out (``knowledge.drawing.shape``), and a digest of what it was made from."""

    __tablename__ = "map_drawing"

    map_id: str = Field(primary_key=True)
    digest: str
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class Offering(SQLModel, table=True):
    """A module planned at an academy.

    ``starts_at`` and ``ends_at`` are UTC; both are null for e-learning at one's own pace. ``in_content`` is
    false once its rule has gone from the content: nobody new can enrol, who has a seat keeps it.
    ``capacity_taken`` is never stored; it is counted from the enrolments under the lock.
    """

    __table_args__ = (
        Index("ix_offering_module_start", "module_id", "starts_at"),
        Index("ix_offering_state_decide", "state", "decide_at"),
        Index("ix_offering_state_start", "state", "starts_at"),
    )

    id: str = Field(primary_key=True)
    module_id: str = Field(index=True)
    academy_id: str
    rule: str
    starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    ends_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decide_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    place: str = ""
    town: str | None = None
    online: bool = False
    minimum: int
    maximum: int
    cost: float
    paid_by: str = ""
    bring: str = ""
    owner: str | None = None
    partners: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    state: OfferingState = Field(default=OfferingState.OPEN, sa_column=Column(Word(OfferingState), nullable=False))
    in_content: bool = True
    by_hand: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """The columns that a coordinator set: a new load of the catalogue leaves them as they are."""


class OfferingChange(SQLModel, table=True):
    """One decision about an offering, or one change of it: who, when, why. Only ever added to.

    ``changed`` has the old and the new value of each column that changed, as plain data.
    """

    __tablename__ = "offering_change"

    id: int | None = Field(default=None, primary_key=True)
    offering_id: str = Field(foreign_key="offering.id", index=True, ondelete="CASCADE")
    at: datetime = Field(sa_type=UtcDateTime)
    before: OfferingState = Field(sa_column=Column(Word(OfferingState), nullable=False))
    after: OfferingState = Field(sa_column=Column(Word(OfferingState), nullable=False))
    who: str
    why: str
    changed: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
