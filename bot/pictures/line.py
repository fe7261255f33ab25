"""A metro line as a picture: it comes out of its name and runs down past its stations to the recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from bot.pictures.folding import fold
from bot.pictures.heading import heading
from bot.pictures.marks import REACH, SMALL, STAR, chip, dots, mark, rail, star, wide_chip
from bot.pictures.saying import hours, stations, type_and_hours
from bot.pictures.sheet import CHIP, EDGE, WIDE, Sheet
from knowledge.cards import LineCard, StationCard
from knowledge.drawing.colours import BAND, INK, PAPER, PATH, SOFT, told_from
from knowledge.drawing.markup import element, number
from knowledge.drawing.own import Own, State
from knowledge.drawing.stations import phase_words
from knowledge.drawing.words import width_of
from knowledge.vocabulary import Phase, Skip

AT, TEXT, RAIL = 40.0, 68.0, 9.0
"""Where the line runs and where words begin, from the left, and how thick the line is."""

PATH_AT = 12.0
"""Where the development path runs, beside the line."""

ROOM = WIDE - EDGE - TEXT
NAME, NAME_LEADING, GOAL, LEADING = 15.0, 17.5, 14.0, 17.0
GAP = 3.0
"""Between two stations."""


def line_picture(card: LineCard, own: Own) -> bytes:
    """A line with its stations and a person's own marks as PNG, 1080 px wide and mostly less than 2040 high."""
    return line_sheet(card, own).png()


def line_sheet(card: LineCard, own: Own) -> Sheet:
    """The picture of a line, laid out."""
    sheet = Sheet()
    said = ["metrolijn", stations(len(card.stations)), hours(card.hours), *(["voorbeeld"] if card.example else [])]
    band = heading(sheet, card.name, said, _ground(card))
    y = sheet.words(fold(card.goal, GOAL, ROOM), TEXT, band + 6, GOAL, LEADING) + 6
    marks: list[tuple[StationCard, float]] = []
    for n, (phase, own_stations) in enumerate(groupby(enumerate(card.stations, 1), key=lambda one: one[1].phase)):
        y = _phase(sheet, list(own_stations), phase, n, y, own, _colour(card), marks)
    end = marks[-1][1] if marks else band
    if card.recognition:
        y, end = _recognition(sheet, card, y + GAP)
    sheet.under.append(rail(AT, band, AT, end, _colour(card), RAIL))
    _path(sheet, marks, own)
    sheet.height = _key(sheet, card, own, y + 6) + 8
    return sheet


def _ground(card: LineCard) -> str:
    """The line's colour; grey when that is none, as a card can come from elsewhere."""
    return card.colour if re.fullmatch("#[0-9a-fA-F]{6}", card.colour) else SOFT


def _colour(card: LineCard) -> str:
    return told_from(PAPER, _ground(card))


def _phase(
    sheet: Sheet,
    own_stations: list[tuple[int, StationCard]],
    phase: Phase | None,
    place: int,
    top: float,
    own: Own,
    colour: str,
    marks: list[tuple[StationCard, float]],
) -> float:
    """The stations of one phase under its name; every other phase is tinted."""
    y = top + 3
    if phase:
        y = sheet.words([phase_words(phase)], TEXT, y, SMALL, 16, fill=SOFT, bold=True) + 1
    for order, station in own_stations:
        marks.append((station, y + REACH))
        y = _station(sheet, order, station, own.state(station.module), colour, y) + GAP
    if phase and place % 2 == 0:
        sheet.under.append(element("rect", y=top, width=WIDE, height=y - top, fill=BAND))
    return y


def _station(sheet: Sheet, place: int, station: StationCard, state: State | None, colour: str, top: float) -> float:
    """A mark, the name beside it, and under that its type, hours and how the person stands to it."""
    y = top + REACH
    sheet.mark(mark(AT, y, str(place), colour, state), AT, y, REACH, f"mark {place}")
    ink = SOFT if state is State.SKIPPED else INK
    below = sheet.words(fold(station.name, NAME, ROOM, bold=True), TEXT, top, NAME, NAME_LEADING, fill=ink, bold=True)
    said = " · ".join(type_and_hours(station.type, station.hours))
    sheet.words([said], TEXT, below, SMALL, LEADING, fill=SOFT)
    right = TEXT + width_of(said, SMALL)
    if station.skip is Skip.COSTS_RECOGNITION:
        sheet.mark(star(right + 12, below + LEADING / 2, INK), right + 12, below + LEADING / 2, STAR / 2, "star")
        right += 12 + STAR / 2
    below += LEADING
    if state:
        fits = right + 8 + wide_chip(state) <= WIDE - EDGE
        chip(sheet, state, right + 8 if fits else TEXT, below - LEADING if fits else below + 2)
        below += 0 if fits else CHIP + 2
    return max(below, y + REACH)


def _recognition(sheet: Sheet, card: LineCard, top: float) -> tuple[float, float]:
    """What the line leads to, as its last stop; gives where it ends and the height of its mark."""
    y = top + REACH
    badge = element("rect", x=AT - 13, y=y - 13, width=26.0, height=26.0, rx=7.0, fill=_colour(card))
    sheet.mark(badge + star(AT, y, PAPER), AT, y, REACH, "recognition")
    below = _said_of_stars(sheet, top) if _starred(card) else top + 8
    lines = fold(card.recognition or "", NAME, ROOM, bold=True)
    below = sheet.words(lines, TEXT, below, NAME, NAME_LEADING, bold=True)
    return max(below, y + REACH), y


def _said_of_stars(sheet: Sheet, top: float) -> float:
    """What has to be followed for the recognition, with the star itself in the sentence; gives where it ends."""
    x = TEXT
    for words in ("Volg elk station met", "voor je erkenning:"):
        sheet.words([words], x, top, SMALL, LEADING, fill=SOFT)
        x += width_of(words, SMALL) + STAR + 8
    sheet.shapes.append(star(TEXT + width_of("Volg elk station met", SMALL) + 4 + STAR / 2, top + LEADING / 2, INK))
    return top + LEADING


def _starred(card: LineCard) -> bool:
    return any(station.skip is Skip.COSTS_RECOGNITION for station in card.stations)


def _path(sheet: Sheet, marks: list[tuple[StationCard, float]], own: Own) -> None:
    """The development path beside the line, from the first of its stations here to the last."""
    at = [y for station, y in marks if station.module in own.path]
    sheet.shapes += [dots(PATH_AT, here + 10, PATH_AT, there - 9) for here, there in pairwise(at)]
    sheet.shapes += [element("circle", cx=PATH_AT, cy=y, r=5.5, fill=PATH) for y in at]


def _key(sheet: Sheet, card: LineCard, own: Own, top: float) -> float:
    """What the star and the red dots mean, when they are there and nothing said it yet; gives where it ends."""
    y = top
    for symbol, meaning in _entries(card, own):
        sheet.shapes.append(element("g", symbol, transform=f"translate(0 {number(y + LEADING / 2)})"))
        y = sheet.words(fold(meaning, SMALL, ROOM), TEXT, y, SMALL, LEADING, fill=SOFT) + 2
    return y


def _entries(card: LineCard, own: Own) -> Iterator[tuple[str, str]]:
    if _starred(card) and not card.recognition:
        yield star(AT, 0, INK), "telt voor je erkenning"
    if any(station.module in own.path for station in card.stations):
        yield dots(PATH_AT, 0, AT + 14, 0), "jouw ontwikkelpad"
