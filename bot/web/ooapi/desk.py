"""Finds what is asked for in the catalogue, and has it told in one version of the standard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Engine

from bot.web.ooapi.asked import Asked
from bot.web.ooapi.dialect import Dialect, Expand
from bot.web.ooapi.ids import Ids, Kind, uuid_of
from bot.web.ooapi.organisations import THE_ROOT, Organisation, organisations_of
from bot.web.ooapi.paging import in_order, page
from bot.web.ooapi.words import Around, Facts, is_online
from knowledge.catalogue.content import Line, Module, Thing
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import reading
from knowledge.tables import CatalogueState

ThingT = TypeVar("ThingT", bound=Thing | Organisation)


@dataclass(frozen=True)
class Desk:
    """Over the newest catalogue of a database; ``weeks`` is how far ahead dates are planned."""

    engine: Engine
    view: CatalogueView
    clock: Callable[[], datetime]
    weeks: int
    ids: Ids
    dialect: Dialect

    def around(self) -> Around:
        """What is true now; asked once for each request, so that all of an answer is of one catalogue."""
        now = self.clock()
        with reading(self.engine) as session:
            state = session.get(CatalogueState, 1)
        return Around(self.view.now(), now, state.loaded_at if state else now, self.weeks)

    def organisations(self, asked: Asked, code: str | None, type_: str | None) -> Facts:
        around = self.around()
        every = organisations_of(around.catalogue).values()
        fitting = [one for one in every if type_ in (None, self.dialect.organisation_type(one.kind))]
        found = _listed(fitting, asked, code, Kind.ORGANISATION, lambda one: one.description)
        return page(found, asked, lambda some: [self.dialect.organisation(around, one, ()) for one in some])

    def organisation(self, id: UUID, expand: Expand) -> Facts:
        around = self.around()
        return self.dialect.organisation(around, self.owner(around, id), expand)

    def programmes(self, asked: Asked, code: str | None = None, of: UUID | None = None) -> Facts:
        """Every line; with ``of`` those of an organisation."""
        around = self.around()
        owner = self.owner(around, of)
        ours = [one for one in around.catalogue.lines.values() if owner == THE_ROOT or owner.id in one.academies]
        found = _listed(ours, asked, code, Kind.PROGRAMME, lambda one: one.goal)
        return page(found, asked, lambda some: [self.dialect.programme(around, one, ()) for one in some])

    def programme(self, id: UUID, expand: Expand) -> Facts:
        around = self.around()
        return self.dialect.programme(around, self._line(around, id), expand)

    def courses(self, asked: Asked, modes: Collection[str], code: str | None = None, of: UUID | None = None) -> Facts:
        """Every module; with ``of`` those of an organisation."""
        around = self.around()
        owner = self.owner(around, of)
        ours = [one for one in around.catalogue.modules.values() if owner == THE_ROOT or one.owner == owner.id]
        return self._courses(around, ours, asked, modes, code)

    def courses_of_programme(self, id: UUID, asked: Asked, modes: Collection[str]) -> Facts:
        """The modules on a line."""
        around = self.around()
        stations = self._line(around, id).stations
        return self._courses(around, [around.catalogue.modules[one.module] for one in stations], asked, modes)

    def course(self, id: UUID, expand: Expand) -> Facts:
        around = self.around()
        return self.dialect.course(around, self.module(around, id), expand)

    def offerings_of_programme(self, id: UUID, asked: Asked) -> Facts:
        """None: a line has no dates of its own, its modules have."""
        self._line(self.around(), id)
        return page([], asked, lambda _: [])

    def owner(self, around: Around, id: UUID | None) -> Organisation:
        """Whose things are asked for; the root's are everybody's. Raises UnknownThing."""
        every = organisations_of(around.catalogue)
        return THE_ROOT if id is None else every[self.ids.find(around.catalogue, Kind.ORGANISATION, id)]

    def module(self, around: Around, id: UUID) -> Module:
        """Raises UnknownThing."""
        return around.catalogue.modules[self.ids.find(around.catalogue, Kind.COURSE, id)]

    def _line(self, around: Around, id: UUID) -> Line:
        return around.catalogue.lines[self.ids.find(around.catalogue, Kind.PROGRAMME, id)]

    def _courses(
        self, around: Around, ours: list[Module], asked: Asked, modes: Collection[str], code: str | None = None
    ) -> Facts:
        fitting = [one for one in ours if self.dialect.is_given(modes, is_online(one))]
        found = _listed(fitting, asked, code, Kind.COURSE, lambda one: one.summary)
        return page(found, asked, lambda some: [self.dialect.course(around, one, ()) for one in some])


def has(words: str, *texts: str) -> bool:
    """Whether one of these texts has these words in it, in capitals or not."""
    return any(words.casefold() in text.casefold() for text in texts)


def _listed(
    things: Iterable[ThingT], asked: Asked, code: str | None, kind: Kind, description: Callable[[ThingT], str]
) -> list[ThingT]:
    """Those that were asked for, in their order: by name, unless asked otherwise."""
    if not asked.fits:
        return []
    found = [one for one in things if code in (None, one.id) and has(asked.q, one.name, one.id, description(one))]
    keys: dict[str, Callable[[ThingT], object]] = {
        "name": lambda one: one.name.casefold(),
        "id": lambda one: uuid_of(kind, one.id),
    }
    return in_order(found, asked.order or [("name", False)], keys)
