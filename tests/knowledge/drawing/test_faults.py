"""The measure of a drawing: it sees each thing that can be wrong."""

from __future__ import annotations

import pytest

from knowledge.drawing.faults import Faults, bends_of, crossings_of, faults_of
from knowledge.drawing.layout import lay_out
from knowledge.drawing.network import Network
from knowledge.drawing.shape import Drawing, Mark, Route
from tests.knowledge.drawing.networks import simple

LINES = {"a": ["p", "q", "r"], "b": ["s", "q", "t"]}


@pytest.fixture
def network() -> Network:
    return simple(LINES)


@pytest.fixture
def drawing(network: Network) -> Drawing:
    return lay_out(network)


def with_name_at(drawing: Drawing, module: str, other: Mark, down: float) -> Drawing:
    """The name of a module put where another mark is, so far below the mark's middle."""
    marks = []
    for mark in drawing.marks:
        box = mark.name
        if mark.module == module:
            right, below = other.start[0] - (box.left + box.right) / 2, other.start[1] + down - box.top
            moved = {"left": box.left + right, "right": box.right + right, "top": box.top + below}
            mark = mark.model_copy(update={"name": box.model_copy(update=moved | {"bottom": box.bottom + below})})
        marks.append(mark)
    return drawing.model_copy(update={"marks": tuple(marks)})


def mark_of(drawing: Drawing, module: str) -> Mark:
    return next(mark for mark in drawing.marks if mark.module == module)


def test_a_sound_drawing_has_none(drawing: Drawing, network: Network) -> None:
    assert faults_of(drawing, network) == Faults()
    assert faults_of(drawing, network).total == 0


def test_a_name_on_another_name_is_seen(drawing: Drawing, network: Network) -> None:
    other = mark_of(drawing, "r")
    found = faults_of(with_name_at(drawing, "p", other, other.name.top - other.start[1]), network)
    assert found.names >= 1


def test_a_name_on_a_line_and_on_a_mark_is_seen(drawing: Drawing, network: Network) -> None:
    found = faults_of(with_name_at(drawing, "p", mark_of(drawing, "q"), 0), network)
    assert found.names_on_lines >= 1
    assert found.names_on_marks >= 1


def test_a_leg_at_another_angle_is_seen(drawing: Drawing, network: Network) -> None:
    first = drawing.routes[0]
    (x, y), *rest = first.pieces[0]
    skew = Route(line=first.line, pieces=(((x, y + 7), *rest),))
    assert faults_of(drawing.model_copy(update={"routes": (skew, *drawing.routes[1:])}), network).angles == 1


def test_stations_in_another_order_are_seen(drawing: Drawing, network: Network) -> None:
    swapped = {"p": "r", "r": "p"}
    marks = tuple(mark.model_copy(update={"module": swapped.get(mark.module, mark.module)}) for mark in drawing.marks)
    assert faults_of(drawing.model_copy(update={"marks": marks}), network).order >= 1


def test_a_line_through_a_station_where_it_does_not_stop_is_seen(drawing: Drawing, network: Network) -> None:
    marks = tuple(mark.model_copy(update={"lines": ("b",)}) if mark.module == "q" else mark for mark in drawing.marks)
    assert faults_of(drawing.model_copy(update={"marks": marks}), network).lines_on_marks == 1


def test_two_lines_on_each_other_are_seen(drawing: Drawing, network: Network) -> None:
    one = drawing.routes[0]
    routes = (one, Route(line="b", pieces=one.pieces))
    assert faults_of(drawing.model_copy(update={"routes": routes}), network).lines_on_lines == 1


def test_crossings_and_bends_are_counted_once() -> None:
    routes = (
        Route(line="a", pieces=(((0, 0), (100, 0), (150, 50)),)),
        Route(line="b", pieces=(((50, -50), (50, 0), (50, 50)),)),
        Route(line="c", pieces=(((0, 80), (100, 80), (100, 120), (40, 120), (40, 60)),)),
    )
    drawing = Drawing(map="kaart", width=200, height=200, routes=routes)
    assert crossings_of(drawing) == 2
    assert bends_of(drawing) == 5
