"""A map that an academy drew itself keeps its places."""

from __future__ import annotations

import json

from knowledge.catalogue.content import Content
from knowledge.catalogue.drawn import Drawing as ByHand
from knowledge.catalogue.metromap import export_map, import_map
from knowledge.drawing.draw import draw_map
from knowledge.drawing.faults import Faults, faults_of
from knowledge.drawing.layout import lay_out
from tests.knowledge.catalogue.metromap.metromap_help import catalogue_of, finished, read, shipped_content

MAP = "techniek-in-de-polder"


def imported() -> Content:
    return finished(import_map(read("drie-lijnen.json"), "drie-lijnen.json").content)


def test_the_drawing_of_an_import_is_kept_and_its_stations_stay_where_they_were() -> None:
    network, drawing = draw_map(catalogue_of(imported()), MAP)
    stations = {one["name"]: one for one in json.loads(read("drie-lijnen.json"))["stations"]}
    marks = {mark.module: mark for mark in drawing.marks if len(mark.lines) == 1}
    first, last = marks["de-fabriek-van-morgen"], marks["meesterproef-lagers"]
    wanted = [stations[network.sights[mark.module].name]["position"] for mark in (first, last)]
    assert last.start[0] - first.start[0] == wanted[1]["x"] - wanted[0]["x"]
    assert last.start[1] - first.start[1] == wanted[1]["y"] - wanted[0]["y"]


def test_names_find_free_places_and_only_what_was_drawn_amiss_is_a_fault() -> None:
    network, drawing = draw_map(catalogue_of(imported()), MAP)
    assert faults_of(drawing, network) == Faults(order=1)  # one station was drawn 45 px from its line


def test_a_line_whose_stations_changed_gets_the_map_a_new_layout() -> None:
    content = imported()
    turned = content.lines[1].model_copy(update={"stations": content.lines[1].stations[::-1]})
    changed = content.model_copy(update={"lines": [content.lines[0], turned, *content.lines[2:]]})
    network, drawing = draw_map(catalogue_of(changed), MAP)
    assert drawing == lay_out(network)
    assert faults_of(drawing, network) == Faults()


def test_a_line_that_left_the_map_leaves_its_drawing() -> None:
    content = imported()
    (metro_map,) = content.maps
    smaller = metro_map.model_copy(update={"lines": metro_map.lines[:2]})
    network, drawing = draw_map(catalogue_of(content.model_copy(update={"maps": [smaller]})), MAP)
    assert faults_of(drawing, network) == Faults()
    assert {line for mark in drawing.marks for line in mark.lines} == set(metro_map.lines[:2])
    assert [route.line for route in drawing.routes] == metro_map.lines[:2]


def test_an_exported_map_that_comes_back_is_drawn_as_it_was_exported() -> None:
    content = shipped_content()
    found = import_map(export_map(catalogue_of(content), "maakindustrie-west"), "kaart.json", content)
    by_hand = ByHand.model_validate(found.positions)
    maps = [one.model_copy(update={"drawing": by_hand}) if one.id == by_hand.map else one for one in content.maps]
    network, drawing = draw_map(catalogue_of(content.model_copy(update={"maps": maps})), "maakindustrie-west")
    assert faults_of(drawing, network) == Faults()
    assert len(drawing.marks) == len(by_hand.stations)


def test_a_kept_drawing_is_what_an_export_writes() -> None:
    data = json.loads(export_map(catalogue_of(imported()), MAP))
    original = json.loads(read("drie-lijnen.json"))
    assert [one["position"] for one in data["stations"]] == [one["position"] for one in original["stations"]]
