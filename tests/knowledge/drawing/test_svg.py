"""The picture: well-formed, safe, and told in words."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from knowledge.drawing.colours import DARK_PAPER, ENOUGH, contrast, legible_on, told_from
from knowledge.drawing.dressing import style
from knowledge.drawing.layout import lay_out
from knowledge.drawing.network import Network, Sight, network_of
from knowledge.drawing.own import Own
from knowledge.drawing.svg import picture
from knowledge.vocabulary import ModuleType
from tests.knowledge.catalogue.metromap.metromap_help import catalogue_of, shipped_content
from tests.knowledge.drawing.networks import COLOURS, simple

SVG = "{http://www.w3.org/2000/svg}"
EVIL = '</title><script>alert(1)</script>" onload="x" & \x00\x0b\ud800 ]]>'


def parsed(svg: str) -> Element:
    return fromstring(svg)  # noqa: S314  # our own picture


def west() -> Network:
    return network_of(catalogue_of(shipped_content()), "maakindustrie-west")


def _address(module: str) -> str:
    return f"/api/modules/{module}"


def drawn(network: Network, own: Own | None = None, *, links: bool = False) -> Element:
    return parsed(picture(network, lay_out(network), own, _address if links else None))


def stations(root: Element) -> dict[str, Element]:
    return {one.attrib["data-module"]: one for one in root.iter(f"{SVG}g") if "data-module" in one.attrib}


def test_a_station_is_a_group_that_tells_all_in_words() -> None:
    found = stations(drawn(west()))["sensoren-kiezen-en-plaatsen"].findtext(f"{SVG}title")
    assert found == (
        "Sensoren kiezen en plaatsen: praktijksessie, 4 uur, inhoud, "
        "overstap tussen Smart Maintenance en Data van de machine, overslaan kost je de erkenning"
    )


def test_the_picture_has_a_name_a_description_and_a_role() -> None:
    root = drawn(west())
    ids = root.attrib["aria-labelledby"].split()
    said = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert [one.attrib["id"] for one in said if one is not None] == ids
    assert root.findtext(f"{SVG}title") == "Maakindustrie West"
    assert str(root.findtext(f"{SVG}desc")).startswith(
        "Metrokaart met 6 lijnen en 48 stations. Lijn Smart Maintenance:"
    )
    assert root.attrib["role"] == "img"


def test_links_are_there_only_when_asked_for() -> None:
    assert list(drawn(west()).iter(f"{SVG}a")) == []
    root = drawn(west(), links=True)
    assert root.attrib["role"] == "group"
    assert [one.attrib["href"] for one in root.iter(f"{SVG}a")] == [f"/api/modules/{id}" for id in stations(root)]


def test_no_name_can_become_markup() -> None:
    network = simple({"a": ["x", "y"], "b": ["x"]})
    evil = {id: Sight(EVIL, ModuleType.WORKSHOP) for id in network.sights}
    tracks = tuple(replace(track, name=EVIL, audience=EVIL) for track in network.tracks)
    root = drawn(replace(network, name=EVIL, region=EVIL, sights=evil, tracks=tracks), links=True)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "text", "path", "line", "a", "circle"}
    assert not any(name.startswith("on") for one in root.iter() for name in one.attrib)
    assert root.findtext(f"{SVG}title") == '</title><script>alert(1)</script>" onload="x" &   ]]>'.replace("  ", " ")


def test_a_person_sees_where_they_have_been_and_where_they_go() -> None:
    own = Own(
        done=frozenset({"start-slim-onderhoud"}),
        enrolled=frozenset({"trillingen-meten"}),
        next="onderhoud-slim-plannen",
        skipped=frozenset({"oorzaak-zoeken"}),
        path=("slimme-fabriek-beleven", "start-slim-onderhoud", "energie-meten", "niet-op-de-kaart"),
    )
    root = drawn(west(), own)
    said = {id: str(one.findtext(f"{SVG}title")).split(", ")[-1] for id, one in stations(root).items()}
    assert said["start-slim-onderhoud"] == "gevolgd"
    assert said["onderhoud-slim-plannen"] == "je volgende station"
    assert said["trillingen-meten"] == "ingeschreven"
    assert said["oorzaak-zoeken"] == "overgeslagen"
    key = {str(one.text) for one in root.iter(f"{SVG}text")}
    assert {"gevolgd", "je volgende station", "ingeschreven", "overgeslagen", "jouw ontwikkelpad"} <= key
    dotted = [one for one in root.iter(f"{SVG}path") if one.get("stroke-dasharray")]
    assert len(dotted) > 2


def test_a_path_without_a_line_between_its_stations_is_drawn_straight() -> None:
    root = drawn(simple({"a": ["x", "y"], "b": ["z", "w"]}), Own(path=("x", "z")))
    assert len([one for one in root.iter(f"{SVG}path") if one.get("stroke-dasharray")]) == 2  # and one in the key


def test_the_key_explains_every_type_on_the_map_and_no_other() -> None:
    network = simple({"a": ["x", "y"]})
    types = {"x": ModuleType.DINNER, "y": ModuleType.MASTERCLASS}
    network = replace(network, sights={id: replace(one, type=types[id]) for id, one in network.sights.items()})
    (key,) = [one for one in drawn(network).iter(f"{SVG}g") if one.get("class") == "legend"]
    said = [one.text for one in key.findall(f"{SVG}text")]
    assert said == [f"{network.tracks[0].name} – voor monteurs", "masterclass", "diner"]


def test_text_is_held_to_the_width_it_was_measured_at() -> None:
    (name,) = stations(drawn(simple({"a": ["x"]})))["x"].findall(f"{SVG}g")
    assert all(float(line.attrib["textLength"]) > 0 for line in name)


def test_in_the_dark_every_line_can_be_told_from_the_ground() -> None:
    for colour in (*COLOURS, "#000000", "#ffffff", "#1b3a93"):
        assert contrast(told_from(DARK_PAPER, colour), DARK_PAPER) >= ENOUGH
        assert contrast(legible_on(colour), colour) >= 4.5
    assert "prefers-color-scheme: dark" in style(west())
    assert "@media screen" in style(west())  # what is printed is light
