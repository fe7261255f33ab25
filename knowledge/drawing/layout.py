"""From a network to a drawing: columns, orders, heights, lanes, corners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.drawing.channels import Places, place
from knowledge.drawing.columns import Columns, in_columns
from knowledge.drawing.crossings import few_crossings
from knowledge.drawing.framing import framed, name_box, sign_box
from knowledge.drawing.heights import Spot, heights_of
from knowledge.drawing.improving import improve
from knowledge.drawing.network import Network
from knowledge.drawing.orders import Orders, count_crossings
from knowledge.drawing.plates import BETWEEN, SIGN_EDGE, Plate, height_of_sign, plates_of
from knowledge.drawing.routes import route
from knowledge.drawing.shape import Band, Drawing, Mark, Route, Sign
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.strands import Strands, strands_of

VERSION = 1
"""To be raised with every change that draws the same map otherwise."""


def lay_out(network: Network) -> Drawing:
    """The drawing of a network, with its upper left corner at 0, 0; empty lines are left out."""
    columns, strands, orders = _least_crossings(network)
    phase_at = {module: columns.phase_at(column) for module, column in columns.of.items()}
    plates = plates_of(network, strands, phase_at)
    heights = heights_of(strands, orders, plates)
    places = place(strands, heights, plates)
    drawn = [(track.id, route(strands, heights, places, n)) for n, track in enumerate(network.tracks) if track.stops]
    marks = [_mark(network, strands, heights, places, module, plates[module]) for module in strands.marks]
    signs = [sign for mark in marks for sign in _signs(network, mark, plates[mark.module])]
    routes = [Route(line=line, pieces=(tuple(points),)) for line, points in drawn]
    return framed(network.id, routes, marks, signs, _bands(columns, places))


def _least_crossings(network: Network) -> tuple[Columns, Strands, Orders]:
    """Of all ways to put the stations in columns the one with the fewest crossings."""
    ways = [(columns, strands_of(network, columns)) for columns in in_columns(network)]
    found = [(columns, strands, few_crossings(strands, len(network.tracks))) for columns, strands in ways]
    columns, strands, orders = min(found, key=lambda one: count_crossings(one[1], one[2]))
    return columns, strands, improve(strands, orders)


def _mark(
    network: Network, strands: Strands, heights: Mapping[Spot, float], places: Places, module: str, plate: Plate
) -> Mark:
    column = strands.column[module]
    x, own = places.columns[column], strands.marks[module]
    at = [heights[strand, column] for strand in own]
    top = max(at) + plate.drop(len(own))
    lines = dict.fromkeys(network.tracks[strands.all[strand].line].id for strand in own)
    return Mark(
        module=module, lines=tuple(lines), start=(x, min(at)), end=(x, max(at)), name=name_box(plate.name, x, top)
    )


def _signs(network: Network, mark: Mark, plate: Plate) -> Iterator[Sign]:
    """The sign of a line that begins above a mark; those of lines that end, right of it or under its name."""
    if plate.begin:
        line, text = plate.begin
        left = mark.start[0] - text.width / 2 - SIGN_EDGE
        yield Sign(line=network.tracks[line].id, words=sign_box(text, left, mark.start[1] - plate.rise))
    top = (mark.start[1] + mark.end[1] - plate.beside_height + BETWEEN) / 2
    for line, text in plate.beside:
        yield Sign(line=network.tracks[line].id, words=sign_box(text, mark.start[0] + SIZES.clear, top))
        top += height_of_sign(text) + BETWEEN
    top = mark.name.bottom + BETWEEN
    for line, text in plate.under:
        left = mark.start[0] - text.width / 2 - SIGN_EDGE
        yield Sign(line=network.tracks[line].id, words=sign_box(text, left, top))
        top += height_of_sign(text) + BETWEEN


def _bands(columns: Columns, places: Places) -> list[Band]:
    """The bands meet half-way between the columns."""
    phases = list(columns.phases.items())
    edges = [(places.columns[first - 1] + places.columns[first]) / 2 if first else None for _, first in phases]
    found = []
    for n, (phase, _) in enumerate(phases):
        left = edges[n] if edges[n] is not None else float("-inf")
        right = edges[n + 1] if n + 1 < len(edges) else None
        found.append(Band(phase=phase, left=left, right=right if right is not None else float("inf")))
    return found
