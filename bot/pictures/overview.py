"""All lines of a map on a phone: each a strip with its stations, the same transfer everywhere with the same letter."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from bot.pictures.folding import fold
from bot.pictures.heading import heading
from bot.pictures.marks import HALO, SMALL, dots, mark, rail
from bot.pictures.saying import counted, stations
from bot.pictures.sheet import EDGE, WIDE, Sheet
from bot.pictures.transfers import transfers
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.colours import INK, PAPER, SOFT, legible_on, told_from
from knowledge.drawing.markup import element
from knowledge.drawing.network import Network, Track, network_of
from knowledge.drawing.own import Own, State
from knowledge.drawing.words import width_of

RADIUS = 11.0
REACH = RADIUS + HALO
KEY = 2 * REACH + 1
"""From the left of a mark in the key to its meaning."""

ROW = 10
"""Stations on one strip; a line with more goes on below."""

STEP = (WIDE - 2 * EDGE - 2 * REACH) / (ROW - 1)
SIGN, LEADING = 18.0, 17.0
"""How high the sign of a line is, for one line of words; from one line of small letters to the next."""

HEAD = "#16324f"
"""The ground of the map's own name."""


def map_overview(catalogue: Catalogue, map_id: str, own: Own) -> bytes:
    """A map's overview as PNG, 1080 px wide. Raises UnknownThing."""
    return overview_sheet(network_of(catalogue, map_id), own).png()


def overview_sheet(network: Network, own: Own) -> Sheet:
    """The overview of a map, laid out."""
    sheet = Sheet()
    said = [network.region, counted(len(network.tracks), "lijn", "lijnen"), stations(len(network.sights))]
    y = heading(sheet, network.name, [*said, *(["voorbeeld"] if network.example else [])], HEAD) + 8
    letters = transfers(network)
    for track in network.tracks:
        y = _sign(sheet, track, y)
        for first in range(0, max(len(track.stops), 1), ROW):
            y = _strip(sheet, track, letters, own, first, y)
        y += 1
    y = _states(sheet, network, own, y)
    sheet.height = _transfers(sheet, network, letters, y) + 8
    return sheet


def _sign(sheet: Sheet, track: Track, top: float) -> float:
    """The name of a line on its own colour."""
    lines = fold(track.name, SMALL, WIDE - 2 * EDGE - 16, bold=True)
    wide = max(width_of(line, SMALL, bold=True) for line in lines) + 16
    high = SIGN + LEADING * (len(lines) - 1)
    sheet.shapes.append(element("rect", x=EDGE, y=top, width=wide, height=high, rx=4.5, fill=track.colour))
    sheet.words(lines, EDGE + 8, top + 0.5, SMALL, LEADING, fill=legible_on(track.colour), bold=True)
    return top + high


def _strip(sheet: Sheet, track: Track, letters: Mapping[str, str], own: Own, first: int, top: float) -> float:
    """At most ten stations of a line: a number, or the letter of a transfer, in a rim of ink."""
    y, colour = top + REACH, told_from(PAPER, track.colour)
    stops = track.stops[first : first + ROW]
    at = [EDGE + REACH + STEP * n for n in range(len(stops))]
    if at:
        begin, end = EDGE if first else at[0], WIDE - EDGE if first + ROW < len(track.stops) else at[-1]
        sheet.under.append(rail(begin, y, end, y, colour, 7.0))
    for n, (stop, x) in enumerate(zip(stops, at, strict=True), first + 1):
        said, rim = letters.get(stop.module, str(n)), INK if stop.module in letters else colour
        sheet.mark(mark(x, y, said, rim, own.state(stop.module), RADIUS), x, y, REACH, f"{track.id} {n}")
    on_path = [x for stop, x in zip(stops, at, strict=True) if stop.module in own.path]
    for here, there in pairwise(on_path):
        sheet.shapes.append(dots(here, y + REACH + 2, there, y + REACH + 2, 4))
    sheet.shapes += [dots(x, y + REACH + 2, x, y + REACH + 2, 6) for x in on_path]
    return y + REACH + (8 if on_path else 0)


def _states(sheet: Sheet, network: Network, own: Own, top: float) -> float:
    """What the marks of a person mean, as far as they are there; for the next station also its name."""
    held = {own.state(module) for module in network.sights}
    x = EDGE
    y = top
    for state in (State.DONE, State.ENROLLED, State.SKIPPED):
        if state in held:
            x = _meaning(sheet, state, state.value, x, y)
    if x > EDGE:
        y += 2 * REACH
    if State.NEXT in held:
        _meaning(sheet, State.NEXT, State.NEXT.value + ":", EDGE, y)
        left = EDGE + KEY + width_of(State.NEXT.value + ": ", SMALL)
        lines = fold(network.sights[own.next or ""].name, SMALL, WIDE - EDGE - left, bold=True)
        y = max(sheet.words(lines, left, y + REACH - LEADING / 2, SMALL, LEADING, bold=True), y + 2 * REACH)
    if any(module in network.sights for module in own.path):
        middle = y + LEADING / 2
        sheet.shapes.append(dots(EDGE + 3, middle, EDGE + 2 * REACH - 3, middle))
        y = sheet.words(["jouw ontwikkelpad"], EDGE + KEY, y, SMALL, LEADING) + 3
    return y


def _meaning(sheet: Sheet, state: State, said: str, x: float, top: float) -> float:
    """A mark and its meaning; gives where the next can stand."""
    y = top + REACH
    sheet.mark(mark(x + REACH, y, "", INK, state, RADIUS - 2), x + REACH, y, REACH, f"key {state}")
    sheet.words([said], x + KEY, y - LEADING / 2, SMALL, LEADING)
    return x + KEY + width_of(said, SMALL) + 6


def _transfers(sheet: Sheet, network: Network, letters: Mapping[str, str], top: float) -> float:
    """The names of the transfer stations by letter, in two columns."""
    if not letters:
        return top
    y = sheet.words(["Overstapstations"], EDGE, top + 2, SMALL, LEADING, bold=True)
    half = -(-len(letters) // 2)
    named, bottoms = list(letters.items()), []
    for column, part in enumerate((named[:half], named[half:])):
        x, below = EDGE + column * (WIDE / 2 - EDGE + 4), y
        for module, letter in part:
            sheet.words([letter], x, below, SMALL, LEADING, bold=True)
            lines = fold(network.sights[module].name, SMALL, WIDE / 2 - EDGE - 22)
            below = sheet.words(lines, x + 20, below, SMALL, LEADING, fill=SOFT) + 1
        bottoms.append(below)
    return max(bottoms)
