"""The standard wants UUIDs: each is made of our own id, so it stays the same wherever and whenever it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from threading import Lock
from uuid import UUID, uuid5

from sqlalchemy import Engine, select
from sqlmodel import col

from bot.web.ooapi.organisations import organisations_of
from knowledge.catalogue.snapshot import Catalogue
from knowledge.database import reading
from knowledge.errors import UnknownThing
from knowledge.tables import Offering
from knowledge.vocabulary import Level

NAMESPACE = UUID("dd866543-ac48-4f3a-9b3f-e397076f7901")
"""Never to change: every id that somebody outside has kept hangs on it."""


class Kind(StrEnum):
    """What an id is of; a part of the name that the UUID is made from."""

    ORGANISATION = "organisation"
    PROGRAMME = "programme"
    COURSE = "course"
    OFFERING = "offering"
    OUTCOME = "learning-outcome"


@lru_cache(maxsize=200_000)
def uuid_of(kind: Kind, id: str) -> str:
    """The UUID (version 5) of ``kind/id``."""
    return str(uuid5(NAMESPACE, f"{kind}/{id}"))


def outcome_id(skill: str, level: Level) -> str:
    """Our name for a skill at a level."""
    return f"{skill}/{level}"


class Ids:
    """From a UUID back to our id; kept for one version of the catalogue at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._version = -1
        self._held: dict[Kind, Mapping[str, str]] = {}

    def find(self, catalogue: Catalogue, kind: Kind, uuid: UUID) -> str:
        """Our id. Raises UnknownThing."""
        with self._lock:
            if self._version != catalogue.version:
                self._version, self._held = catalogue.version, {}
            if kind not in self._held:
                self._held[kind] = {uuid_of(kind, id): id for id in self._all(catalogue, kind)}
            found = self._held[kind].get(str(uuid))
        if found is None:
            raise UnknownThing(kind.replace("-", " "), str(uuid))
        return found

    def _all(self, catalogue: Catalogue, kind: Kind) -> Iterable[str]:
        if kind is Kind.OFFERING:
            with reading(self._engine) as session:
                return session.scalars(select(col(Offering.id)).where(col(Offering.in_content))).all()
        if kind is Kind.OUTCOME:
            return [outcome_id(skill, level) for skill in catalogue.skills for level in Level]
        of_kind: dict[Kind, Iterable[str]] = {
            Kind.ORGANISATION: organisations_of(catalogue),
            Kind.PROGRAMME: catalogue.lines,
            Kind.COURSE: catalogue.modules,
        }
        return of_kind[kind]
