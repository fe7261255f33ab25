"""All lines of a map on a phone, and the whole map to zoom in on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.pictures.map import map_picture
from bot.pictures.overview import map_overview, overview_sheet
from bot.pictures.transfers import transfers
from knowledge.catalogue.snapshot import Catalogue
from knowledge.drawing.layout import lay_out
from knowledge.drawing.network import Network, Sight, network_of
from knowledge.drawing.own import Own
from knowledge.drawing.svg import picture
from knowledge.errors import UnknownThing
from knowledge.vocabulary import ModuleType
from tests.bot.pictures.looks import EVIL, LONGEST, assert_sound, own_on, shown, size_of
from tests.knowledge.drawing.networks import generated, simple

MAPS = ("maakindustrie-west", "maakindustrie-oost-zuid")


def marked(network: Network) -> Own:
    return own_on(list(network.sights))


@pytest.mark.parametrize("id", MAPS)
def test_a_real_map_shows_every_line_by_name_within_a_phone_and_a_bit(catalogue: Catalogue, id: str) -> None:
    network = network_of(catalogue, id)
    for own, highest in ((Own(), 730), (marked(network), 820)):
        sheet = overview_sheet(network, own)
        assert_sound(sheet)
        assert sheet.height <= highest
        assert all(track.name in shown(sheet) for track in network.tracks)


@pytest.mark.parametrize("seed", range(6))
def test_any_map_is_drawn_with_nothing_over_anything_else(seed: int) -> None:
    network = generated(seed)
    assert_sound(overview_sheet(network, Own()))
    assert_sound(overview_sheet(network, marked(network)))


@pytest.mark.parametrize("name", [EVIL, LONGEST, "", "🤖"])
def test_wild_names_do_no_harm(name: str) -> None:
    network = simple({"a": ["x", "y", *map(str, range(25))], "b": ["x", "z"], "c": []})
    wild = {id: Sight(name, ModuleType.WORKSHOP) for id in network.sights}
    tracks = tuple(replace(track, name=name) for track in network.tracks)
    assert_sound(overview_sheet(replace(network, name=name, region=name, sights=wild, tracks=tracks), marked(network)))


def test_a_transfer_has_the_same_letter_on_each_of_its_lines() -> None:
    network = simple({"a": ["x", "y", "z"], "b": ["z", "x"], "c": ["x", "q"]})
    assert transfers(network) == {"x": "A", "z": "B"}
    many = simple({line: [str(n) for n in range(30)] for line in "ab"})
    assert list(transfers(many).values())[24:29] == ["Y", "Z", "AA", "AB", "AC"]


def test_a_persons_states_are_named_and_so_is_the_next_station(catalogue: Catalogue) -> None:
    network = network_of(catalogue, "maakindustrie-west")
    own = marked(network)
    said = shown(overview_sheet(network, own))
    assert f"je volgende station: {network.sights[own.next or ''].name}" in said
    bare = shown(overview_sheet(network, Own()))
    words = ("gevolgd", "ingeschreven", "overgeslagen", "jouw ontwikkelpad")
    assert [(said.count(word), bare.count(word)) for word in words] == [(1, 0)] * 4


def test_an_overview_comes_out_1080_px_wide(catalogue: Catalogue) -> None:
    width, height = size_of(map_overview(catalogue, "maakindustrie-west", Own()))
    assert (width, 1000 < height < 2200) == (1080, True)
    with pytest.raises(UnknownThing):
        map_overview(catalogue, "nergens", Own())


def test_the_whole_map_is_sharp_and_small_enough_to_send() -> None:
    network = generated(3, lines=4)
    png = map_picture(picture(network, lay_out(network), marked(network)))
    width, height = size_of(png)
    assert (max(width, height), len(png) < 2_000_000) == (4000, True)
