"""The catalogue as the rules see it: whole, in memory, read only, of one version.

It is read from the database once for each version; a caller asks for it anew every time, which
costs one small query, so a new line is known the minute it is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from threading import Lock
from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy import Engine, select
from sqlmodel import col

from knowledge.catalogue.content import (
    KINDS,
    Academy,
    FollowUp,
    Line,
    MetroMap,
    Module,
    Partner,
    Persona,
    Place,
    Recognition,
    Role,
    Skill,
    TargetGroup,
    Transition,
)
from knowledge.clock import to_local
from knowledge.database import reading
from knowledge.errors import UnknownThing
from knowledge.tables import CatalogueItem, CatalogueState, Offering
from knowledge.vocabulary import Daypart, OfferingState

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Session:
    """An offering that can be enrolled on, as far as it doesn't change by the minute (no seats).

    ``starts_at`` and ``ends_at`` are UTC, both None at one's own pace; ``day`` is 0 for Monday, in the
    Netherlands; ``cost`` is in euros.
    """

    id: str
    module: str
    academy: str
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    town: str | None
    online: bool
    cost: float
    paid_by: str
    daypart: Daypart | None
    day: int | None


@dataclass(frozen=True)
class Catalogue:
    """One version of the catalogue: things by id, in the order they were written."""

    version: int
    skills: Mapping[str, Skill]
    transitions: Mapping[str, Transition]
    roles: Mapping[str, Role]
    target_groups: Mapping[str, TargetGroup]
    personas: Mapping[str, Persona]
    partners: Mapping[str, Partner]
    academies: Mapping[str, Academy]
    places: Mapping[str, Place]
    recognitions: Mapping[str, Recognition]
    modules: Mapping[str, Module]
    lines: Mapping[str, Line]
    maps: Mapping[str, MetroMap]
    follow_ups: Mapping[str, FollowUp]
    sessions: Sequence[Session] = field(default=())

    @cached_property
    def sessions_of(self) -> Mapping[str, list[Session]]:
        """The open sessions of each module, earliest first, own pace last."""
        found: dict[str, list[Session]] = {module: [] for module in self.modules}
        for session in self.sessions:
            found.setdefault(session.module, []).append(session)
        return found

    @cached_property
    def lines_of(self) -> Mapping[str, list[str]]:
        """The lines that each module stands on; more than one makes it a transfer station."""
        found: dict[str, list[str]] = {module: [] for module in self.modules}
        for line in self.lines.values():
            for station in line.stations:
                found[station.module].append(line.id)
        return found

    def line(self, id: str) -> Line:
        """The line with this id. Raises UnknownThing."""
        return _find(self.lines, "line", id)

    def module(self, id: str) -> Module:
        """The module with this id. Raises UnknownThing."""
        return _find(self.modules, "module", id)

    def line_hours(self, line: Line) -> float:
        """Hours of learning of a whole line."""
        return sum(self.modules[station.module].hours for station in line.stations)

    def kilometres(self, here: str, there: str) -> float:
        """The distance between two places as the crow flies, in km."""
        return distance(self.places[here], self.places[there])


def _find(things: Mapping[str, T], kind: str, id: str) -> T:
    try:
        return things[id]
    except KeyError:
        raise UnknownThing(kind, id) from None


def distance(here: Place, there: Place) -> float:
    """Kilometres between two places as the crow flies (haversine, a sphere of 6,371 km)."""
    north, south = radians(here.lat), radians(there.lat)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(there.lon - here.lon) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def daypart_of(starts_at: datetime) -> Daypart:
    """The part of the week in which something begins; evening begins at 17:00."""
    local = to_local(starts_at)
    if local.weekday() >= 5:
        return Daypart.WEEKEND
    if local.hour < 12:
        return Daypart.MORNING
    return Daypart.AFTERNOON if local.hour < 17 else Daypart.EVENING


class CatalogueView:
    """Hands out the newest catalogue of a database, read again only when its version has changed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._held: Catalogue | None = None

    def now(self) -> Catalogue:
        """The catalogue as it is loaded now; an empty one of version 0 before the first load."""
        with reading(self._engine) as session:
            state = session.get(CatalogueState, 1)
        version = state.version if state else 0
        with self._lock:
            if self._held is None or self._held.version != version:
                self._held = read_catalogue(self._engine, version)
            return self._held


def read_catalogue(engine: Engine, version: int) -> Catalogue:
    """The catalogue that is in the database, with every offering that can be enrolled on."""
    things: dict[str, dict[str, BaseModel]] = {kind: {} for kind in KINDS if kind != "offerings"}
    with reading(engine) as session:
        for item in session.scalars(select(CatalogueItem).order_by(col(CatalogueItem.position))):
            things[item.kind][item.id] = KINDS[item.kind].model_validate(item.body)
        start, open_states = col(Offering.starts_at), (OfferingState.OPEN, OfferingState.CONFIRMED)
        rows = session.scalars(
            select(Offering)
            .where(col(Offering.in_content), col(Offering.state).in_(open_states))
            .order_by(start.is_(None), start, col(Offering.id))
        )
        sessions = [session_of(row) for row in rows]
    return Catalogue(version=version, sessions=tuple(sessions), **things)  # type: ignore[arg-type]  # by kind


def session_of(row: Offering) -> Session:
    """An offering's row as the rules see it."""
    return Session(
        id=row.id,
        module=row.module_id,
        academy=row.academy_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        town=row.town,
        online=row.online,
        cost=row.cost,
        paid_by=row.paid_by,
        daypart=daypart_of(row.starts_at) if row.starts_at else None,
        day=to_local(row.starts_at).weekday() if row.starts_at else None,
    )
