"""The order of stations along a drawn line."""

from __future__ import annotations

from random import Random

import pytest

from knowledge.catalogue.metromap.geometry import Point
from knowledge.catalogue.metromap.joining import Path, join
from knowledge.catalogue.metromap.order import Ordered, Stop, order_stops
from knowledge.catalogue.metromap.tangles import Tangle

BENT: list[Point] = [(0, 0), (200, 0), (300, 100), (300, 400), (500, 400)]
PIECES = [[BENT[n], BENT[n + 1]] for n in range(4)]


def test_pieces_are_joined_in_the_direction_in_which_most_was_drawn() -> None:
    assert join([PIECES[2], PIECES[0], PIECES[3][::-1], PIECES[1]]) == Path(tuple(BENT))
    assert join([piece[::-1] for piece in PIECES]) == Path(tuple(BENT[::-1]))


def test_however_the_pieces_are_shuffled_and_turned_the_path_is_the_same() -> None:
    random = Random(7)
    for _ in range(50):
        pieces = [piece if random.random() < 0.5 else piece[::-1] for piece in PIECES]
        random.shuffle(pieces)
        path = join(pieces)
        assert isinstance(path, Path)
        assert sorted((path.points, path.points[::-1]))[0] == tuple(BENT)


def test_a_small_hole_is_bridged_and_a_wide_one_is_told() -> None:
    assert join([[(0, 0), (100, 0)], [(110, 0), (200, 0)]]) == Path(((0, 0), (100, 0), (200, 0)))
    wide = join([[(0, 0), (100, 0)], [(160, 0), (200, 0)]])
    assert wide == Path(((0, 0), (100, 0), (160, 0), (200, 0)), gaps=(60,))


def test_pieces_that_overlap_a_little_are_one_line() -> None:
    assert join([[(0, 0), (100, 0)], [(90, 0), (200, 0)]]) == Path(((0, 0), (100, 0), (200, 0)))


def test_a_piece_drawn_twice_or_a_lone_click_changes_nothing() -> None:
    assert join([*PIECES, PIECES[1][::-1], [(9, 9), (9, 9)]]) == Path(tuple(BENT))


@pytest.mark.parametrize(
    ("pieces", "where"),
    [
        ([[(0, 0), (100, 0)], [(100, 0), (100, 100)], [(100, 100), (0, 0)]], "it is a ring"),
        ([[(0, 0), (300, 0), (300, 100), (100, 100), (100, -100)]], "(100, 0)"),
        ([[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(100, 0), (100, 90)]], "(100, 0)"),
        ([[(0, 0), (200, 0)], [(100, 0), (100, 90)]], "(100, 0)"),
        ([[(0, 0), (200, 0), (120, 0)]], "(200, 0)"),
        ([[(0, 0), (200, 0)], [(100, 0), (300, 0)]], "(200, 0)"),
    ],
    ids=["ring", "loop", "fork", "side line", "back over itself", "overlap"],
)
def test_a_line_that_passes_a_point_twice_has_no_order(pieces: list[list[Point]], where: str) -> None:
    tangle = join(pieces)
    assert isinstance(tangle, Tangle)
    assert where in tangle.what


def test_a_line_of_a_thousand_pieces_is_not_a_line() -> None:
    pieces: list[list[Point]] = [[(n * 20, 0), (n * 20 + 20, 0)] for n in range(1000)]
    assert join(pieces) == Tangle("it is drawn in more than 200 pieces")


def test_stations_stand_in_the_order_of_the_path_around_its_bends() -> None:
    stops = [Stop((480, 400)), Stop((300, 300)), Stop((20, 0), "start"), Stop((250, 50))]
    assert order_stops(Path(tuple(BENT)), stops) == Ordered([2, 3, 1, 0], {}, [], True, [])


def test_an_end_station_alone_tells_the_direction() -> None:
    stops = [Stop((20, 0), "end"), Stop((100, 0)), Stop((300, 300))]
    assert order_stops(Path(tuple(BENT)), stops).order == [2, 1, 0]


def test_without_start_or_end_station_the_direction_is_as_drawn_and_said_to_be_unknown() -> None:
    found = order_stops(Path(tuple(BENT)), [Stop((300, 300)), Stop((100, 0))])
    assert found == Ordered([1, 0], {}, [], False, [])


def test_a_transfer_station_counts_where_its_bar_meets_the_line() -> None:
    level = Path(((0, 0), (400, 0)))
    aslant = Stop((100, 60), "connection", 315, width=3)
    assert order_stops(level, [aslant, Stop((130, 0), "start")]).order == [1, 0]
    assert order_stops(level, [aslant, Stop((170, 0), "start")]).order == [1, 0]
    assert order_stops(level, [aslant, Stop((170, 0)), Stop((0, 0), "start")]).order == [2, 0, 1]


@pytest.mark.parametrize(
    ("orientation", "x", "y"),
    [
        (0, 1, 0),
        (45, 0.7, 0.7),
        (90, 0, -1),
        (135, 0.7, -0.7),
        (180, 1, 0),
        (225, 0.7, 0.7),
        (270, 0, -1),
        (315, 0.7, -0.7),
    ],
)
def test_a_transfer_station_of_three_lines_reaches_the_third(orientation: int, x: float, y: float) -> None:
    stop = Stop((200, 200), "connection", orientation, width=3)
    third = (200 + 60 * x, 200 + 60 * y)
    across: tuple[Point, Point] = ((third[0] - 99 * y, third[1] + 99 * x), (third[0] + 99 * y, third[1] - 99 * x))
    assert order_stops(Path(across), [stop]).far == {}
    assert list(order_stops(Path(across), [Stop((200, 200), "connection", orientation, width=1)]).far) == [0]


def test_a_station_beyond_thirty_pixels_is_told() -> None:
    level = Path(((0, 0), (400, 0)))
    assert order_stops(level, [Stop((10, 30)), Stop((90, 31))]).far == {1: 31}


def test_stations_at_one_place_and_ends_in_the_middle_are_told() -> None:
    level = Path(((0, 0), (400, 0)))
    stops = [Stop((100, 5)), Stop((100, -5)), Stop((50, 0), "start"), Stop((0, 0))]
    assert order_stops(level, stops) == Ordered([3, 2, 0, 1], {}, [(0, 1)], True, [2])
