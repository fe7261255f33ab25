"""The tidy drawing: what the designer makes of it must be what was meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from knowledge.catalogue.metromap.columns import in_columns
from knowledge.catalogue.metromap.drawing import Drawing, StationDrawing
from knowledge.catalogue.metromap.geometry import approach
from knowledge.catalogue.metromap.layout import lay_out
from tests.knowledge.catalogue.metromap.metromap_help import catalogue_of, shipped_content


def random_lines(random: Random) -> dict[str, list[str]]:
    modules = [f"m{n}" for n in range(16)]
    return {f"l{n}": random.sample(modules, random.randint(2, 9)) for n in range(random.randint(2, 8))}


def shipped_lines(metro_map: str) -> dict[str, list[str]]:
    catalogue = catalogue_of(shipped_content())
    return {id: [station.module for station in catalogue.line(id).stations] for id in catalogue.maps[metro_map].lines}


@cache
def cases() -> list[Mapping[str, Sequence[str]]]:
    return [
        shipped_lines("maakindustrie-west"),
        shipped_lines("maakindustrie-oost-zuid"),
        {"alone": ["m0", "m1"], "first": ["all", "m2"], "apart": ["m3", "m4"]}
        | {f"l{n}": ["all", f"own{n}"] for n in range(9)},
        *(random_lines(Random(seed)) for seed in range(25)),
    ]


def under(station: StationDrawing, drawing: Drawing, reach: float) -> set[str]:
    """The lines that come within ``reach`` px of a station, or of the bar of a transfer station."""
    x, y = station.position
    top = y - 30 * (station.width - 1) if station.shape == "connection" else y
    return {
        id
        for id, line in drawing.lines.items()
        for a, b in line.polylines
        if approach((x, y), (x, top), a, b).distance <= reach
    }


@pytest.mark.parametrize("number", range(28))
def test_a_station_lies_on_its_own_lines_and_on_no_other(number: int) -> None:
    drawing = lay_out("kaart", cases()[number])
    for station in drawing.stations:
        assert under(station, drawing, 20) == set(station.lines), station


@pytest.mark.parametrize("number", range(28))
def test_lines_run_straight_down_or_aslant_on_the_grid_and_within_the_map(number: int) -> None:
    drawing = lay_out("kaart", cases()[number])
    for line in drawing.lines.values():
        for (x1, y1), (x2, y2) in line.polylines:
            assert x1 == x2 or y1 == y2 or abs(x2 - x1) == abs(y2 - y1)
            assert {x1 % 10, y1 % 10, x2 % 10, y2 % 10} == {0}
            assert 0 < x1 < drawing.width
            assert 0 < y1 < drawing.height


@pytest.mark.parametrize("number", range(28))
def test_no_two_lines_run_over_each_other(number: int) -> None:
    drawing = lay_out("kaart", cases()[number])
    pieces = [(id, piece) for id, line in drawing.lines.items() for piece in line.polylines]
    for n, (one, (a, b)) in enumerate(pieces):
        for two, (c, d) in pieces[n + 1 :]:
            level = a[1] == b[1] == c[1] == d[1] and max(a[0], c[0]) < min(b[0], d[0])
            upright = a[0] == b[0] == c[0] == d[0] and max(min(a[1], b[1]), min(c[1], d[1])) < min(
                max(a[1], b[1]), max(c[1], d[1])
            )
            assert one == two or not (level or upright), (one, two, a, b, c, d)


def test_two_lines_share_a_station_side_by_side_and_part_again() -> None:
    drawing = lay_out("kaart", {"a": ["m", "n"], "b": ["m", "o"]})
    assert drawing.stations[0] == StationDrawing(
        module="m", lines=["b", "a"], position=(120, 390), orientation=270, shape="connection", width=2
    )
    assert drawing.lines["a"].polylines == [[(120, 360), (220, 360)]]
    points = [piece[0] for piece in drawing.lines["b"].polylines] + [drawing.lines["b"].polylines[-1][1]]
    assert points == [(120, 390), (140, 390), (160, 410), (160, 520), (180, 540), (220, 540)]


def test_columns_rise_along_every_line() -> None:
    for seed in range(40):
        columns = in_columns(random_lines(Random(seed)))
        for places in columns.places.values():
            numbers = [columns.column[place] for place in places]
            assert all(a < b for a, b in pairwise(numbers))


def test_modules_in_opposite_orders_are_drawn_once_for_each_line() -> None:
    columns = in_columns({"a": ["m", "n"], "b": ["n", "m"]})
    assert columns.places == {"a": [("m", ""), ("n", "")], "b": [("n", ""), ("m", "b")]}
    shapes = [(s.module, s.lines, s.shape, s.width) for s in lay_out("k", {"a": ["m", "n"], "b": ["n", "m"]}).stations]
    assert shapes == [
        ("m", ["a"], "connection", 1),
        ("n", ["b", "a"], "connection", 2),
        ("m", ["b"], "connection", 1),
    ]


def test_a_map_of_empty_lines_is_an_empty_drawing() -> None:
    assert lay_out("kaart", {"a": []}) == Drawing(map="kaart", width=1440, height=960)
