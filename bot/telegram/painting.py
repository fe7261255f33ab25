"""The pictures that go with a card on Telegram: a line, a path, the metro map, with one's own stations marked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from bot.pictures.apart import Studio
from bot.pictures.line import line_sheet
from bot.pictures.map import SIDE
from bot.pictures.overview import overview_sheet
from bot.pictures.path import path_sheets
from bot.pictures.sheet import Sheet
from knowledge.cards import Card, LineCard, MapCard, PathCard
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.drawing.own import Own
from knowledge.drawing.own_of import own_of
from knowledge.drawing.store import drawing_in
from knowledge.drawing.svg import picture
from knowledge.people import known


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG; one ``to_zoom`` into is sent as a file, for Telegram makes photos smaller."""

    png: bytes
    name: str
    to_zoom: bool = False


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A picture before it is a PNG, and how many pixels wide it will be."""

    svg: str
    width: int
    name: str
    to_zoom: bool = False


@dataclass(frozen=True, slots=True)
class Painter:
    """Paints cards; ``clock`` gives the present moment in UTC."""

    engine: Engine
    view: CatalogueView
    clock: Callable[[], datetime]
    studio: Studio = field(default_factory=Studio)

    async def paint(self, card: Card, conversation: str) -> list[Picture]:
        """The pictures of a card as the person in this talk should see it; none for a card that has no picture.

        Raises:
            PictureError: when one could not be drawn.
        """
        sketches = await asyncio.to_thread(self._sketch, card, conversation)
        return [Picture(await self.studio.png(one.svg, one.width), one.name, one.to_zoom) for one in sketches]

    def _sketch(self, card: Card, conversation: str) -> list[_Sketch]:
        if isinstance(card, LineCard):
            return [_of_sheet(line_sheet(card, self._own(conversation)), f"lijn-{card.id}")]
        if isinstance(card, PathCard):
            modules = [step.module for step in card.steps if step.module]
            sheets = path_sheets(card, self._own(conversation, modules, card.skipped))
            return [_of_sheet(sheet, f"pad-{number}") for number, sheet in enumerate(sheets, 1)]
        if isinstance(card, MapCard):
            return self._map(card.id, self._own(conversation, card.path))
        return []

    def _own(self, conversation: str, path: list[str] | None = None, skipped: list[str] | None = None) -> Own:
        learner_id = known(self.engine, conversation).learner_id
        return own_of(self.engine, learner_id, self.view.now(), self.clock(), path or (), skipped or ())

    def _map(self, map_id: str, own: Own) -> list[_Sketch]:
        """An overview that a phone shows at once, and the whole map to zoom in on."""
        network, drawing = drawing_in(self.engine, self.view.now(), map_id)
        whole = _Sketch(picture(network, drawing, own), SIDE, f"metrokaart-{map_id}.png", to_zoom=True)
        return [_of_sheet(overview_sheet(network, own), f"kaart-{map_id}"), whole]


def _of_sheet(sheet: Sheet, name: str) -> _Sketch:
    return _Sketch(sheet.svg(), sheet.pixels, f"{name}.png")
