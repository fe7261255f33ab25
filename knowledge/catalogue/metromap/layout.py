"""A tidy drawing for lines that have none: each line on its own row, horizontal, vertical and 45 degrees.

Lines that share a station come together there, 30 px apart, and go back to their rows after it. All points
lie on the designer's grid of 10 px. Stations lie only on their own lines, since the designer finds out again
from the drawing which lines a station is on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil

from knowledge.catalogue.metromap.columns import Columns, Place, in_columns
from knowledge.catalogue.metromap.drawing import Drawing, LineDrawing, Spot, StationDrawing
from knowledge.catalogue.metromap.tracks import LANE, Tracks

LEFT, TOP = 120, 360
"""Room for the first station, and for the title above the first row."""

RIGHT, BOTTOM = 280, 180
"""Room for the name of the last station, and for the legend under the last row."""

ROW = 180
"""The least distance between two rows: room for a name at 45 degrees."""

CANVASES = ((1440, 960), (1920, 1440), (2560, 1920))
"""The sizes that the designer offers; a larger map gets a size of its own."""

UP, DOWN, ASLANT = 270, 90, 315
"""Where a name stands; with UP as with DOWN the bar of a transfer station goes up."""

NAME = 320
"""Room for a name that stands upright."""


def lay_out(map_id: str, lines: Mapping[str, Sequence[str]], top: int = 0) -> Drawing:
    """A drawing of lines, each given as its module ids in order, below ``top``; empty lines are left out."""
    columns = in_columns({line: modules for line, modules in lines.items() if modules})
    pitch = _pitch(columns)
    rows = {line: top + TOP + pitch * n for n, line in enumerate(columns.places)}
    tracks = Tracks(columns, rows, LEFT)
    width, height = _canvas(tracks.width + RIGHT, max(rows.values(), default=top + TOP) + BOTTOM)
    return Drawing(
        map=map_id,
        width=width,
        height=height,
        lines={line: LineDrawing(polylines=_pieces(tracks.points(line))) for line in columns.places},
        stations=[_station(place, lines_here, tracks) for place, lines_here in columns.lines_at.items()],
    )


def _pitch(columns: Columns) -> int:
    """The distance between rows at which no bundle of lines reaches the row of another line."""
    number = {line: n for n, line in enumerate(columns.places)}
    pitch = ROW
    for lines in columns.lines_at.values():
        first = number[lines[0]]
        below = [n for line, n in number.items() if n > first and line not in lines]
        if len(lines) > 1 and below:
            room = LANE * (len(lines) - 1) + 2 * LANE
            pitch = max(pitch, 10 * ceil(room / (min(below) - first) / 10))
    return pitch


def _canvas(width: int, height: int) -> tuple[int, int]:
    for canvas in CANVASES:
        if width <= canvas[0] and height <= canvas[1]:
            return canvas
    return 10 * ceil(width / 10), 10 * ceil(height / 10)


def _pieces(points: Sequence[Spot]) -> list[list[Spot]]:
    """Each straight piece by itself, as the designer draws them."""
    return [[a, b] for a, b in pairwise(points)]


def _station(place: Place, lines: Sequence[str], tracks: Tracks) -> StationDrawing:
    """A transfer station is a bar upwards from the lowest of its lines."""
    module, apart = place
    lowest_first = sorted(lines, key=lambda line: -tracks.height(line, place))
    position = (float(tracks.x[tracks.column(place)]), float(tracks.height(lowest_first[0], place)))
    transfer = len(lines) > 1 or bool(apart) or tracks.is_apart_elsewhere(place)
    return StationDrawing(
        module=module,
        lines=lowest_first,
        position=position,
        orientation=ASLANT if not transfer else DOWN if tracks.room_below(place) >= NAME else UP,
        shape="connection" if transfer else _shape(place, lines[0], tracks),
        width=len(lines) if transfer else 0,
    )


def _shape(place: Place, line: str, tracks: Tracks) -> str:
    places = tracks.places(line)
    if place == places[0]:
        return "start"
    return "end" if place == places[-1] else "normal"
