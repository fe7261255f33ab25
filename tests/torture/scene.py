"""The academy before anything is killed: its catalogue, and a few offerings with few seats for all who talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, update
from sqlmodel import col

from knowledge.catalogue.content import Line
from knowledge.catalogue.load import load_content
from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from knowledge.database import migrate, writing
from knowledge.settings import Settings
from knowledge.tables import Offering
from tests.torture.crowd import let_nobody_sleep
from tests.torture.plan import Plan

FAR = timedelta(days=12)
"""Nearer ones are not taken: they may be decided, or go to who comes first."""

MANY = 40
"""From so many talks on there are three lines with four dates each, else one with two."""

SEATS = 0.4
"""The part of the people for whom there is a seat."""


@dataclass(frozen=True)
class Scene:
    """Where people can go: the offerings of each line by the name of the line; ``module`` is for all others."""

    offerings: Mapping[str, list[str]]
    module: str


def set_scene(engine: Engine, settings: Settings, plan: Plan, now: datetime) -> Scene:
    """Loads the catalogue, and leaves few dates and few seats on the first station of some lines."""
    migrate(engine)
    let_nobody_sleep(engine)
    load_content(engine, settings.content, now, settings.planning_weeks)
    catalogue = CatalogueView(engine).now()
    lines, dates = (3, 4) if plan.talks >= MANY else (1, 2)
    firsts = _first_stations(catalogue, now, lines, dates)
    seats = max(1, round(plan.talks * SEATS / (lines * dates)))
    chosen = {line: _few(engine, catalogue, module, now, dates, seats) for line, module in firsts.items()}
    others = next(module for module in catalogue.modules if module not in firsts.values())
    return Scene(chosen, others)


def _first_stations(catalogue: Catalogue, now: datetime, lines: int, dates: int) -> dict[str, str]:
    """The module that each of so many lines begins with, every one another, by the name of the line."""
    found: dict[str, str] = {}
    for line in catalogue.lines.values():
        first = _first(catalogue, line)
        if first and first not in found.values() and len(_far(catalogue, first, now)) >= dates:
            found[line.name] = first
    assert len(found) >= lines, f"the catalogue has only {len(found)} lines that begin on different stations"
    return dict(list(found.items())[:lines])


def _first(catalogue: Catalogue, line: Line) -> str | None:
    return next((stop.module for stop in line.stations if catalogue.sessions_of[stop.module]), None)


def _far(catalogue: Catalogue, module: str, now: datetime) -> list[str]:
    return [s.id for s in catalogue.sessions_of[module] if s.starts_at is not None and s.starts_at > now + FAR]


def _few(engine: Engine, catalogue: Catalogue, module: str, now: datetime, dates: int, seats: int) -> list[str]:
    kept = _far(catalogue, module, now)[:dates]
    with writing(engine) as session:
        of_module = col(Offering.module_id) == module
        session.execute(delete(Offering).where(of_module, col(Offering.id).not_in(kept)))
        session.execute(update(Offering).where(of_module).values(minimum=1, maximum=seats))
    return kept
