"""What a version of the standard is to the desk: how it dresses each thing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.web.ooapi.organisations import Organisation
from bot.web.ooapi.words import Around, Facts, Seats
from knowledge.catalogue.content import Line, Module
from knowledge.tables import Offering
from knowledge.vocabulary import OfferingState

Expand = Collection[str]
"""The names of what is to be told whole, where else its id would stand."""


@dataclass(frozen=True)
class Dialect:
    """``states`` are those of the offerings that this version can tell of without misleading anybody.

    ``online`` and ``on_site`` are its words for the two modes of delivery that we have.
    """

    states: Collection[OfferingState]
    online: str
    on_site: str
    organisation_type: Callable[[str], str]
    organisation: Callable[[Around, Organisation, Expand], Facts]
    programme: Callable[[Around, Line, Expand], Facts]
    course: Callable[[Around, Module, Expand], Facts]
    offering: Callable[[Around, Offering, Seats, Expand], Facts]

    def is_given(self, modes: Collection[str], online: bool) -> bool:
        """Whether one of these modes of delivery is meant, or none is asked."""
        return not modes or (self.online if online else self.on_site) in modes
