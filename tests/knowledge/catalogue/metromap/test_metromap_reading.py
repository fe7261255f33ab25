"""Reading a map of the designer: what it tells, and what has to be asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from knowledge.catalogue.content import Content
from knowledge.catalogue.drawn import Drawing
from knowledge.catalogue.metromap import OpenQuestion, import_map
from tests.knowledge.catalogue.metromap.metromap_help import read, small_content, stations_by_line, three_lines


def imported(data: dict[str, Any], known: Content | None = None) -> Any:
    return import_map(json.dumps(data), "kaart.json", known)


def kept(found: Any) -> dict[str, Any]:
    """The drawing as the catalogue keeps it with the map."""
    return Drawing.model_validate(found.positions).model_dump(mode="json", exclude_defaults=True)


def asked(found: Any, where: str) -> list[str]:
    return [question.what for question in found.questions if question.where == where]


def test_lines_carry_their_stations_in_order_whatever_the_order_of_the_file() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    assert found.content["lines"] == [
        {
            "id": "slim-onderhoud",
            "name": "Slim onderhoud",
            "colour": "#e32017",
            "stations": [
                {"module": "de-fabriek-van-morgen"},
                {"module": "luisteren-naar-lagers"},
                {"module": "data-uit-je-machine"},
                {"module": "meesterproef-lagers"},
            ],
        },
        {
            "id": "data-aan-het-werk",
            "name": "Data aan het werk",
            "colour": "#00782a",
            "stations": [
                {"module": "sensoren-uitzoeken"},
                {"module": "data-uit-je-machine"},
                {"module": "een-dag-bij-de-buren"},
                {"module": "datadag"},
            ],
        },
        {
            "id": "leiding-geven",
            "name": "Leiding geven",
            "colour": "#0098d4",
            "stations": [{"module": "praten-over-verandering"}, {"module": "data-uit-je-machine"}],
        },
    ]


def test_modules_tell_only_what_the_file_tells() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    assert found.content["maps"] == [
        {
            "id": "techniek-in-de-polder",
            "name": "Techniek in de Polder",
            "lines": ["slim-onderhoud", "data-aan-het-werk", "leiding-geven"],
            "drawing": kept(found),
        }
    ]
    assert found.content["modules"] == [
        {"id": "de-fabriek-van-morgen", "name": "De fabriek van morgen", "type": "X"},
        {"id": "luisteren-naar-lagers", "name": "Luisteren naar lagers"},
        {"id": "data-uit-je-machine", "name": "Data uit je machine", "type": "W"},
        {
            "id": "meesterproef-lagers",
            "name": "Meesterproef lagers",
            "type": "M",
            "summary": "Je laat zien wat je kunt met een lager van je eigen machine.",
        },
        {"id": "sensoren-uitzoeken", "name": "Sensoren uitzoeken", "type": "E"},
        {"id": "een-dag-bij-de-buren", "name": "Een dag bij de buren"},
        {"id": "datadag", "name": "Datadag", "type": "O"},
        {"id": "praten-over-verandering", "name": "Praten over verandering", "type": "W"},
    ]


def test_everything_that_is_missing_is_asked_one_by_one() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    places = [question.where for question in found.questions]
    assert [place for place in places if place.startswith("maps")] == [
        "maps/techniek-in-de-polder/description",
        "maps/techniek-in-de-polder/region",
        "maps/techniek-in-de-polder/academy",
    ]
    assert [place for place in places if place.startswith("lines/slim-onderhoud")] == [
        "lines/slim-onderhoud/goal",
        "lines/slim-onderhoud/target_group",
        "lines/slim-onderhoud/transition",
        "lines/slim-onderhoud/academies",
        "lines/slim-onderhoud/stations/de-fabriek-van-morgen/phase",
        "lines/slim-onderhoud/stations/luisteren-naar-lagers/phase",
        "lines/slim-onderhoud/stations/data-uit-je-machine/phase",
        "lines/slim-onderhoud/stations/meesterproef-lagers/phase",
        "lines/slim-onderhoud/stations",
    ]
    assert [place for place in places if "een-dag-bij-de-buren" in place and place.startswith("modules")] == [
        "modules/een-dag-bij-de-buren/type",
        "modules/een-dag-bij-de-buren/hours",
        "modules/een-dag-bij-de-buren/summary",
        "modules/een-dag-bij-de-buren/teaches",
        "modules/een-dag-bij-de-buren/owner",
    ]
    assert "modules/de-fabriek-van-morgen/type" not in places


def test_a_real_date_asks_for_a_rule_and_the_date_of_the_form_does_not() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    dates = [question for question in found.questions if question.where.startswith("offerings")]
    assert [question.where for question in dates] == ["offerings/datadag"]
    assert '"Donderdag 12 maart 2026 | 13:30"' in dates[0].what


def test_a_station_far_from_its_line_and_a_line_without_direction_are_asked_about() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    assert asked(found, "lines/leiding-geven/stations/praten-over-verandering") == [
        'Het station "Praten over verandering" ligt 45 pixels van de lijn "Leiding geven". Hoort het bij deze lijn?'
    ]
    assert asked(found, "lines/leiding-geven/stations")[0].startswith(
        'Begint de lijn "Leiding geven" bij "Praten over verandering"?'
    )


def test_target_group_and_academy_are_matched_by_their_very_words_only() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json", small_content())
    groups = [line.get("target_group") for line in found.content["lines"]]
    assert groups == ["monteurs", None, "leiding"]
    assert asked(found, "lines/data-aan-het-werk/target_group") == [
        'Voor welke doelgroep van de catalogus is de lijn "Data aan het werk"? In de kaart staat: "Doelgroep".'
    ]
    assert found.content["maps"][0] | {"lines": []} == {
        "id": "techniek-in-de-polder",
        "name": "Techniek in de Polder",
        "region": "Polder",
        "academy": "polder",
        "lines": [],
        "drawing": kept(found),
    }


def test_a_known_module_is_reused_by_name_and_not_asked_about() -> None:
    data = three_lines()
    data["stations"][4]["name"] = "module  KIJKEN!"
    found = imported(data, small_content())
    assert stations_by_line(found.content)["data-aan-het-werk"][-1] == "kijken"
    assert "kijken" not in [module["id"] for module in found.content["modules"]]
    assert asked(found, "modules/kijken/type") == [
        'De module "Module kijken" is in de kaart "online webinar", in de catalogus "e-learning". Wat is goed?'
    ]
    assert asked(found, "modules/kijken/hours") == []


def test_a_known_line_keeps_what_is_known_and_asks_which_stations_are_right() -> None:
    data = three_lines()
    data["metroLines"][0]["name"] = "lijn rood"
    data["stations"][0]["name"] = "Module slot"
    found = imported(data, small_content())
    line = found.content["lines"][0]
    assert line["id"] == "rood"
    assert line["goal"] == "Je kunt rood."
    assert line["colour"] == "#0a2040"
    assert line["stations"][-1] == {"module": "slot", "phase": "content", "skip": "free"}
    assert asked(found, "lines/rood/goal") == []
    assert asked(found, "lines/rood/stations")[0] == (
        'De lijn "lijn rood" staat al in de catalogus, met andere stations of een andere volgorde: '
        "intro, meten, slot. Welke is goed?"
    )


def test_ids_are_made_of_names_and_never_clash() -> None:
    data = three_lines()
    for line in data["metroLines"]:
        line["name"] = "Café Überlijn"
    data["stations"][5]["name"] = "工場"
    data["stations"][6]["name"] = "Module intro?!"
    data["stations"][8]["name"] = "x" * 100
    found = imported(data, small_content({"rood": ["intro"]}))
    assert list(stations_by_line(found.content)) == ["cafe-uberlijn", "cafe-uberlijn-2", "cafe-uberlijn-3"]
    assert stations_by_line(found.content)["cafe-uberlijn-2"][0] == "intro"
    assert stations_by_line(found.content)["cafe-uberlijn-2"][2] == "module"
    assert stations_by_line(found.content)["cafe-uberlijn-3"][0] == "x" * 60


def test_different_descriptions_of_one_module_are_asked_about() -> None:
    data = three_lines()
    data["stations"][2]["description"] = "Je leest een sensor uit."
    data["stations"][7]["description"] = "Je sluit een sensor aan."
    found = imported(data)
    assert found.content["modules"][2]["summary"] == "Je leest een sensor uit."
    assert asked(found, "modules/data-uit-je-machine/summary") == [
        'Bij "Data uit je machine" staan in de kaart verschillende beschrijvingen. Dit is een andere: '
        '"Je sluit een sensor aan.". Welke is goed?'
    ]


def test_the_draft_parses_to_the_content_with_each_question_beside_its_answer() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json", small_content())
    text = found.as_yaml()
    assert yaml.safe_load(text) == found.content
    assert text.count("VRAAG: ") == len(found.questions)
    lines = [line.strip() for line in text.splitlines()]
    hours = lines.index(f"# VRAAG: {asked(found, 'modules/datadag/hours')[0]}")
    assert lines[hours + 1] == "# hours:"
    assert lines[hours - 1] == "type: O"


def test_no_text_of_the_file_can_break_out_of_a_question() -> None:
    data = three_lines()
    data["stations"][4]["date"] = "morgen\nmodules: [kwaad]\x07\u2028lines: []"
    data["stations"][4]["name"] = "{name} # : 'x' \"y\" {0.__class__}"
    data["metroLines"][0]["targetGroup"] = "a\x85b: c"
    found = import_map(json.dumps(data), "kaart\n.json: x")
    assert yaml.safe_load(found.as_yaml()) == found.content
    assert '"morgen modules: [kwaad] lines: []"' in asked(found, "offerings/name-x-y-0-class")[0]


def test_the_drawing_is_kept_beside_the_content() -> None:
    found = import_map(read("drie-lijnen.json"), "drie-lijnen.json")
    assert found.positions["stations"][1] == {
        "module": "de-fabriek-van-morgen",
        "lines": ["slim-onderhoud"],
        "position": [100, 300],
        "orientation": 315,
        "shape": "start",
        "width": 2,
        "letter": "x",
        "link": "https://voorbeeld.example/morgen",
        "external_id": "4711",
    }
    assert found.positions["lines"]["data-aan-het-werk"]["external_id"] == "lijn-77"
    assert json.loads(found.as_json()) == {
        "content": found.content,
        "questions": [{"where": one.where, "what": one.what} for one in found.questions],
        "drawing": found.positions,
    }


@pytest.mark.parametrize("keys", [{"metroLines", "stations"}, {"metroLines"}, set()])
def test_a_map_without_lines_and_stations_is_valid(keys: set[str]) -> None:
    data = {key: value for key, value in json.loads(read("leeg.json")).items() if key not in keys}
    found = imported(data)
    assert found.content == {
        "maps": [{"id": "nog-niets", "name": "Nog niets", "lines": []}],
        "lines": [],
        "modules": [],
    }
    assert found.questions[-1] == OpenQuestion(
        "maps/nog-niets/lines", 'Welke lijnen horen bij de kaart "Nog niets"? Op de kaart staat er geen een.'
    )


def test_both_spellings_and_unknown_keys_are_read() -> None:
    data = three_lines()
    bends = data["metroLines"][0]["segments"][0].pop("Segments")
    data["metroLines"][0]["segments"][0]["segments"] = [{"X": p["x"], "Y": p["y"]} for p in bends]
    data["metroLines"][0]["externalUniqueID"] = data["metroLines"][0].pop("externalUniqueId") or "rood-1"
    data["legend"] = {"anything": [1, 2]}
    found = imported(data)
    other = import_map(read("drie-lijnen.json"), "x").content
    other["maps"][0]["drawing"]["lines"]["slim-onderhoud"]["external_id"] = "rood-1"
    assert found.content == other
    assert found.positions["lines"]["slim-onderhoud"] == {
        "polylines": [[[700, 300], [760, 360], [1200, 360]], [[700, 300], [100, 300]]],
        "external_id": "rood-1",
    }
