"""Bad map files: each a clear sentence with its place, and all of them at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.catalogue.metromap import import_map
from knowledge.errors import MapFileError
from tests.knowledge.catalogue.metromap.metromap_help import read, three_lines


def refusal(text: str) -> list[str]:
    with pytest.raises(MapFileError) as refused:
        import_map(text, "kaart.json")
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "line 1: The file is empty. Export the map anew from the designer."),
        (" \n\ufeff"[:2], "line 1: The file is empty. Export the map anew from the designer."),
        (
            "[]",
            "$: A map is an object, but here stands a list. Choose the file that the designer's JSON export gives.",
        ),
        (
            '{"name": "x"}',
            "$: This is no metro map: it has no title, no metroLines and no stations. "
            "Choose the file that the designer's JSON export gives.",
        ),
        (
            '{"title": "x",\n "stations": [1,,2]}',
            "line 2, column 17: This is not JSON: Expecting value. Mend it here or just before.",
        ),
        (
            '{"title": "x", "stat',
            "line 1, column 16: This is not JSON: Unterminated string starting at. "
            "The file seems to be cut off: export it anew.",
        ),
        (
            '{"title": NaN}',
            "line 1: A number cannot be read: NaN is no number in JSON. Export the map anew from the designer.",
        ),
        (
            "[" * 100_000,
            "line 1: This is not a map: its brackets are nested too deep. Export the map anew from the designer.",
        ),
        (
            "x" * 5_000_000,
            "line 1: The file has 5000000 characters, more than the 2000000 that a map can need. "
            "Export the map anew from the designer.",
        ),
    ],
    ids=["empty", "blank", "list", "other object", "broken", "half", "nan", "deep", "5 MB"],
)
def test_a_file_that_is_no_map_gets_one_sentence(text: str, sentence: str) -> None:
    assert refusal(text) == [f"kaart.json: {sentence}"]


def test_half_a_file_is_said_to_be_cut_off() -> None:
    (sentence,) = refusal(read("half.json"))
    assert sentence.startswith("kaart.json: line 25, column ")
    assert sentence.endswith("The file seems to be cut off: export it anew.")


def test_a_number_of_five_thousand_digits_is_refused() -> None:
    assert refusal('{"title": ' + "9" * 5000 + "}")[0].startswith("kaart.json: line 1: A number cannot be read")


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert import_map("\ufeff" + read("leeg.json"), "kaart.json").content["lines"] == []


def test_a_ring_is_refused() -> None:
    assert refusal(read("kring.json")) == [
        'kaart.json: metroLines[0].segments: The order along line "Rondje fabriek" is not clear: '
        "it is a ring: it comes back at (100, 300). "
        "Draw it as one line from start to end, or split it into two lines."
    ]


Change = Callable[[dict[str, Any]], object]


def set_at(*path: str | int, value: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def without(*path: str | int) -> Change:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (set_at("title", value=5), "title", "Here stands a number, and it must be text."),
        (set_at("metroLines", value={}), "metroLines", "`metroLines` is an object."),
        (set_at("stations", value="x"), "stations", "`stations` is text."),
        (set_at("stations", 0, value=7), "stations[0]", "Here stands a number, and it must be an object."),
        (set_at("dimensions", "width", value=-10), "dimensions.width", "greater than 0; here stands -10."),
        (set_at("dimensions", "height", value="960"), "dimensions.height", "must be a number."),
        (without("metroLines", 1, "name"), "metroLines[1].name", "It is missing."),
        (set_at("metroLines", 1, "name", value=" "), "metroLines[1].name", "It is empty."),
        (set_at("metroLines", 1, "targetGroup", value=""), "metroLines[1].targetGroup", "It is empty."),
        (set_at("metroLines", 0, "color", "g", value=256), "metroLines[0].color.g", "here stands 256."),
        (set_at("metroLines", 0, "segments", value=[]), "metroLines[0].segments", "It is empty."),
        (
            set_at("metroLines", 0, "segments", 0, "Segments", value=[{"x": "a", "y": 1}]),
            "metroLines[0].segments[0].Segments[0].x",
            "Here stands text, and it must be a number.",
        ),
        (
            lambda data: data["metroLines"].append(data["metroLines"][0] | {"name": "Tweeling"}),
            "metroLines[3].metroLineId",
            'The lines "Slim onderhoud" and "Tweeling" have the same id.',
        ),
        (
            set_at("metroLines", 2, "externalUniqueId", value="lijn-77"),
            "metroLines[2]",
            "has the id 'lijn-77', and another of the metroLines has it too.",
        ),
        (
            set_at("stations", 3, "externalUniqueId", value="4711"),
            "stations[3]",
            "has the id '4711', and another of the stations has it too.",
        ),
        (
            set_at("stations", 2, "metroLines", value=["metrolinergb012042", "paars"]),
            "stations[2].metroLines[1]",
            "names the line 'paars', which is not in the file.",
        ),
        (set_at("stations", 2, "metroLines", value=[]), "stations[2].metroLines", "It is empty."),
        (set_at("stations", 2, "width", value=0), "stations[2].width", "needs a width above 0"),
        (without("stations", 2, "width"), "stations[2].width", "needs a width above 0"),
        (set_at("stations", 1, "width", value=-1), "stations[1].width", "here stands -1."),
        (set_at("stations", 0, "type", value="q"), "stations[0].type", "'q' is no type of station"),
        (set_at("stations", 0, "orientation", value=30), "stations[0].orientation", "30 is no orientation"),
        (set_at("stations", 0, "shape", value="square"), "stations[0].shape", 'here stands "square".'),
        (set_at("stations", 0, "position", "x", value=True), "stations[0].position.x", "true or false"),
        (set_at("stations", 0, "position", "x", value=None), "stations[0].position.x", "nothing (null)"),
        (
            set_at("stations", 0, "position", "x", value=1e300),
            "stations[0].position.x",
            "here stands 1e+300.",
        ),
        (
            set_at("stations", 0, "name", value="n" * 121),
            "stations[0].name",
            "It is too long: at most 120. Shorten it.",
        ),
        (
            set_at("stations", 3, "name", value="de fabriek van MORGEN"),
            "stations[3].name",
            'Line "Slim onderhoud" has two stations "de fabriek van MORGEN"; stations[1] is the other.',
        ),
        (
            set_at("stations", value=[{}] * 501),
            "stations",
            "`stations` has 501 parts. Keep at most 500 on one map.",
        ),
    ],
)
def test_one_fault_is_told_with_its_place(change: Change, where: str, what: str) -> None:
    data = three_lines()
    change(data)
    sentences = refusal(json.dumps(data))
    assert len(sentences) == 1
    assert sentences[0].encode()
    assert sentences[0].startswith(f"kaart.json: {where}: ")
    assert what in sentences[0]


def test_half_characters_are_left_out_so_that_all_can_be_written() -> None:
    data = three_lines()
    for key in ("name", "date", "description", "link", "externalUniqueId"):
        data["stations"][0][key] = "a\ud800 b"
    data["subTitle"] = data["metroLines"][0]["name"] = data["metroLines"][0]["targetGroup"] = "a\ud800 b"
    found = import_map(json.dumps(data), "kaart.json")
    assert b"a b" in found.as_yaml().encode()
    assert found.positions["stations"][0]["external_id"] == "a b"
    assert found.as_json().encode()


def test_more_than_ten_stations_on_a_line_are_refused() -> None:
    data = three_lines()
    for n in range(7):
        data["stations"].append({**data["stations"][3], "name": f"Nog een {n}"})
    assert refusal(json.dumps(data)) == [
        'kaart.json: metroLines[0]: Line "Slim onderhoud" has 11 stations; 10 is the most. '
        "Split the line, or take stations off it."
    ]
    data["stations"].pop()
    assert len(import_map(json.dumps(data), "kaart.json").content["lines"][0]["stations"]) == 10


def test_all_faults_are_told_at_once_and_a_broken_line_is_not_also_missing() -> None:
    data = three_lines()
    data["metroLines"][0]["color"] = "red"
    data["metroLines"][1]["segments"].append({"start": {"x": 300, "y": 330}, "end": {"x": 300, "y": 700}})
    data["stations"][1]["type"] = "P"
    data["stations"][5]["metroLines"] = ["weg"]
    assert [sentence.split(": ")[1] for sentence in refusal(json.dumps(data))] == [
        "metroLines[0].color",
        "stations[1].type",
        "stations[5].metroLines[0]",
        "metroLines[1].segments",
    ]


def test_of_very_many_faults_the_first_hundred_are_written_out() -> None:
    data = three_lines()
    data["stations"] = [{**data["stations"][0], "type": "q"}] * 300
    sentences = refusal(json.dumps(data))
    assert len(sentences) == 101
    assert sentences[-1] == "kaart.json: … and 200 more faults. Mend these first."


def test_bytes_of_noise_are_refused_and_never_crash() -> None:
    random = Random(3)
    for _ in range(200):
        text = "".join(chr(random.randrange(32, 0x2FFF)) for _ in range(200))
        assert refusal(text)[0].startswith("kaart.json: line 1, column ")


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.text(max_size=5)
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(st.integers(0, 8), min_size=1, max_size=6), value=ANYTHING)
def test_anything_at_any_place_is_read_or_refused(steps: list[int], value: Any) -> None:
    data = three_lines()
    place: Any = data
    for step in steps:
        keys: list[Any] = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        inside, key = place, keys[step % len(keys)]
        place = inside[key]
        if not isinstance(place, dict | list) or not place:
            break
    inside[key] = value
    assert read_or_refused(json.dumps(data)).startswith(("# Concept van een metrokaart", "kaart.json: "))


def read_or_refused(text: str) -> str:
    try:
        return import_map(text, "kaart.json").as_yaml().encode().decode()
    except MapFileError as error:
        return str(error)
