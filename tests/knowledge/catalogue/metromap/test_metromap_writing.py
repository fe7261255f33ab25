"""Writing a map for the designer, and reading it back."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from knowledge.catalogue.content import Content
from knowledge.catalogue.metromap import export_map, import_map
from knowledge.catalogue.metromap.letters import LETTER_OF
from knowledge.errors import MapFileError, UnknownThing
from tests.knowledge.catalogue.metromap.metromap_help import (
    LINES,
    catalogue_of,
    finished,
    read,
    refused_by_designer,
    shipped_content,
    small_content,
    stations_by_line,
)


def exported(content: Content, drawing: dict[str, Any] | None = None) -> dict[str, Any]:
    data = json.loads(export_map(catalogue_of(content), "kaart", drawing))
    assert isinstance(data, dict)
    return data


def through_the_designer(data: dict[str, Any]) -> dict[str, Any]:
    """The file after the designer opened and saved it: its own keys only, and segments in reverse."""
    line_keys = ("metroLineId", "color", "name", "targetGroup", "externalUniqueId")
    station_keys = (
        "name", "date", "type", "position", "orientation", "shape", "width", "description", "link",
        "metroLines", "externalUniqueId",
    )  # fmt: skip
    return {
        "title": data["title"],
        "subTitle": data["subTitle"],
        "dimensions": data["dimensions"],
        "externalUniqueId": data["externalUniqueID"],
        "metroLines": [
            {key: line[key] for key in line_keys}
            | {
                "segments": [
                    {
                        "start": segment["start"],
                        "end": segment["end"],
                        "Segments": [{"x": bend["X"], "y": bend["Y"]} for bend in segment["segments"]],
                    }
                    for segment in reversed(line["segments"])
                ]
            }
            for line in data["metroLines"]
        ],
        "stations": [{key: station[key] for key in station_keys} for station in data["stations"]],
    }


def test_a_small_map_is_written_whole() -> None:
    data = exported(small_content({"blauw": ["praten", "oefenen"]}))
    ids = {
        "externalUniqueId": "navigator:blauw",
        "externalUniqueID": "navigator:blauw",
        "navigatorId": "blauw",
    }
    assert data["metroLines"] == [
        {
            "metroLineId": "metrolinergb103264",
            "name": "Lijn blauw",
            "targetGroup": "Monteurs",
            "color": {"r": 10, "g": 32, "b": 64},
            **ids,
            "segments": [
                {
                    "start": {"x": 120, "y": 360},
                    "end": {"x": 220, "y": 360},
                    "Segments": [],
                    "segments": [],
                }
            ],
        }
    ]
    assert data["stations"][1] == {
        "name": "Module oefenen",
        "type": "*",
        "position": {"x": 220, "y": 360},
        "orientation": 315,
        "shape": "end",
        "width": 0,
        "date": "",
        "description": "Je leert oefenen.",
        "link": "",
        "metroLines": ["metrolinergb103264"],
        "externalUniqueId": "navigator:oefenen",
        "externalUniqueID": "navigator:oefenen",
        "navigatorId": "oefenen",
        "navigatorType": "P",
    }
    assert {key: value for key, value in data.items() if key not in ("metroLines", "stations")} == {
        "title": "De kaart",
        "subTitle": "Polder",
        "dimensions": {"width": 1440, "height": 960},
        "externalUniqueId": "navigator:kaart",
        "externalUniqueID": "navigator:kaart",
        "navigatorId": "kaart",
    }


def test_transfer_stations_carry_all_their_lines_and_the_ends_their_shape() -> None:
    data = exported(small_content())
    red, green, blue = (line["metroLineId"] for line in data["metroLines"])
    shapes = {s["navigatorId"]: (s["shape"], s["width"], sorted(s["metroLines"])) for s in data["stations"]}
    assert shapes == {
        "intro": ("connection", 2, sorted([red, green])),
        "meten": ("connection", 2, sorted([red, green])),
        "slot": ("end", 0, [red]),
        "kijken": ("normal", 0, [green]),
        "praten": ("start", 0, [blue]),
        "oefenen": ("end", 0, [blue]),
    }


def test_each_type_has_its_letter_and_those_without_one_are_other() -> None:
    assert {type_.value: letter for type_, letter in LETTER_OF.items()} == {
        "W": "w", "E": "e", "O": "o", "X": "x", "M": "m", "P": "*", "B": "*", "D": "*",
    }  # fmt: skip


def test_lines_of_one_colour_get_ids_of_their_own() -> None:
    content = small_content()
    same = [line.model_copy(update={"colour": "#0b1720"}) for line in content.lines]
    data = exported(content.model_copy(update={"lines": same}))
    assert [line["metroLineId"] for line in data["metroLines"]] == [
        "metrolinergb112332",
        "metrolinergb112333",
        "metrolinergb112334",
    ]
    assert stations_by_line(import_map(json.dumps(data), "x").content) == LINES


def test_an_unknown_map_is_told_by_name() -> None:
    with pytest.raises(UnknownThing, match="There is no map with id 'zuid'"):
        export_map(catalogue_of(small_content()), "zuid")


def test_a_drawing_that_no_import_gave_is_refused() -> None:
    with pytest.raises(MapFileError, match=r"^drawing: width: Field required\. Import the map anew\."):
        export_map(catalogue_of(small_content()), "kaart", {"map": "kaart", "height": 10})


@pytest.mark.parametrize("metro_map", ["maakindustrie-west", "maakindustrie-oost-zuid"])
@pytest.mark.parametrize("designer", [False, True], ids=["as written", "through the designer"])
@pytest.mark.parametrize("catalogue_known", [False, True], ids=["alone", "known"])
def test_a_shipped_map_comes_back_with_the_same_lines_stations_and_ids(
    metro_map: str, designer: bool, catalogue_known: bool
) -> None:
    content = shipped_content()
    catalogue = catalogue_of(content)
    text = export_map(catalogue, metro_map)
    assert refused_by_designer(text) == []
    if designer:
        text = json.dumps(through_the_designer(json.loads(text)))
    found = import_map(text, "kaart.json", content if catalogue_known else None)
    wanted = {id: catalogue.line(id) for id in catalogue.maps[metro_map].lines}
    assert found.content["maps"][0]["id"] == metro_map
    assert stations_by_line(found.content) == {
        id: [station.module for station in line.stations] for id, line in wanted.items()
    }
    assert [(line["name"], line["colour"]) for line in found.content["lines"]] == [
        (line.name, line.colour) for line in wanted.values()
    ]
    if catalogue_known:
        assert found.questions == []
    elif not designer:
        assert {one["id"]: (one["name"], one["type"], one["summary"]) for one in found.content["modules"]} == {
            module.id: (module.name, module.type.value, module.summary)
            for line in wanted.values()
            for module in (catalogue.module(station.module) for station in line.stations)
        }


def test_an_import_written_back_is_drawn_as_it_was() -> None:
    first = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    content = finished(first.content)
    data = json.loads(export_map(catalogue_of(content), "techniek-in-de-polder", first.positions))
    original = json.loads(read("drie-lijnen.json"))
    drawn = ("position", "orientation", "shape", "width", "link", "metroLines", "name", "type")
    assert [{key: station[key] for key in drawn} for station in data["stations"]] == [
        {key: station[key] for key in drawn} for station in original["stations"]
    ]
    assert [station["externalUniqueId"] for station in data["stations"]][:2] == [
        "navigator:meesterproef-lagers",
        "4711",
    ]
    assert [line["externalUniqueId"] for line in data["metroLines"]] == [
        "navigator:slim-onderhoud",
        "lijn-77",
        "navigator:leiding-geven",
    ]
    assert through_the_designer(data)["metroLines"][0]["segments"] == original["metroLines"][0]["segments"][::-1]
    assert refused_by_designer(json.dumps(data)) == []
    assert import_map(json.dumps(data), "x", content).positions == first.positions | {
        "external_id": "navigator:techniek-in-de-polder",
        "lines": {
            id: line | {"external_id": line["external_id"] or f"navigator:{id}"}
            for id, line in first.positions["lines"].items()
        },
        "stations": [
            station | {"external_id": station["external_id"] or f"navigator:{station['module']}"}
            for station in first.positions["stations"]
        ],
    }


def test_a_line_that_changed_is_drawn_anew_and_the_others_stay() -> None:
    first = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    content = finished(first.content)
    turned = content.lines[1].model_copy(update={"stations": content.lines[1].stations[::-1]})
    changed = content.model_copy(update={"lines": [content.lines[0], turned, content.lines[2]]})
    data = json.loads(export_map(catalogue_of(changed), "techniek-in-de-polder", first.positions))
    original = json.loads(read("drie-lijnen.json"))
    places = {tuple(s["position"].values()) for s in original["stations"] if len(s["metroLines"]) == 1}
    kept = [s for s in data["stations"] if s["metroLines"] != [data["metroLines"][1]["metroLineId"]]]
    assert len(kept) == 6
    assert {tuple(s["position"].values()) for s in kept} - places == {(500, 330)}
    again = import_map(json.dumps(data), "x", changed)
    assert stations_by_line(again.content)["data-aan-het-werk"] == [s.module for s in turned.stations]
    assert refused_by_designer(json.dumps(data)) == []


def test_whatever_lines_cross_the_drawing_reads_back_the_same() -> None:
    random = Random(11)
    for _ in range(60):
        modules = [f"m{n}" for n in range(random.randint(1, 14))]
        lines = {
            f"l{n}": random.sample(modules, random.randint(1, min(10, len(modules))))
            for n in range(random.randint(1, 9))
        }
        text = export_map(catalogue_of(small_content(lines)), "kaart")
        assert refused_by_designer(text) == []
        assert stations_by_line(import_map(text, "x").content) == lines
