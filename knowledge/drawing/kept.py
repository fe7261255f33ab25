"""A map that an academy drew itself: its lines and stations stay where they were put, only names find a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from knowledge.catalogue import drawn as hand
from knowledge.catalogue.metromap.geometry import approach, between, distance
from knowledge.catalogue.metromap.joining import Path, join
from knowledge.catalogue.metromap.order import Stop, order_stops
from knowledge.drawing.framing import framed, name_box, sign_box
from knowledge.drawing.network import Network, Track
from knowledge.drawing.placing import Asked, place_names
from knowledge.drawing.plates import SIGN_TEXT
from knowledge.drawing.shape import Drawing, Mark, Point, Route, Sign, Words
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.words import wrap

SNAP = 20.0
"""As far from its line a station still lies on it, for the designer draws lines 20 px thick."""

Legs = list[tuple[Point, Point]]


def keep(network: Network, by_hand: hand.Drawing) -> Drawing:
    """The drawing of a network as somebody drew it; every line of the network is in it."""
    tracks = [track for track in network.tracks if track.id in by_hand.lines]
    pieces = {track.id: _pieces(track, by_hand) for track in tracks}
    legs = {line: [leg for piece in own for leg in pairwise(piece)] for line, own in pieces.items()}
    stations = list(_present(by_hand, {track.id for track in tracks}))
    bars = [_bar(station, legs) for station in stations]
    places = place_names(
        [Asked(*bar, _name_shapes(network.sights[one.module].name)) for one, bar in zip(stations, bars, strict=True)]
        + [Asked(*_last_bar(track, stations, bars), [_sign_shape(track)]) for track in tracks],
        [leg for own in legs.values() for leg in own],
        bars,
    )
    marks = [
        Mark(module=one.module, lines=tuple(one.lines), start=bar[0], end=bar[1], name=name)
        for one, bar, name in zip(stations, bars, places, strict=False)
    ]
    signs = [Sign(line=track.id, words=words) for track, words in zip(tracks, places[len(marks) :], strict=True)]
    routes = [Route(line=line, pieces=tuple(tuple(piece) for piece in own)) for line, own in pieces.items()]
    return framed(network.id, routes, marks, signs, [])


def _present(by_hand: hand.Drawing, lines: Set[str]) -> Iterator[hand.StationDrawing]:
    """The stations of the lines that are still on the map."""
    for station in by_hand.stations:
        own = [line for line in station.lines if line in lines]
        if own:
            yield station.model_copy(update={"lines": own})


def _pieces(track: Track, by_hand: hand.Drawing) -> list[list[Point]]:
    """One piece from the first station to the last when it can be joined, else the pieces as they were drawn."""
    polylines = by_hand.lines[track.id].polylines
    joined = join(polylines)
    if not isinstance(joined, Path):
        return [list(one) for one in polylines]
    stops = {one.module: _stop(one) for one in by_hand.stations if track.id in one.lines}
    known = [stops[stop.module] for stop in track.stops if stop.module in stops]
    order = order_stops(joined, known).order
    along = [_far(joined, known[n]) for n in order]
    return [list(joined.points if along == sorted(along) else joined.points[::-1])]


def _stop(station: hand.StationDrawing) -> Stop:
    return Stop(station.position, station.shape, station.orientation, station.width)


def _far(path: Path, stop: Stop) -> tuple[int, float]:
    """How far along a path a stop lies: the leg and the part of it."""
    found = [approach(*stop.bar, *leg) for leg in path.legs]
    n = min(range(len(found)), key=lambda n: found[n].distance)
    return n, found[n].on_second


def _bar(station: hand.StationDrawing, legs: Mapping[str, Legs]) -> tuple[Point, Point]:
    """Where the mark lies: on its lines, as far as it was drawn over them (there a line is 20 px thick)."""
    stop = _stop(station)
    met = [_nearest(stop.bar, legs[line]) for line in station.lines if legs.get(line)]
    if station.shape != "connection":
        met = [one for one in met if distance(one, station.position) <= SNAP]
    if not met:
        return station.position, station.position
    start, end = max(((one, other) for one in met for other in met), key=lambda pair: distance(*pair))
    return (start, end) if start <= end else (end, start)


def _nearest(bar: tuple[Point, Point], legs: Legs) -> Point:
    found = [(approach(*bar, *leg), leg) for leg in legs]
    best, leg = min(found, key=lambda one: one[0].distance)
    return between(*leg, best.on_second)


def _last_bar(
    track: Track, stations: Sequence[hand.StationDrawing], bars: Sequence[tuple[Point, Point]]
) -> tuple[Point, Point]:
    """The mark of the last station of a line, beside which its sign stands."""
    own = [bar for one, bar in zip(stations, bars, strict=True) if track.id in one.lines]
    last = [
        bar
        for one, bar in zip(stations, bars, strict=True)
        if track.id in one.lines and track.stops and one.module == track.stops[-1].module
    ]
    return (last or own or [((0.0, 0.0), (0.0, 0.0))])[0]


def _name_shapes(name: str) -> list[Words]:
    """A name in wide, usual and narrow lines."""
    wrapped = [wrap(name, SIZES.text, wide) for wide in (SIZES.name, 0.6 * SIZES.name, 2 * SIZES.name)]
    return [name_box(one, one.width / 2, 0) for one in dict.fromkeys(wrapped)]


def _sign_shape(track: Track) -> Words:
    return sign_box(wrap(track.name, SIGN_TEXT, SIZES.sign, bold=True), 0, 0)
