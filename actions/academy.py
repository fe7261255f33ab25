"""The academy that the actions talk to: its database, its catalogue and the words that are linked to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Engine

from knowledge.catalogue.snapshot import Catalogue, CatalogueView
from knowledge.clock import utc_now
from knowledge.database import open_database
from knowledge.linking import Linker, LinkerView
from knowledge.settings import Settings, settings


@dataclass(frozen=True)
class Academy:
    """Everything an action may ask of the house; ``now`` is the clock."""

    settings: Settings
    engine: Engine
    view: CatalogueView
    linkers: LinkerView
    now: Callable[[], datetime] = utc_now

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue as it is loaded now."""
        return self.view.now()

    @property
    def linker(self) -> Linker:
        """The linker over the catalogue as it is loaded now."""
        return self.linkers.now()


def make_academy(chosen: Settings) -> Academy:
    """An academy over the database that the settings name."""
    engine = open_database(chosen.database)
    view = CatalogueView(engine)
    return Academy(chosen, engine, view, LinkerView(view))


@cache
def academy() -> Academy:
    """The academy of this process, opened at its first use."""
    return make_academy(settings())
