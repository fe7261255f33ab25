"""The layout: whatever the lines are, the drawing can be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.drawing.columns import in_columns
from knowledge.drawing.faults import Faults, crossings_of, faults_of
from knowledge.drawing.layout import lay_out
from knowledge.drawing.network import Network, Sight, network_of
from knowledge.drawing.shape import Drawing
from knowledge.drawing.strands import strands_of
from knowledge.vocabulary import Phase
from tests.knowledge.catalogue.metromap.metromap_help import catalogue_of, shipped_content
from tests.knowledge.drawing.exact import fewest_crossings
from tests.knowledge.drawing.networks import generated, simple

ODD = {
    "no line": {},
    "an empty line": {"a": [], "b": ["x", "y"]},
    "one station": {"a": ["x"]},
    "the same lines": {"a": ["x", "y"], "b": ["x", "y"], "c": ["y", "x"]},
    "a ring": {"a": ["x", "y", "z", "x"]},
    "a station twice in a row": {"a": ["x", "x", "y"]},
    "opposite lines": {f"l{n}": list("abcdefg" if n % 2 else "gfedcba") for n in range(4)},
    "lines that end where others go on": {"a": ["x", "y"], "b": ["x", "y", "z"], "c": ["y", "z"]},
    "fourteen lines through one station": {f"l{n}": [f"a{n}", "hub", f"b{n}"] for n in range(14)},
}


def shipped(metro_map: str) -> Network:
    return network_of(catalogue_of(shipped_content()), metro_map)


@pytest.mark.parametrize("metro_map", [one.id for one in shipped_content().maps])
def test_a_shipped_map_has_no_fault_and_every_transfer_is_one_mark(metro_map: str) -> None:
    network = shipped(metro_map)
    drawing = lay_out(network)
    assert faults_of(drawing, network) == Faults()
    assert {mark.module: set(mark.lines) for mark in drawing.marks} == {
        module: {track.id for track in network.tracks if module in {stop.module for stop in track.stops}}
        for module in network.sights
    }
    assert len(drawing.marks) == len(network.sights)


@pytest.mark.parametrize(
    "network", [shipped("maakindustrie-west"), generated(1), generated(3)], ids=["west", "generated 1", "generated 3"]
)
def test_lines_cross_no_more_than_is_proved_to_be_needed(network: Network) -> None:
    fewest = min(fewest_crossings(strands_of(network, columns)) for columns in in_columns(network))
    assert crossings_of(lay_out(network)) == fewest


def test_the_largest_shipped_map_crosses_no_more_than_it_did() -> None:
    assert crossings_of(lay_out(shipped("maakindustrie-oost-zuid"))) <= 9  # proved: `python -m tests.evaluate.maps`


@pytest.mark.parametrize("seed", range(20))
def test_a_generated_map_has_no_fault(seed: int) -> None:
    network = generated(seed)
    assert faults_of(lay_out(network), network) == Faults()


def test_a_map_of_twelve_lines_and_many_stations_has_no_fault() -> None:
    network = generated(7, lines=12, stations=80)
    assert faults_of(lay_out(network), network) == Faults()


@pytest.mark.parametrize("lines", ODD.values(), ids=ODD)
def test_odd_lines_are_drawn_too(lines: dict[str, list[str]]) -> None:
    network = simple(lines)
    drawing = lay_out(network)
    assert faults_of(drawing, network) == Faults()
    assert [route.line for route in drawing.routes] == [line for line, own in lines.items() if own]


def test_a_map_of_nothing_is_an_empty_frame() -> None:
    assert lay_out(simple({})) == Drawing(map="kaart", width=80, height=114)


def test_the_same_map_is_drawn_the_same_and_lies_in_its_frame() -> None:
    drawing = lay_out(generated(3))
    assert lay_out(generated(3)) == drawing
    points = [point for route in drawing.routes for piece in route.pieces for point in piece]
    boxes = [mark.name for mark in drawing.marks] + [sign.words for sign in drawing.signs]
    assert min(x for x, _ in points) > 0
    assert min(box.left for box in boxes) >= 0
    assert max(box.right for box in boxes) <= drawing.width
    assert max(box.bottom for box in boxes) <= drawing.height


def test_the_stations_of_a_line_stand_in_the_bands_of_their_phases() -> None:
    network = shipped("maakindustrie-west")
    drawing = lay_out(network)
    assert [band.phase for band in drawing.bands] == list(Phase)
    x = {mark.module: mark.start[0] for mark in drawing.marks}
    bands = {band.phase: band for band in drawing.bands}
    for track in network.tracks:
        for stop in track.stops:
            assert bands[stop.phase].left < x[stop.module] < bands[stop.phase].right


def test_a_station_outside_the_band_of_its_phase_says_its_phase() -> None:
    network = simple({"a": ["x", "y", "z"], "b": ["y", "w"]})
    (first, second) = network.tracks
    moved = replace(first, stops=(*first.stops[:1], replace(first.stops[1], phase=Phase.CONCLUSION), first.stops[2]))
    drawing = lay_out(replace(network, tracks=(moved, second)))
    said = {mark.module: mark.name.lines[-1] for mark in drawing.marks}
    assert said["y"] == "(conclusie, inhoud)"
    assert not said["x"].startswith("(")


def test_lines_run_to_the_right_but_for_the_fewest_steps_back() -> None:
    assert all(one.of == {"a": 0, "b": 1, "c": 2} for one in in_columns(simple({"l": ["a", "b", "c"]})))
    network = simple({"l": ["a", "b", "c"], "m": ["c", "a"], "n": ["a", "b"]})
    back = [
        [stops[n] for stops in ([stop.module for stop in track.stops] for track in network.tracks) for n in
         range(1, len(stops)) if columns.of[stops[n]] < columns.of[stops[n - 1]]]
        for columns in in_columns(network)
    ]  # fmt: skip
    assert all(len(steps) == 1 for steps in back)


def test_a_very_long_name_takes_three_lines_and_no_more() -> None:
    network = simple({"a": ["x", "y"]})
    long = Sight("W" * 90 + " en " + "woord " * 40, network.sights["x"].type)
    network = replace(network, sights={**network.sights, "x": long})
    drawing = lay_out(network)
    assert faults_of(drawing, network) == Faults()
    (name,) = [mark.name for mark in drawing.marks if mark.module == "x"]
    assert len(name.lines) == 3
    assert name.lines[-1].endswith("…")
