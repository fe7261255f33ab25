"""What a visitor wants to see of a map or the calendar: the choices, and which stations and dates fit them.

A date fits a region when it is held there, and ``online`` when one need not go anywhere. What is done at one's own pace
fits every time of day. Region and time of day have to hold of the same date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlencode

from bot.web.pages.dates import coming
from knowledge.catalogue.content import Line, TargetGroup
from knowledge.catalogue.snapshot import Catalogue, Session
from knowledge.vocabulary import DUTCH, Daypart, Level, ModuleType

ONLINE = "online"

Options = list[tuple[str, str]]
"""Each a value and what a person reads for it."""


@dataclass(frozen=True)
class Field:
    """A choice that can be made: its name in the address, its label, and what can be chosen."""

    name: str
    label: str
    options: Options
    chosen: str


@dataclass(frozen=True)
class Choice:
    """What was chosen, by the names in the address; empty for no wish. ``unknown`` are values that there are not."""

    doelgroep: str = ""
    regio: str = ""
    type: str = ""
    niveau: str = ""
    dagdeel: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.query)

    @property
    def query(self) -> str:
        """As it stands in an address."""
        said = {name: getattr(self, name) for name in NAMES}
        return urlencode({name: value for name, value in said.items() if value})


NAMES = ("doelgroep", "regio", "type", "niveau", "dagdeel")


def read_choice(asked: Mapping[str, str], catalogue: Catalogue) -> tuple[Choice, list[Field]]:
    """What was asked in an address, as far as there is such a thing, and the fields to choose anew."""
    options = {
        "doelgroep": ("Doelgroep", [(one.id, one.name) for one in _with_lines(catalogue)]),
        "regio": ("Waar", [(ONLINE, "online"), *((one, one) for one in _regions(catalogue))]),
        "type": ("Soort", _words(ModuleType)),
        "niveau": ("Niveau", _words(Level)),
        "dagdeel": ("Wanneer", _words(Daypart)),
    }
    known = {name: {value for value, _ in choices} for name, (_, choices) in options.items()}
    given = {name: asked.get(name, "").strip() for name in NAMES}
    chosen = {name: value if value in known[name] else "" for name, value in given.items()}
    unknown = tuple(value[:60] for name, value in given.items() if value and not chosen[name])
    fields = [Field(name, label, choices, chosen[name]) for name, (label, choices) in options.items()]
    return Choice(**chosen, unknown=unknown), fields


def _with_lines(catalogue: Catalogue) -> list[TargetGroup]:
    used = {line.target_group for line in catalogue.lines.values()}
    return [one for one in catalogue.target_groups.values() if one.id in used]


def _regions(catalogue: Catalogue) -> list[str]:
    return sorted({one.region for one in catalogue.academies.values()})


def _words(of: type[StrEnum]) -> Options:
    return [(word.value, DUTCH[word]) for word in of]


def fitting(catalogue: Catalogue, lines: Iterable[Line], choice: Choice, now: datetime) -> set[str]:
    """The modules on these lines that fit all that was chosen."""
    for_whom = [one for one in lines if choice.doelgroep in ("", one.target_group)]
    modules = {station.module for line in for_whom for station in line.stations}
    return {id for id in modules if fits_module(catalogue, id, choice) and _has_date(catalogue, id, choice, now)}


def fits_module(catalogue: Catalogue, id: str, choice: Choice) -> bool:
    """Whether a module is of the type and teaches at the level that was chosen."""
    module = catalogue.modules.get(id)
    if module is None:
        return False
    return choice.type in ("", module.type) and (not choice.niveau or choice.niveau in module.teaches.values())


def fits_date(catalogue: Catalogue, session: Session, choice: Choice) -> bool:
    """Whether a date is where and when was chosen."""
    anywhere = session.online or session.starts_at is None
    academy = catalogue.academies.get(session.academy)
    where = not choice.regio or (
        anywhere if choice.regio == ONLINE else not anywhere and academy is not None and academy.region == choice.regio
    )
    return where and (session.daypart is None or choice.dagdeel in ("", session.daypart))


def _has_date(catalogue: Catalogue, id: str, choice: Choice, now: datetime) -> bool:
    if not choice.regio and not choice.dagdeel:
        return True
    return any(fits_date(catalogue, one, choice) for one in coming(catalogue.sessions_of.get(id, []), now))
